import { expect, test } from "vitest";
import { openSequence } from "#envol/store/sequence.ts";
import type { Table } from "#envol/store/table.ts";

/** A table whose writes can be held back. */
function metaTable() {
  const values = new Map<string, unknown>();
  let held: (() => void)[] | undefined;
  let failure: Error | undefined;
  const table: Table<unknown> = {
    get: (key) => values.get(key),
    entries: () => values.entries(),
    get size() {
      return values.size;
    },
    async write(change) {
      const puts: [string, unknown][] = [];
      change({ put: (key, value) => void puts.push([key, value]), delete: (key) => void values.delete(key) });
      if (held !== undefined) await new Promise<void>((resolve) => held?.push(resolve));
      if (failure !== undefined) throw failure;
      for (const [key, value] of puts) values.set(key, value);
    },
  };
  return {
    table,
    hold() {
      held = [];
    },
    release() {
      for (const resolve of held ?? []) resolve();
      held = undefined;
    },
    fail(error: Error | undefined) {
      failure = error;
    },
  };
}

test("numbers count up, and a restart goes on above all that were given", async () => {
  const { table } = metaTable();
  let last = 0;
  for (let start = 0; start < 20; start++) {
    const sequence = await openSequence(table);
    for (let i = 0; i < 5000 * start; i++) {
      const upcoming = sequence.upcoming;
      const next = sequence.next();
      if (next !== upcoming || next <= last) throw new Error(`${next} came after ${last}, announced as ${upcoming}`);
      last = next;
      // The reservation is a promise: give it a turn now and then, as a daemon does.
      if (i % 1000 === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }
});

test("no number is given out that is not reserved on the disk", async () => {
  const meta = metaTable();
  const sequence = await openSequence(meta.table);
  meta.hold();
  const reserved = meta.table.get("sequenceReserved") as number;
  const given: number[] = [];
  expect(() => {
    for (;;) given.push(sequence.next());
  }).toThrow(expect.objectContaining({ code: "STORE_FULL" }));
  expect(Math.max(...given.slice(-10))).toBe(reserved - 1);
  meta.release();
  await new Promise<void>((resolve) => setImmediate(resolve));
  expect(sequence.next()).toBe(reserved);
});

test("a reservation that failed is tried again", async () => {
  const meta = metaTable();
  const sequence = await openSequence(meta.table);
  meta.fail(new Error("no room"));
  for (let i = 0; i < 40_000; i++) sequence.next();
  await new Promise<void>((resolve) => setImmediate(resolve));
  meta.fail(undefined);
  sequence.next();
  await new Promise<void>((resolve) => setImmediate(resolve));
  for (let i = 0; i < 40_000; i++) sequence.next();
});
