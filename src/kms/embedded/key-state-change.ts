/** How a key goes from one state to another, and who is told before the caller is answered. */

import { EnvolError } from "../../errors.ts";
import { scheduleDestruction } from "./key-destruction.ts";
import { type OpenedMaterial, openMaterial } from "./key-material.ts";
import { isUsable } from "./key-states.ts";
import { currentKey, dropMaterial, type Kms, keyArnOf } from "./kms.ts";
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
    // Held before the state shows, so that a key that is enabled can be used; until then its state refuses every use.
    const opened = isUsable(after.state) ? await openMissing(kms, after) : [];
    for (const { materialId, material } of opened) kms.held.set(materialId, material);
    try {
      await kms.tables.keys.write((writes) => writes.put(keyId, after));
    } catch (error) {
      if (!isUsable(before.state)) dropMaterial(kms, after);
      throw error;
    }
    if (!isUsable(after.state)) dropMaterial(kms, after);
    scheduleDestruction(kms, after);
    if (after.state !== before.state) {
      kms.events.publish({ type: "KeyStateChanged", keyArn: keyArnOf(kms, keyId), state: after.state });
    }
    await tellListeners(kms, after);
    return after;
  });
}

/** The record in another state, without a deletion date. */
export function withState(key: KeyRecord, state: KeyRecord["state"]): KeyRecord {
  const { deletionDateMs: _, ...rest } = key;
  return { ...rest, state };
}

/** Opens those of the key's materials that are not held. @throws KEY_UNAVAILABLE */
async function openMissing(kms: Kms, key: KeyRecord): Promise<OpenedMaterial[]> {
  const missing = key.materials.filter(({ materialId }) => !kms.held.has(materialId));
  const opened = await Promise.allSettled(
    missing.map(({ materialId }) => openMaterial(kms.vault, key.keyId, materialId)),
  );
  const materials = opened.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const failure = opened.find((result) => result.status === "rejected");
  if (failure === undefined) return materials;
  for (const { material } of materials) material.fill(0);
  throw new EnvolError("KEY_UNAVAILABLE", `${keyArnOf(kms, key.keyId)} is unavailable.`, { cause: failure.reason });
}

async function tellListeners(kms: Kms, key: KeyRecord): Promise<void> {
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
