import { requireKey } from "../authorization.ts";
import { resolveKeyOrAlias } from "../key-identifier.ts";
import { DATA_KEY } from "../request-fields.ts";
import { dataKeyLength, makeDataKey } from "../symmetric.ts";
import { operation } from "./operation.ts";

/** A new data key, in plaintext and wrapped. The plaintext is the caller's to zero. */
export const GenerateDataKey = operation(DATA_KEY, async (call, request) => {
  const lengthBytes = dataKeyLength(request);
  const keyId = await resolveKeyOrAlias(call.kms, request.keyId);
  return makeDataKey(call, requireKey(call, keyId), request.encryptionContext, lengthBytes);
});
