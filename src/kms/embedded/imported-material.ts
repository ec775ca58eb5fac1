/** Key material that a caller brings, takes away, or lets expire: AWS KMS developer guide, "Importing key material". */

import { createHmac } from "node:crypto";
import { EnvolError } from "../../errors.ts";
import type { KeyState } from "../key-state.ts";
import { destroyMaterial } from "./key-material.ts";
import { isPrimary, relatedKeys } from "./key-metadata.ts";
import { commitKeys, type KeyChange, tellListeners } from "./key-state-change.ts";
import type { Kms } from "./kms.ts";
import type { ImportFacts, KeyMaterialRecord, KeyRecord } from "./records.ts";
import { tellExpired } from "./service-events.ts";

/** The same material in the same key has the same id (KMS API, ImportKeyMaterial), which does not tell the material. */
export function importedMaterialId(kms: Kms, keyId: string, material: Uint8Array): string {
  return createHmac("sha256", kms.textKey).update(`key material\0${keyId}`).update(material).digest("hex");
}

/** What is imported beside the bytes. */
export interface Import {
  readonly materialId: string;
  readonly validToMs: number | undefined;
  readonly description: string | undefined;
  readonly isNew: boolean;
}

/**
 * The key's materials with one imported. The first one of a key becomes current; another waits for RotateKeyOnDemand.
 * @throws KEY_MATERIAL_INCORRECT, KEY_STATE_INVALID, KMS_UNSUPPORTED
 */
export function withImported(kms: Kms, key: KeyRecord, imported: Import): KeyMaterialRecord[] {
  const { materialId, isNew } = imported;
  const known = key.materials.find((material) => material.materialId === materialId);
  if (isNew === (known !== undefined)) throw incorrect();
  if (known !== undefined) {
    return key.materials.map((material) =>
      material === known ? { ...material, imported: factsOf(imported, material.imported) } : material,
    );
  }
  if (key.multiRegion && !isPrimary(kms, key)) {
    throw new EnvolError("KMS_UNSUPPORTED", "New key material is imported into the primary key first.");
  }
  const waiting = key.materials.find((material) => material.imported?.pendingRotation);
  if (waiting !== undefined) {
    throw new EnvolError(
      "KEY_STATE_INVALID",
      `New key material (id: ${materialId}) cannot be imported into KMS key ${key.keyId}, because another key material (id: ${waiting.materialId}) is pending rotation.`,
    );
  }
  const facts = { ...factsOf(imported, undefined), pendingRotation: key.materials.length > 0 };
  return [...key.materials, { materialId, creationDateMs: kms.clock.now(), imported: facts }];
}

function factsOf({ validToMs, description }: Import, before: ImportFacts | undefined): ImportFacts {
  const kept = description ?? before?.description;
  return {
    state: "IMPORTED",
    pendingRotation: before?.pendingRotation ?? false,
    ...(kept === undefined ? {} : { description: kept }),
    ...(validToMs === undefined ? {} : { validToMs }),
  };
}

/** What replica keys learn when their primary key imports new material: that it is theirs too, and to be imported. */
export function replicaChanges(kms: Kms, key: KeyRecord): KeyChange[] {
  if (!key.multiRegion || !isPrimary(kms, key)) return [];
  return relatedKeys(kms, key.keyId).flatMap((related) => {
    const known = new Set(related.key.materials.map(({ materialId }) => materialId));
    const added = key.materials.filter(({ materialId }) => !known.has(materialId)).map(withoutMaterial);
    if (added.length === 0) return [];
    const after = { ...related.key, materials: [...related.key.materials, ...added] };
    return [{ kms: related.kms, before: related.key, after: { ...after, state: stateWithMaterials(after) } }];
  });
}

/** A material's record where it has not been imported, or is no more. */
export function withoutMaterial(material: KeyMaterialRecord): KeyMaterialRecord {
  const { validToMs: _, ...facts } = material.imported ?? { pendingRotation: false };
  return { ...material, imported: { ...facts, state: "PENDING_IMPORT" } };
}

/**
 * The state of a key as its materials are: pending import while one that it decrypts with is missing, enabled once none is.
 * A key that is to be deleted stays so, and one that was disabled with all its material too.
 */
export function stateWithMaterials(key: KeyRecord): KeyState {
  if (key.state === "PendingDeletion" || key.state === "PendingReplicaDeletion") return key.state;
  const needed = key.materials.filter(({ imported }) => !imported?.pendingRotation);
  const isComplete = needed.length > 0 && needed.every(({ imported }) => imported?.state !== "PENDING_IMPORT");
  if (!isComplete) return "PendingImport";
  return key.state === "PendingImport" ? "Enabled" : key.state;
}

/** Takes away all imported material whose time is over. Runs within the serializer's `key <id>`. */
export function expireMaterial(kms: Kms, key: KeyRecord): Promise<void> {
  const nowMs = kms.clock.now();
  const isExpired = ({ imported }: KeyMaterialRecord) => (imported?.validToMs ?? nowMs + 1) <= nowMs;
  return removeMaterial(kms, key, isExpired, () => tellExpired(kms, key, key.materials.filter(isExpired)));
}

/**
 * Takes imported material away: its file is destroyed, and the key cannot be used until it is imported again. Material that
 * was waiting for a rotation is forgotten altogether. Runs within the serializer's `key <id>`.
 * @param removed called when it is done, before whoever follows the state of keys is
 */
export async function removeMaterial(
  kms: Kms,
  key: KeyRecord,
  isRemoved: (material: KeyMaterialRecord) => boolean,
  removed: () => void = () => {},
): Promise<void> {
  const changes = [removal(kms, key, isRemoved), ...forgetInReplicas(kms, key, isRemoved)];
  await commitKeys(changes);
  for (const { kms: place, after } of changes) {
    const present = after.materials.filter(({ imported }) => imported?.state === "IMPORTED");
    await destroyMaterial(place.vault, key.keyId, new Set(present.map(({ materialId }) => materialId)));
  }
  removed();
  for (const { kms: place, before, after } of changes)
    if (after.state !== before.state) await tellListeners(place, after);
}

function removal(kms: Kms, key: KeyRecord, isRemoved: (material: KeyMaterialRecord) => boolean): KeyChange {
  const materials = key.materials.flatMap((material) => {
    if (!isRemoved(material)) return [material];
    return material.imported?.pendingRotation ? [] : [withoutMaterial(material)];
  });
  const after = { ...key, materials };
  return { kms, before: key, after: { ...after, state: stateWithMaterials(after) } };
}

/** What a primary key forgets, its replicas forget too (KMS API, DeleteImportedKeyMaterial). */
function forgetInReplicas(kms: Kms, key: KeyRecord, isRemoved: (material: KeyMaterialRecord) => boolean): KeyChange[] {
  const forgotten = key.materials.filter((material) => isRemoved(material) && material.imported?.pendingRotation);
  if (forgotten.length === 0 || !key.multiRegion || !isPrimary(kms, key)) return [];
  const ids = new Set(forgotten.map(({ materialId }) => materialId));
  return relatedKeys(kms, key.keyId).map((related) =>
    removal(related.kms, related.key, ({ materialId }) => ids.has(materialId)),
  );
}

export function incorrect(): EnvolError {
  const message = "The key material is not of the kind that the key takes, or not the one that was imported before.";
  return new EnvolError("KEY_MATERIAL_INCORRECT", message, { field: "encryptedKeyMaterial" });
}
