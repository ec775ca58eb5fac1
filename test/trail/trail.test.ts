/** How records are kept: bounded, in batches, whatever the store does. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ManualClock, manualClock } from "#envol/clock.ts";
import type { CallRecord } from "#envol/kms/embedded/call.ts";
import { LIMITS } from "#envol/limits.ts";
import type { TrailRow } from "#envol/trail/entry-log.ts";
import { openTrail, type Trail, type TrailOptions } from "#envol/trail/trail.ts";
import { until } from "../kms/fixture.ts";
import { type MemoryTable, memoryTable } from "../kms/memory-table.ts";

const ACCOUNT = "111122223333";
const DAY_MS = 86_400_000;
const START_MS = 1_800_000_000_000;

interface TestTrail {
  readonly trail: Trail;
  readonly table: MemoryTable<TrailRow>;
  readonly clock: ManualClock;
  readonly failures: unknown[];
  readonly losses: number[];
  /** Another trail over the same table, as after a restart. */
  reopen(changes?: Partial<TrailOptions>): TestTrail;
}

function openTestTrail(
  changes: Partial<TrailOptions> = {},
  table: MemoryTable<TrailRow> = memoryTable<TrailRow>(),
  clock = manualClock(START_MS),
): TestTrail {
  const failures: unknown[] = [];
  const losses: number[] = [];
  const trail = openTrail({
    ...{ table, clock, accountId: ACCOUNT },
    onFailure: (error) => failures.push(error),
    onLoss: (lost) => losses.push(lost),
    ...changes,
  });
  return { trail, table, clock, failures, losses, reopen: (more) => openTestTrail(more, table, clock) };
}

let calls = 0;
/** A call that can be told from others by its id. */
function call(timeMs: number, changes: Partial<CallRecord> = {}): CallRecord {
  calls += 1;
  return {
    ...{ requestId: `request-${calls}`, eventId: `event-${calls}`, timeMs, region: "us-east-1", operation: "ListKeys" },
    caller: { arn: `arn:aws:iam::${ACCOUNT}:root`, accountId: ACCOUNT },
    ...{ request: {}, response: {}, keyArns: [], additional: {} },
    ...changes,
  };
}

function fill({ trail, clock }: TestTrail, count: number): string[] {
  const made = Array.from({ length: count }, () => call(clock.now()));
  for (const record of made) trail.record(record);
  return made.map(({ eventId }) => eventId);
}

const idsOf = (trail: Trail) =>
  trail
    .find({}, { limit: Number.POSITIVE_INFINITY })
    .entries.map(({ eventId }) => eventId)
    .reverse();

/** Every page of a lookup. */
function allPages(trail: Trail, limit: number, between: () => void = () => {}): string[] {
  const found: string[] = [];
  let before: number | undefined;
  do {
    const page = trail.find({}, { limit, ...(before === undefined ? {} : { before }) });
    found.push(...page.entries.map(({ eventId }) => eventId));
    before = page.nextBefore;
    between();
  } while (before !== undefined);
  return found;
}

/** Rows of the table, in order; without the one about them. */
const rowsOf = (table: MemoryTable<TrailRow>) => [...table.entries()].filter(([name]) => name !== "stored");

test("records are found at once, and stored a little later, together", async () => {
  const t = openTestTrail();
  const ids = fill(t, 10);
  expect(idsOf(t.trail)).toEqual(ids);
  expect(rowsOf(t.table)).toEqual([]);
  t.clock.advance(LIMITS.auditWriteDelayMs);
  await until(() => rowsOf(t.table).length === 10);
  expect(idsOf(t.trail)).toEqual(ids);
  await t.trail.close();
  const again = t.reopen();
  expect(idsOf(again.trail)).toEqual(ids);
  const more = fill(again, 1);
  expect(idsOf(again.trail)).toEqual([...ids, ...more]);
});

test("much is written without waiting for the delay", async () => {
  const t = openTestTrail();
  fill(t, LIMITS.auditWriteRecordsMin);
  await until(() => rowsOf(t.table).length === LIMITS.auditWriteRecordsMin);
});

test("closing writes what waits, and abandoning does not", async () => {
  const closed = openTestTrail();
  fill(closed, 2 * LIMITS.auditWriteRecordsMax + 1);
  await closed.trail.close();
  expect(rowsOf(closed.table)).toHaveLength(2 * LIMITS.auditWriteRecordsMax + 1);
  const abandoned = openTestTrail();
  fill(abandoned, 3);
  await abandoned.trail.abandon();
  abandoned.clock.advance(DAY_MS);
  expect(rowsOf(abandoned.table)).toEqual([]);
});

describe("bounds", () => {
  test("hold in records: the oldest go", async () => {
    const t = openTestTrail({ recordsMax: 100 });
    const ids: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      ids.push(...fill(t, 70));
      await writeAll(t);
      expect(rowsOf(t.table).length).toBeLessThanOrEqual(100);
      expect(idsOf(t.trail)).toEqual(ids.slice(-100));
    }
  });

  test("hold in bytes", async () => {
    const bytesMax = 64 * 1024;
    const t = openTestTrail({ bytesMax });
    const ids: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      ids.push(...fill(t, 50));
      await writeAll(t);
    }
    const stored = rowsOf(t.table).map(([, row]) => JSON.stringify(row).length);
    expect(stored.length).toBeLessThan(ids.length);
    expect(stored.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(bytesMax * 1.3);
    expect(idsOf(t.trail)).toEqual(ids.slice(-stored.length));
  });

  test("hold in days, in what is found at once and in what is stored with the next records", async () => {
    const t = openTestTrail();
    fill(t, 5);
    await writeAll(t);
    t.clock.advance(LIMITS.auditAgeDaysMax * DAY_MS + 1);
    expect(idsOf(t.trail)).toEqual([]);
    const ids = fill(t, 1);
    await writeAll(t);
    expect(rowsOf(t.table)).toHaveLength(1);
    expect(idsOf(t.trail)).toEqual(ids);
  });

  test("that are lowered are kept from the next start on, in steps", async () => {
    const t = openTestTrail();
    const ids = fill(t, 3 * LIMITS.auditWriteRecordsMax);
    await t.trail.close();
    const lowered = t.reopen({ recordsMax: 10 });
    expect(idsOf(lowered.trail)).toEqual(ids.slice(-10));
    lowered.clock.advance(LIMITS.auditWriteDelayMs);
    await until(() => rowsOf(t.table).length === 10);
  });
});

/** Lets the delay pass, and waits for what is written then. */
async function writeAll({ trail, table, clock }: TestTrail): Promise<void> {
  await until(() => {
    // Again and again: a delay begins when the write before it has ended.
    clock.advance(LIMITS.auditWriteDelayMs);
    return table.get(String(trail.range().newest).padStart(16, "0")) !== undefined;
  });
}

describe("a store that does not keep up", () => {
  test("costs the oldest of what waits, and no more memory than is said; the loss is told of, not for each", async () => {
    const t = openTestTrail();
    let letGo: (() => void) | undefined;
    t.table.beforeCommit = () =>
      new Promise((resolve) => {
        letGo = resolve;
      });
    const first = fill(t, LIMITS.auditWriteRecordsMin);
    await until(() => letGo !== undefined);
    const ids = fill(t, LIMITS.auditWaitingRecordsMax + 300);
    expect(t.losses).toEqual([1]);
    // What is being written is not let go of.
    expect(allPages(t.trail, 1000).toReversed()).toEqual([...first, ...ids.slice(300)]);
    t.table.beforeCommit = async () => {};
    letGo?.();
    await t.trail.close();
    expect(t.losses).toEqual([1, 299]);
    expect(allPages(t.reopen().trail, 1000).toReversed()).toEqual([...first, ...ids.slice(300)]);
  });

  test("is written to again when it fails, and told of once", async () => {
    const t = openTestTrail();
    let fails = 0;
    t.table.beforeCommit = async () => {
      fails += 1;
      throw new Error("no room");
    };
    const ids = fill(t, 5);
    await until(() => {
      t.clock.advance(LIMITS.auditWriteDelayMs);
      return fails === 3;
    });
    expect(t.failures).toHaveLength(1);
    expect(idsOf(t.trail)).toEqual(ids);
    t.table.beforeCommit = async () => {};
    await writeAll(t);
    expect(rowsOf(t.table)).toHaveLength(5);
  });

  test("holds up no call: recording does not wait, and does not throw", () => {
    const t = openTestTrail();
    t.trail.record(call(Number.NaN));
    expect(t.failures).toHaveLength(1);
  });
});

test("pages have every record once, in order, while others are recorded and written", async () => {
  const t = openTestTrail();
  const ids = fill(t, 700);
  const found = allPages(t.trail, 37, () => {
    fill(t, 20);
    t.clock.advance(LIMITS.auditWriteDelayMs);
  });
  expect(found).toEqual(ids.toReversed());
  await t.trail.close();
});

test("whatever is recorded, written, lost and started again, what is found is a run of the newest", async () => {
  type Step = { readonly kind: "record" | "write" | "crash" | "restart"; readonly count: number };
  const step = fc.record({
    kind: fc.constantFrom("record", "record", "write", "crash", "restart"),
    count: fc.integer({ min: 1, max: 40 }),
  }) as fc.Arbitrary<Step>;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const recordsMax = 50;
      let t = openTestTrail({ recordsMax });
      /** What must be there: all that was written, and all that was recorded since the last crash. */
      let expected: string[] = [];
      let written: string[] = [];
      for (const { kind, count } of steps) {
        if (kind === "record") expected.push(...fill(t, count));
        if (kind === "write" && t.trail.range().newest > 0) await writeAll(t);
        if (kind === "restart") await t.trail.close();
        if (kind === "write" || kind === "restart") written = [...expected];
        if (kind === "crash") {
          await t.trail.abandon();
          expected = [...written];
        }
        if (kind === "crash" || kind === "restart") t = t.reopen({ recordsMax });
        expect(idsOf(t.trail)).toEqual(expected.slice(-recordsMax));
        expect(allPages(t.trail, 7)).toEqual(expected.slice(-recordsMax).toReversed());
      }
    }),
    { numRuns: 60 },
  );
});

describe("lookups", () => {
  test("look at a bounded number of records, and go on in the next page", async () => {
    const t = openTestTrail();
    t.table.beforeAnswer = async () => {};
    t.trail.record(call(t.clock.now(), { operation: "CreateKey" }));
    for (let count = 1; count < LIMITS.auditScanMax + 5; count += 5000) {
      fill(t, 5000);
      await writeAll(t);
    }
    const filter = { eventName: "CreateKey" };
    const page = t.trail.find(filter, { limit: 1 });
    expect(page).toEqual({ entries: [], nextBefore: expect.any(Number) });
    expect(t.trail.find(filter, { limit: 1, before: page.nextBefore! }).entries).toHaveLength(1);
  });

  test("by time, region, key, outcome and name", () => {
    const { trail, clock } = openTestTrail();
    const keyArn = `arn:aws:kms:us-east-1:${ACCOUNT}:key/k1`;
    const at = START_MS;
    trail.record(call(at, { operation: "CreateKey", keyArns: [keyArn] }));
    clock.advance(1000);
    trail.record(call(at + 1000, { keyArns: [`${keyArn}2`], region: "eu-west-1" }));
    trail.record(call(at + 1000, { operation: "Decrypt", error: { code: "KEY_DISABLED", message: "no" } }));
    const found = (filter: Parameters<Trail["find"]>[0]) =>
      trail.find(filter, { limit: 10 }).entries.map(({ sequence }) => sequence);
    expect(found({})).toEqual([3, 2, 1]);
    expect(found({ resource: keyArn })).toEqual([1]);
    expect(found({ resource: "k1" })).toEqual([1]);
    expect(found({ region: "eu-west-1" })).toEqual([2]);
    expect(found({ failed: true })).toEqual([3]);
    expect(found({ failed: false, readOnly: true })).toEqual([2]);
    expect(found({ eventName: "CreateKey" })).toEqual([1]);
    expect(found({ username: "root" })).toEqual([3, 2, 1]);
    expect(found({ username: "Alice" })).toEqual([]);
    expect(found({ startTimeMs: at + 1 })).toEqual([3, 2]);
    expect(found({ startTimeMs: at, endTimeMs: at })).toEqual([1]);
  });
});
