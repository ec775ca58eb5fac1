/** Changes of a key's record that leave its state and its material as they are. */

import { armTimer } from "./key-timers.ts";
import { currentKey, type Kms } from "./kms.ts";
import type { KeyRecord } from "./records.ts";

/** Runs `change` on the key as it is when its turn comes; it gives the new record, or throws and nothing happens. */
export function changeKey(kms: Kms, keyId: string, change: (key: KeyRecord) => KeyRecord): Promise<KeyRecord> {
  return kms.serializer.run(`key ${keyId}`, async () => {
    const after = change(currentKey(kms, keyId));
    await kms.tables.keys.write((writes) => writes.put(keyId, after));
    armTimer(kms, after);
    return after;
  });
}
