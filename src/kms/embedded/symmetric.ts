/** Encryption and decryption under a symmetric key. Everything here runs without waiting, so that no state change comes between. */

import { randomFillSync } from "node:crypto";
import { allocateKey } from "../../crypto/key-memory.ts";
import type { EncryptionContext } from "../kms-client.ts";
import { requireNoDryRun } from "./authorization.ts";
import type { Call } from "./call.ts";
import { type CiphertextBlob, invalidCiphertext, openBlob, sealBlob } from "./ciphertext-blob.ts";
import { contextFacts } from "./encryption-context.ts";
import type { RequestOf } from "./fields.ts";
import { noteUse, requireAlgorithm, requireUsage } from "./key-use.ts";
import { currentMaterialId, heldMaterial, type Kms, keyArnOf } from "./kms.ts";
import type { KeyRecord } from "./records.ts";
import type { DATA_KEY } from "./request-fields.ts";
import { invalid } from "./validation.ts";

export const SYMMETRIC_ALGORITHM = "SYMMETRIC_DEFAULT";

/** KMS API, GenerateDataKey: KeySpec. */
const DATA_KEY_BYTES = { AES_256: 32, AES_128: 16 } as const;

/** Encrypts under the key's current material. @throws KEY_UNAVAILABLE */
export function encryptUnder(
  kms: Kms,
  key: KeyRecord,
  context: EncryptionContext | undefined,
  plaintext: Uint8Array,
): { ciphertextBlob: Buffer; materialId: string } {
  const materialId = currentMaterialId(kms, key);
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
export function dataKeyLength(request: RequestOf<Pick<typeof DATA_KEY, "numberOfBytes" | "keySpec">>): number {
  if ((request.numberOfBytes === undefined) === (request.keySpec === undefined)) {
    throw invalid("Please specify either number of bytes or key spec.", "numberOfBytes");
  }
  return request.numberOfBytes ?? DATA_KEY_BYTES[request.keySpec ?? "AES_256"];
}

/** Of the operations that make data keys and key pairs. @throws KEY_USAGE_INVALID */
export function requireWrappingKey(call: Call, key: KeyRecord): void {
  requireUsage(call, key, "ENCRYPT_DECRYPT");
  requireAlgorithm(key, SYMMETRIC_ALGORITHM, "keyId");
}

/**
 * A new random data key, wrapped. The plaintext is the caller's to zero.
 * @throws KEY_USAGE_INVALID, KEY_UNAVAILABLE, DRY_RUN
 */
export function makeDataKey(
  call: Call,
  key: KeyRecord,
  context: EncryptionContext | undefined,
  lengthBytes: number,
): { plaintext: Buffer; ciphertextBlob: Buffer; keyId: string; keyMaterialId: string } {
  const { kms, operation } = call;
  requireWrappingKey(call, key);
  requireNoDryRun(call);
  const plaintext = randomFillSync(allocateKey(lengthBytes));
  const { ciphertextBlob, materialId } = encryptUnder(kms, key, context, plaintext);
  const { detail, ...facts } = contextFacts(context);
  const keyId = keyArnOf(kms, key.keyId);
  noteUse(call, kms, key.keyId);
  call.additional.keyMaterialId = materialId;
  kms.events.publish({
    type: "DataKeyWrapped",
    keyArn: keyId,
    ...facts,
    detail: { operation, numberOfBytes: String(lengthBytes), ...detail },
  });
  return { plaintext, ciphertextBlob, keyId, keyMaterialId: materialId };
}
