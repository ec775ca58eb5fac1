import { requireKey } from "../authorization.ts";
import { resolveKeyOrAlias } from "../key-identifier.ts";
import { DATA_KEY } from "../request-fields.ts";
import { dataKeyLength, makeDataKey } from "../symmetric.ts";
import { operation } from "./operation.ts";

/** A new data key that nobody has seen: wrapped only. */
export const GenerateDataKeyWithoutPlaintext = operation(DATA_KEY, async (call, request) => {
  const lengthBytes = dataKeyLength(request);
  const keyId = await resolveKeyOrAlias(call.kms, request.keyId);
  const { plaintext, ...wrapped } = makeDataKey(call, requireKey(call, keyId), request.encryptionContext, lengthBytes);
  plaintext.fill(0);
  return wrapped;
});
