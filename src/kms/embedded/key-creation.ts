/** How a key comes to be: its material first, then its record, so that no record is ever without material. */

import { randomUUID } from "node:crypto";
import { EnvolError } from "../../errors.ts";
import { LIMITS } from "../../limits.ts";
import { destroyMaterial, keepMaterial, newMaterialId, type OpenedMaterial } from "./key-material.ts";
import { newMaterial } from "./key-pairs.ts";
import { specOf } from "./key-specs.ts";
import { isUsable } from "./key-states.ts";
import { armTimer } from "./key-timers.ts";
import { type Kms, keyArnOf } from "./kms.ts";
import type { KeyRecord } from "./records.ts";

/** A key's record but for what making it brings about. */
type NewKey = Omit<KeyRecord, "keyId" | "state" | "creationDateMs" | "materials" | "publicKey"> & {
  readonly keyId?: string;
};

/** A new key id: a UUID, or the form that tells multi-Region keys apart. */
export function newKeyId(multiRegion: boolean): string {
  return multiRegion ? `mrk-${randomUUID().replaceAll("-", "")}` : randomUUID();
}

/**
 * Makes a key: enabled, with new material; or, for origin EXTERNAL, without and pending import. After a crash in between,
 * material without a record is destroyed at the next start.
 * @throws KMS_LIMIT_EXCEEDED, KMS_UNSUPPORTED, STORE_FULL
 */
export async function makeKey(kms: Kms, fields: NewKey): Promise<KeyRecord> {
  const creationDateMs = kms.clock.now();
  const base = { keyId: newKeyId(fields.multiRegion), ...fields, creationDateMs };
  if (fields.origin === "EXTERNAL") return addKey(kms, { ...base, state: "PendingImport", materials: [] }, []);
  return countingIn(kms, async () => {
    const { material, publicKey } = await newMaterial(specOf(fields.keySpec).material);
    const materialId = newMaterialId();
    const key: KeyRecord = {
      ...base,
      state: "Enabled",
      materials: [{ materialId, creationDateMs }],
      ...(publicKey === undefined ? {} : { publicKey }),
    };
    return storeKey(kms, key, [{ materialId, material }]);
  });
}

/**
 * Adds a whole key with its materials, which are the KMS's from now on. The key's id must be free.
 * @throws KMS_LIMIT_EXCEEDED, STORE_FULL
 */
export function addKey(kms: Kms, key: KeyRecord, materials: readonly OpenedMaterial[]): Promise<KeyRecord> {
  return countingIn(kms, () => storeKey(kms, key, materials));
}

/** Runs what makes a key, if there is room for one, counting those that are being made. @throws KMS_LIMIT_EXCEEDED */
async function countingIn<Result>(kms: Kms, make: () => Promise<Result>): Promise<Result> {
  if (kms.tables.keys.size + kms.counters.keysBeingMade >= LIMITS.kmsKeysMax) {
    throw new EnvolError("KMS_LIMIT_EXCEEDED", `The account has ${LIMITS.kmsKeysMax} keys in ${kms.region}, the most.`);
  }
  kms.counters.keysBeingMade += 1;
  try {
    return await make();
  } finally {
    kms.counters.keysBeingMade -= 1;
  }
}

async function storeKey(kms: Kms, key: KeyRecord, materials: readonly OpenedMaterial[]): Promise<KeyRecord> {
  const { keyId } = key;
  try {
    for (const material of materials) await keepMaterial(kms.vault, keyId, material);
    if (isUsable(key.state)) for (const { materialId, material } of materials) kms.held.set(materialId, material);
    await kms.tables.keys.write((writes) => writes.put(keyId, key));
  } catch (error) {
    for (const { materialId, material } of materials) {
      kms.held.delete(materialId);
      material.fill(0);
    }
    await destroyMaterial(kms.vault, keyId);
    throw error;
  }
  if (!isUsable(key.state)) for (const { material } of materials) material.fill(0);
  armTimer(kms, key);
  kms.events.publish({ type: "KeyStateChanged", keyArn: keyArnOf(kms, keyId), state: key.state });
  return key;
}
