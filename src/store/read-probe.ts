/** How reads work in this runtime, found out by trying it. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isInPlace } from "./in-place.ts";
import { allocateRecordMemory } from "./record.ts";
import { openStore } from "./store.ts";

/** Whether records are read where LMDB has mapped them, rather than copied, in a store that is made and removed for this. */
export async function readsInPlace(): Promise<boolean> {
  const directory = await mkdtemp(join(tmpdir(), "envol-probe-"));
  try {
    const store = await openStore(directory);
    try {
      await store.records.put(1, allocateRecordMemory());
      const record = store.records.get(1);
      return record !== undefined && isInPlace(record);
    } finally {
      await store.close();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
