import type { KmsCaller } from "../../kms-client.ts";
import { requireKey } from "../authorization.ts";
import { resolveKeyOrAlias } from "../key-identifier.ts";
import { type Kms, keyArnOf } from "../kms.ts";
import { encryptUnder, requireSymmetricAlgorithm, SYMMETRIC_ALGORITHM } from "../symmetric.ts";
import { validate } from "../validation.ts";
import type { RequestOf, ResponseOf } from "./operation.ts";

export async function encrypt(
  kms: Kms,
  caller: KmsCaller,
  request: RequestOf<"encrypt">,
): Promise<ResponseOf<"encrypt">> {
  validate("Encrypt", request);
  const keyId = await resolveKeyOrAlias(kms, request.keyId);
  const key = requireKey(kms, caller, "Encrypt", keyId, { encryptionContext: request.encryptionContext });
  requireSymmetricAlgorithm(key, request.encryptionAlgorithm);
  const { ciphertextBlob } = encryptUnder(kms, key, request.encryptionContext, request.plaintext);
  return { ciphertextBlob, keyId: keyArnOf(kms, keyId), encryptionAlgorithm: SYMMETRIC_ALGORITHM };
}
