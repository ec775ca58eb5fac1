import type { KmsCaller } from "../../kms-client.ts";
import { requireKey } from "../authorization.ts";
import { resolveKeyOrAlias } from "../key-identifier.ts";
import { type Kms, keyArnOf } from "../kms.ts";
import { dataKeyLength, makeDataKey } from "../symmetric.ts";
import { validate } from "../validation.ts";
import type { RequestOf, ResponseOf } from "./operation.ts";

/** A new data key, in plaintext and wrapped. */
export async function generateDataKey(
  kms: Kms,
  caller: KmsCaller,
  request: RequestOf<"generateDataKey">,
): Promise<ResponseOf<"generateDataKey">> {
  validate("GenerateDataKey", request);
  const lengthBytes = dataKeyLength(request);
  const keyId = await resolveKeyOrAlias(kms, request.keyId);
  const key = requireKey(kms, caller, "GenerateDataKey", keyId, { encryptionContext: request.encryptionContext });
  const { materialId, ...dataKey } = makeDataKey(kms, "GenerateDataKey", key, request, lengthBytes);
  return { ...dataKey, keyId: keyArnOf(kms, keyId), keyMaterialId: materialId };
}
