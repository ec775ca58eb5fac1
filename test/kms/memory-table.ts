import type { Table, TableWrites } from "#envol/store/table.ts";

/** A table in memory. Like the store's, it shows a write once it is committed, and answers the writer later still. */
export interface MemoryTable<Value> extends Table<Value> {
  /** What a write waits for before it commits; a rejection is a failed write. */
  beforeCommit: () => Promise<void>;
  /** What a committed write waits for before it is answered. */
  beforeAnswer: () => Promise<void>;
}

/** What LMDB takes as a key in its smallest configuration. */
const KEY_BYTES_MAX = 511;

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

export function memoryTable<Value>(): MemoryTable<Value> {
  const rows = new Map<string, string>();
  const table: MemoryTable<Value> = {
    beforeCommit: nextTurn,
    beforeAnswer: nextTurn,
    get(key) {
      if (Buffer.byteLength(key) > KEY_BYTES_MAX) throw new RangeError("the key is too long for a store");
      const row = rows.get(key);
      return row === undefined ? undefined : (JSON.parse(row) as Value);
    },
    *entries(start = "") {
      const keys = [...rows.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      for (const key of keys) if (key >= start) yield [key, JSON.parse(rows.get(key)!) as Value];
    },
    get size() {
      return rows.size;
    },
    async write(change) {
      const commits: (() => void)[] = [];
      const writes: TableWrites<Value> = {
        put: (key, value) => commits.push(() => rows.set(key, JSON.stringify(value))),
        delete: (key) => commits.push(() => rows.delete(key)),
      };
      change(writes);
      await table.beforeCommit();
      for (const commit of commits) commit();
      await table.beforeAnswer();
    },
  };
  return table;
}
