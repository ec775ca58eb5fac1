/** What the KMS does by itself, told to those who keep records and to those who watch events. */

import { randomUUID } from "node:crypto";
import type { EventType } from "../../events.ts";
import type { ServiceEventName } from "./call.ts";
import type { KeyChange } from "./key-state-change.ts";
import { type Kms, keyArnOf } from "./kms.ts";
import type { KeyMaterialRecord, KeyRecord } from "./records.ts";

const EVENT_TYPES: Readonly<Record<ServiceEventName, EventType>> = {
  RotateKey: "KeyRotated",
  DeleteKey: "KeyMaterialDestroyed",
  DeleteExpiredKeyMaterial: "KeyMaterialExpired",
  SynchronizeMultiRegionKey: "KeySynchronized",
};

/** @param key as it is now; of a key that is gone, as it was last */
function tell(kms: Kms, name: ServiceEventName, key: KeyRecord, details: Readonly<Record<string, string>> = {}): void {
  const keyArn = keyArnOf(kms, key.keyId);
  const { region, clock } = kms;
  kms.recordServiceEvent({ eventId: randomUUID(), timeMs: clock.now(), region, name, keyArn, key, details });
  const { keyId: _, ...detail } = details;
  kms.events.publish({ type: EVENT_TYPES[name], keyArn, ...(Object.keys(detail).length === 0 ? {} : { detail }) });
}

export function tellDeleted(kms: Kms, key: KeyRecord): void {
  tell(kms, "DeleteKey", key);
}

/** @param changes of the key that was rotated, and then of its replicas, which have the new material too */
export function tellRotated([primary, ...replicas]: readonly KeyChange[]): void {
  if (primary === undefined) return;
  const { kms, before, after } = primary;
  const previous = currentOf(before);
  const current = currentOf(after);
  tell(kms, "RotateKey", after, {
    rotationType: current?.rotationType ?? "",
    keyOrigin: after.origin,
    previousKeyMaterialId: previous?.materialId ?? "",
    currentKeyMaterialId: current?.materialId ?? "",
    keyId: after.keyId,
  });
  tellSynchronized(replicas);
}

/** @param changes of replica keys that took over what their primary key has */
export function tellSynchronized(changes: readonly Pick<KeyChange, "kms" | "after">[]): void {
  for (const { kms, after } of changes) tell(kms, "SynchronizeMultiRegionKey", after);
}

export function tellExpired(kms: Kms, key: KeyRecord, materials: readonly KeyMaterialRecord[]): void {
  for (const { materialId: keyMaterialId } of materials) {
    tell(kms, "DeleteExpiredKeyMaterial", key, { keyId: key.keyId, keyMaterialId });
  }
}

function currentOf(key: KeyRecord): KeyMaterialRecord | undefined {
  return key.materials.findLast(({ imported }) => !imported?.pendingRotation);
}
