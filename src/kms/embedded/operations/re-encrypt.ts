import type { KmsCaller } from "../../kms-client.ts";
import { requireKey } from "../authorization.ts";
import { readBlob } from "../ciphertext-blob.ts";
import { requireBlobKey, resolveKeyOrAlias } from "../key-identifier.ts";
import { type Kms, keyArnOf } from "../kms.ts";
import { decryptUnder, encryptUnder } from "../symmetric.ts";
import { validate } from "../validation.ts";
import type { RequestOf, ResponseOf } from "./operation.ts";

/** Wraps anew, under another key or context. The plaintext does not leave the KMS. */
export async function reEncrypt(
  kms: Kms,
  caller: KmsCaller,
  request: RequestOf<"reEncrypt">,
): Promise<ResponseOf<"reEncrypt">> {
  validate("ReEncrypt", request);
  const { sourceEncryptionContext, destinationEncryptionContext } = request;
  const blob = readBlob(kms.blobHeaderKey, request.ciphertextBlob);
  await requireBlobKey(kms, blob, request.sourceKeyId, "sourceKeyId");
  const destinationKeyId = await resolveKeyOrAlias(kms, request.destinationKeyId, "destinationKeyId");
  const from = { action: "ReEncryptFrom", encryptionContext: sourceEncryptionContext } as const;
  const source = requireKey(kms, caller, "ReEncrypt", blob.keyId, from);
  const to = { action: "ReEncryptTo", encryptionContext: destinationEncryptionContext } as const;
  const destination = requireKey(kms, caller, "ReEncrypt", destinationKeyId, to);
  const plaintext = decryptUnder(kms, source, sourceEncryptionContext, blob);
  try {
    const wrapped = encryptUnder(kms, destination, destinationEncryptionContext, plaintext);
    return {
      ciphertextBlob: wrapped.ciphertextBlob,
      sourceKeyId: keyArnOf(kms, source.keyId),
      keyId: keyArnOf(kms, destination.keyId),
      sourceKeyMaterialId: blob.materialId,
      destinationKeyMaterialId: wrapped.materialId,
    };
  } finally {
    plaintext.fill(0);
  }
}
