/** When something is due for a key: its destruction, the rotation of its material, the expiry of what was imported. */

import type { Kms } from "./kms.ts";
import type { KeyRecord } from "./records.ts";

/** Arms the timer of what is due next for a key, and takes away the one before. What is overdue begins at once. */
export function armTimer(kms: Kms, key: KeyRecord): void {
  kms.timers.get(key.keyId)?.();
  kms.timers.delete(key.keyId);
  const dueMs = nextDueMs(key);
  if (dueMs === undefined) return;
  const settle = () => {
    kms.timers.delete(key.keyId);
    kms.settleDue(key.keyId).catch(kms.onFailure);
  };
  if (dueMs <= kms.clock.now()) settle();
  else kms.timers.set(key.keyId, kms.clock.at(dueMs, settle));
}

/** Milliseconds since 1970, or undefined when nothing will be due as the key is now. */
export function nextDueMs(key: KeyRecord): number | undefined {
  const times = [
    key.deletionDateMs,
    rotatesItself(key) ? key.rotation?.nextRotationDateMs : undefined,
    ...key.materials.map(({ imported }) => (imported?.state === "IMPORTED" ? imported.validToMs : undefined)),
  ].filter((time) => time !== undefined);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** KMS rotates no key that is disabled or pending deletion (KMS API, GetKeyRotationStatus). */
export function rotatesItself(key: KeyRecord): boolean {
  return key.rotation !== undefined && key.state === "Enabled";
}
