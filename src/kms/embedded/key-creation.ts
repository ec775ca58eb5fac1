/** How a key comes to be: its material first, then its record, so that no record is ever without material. */

import { randomUUID } from "node:crypto";
import { EnvolError } from "../../errors.ts";
import { LIMITS } from "../../limits.ts";
import { createMaterial, destroyMaterial } from "./key-material.ts";
import { type Kms, keyArnOf } from "./kms.ts";
import type { KeyRecord } from "./records.ts";

/**
 * Makes an enabled symmetric key. After a crash in between, material without a record is destroyed at the next start.
 * @throws KMS_LIMIT_EXCEEDED
 */
export async function makeKey(
  kms: Kms,
  fields: Pick<KeyRecord, "description" | "keyManager" | "tags">,
): Promise<KeyRecord> {
  if (kms.tables.keys.size + kms.counters.keysBeingMade >= LIMITS.kmsKeysMax) {
    throw new EnvolError("KMS_LIMIT_EXCEEDED", `The account has ${LIMITS.kmsKeysMax} keys in ${kms.region}, the most.`);
  }
  kms.counters.keysBeingMade += 1;
  try {
    return await makeSymmetricKey(kms, fields);
  } finally {
    kms.counters.keysBeingMade -= 1;
  }
}

async function makeSymmetricKey(
  kms: Kms,
  fields: Pick<KeyRecord, "description" | "keyManager" | "tags">,
): Promise<KeyRecord> {
  const keyId = randomUUID();
  const { materialId, material } = await createMaterial(kms.vault, keyId);
  const creationDateMs = kms.clock.now();
  const key: KeyRecord = {
    keyId,
    state: "Enabled",
    creationDateMs,
    keySpec: "SYMMETRIC_DEFAULT",
    keyUsage: "ENCRYPT_DECRYPT",
    origin: "AWS_KMS",
    multiRegion: false,
    materials: [{ materialId, creationDateMs }],
    ...fields,
  };
  kms.held.set(materialId, material);
  try {
    await kms.tables.keys.write((writes) => writes.put(keyId, key));
  } catch (error) {
    kms.held.delete(materialId);
    material.fill(0);
    await destroyMaterial(kms.vault, keyId);
    throw error;
  }
  kms.events.publish({ type: "KeyStateChanged", keyArn: keyArnOf(kms, keyId), state: key.state });
  return key;
}
