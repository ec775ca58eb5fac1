import { toEnvolError } from "../../../errors.ts";
import type { KmsCaller } from "../../kms-client.ts";
import { requireKey } from "../authorization.ts";
import { readBlob } from "../ciphertext-blob.ts";
import { contextFacts } from "../encryption-context.ts";
import { requireBlobKey } from "../key-identifier.ts";
import { type Kms, keyArnOf } from "../kms.ts";
import { decryptUnder, requireSymmetricAlgorithm, SYMMETRIC_ALGORITHM } from "../symmetric.ts";
import { validate } from "../validation.ts";
import type { RequestOf, ResponseOf } from "./operation.ts";

/** Refusals because of the key itself, which are worth an event: the caller may unwrap, but the key cannot. */
const KEY_UNUSABLE: readonly string[] = ["KEY_DISABLED", "KEY_STATE_INVALID", "KEY_NOT_FOUND", "KEY_UNAVAILABLE"];

/** The ciphertext tells which key made it; a key that the request names must be that one. */
export async function decrypt(
  kms: Kms,
  caller: KmsCaller,
  request: RequestOf<"decrypt">,
): Promise<ResponseOf<"decrypt">> {
  validate("Decrypt", request);
  const blob = readBlob(kms.blobHeaderKey, request.ciphertextBlob);
  await requireBlobKey(kms, blob, request.keyId, "keyId");
  const keyArn = keyArnOf(kms, blob.keyId);
  const { detail, ...facts } = contextFacts(request.encryptionContext);
  try {
    const key = requireKey(kms, caller, "Decrypt", blob.keyId, request);
    requireSymmetricAlgorithm(key, request.encryptionAlgorithm);
    const plaintext = decryptUnder(kms, key, request.encryptionContext, blob);
    kms.events.publish({ type: "DataKeyUnwrapped", keyArn, ...facts, detail });
    return { plaintext, keyId: keyArn, encryptionAlgorithm: SYMMETRIC_ALGORITHM, keyMaterialId: blob.materialId };
  } catch (error) {
    const { code } = toEnvolError(error);
    if (KEY_UNUSABLE.includes(code)) {
      kms.events.publish({ type: "DataKeyUnwrapRefused", keyArn, ...facts, detail: { reason: code, ...detail } });
    }
    throw error;
  }
}
