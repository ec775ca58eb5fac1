/** Rotation: new key material becomes current, and all that came before goes on decrypting. Nothing is re-encrypted. */

import { EnvolError } from "../../errors.ts";
import { LIMITS } from "../../limits.ts";
import { keepMaterial, newMaterialId } from "./key-material.ts";
import { isPrimary, relatedKeys } from "./key-metadata.ts";
import { newMaterial } from "./key-pairs.ts";
import { specOf } from "./key-specs.ts";
import { commitKeys, type KeyChange } from "./key-state-change.ts";
import { type Kms, keyArnOf } from "./kms.ts";
import type { KeyMaterialRecord, KeyRecord } from "./records.ts";
import { tellRotated } from "./service-events.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** What automatic rotation of a key is to be from now on. */
export function firstRotation(
  kms: Kms,
  periodInDays: number = LIMITS.kmsRotationPeriodDaysDefault,
): NonNullable<KeyRecord["rotation"]> {
  return { periodInDays, nextRotationDateMs: kms.clock.now() + periodInDays * DAY_MS };
}

/** @throws KMS_UNSUPPORTED unless the key is one that can be rotated, and configured here */
export function requireRotatable(kms: Kms, key: KeyRecord, options: { readonly primaryOnly: boolean }): void {
  const arn = keyArnOf(kms, key.keyId);
  if (key.keySpec !== "SYMMETRIC_DEFAULT") {
    throw new EnvolError("KMS_UNSUPPORTED", `${arn} is a ${key.keySpec} key, whose material cannot be rotated.`);
  }
  if (options.primaryOnly && key.multiRegion) requireMultiRegionPrimary(kms, key);
}

/** @throws KMS_UNSUPPORTED unless the key is the primary one of a multi-Region key */
export function requireMultiRegionPrimary(kms: Kms, key: KeyRecord): void {
  if (key.multiRegion && isPrimary(kms, key)) return;
  throw new EnvolError("KMS_UNSUPPORTED", `${keyArnOf(kms, key.keyId)} is not a multi-region primary key.`);
}

/** How rotation is configured: of a replica key, as of its primary key. */
export function rotationOf(kms: Kms, key: KeyRecord): KeyRecord["rotation"] {
  if (!key.multiRegion || isPrimary(kms, key)) return key.rotation;
  return relatedKeys(kms, key.keyId).find((related) => isPrimary(related.kms, related.key))?.key.rotation;
}

/** Rotates a key whose automatic rotation is due. Runs within the serializer's `key <id>`. */
export async function rotateAsScheduled(kms: Kms, key: KeyRecord): Promise<void> {
  if (key.rotation === undefined) return;
  const nowMs = kms.clock.now();
  const { periodInDays, nextRotationDateMs } = key.rotation;
  const onScheduleMs = nextRotationDateMs + periodInDays * DAY_MS;
  // What was overdue by more than a period, while the key was disabled or the daemon stopped, happens once.
  const rotation = {
    periodInDays,
    nextRotationDateMs: onScheduleMs > nowMs ? onScheduleMs : nowMs + periodInDays * DAY_MS,
  };
  await rotateToNewMaterial(kms, { ...key, rotation }, "AUTOMATIC");
}

/** Makes new material, for the key and its replicas, and makes it current. Runs within the serializer's `key <id>`. */
export async function rotateToNewMaterial(
  kms: Kms,
  key: KeyRecord,
  rotationType: "AUTOMATIC" | "ON_DEMAND",
): Promise<void> {
  const materialId = newMaterialId();
  const nowMs = kms.clock.now();
  const made: KeyMaterialRecord = { materialId, creationDateMs: nowMs, rotationDateMs: nowMs, rotationType };
  const places = [{ kms, key }, ...relatedKeys(kms, key.keyId)];
  const { material } = await newMaterial(specOf(key.keySpec).material);
  try {
    for (const place of places) await keepMaterial(place.kms.vault, key.keyId, { materialId, material });
  } finally {
    material.fill(0);
  }
  const changes = places.map((place) => ({
    kms: place.kms,
    before: place.kms.tables.keys.get(key.keyId) ?? place.key,
    after: { ...place.key, materials: [...place.key.materials, made] },
  }));
  await commitKeys(changes);
  tellRotated(changes);
}

/**
 * Makes the imported material that waits for it current, in the key and its replicas. Runs within `key <id>`.
 * @throws KEY_STATE_INVALID when none waits, or a replica has not imported it
 */
export async function rotateToImportedMaterial(kms: Kms, key: KeyRecord): Promise<void> {
  const places = [{ kms, key }, ...relatedKeys(kms, key.keyId)];
  const waiting = key.materials.find(({ imported }) => imported?.pendingRotation);
  if (waiting === undefined || !places.every((place) => hasImported(place.key, waiting.materialId))) {
    const arn = keyArnOf(kms, key.keyId);
    throw new EnvolError("KEY_STATE_INVALID", `No available key material pending rotation for the key: ${arn}.`);
  }
  const rotationDateMs = kms.clock.now();
  const changes = places.map((place): KeyChange => {
    const materials = place.key.materials.map((material): KeyMaterialRecord => {
      if (material.imported === undefined || material.materialId !== waiting.materialId) return material;
      const imported = { ...material.imported, pendingRotation: false };
      return { ...material, imported, rotationDateMs, rotationType: "ON_DEMAND" };
    });
    return { kms: place.kms, before: place.key, after: { ...place.key, materials } };
  });
  await commitKeys(changes);
  tellRotated(changes);
}

function hasImported(key: KeyRecord, materialId: string): boolean {
  return key.materials.some(
    (material) => material.materialId === materialId && material.imported?.state === "IMPORTED",
  );
}
