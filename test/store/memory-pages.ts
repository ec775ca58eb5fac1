/** A page store in memory that commits late, as LMDB does, and can be told to fail. */

import type { PageStore } from "#envol/store/store.ts";

export function memoryPages() {
  const stored = new Map<number, Uint8Array>();
  let failure: Error | undefined;
  const store: PageStore = {
    get: (key) => stored.get(key)?.slice(),
    keys: (start, end, limit) =>
      [...stored.keys()]
        .filter((key) => key >= start && key < end)
        .sort((a, b) => a - b)
        .slice(0, limit),
    async write(pages) {
      const writes = [...pages];
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (failure !== undefined) throw failure;
      for (const [key, bytes] of writes) {
        if (bytes === undefined) stored.delete(key);
        else stored.set(key, bytes.slice());
      }
    },
  };
  return {
    store,
    stored,
    fail(error: Error | undefined) {
      failure = error;
    },
  };
}
