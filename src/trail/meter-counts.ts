/** What the meter counts, in a table: numbers that grow and facts about keys, gathered in memory and written together. */

import type { Clock } from "../clock.ts";
import { LIMITS } from "../limits.ts";
import type { Table } from "../store/table.ts";
import { createBatchWriter } from "./batch-writer.ts";
import type { KeyLife } from "./key-life.ts";

export type MeterRow = number | KeyLife;

export interface MeterCounts {
  add(name: string): void;
  /** @param row undefined to delete it */
  put(name: string, row: MeterRow | undefined): void;
  get(name: string): MeterRow | undefined;
  /** Rows whose names begin with `prefix`. */
  rows(prefix: string): ReadonlyMap<string, MeterRow>;
  close(): Promise<void>;
  abandon(): Promise<void>;
}

export function openMeterCounts(
  table: Table<MeterRow>,
  clock: Clock,
  onFailure: (error: unknown) => void,
): MeterCounts {
  /** What has been added since it was last written; it grows with the kinds of what is counted, not with their number. */
  let added = new Map<string, number>();
  let changed = new Map<string, MeterRow | undefined>();
  /** What is being written. These are whole values, so that writing them twice does no harm. */
  let writing: ReadonlyMap<string, MeterRow | undefined> = new Map();

  const write = async () => {
    if (writing.size === 0) {
      const sums = [...added].map(([name, count]) => [name, Number(table.get(name) ?? 0) + count] as const);
      writing = new Map<string, MeterRow | undefined>([...sums, ...changed]);
      added = new Map();
      changed = new Map();
    }
    await table.write((writes) => {
      for (const [name, row] of writing) row === undefined ? writes.delete(name) : writes.put(name, row);
    });
    writing = new Map();
  };
  const writer = createBatchWriter({
    clock,
    delayMs: LIMITS.auditWriteDelayMs,
    countMax: Number.POSITIVE_INFINITY,
    waiting: () => added.size + changed.size + writing.size,
    write,
    onFailure,
  });
  const get = (name: string): MeterRow | undefined => {
    if (changed.has(name)) return changed.get(name);
    const written = writing.has(name) ? writing.get(name) : table.get(name);
    const more = added.get(name);
    return more === undefined ? written : Number(written ?? 0) + more;
  };
  return {
    add(name) {
      added.set(name, (added.get(name) ?? 0) + 1);
      writer.expect();
    },
    put(name, row) {
      changed.set(name, row);
      writer.expect();
    },
    get,
    rows(prefix) {
      const names = new Set<string>();
      for (const [name] of table.entries(prefix)) {
        if (!name.startsWith(prefix)) break;
        names.add(name);
      }
      for (const recent of [writing, changed, added]) {
        for (const name of recent.keys()) if (name.startsWith(prefix)) names.add(name);
      }
      const rows = [...names].map((name) => [name, get(name)] as const);
      return new Map(rows.filter((row): row is [string, MeterRow] => row[1] !== undefined));
    },
    close: () => writer.close(),
    abandon: () => writer.abandon(),
  };
}
