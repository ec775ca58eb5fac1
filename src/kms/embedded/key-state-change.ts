/** How a key goes from one state to another, and who is told before the caller is answered. */

import { EnvolError } from "../../errors.ts";
import { type OpenedMaterial, openMaterial } from "./key-material.ts";
import { isUsable } from "./key-states.ts";
import { armTimer } from "./key-timers.ts";
import { currentKey, type Kms, keyArnOf } from "./kms.ts";
import type { KeyRecord } from "./records.ts";

/**
 * Runs `change` on the key as it is when its turn comes: state changes of one key run one after the other. The new state
 * is committed, material that it does not allow is dropped, then every usability listener is called, all at
 * once, and waited for. A change to the state that the key has already calls them too, so a caller can try again.
 *
 * `change` gives the new record, or throws and nothing happens. When a listener fails, the new state stands.
 * @throws KEY_NOT_FOUND, KEY_UNAVAILABLE; KMS_INTERNAL when a listener failed
 */
export function changeKeyState(kms: Kms, keyId: string, change: (key: KeyRecord) => KeyRecord): Promise<KeyRecord> {
  return kms.serializer.run(`key ${keyId}`, async () => {
    const before = currentKey(kms, keyId);
    const after = change(before);
    await commitKey(kms, before, after);
    await tellListeners(kms, after);
    return after;
  });
}

/** One key's record before and after a change. */
export interface KeyChange {
  readonly kms: Kms;
  readonly before: KeyRecord;
  readonly after: KeyRecord;
}

/** `commitKeys` for one key. */
export function commitKey(kms: Kms, before: KeyRecord, after: KeyRecord): Promise<void> {
  return commitKeys([{ kms, before, after }]);
}

/**
 * Makes `after` the record of each key, of all or of none: material that may be used is held, and what `before` had beyond
 * that is dropped. The keys are one, or those of one id in several Regions; it runs within the serializer's `key <id>`.
 * @throws KEY_UNAVAILABLE
 */
export async function commitKeys(changes: readonly KeyChange[]): Promise<void> {
  const [first] = changes;
  if (first === undefined) return;
  try {
    // Held before the state shows, so that a key that is enabled can be used; until then its state refuses every use.
    for (const { kms, after } of changes) {
      for (const { materialId, material } of await openMissing(kms, after)) kms.held.set(materialId, material);
    }
    await first.kms.regions.writeKeys(changes.map(({ kms, after }) => ({ region: kms.region, key: after })));
  } catch (error) {
    for (const { kms, before, after } of changes) dropAllBut(kms, after, before);
    throw error;
  }
  for (const { kms, before, after } of changes) {
    dropAllBut(kms, before, after);
    armTimer(kms, after);
    if (after.state === before.state) continue;
    kms.events.publish({ type: "KeyStateChanged", keyArn: keyArnOf(kms, after.keyId), state: after.state });
  }
}

/** Tells everyone who follows the states of keys, and waits for them. @throws KMS_INTERNAL when one of them failed */
export async function tellListeners(kms: Kms, key: KeyRecord): Promise<void> {
  const keyArn = keyArnOf(kms, key.keyId);
  const told = { keyArn, keyState: key.state, usable: isUsable(key.state) };
  // The async function turns a listener that throws into one that rejects, so that all of them are called.
  const results = await Promise.allSettled([...kms.listeners].map(async (listener) => listener(told)));
  const failures = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  if (failures.length === 0) return;
  throw new EnvolError(
    "KMS_INTERNAL",
    `${keyArn} is in state ${key.state} now, but not everyone who uses it could follow. Send the request again.`,
    { cause: new AggregateError(failures) },
  );
}

/** The record in another state, without a deletion date. */
export function withState(key: KeyRecord, state: KeyRecord["state"]): KeyRecord {
  const { deletionDateMs: _, pendingDeletionWindowInDays: __, ...rest } = key;
  return { ...rest, state };
}

/** The ids of the materials that are in memory while a key is as it is: all that it has, if it may be used. */
function heldIds(key: KeyRecord): string[] {
  if (!isUsable(key.state)) return [];
  return key.materials.flatMap(({ materialId, imported }) =>
    imported === undefined || imported.state === "IMPORTED" ? [materialId] : [],
  );
}

/** Zeroes and forgets what `key` has in memory, except what `kept` needs. */
function dropAllBut(kms: Kms, key: KeyRecord, kept: KeyRecord): void {
  const needed = new Set(heldIds(kept));
  for (const { materialId } of key.materials) {
    if (needed.has(materialId)) continue;
    kms.held.get(materialId)?.fill(0);
    kms.held.delete(materialId);
  }
}

/** Opens those of the key's materials that are to be held and are not. @throws KEY_UNAVAILABLE */
async function openMissing(kms: Kms, key: KeyRecord): Promise<OpenedMaterial[]> {
  const missing = heldIds(key).filter((materialId) => !kms.held.has(materialId));
  const opened = await Promise.allSettled(missing.map((materialId) => openMaterial(kms.vault, key.keyId, materialId)));
  const materials = opened.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const failure = opened.find((result) => result.status === "rejected");
  if (failure === undefined) return materials;
  for (const { material } of materials) material.fill(0);
  throw new EnvolError("KEY_UNAVAILABLE", `${keyArnOf(kms, key.keyId)} is unavailable.`, { cause: failure.reason });
}
