/** Doing what is due for a key, whatever that is. */

import { expireMaterial } from "./imported-material.ts";
import { destroyKey } from "./key-destruction.ts";
import { relatedKeys } from "./key-metadata.ts";
import { commitKey } from "./key-state-change.ts";
import { armTimer, rotatesItself } from "./key-timers.ts";
import type { Kms } from "./kms.ts";
import type { KeyRecord } from "./records.ts";
import { rotateAsScheduled } from "./rotation.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Does what is due for a key now, and arms the timer of what is due later. */
export function settleDue(kms: Kms, keyId: string): Promise<void> {
  return kms.serializer.run(`key ${keyId}`, async () => {
    const key = kms.tables.keys.get(keyId);
    if (key === undefined) return;
    const nowMs = kms.clock.now();
    if (key.deletionDateMs !== undefined && key.deletionDateMs <= nowMs) {
      await destroyKey(kms, key);
      if (key.multiRegion) await releasePrimary(kms, key);
      return;
    }
    if (rotatesItself(key) && (key.rotation?.nextRotationDateMs ?? nowMs + 1) <= nowMs) {
      return rotateAsScheduled(kms, key);
    }
    if (key.materials.some(({ imported }) => (imported?.validToMs ?? nowMs + 1) <= nowMs)) {
      return expireMaterial(kms, key);
    }
    // The machine's clock may have been set back since the timer was armed; then nothing is due.
    armTimer(kms, key);
  });
}

/** When the last replica key is gone, the waiting period of its primary key begins, if that is to be deleted. */
async function releasePrimary(kms: Kms, gone: KeyRecord): Promise<void> {
  const [primary, ...others] = relatedKeys(kms, gone.keyId);
  if (primary === undefined || others.length > 0 || primary.key.state !== "PendingReplicaDeletion") return;
  const { pendingDeletionWindowInDays = 0, ...rest } = primary.key;
  await commitKey(primary.kms, primary.key, {
    ...rest,
    state: "PendingDeletion",
    deletionDateMs: kms.clock.now() + pendingDeletionWindowInDays * DAY_MS,
  });
}
