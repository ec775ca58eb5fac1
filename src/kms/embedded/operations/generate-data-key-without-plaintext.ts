import type { KmsCaller } from "../../kms-client.ts";
import { requireKey } from "../authorization.ts";
import { resolveKeyOrAlias } from "../key-identifier.ts";
import { type Kms, keyArnOf } from "../kms.ts";
import { dataKeyLength, makeDataKey } from "../symmetric.ts";
import { validate } from "../validation.ts";
import type { RequestOf, ResponseOf } from "./operation.ts";

/** A new data key that nobody has seen: wrapped only. */
export async function generateDataKeyWithoutPlaintext(
  kms: Kms,
  caller: KmsCaller,
  request: RequestOf<"generateDataKeyWithoutPlaintext">,
): Promise<ResponseOf<"generateDataKeyWithoutPlaintext">> {
  const operation = "GenerateDataKeyWithoutPlaintext";
  validate(operation, request);
  const lengthBytes = dataKeyLength(request);
  const keyId = await resolveKeyOrAlias(kms, request.keyId);
  const key = requireKey(kms, caller, operation, keyId, { encryptionContext: request.encryptionContext });
  const { plaintext, ciphertextBlob, materialId } = makeDataKey(kms, operation, key, request, lengthBytes);
  plaintext.fill(0);
  return { ciphertextBlob, keyId: keyArnOf(kms, keyId), keyMaterialId: materialId };
}
