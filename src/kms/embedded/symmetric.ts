/** Encryption and decryption under a symmetric key. Everything here runs without waiting, so that no state change comes between. */

import { randomFillSync } from "node:crypto";
import { allocateKey } from "../../crypto/key-memory.ts";
import { EnvolError } from "../../errors.ts";
import type { DataKeyRequest } from "../key-operations.ts";
import type { EncryptionContext } from "../kms-client.ts";
import { type CiphertextBlob, invalidCiphertext, openBlob, sealBlob } from "./ciphertext-blob.ts";
import { contextFacts } from "./encryption-context.ts";
import { heldMaterial, type Kms, keyArnOf } from "./kms.ts";
import type { KeyRecord } from "./records.ts";
import { invalid } from "./validation.ts";

export const SYMMETRIC_ALGORITHM = "SYMMETRIC_DEFAULT";

/** KMS API, GenerateDataKey: KeySpec. */
const DATA_KEY_BYTES: Readonly<Record<string, number>> = { AES_256: 32, AES_128: 16 };

/** @throws KEY_USAGE_INVALID */
export function requireSymmetricAlgorithm(key: KeyRecord, algorithm: string | undefined): void {
  if (algorithm === undefined || algorithm === SYMMETRIC_ALGORITHM) return;
  throw new EnvolError("KEY_USAGE_INVALID", `Algorithm ${algorithm} is incompatible with key spec ${key.keySpec}.`, {
    field: "encryptionAlgorithm",
  });
}

/** Encrypts under the key's current material. @throws KEY_UNAVAILABLE */
export function encryptUnder(
  kms: Kms,
  key: KeyRecord,
  context: EncryptionContext | undefined,
  plaintext: Uint8Array,
): { ciphertextBlob: Buffer; materialId: string } {
  const materialId = key.materials.at(-1)?.materialId ?? "";
  const material = heldMaterial(kms, key, materialId);
  const headerKey = kms.blobHeaderKey;
  return {
    ciphertextBlob: sealBlob({ headerKey, keyId: key.keyId, materialId, material, context, plaintext }),
    materialId,
  };
}

/** Decrypts under whichever of the key's materials made the blob. @throws CIPHERTEXT_INVALID, KEY_UNAVAILABLE */
export function decryptUnder(
  kms: Kms,
  key: KeyRecord,
  context: EncryptionContext | undefined,
  blob: CiphertextBlob,
): Buffer {
  if (!key.materials.some(({ materialId }) => materialId === blob.materialId)) throw invalidCiphertext();
  return openBlob(blob, heldMaterial(kms, key, blob.materialId), context);
}

/** How many bytes a data key is to have. @throws KMS_VALIDATION unless exactly one field says it */
export function dataKeyLength(request: DataKeyRequest): number {
  if ((request.numberOfBytes === undefined) === (request.keySpec === undefined)) {
    throw invalid("Please specify either number of bytes or key spec.", "numberOfBytes");
  }
  return request.numberOfBytes ?? DATA_KEY_BYTES[request.keySpec ?? ""] ?? 0;
}

/** A new random data key, wrapped. The plaintext is the caller's to zero. @throws KEY_UNAVAILABLE */
export function makeDataKey(
  kms: Kms,
  operation: "GenerateDataKey" | "GenerateDataKeyWithoutPlaintext",
  key: KeyRecord,
  request: DataKeyRequest,
  lengthBytes: number,
): { plaintext: Buffer; ciphertextBlob: Buffer; materialId: string } {
  const plaintext = randomFillSync(allocateKey(lengthBytes));
  const wrapped = encryptUnder(kms, key, request.encryptionContext, plaintext);
  const { detail, ...facts } = contextFacts(request.encryptionContext);
  kms.events.publish({
    type: "DataKeyWrapped",
    keyArn: keyArnOf(kms, key.keyId),
    ...facts,
    detail: { operation, numberOfBytes: String(lengthBytes), ...detail },
  });
  return { plaintext, ...wrapped };
}
