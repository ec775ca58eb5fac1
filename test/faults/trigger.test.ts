/** When faults fire, and which operations they match, against plain models. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ByteRange, type FaultPlan, matches, OPERATIONS, shareSector } from "#envol/faults/fault.ts";
import { createTrigger, randomNumbers } from "#envol/faults/trigger.ts";

const schedule = fc.record({
  afterOperations: fc.nat(20),
  times: fc.nat(10),
  probability: fc.double({ min: 0.01, max: 1, noNaN: true }),
  seed: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
});

function firings(plan: Parameters<typeof createTrigger>[0], matchesCount: number): boolean[] {
  const trigger = createTrigger(plan);
  return Array.from({ length: matchesCount }, () => trigger.match());
}

describe("the trigger", () => {
  test("without chance, fires at the first matches after those it lets pass", () => {
    fc.assert(
      fc.property(schedule, fc.nat(60), (plan, count) => {
        const { afterOperations, times } = plan;
        const last = times === 0 ? count : afterOperations + times;
        const model = Array.from({ length: count }, (_, index) => index >= afterOperations && index < last);
        expect(firings({ ...plan, probability: 1 }, count)).toEqual(model);
      }),
    );
  });

  test("with chance, fires at some of them, never too early or too often, and the same way with the same seed", () => {
    fc.assert(
      fc.property(schedule, fc.nat(60), (plan, count) => {
        const fired = firings(plan, count);
        expect(fired.slice(0, plan.afterOperations)).not.toContain(true);
        const total = fired.filter(Boolean).length;
        if (plan.times > 0) expect(total).toBeLessThanOrEqual(plan.times);
        expect(firings(plan, count)).toEqual(fired);
      }),
    );
  });

  test("with chance, is a trigger without a limit until the limit is reached", () => {
    fc.assert(
      fc.property(schedule, fc.nat(60), (plan, count) => {
        let left = plan.times === 0 ? Number.POSITIVE_INFINITY : plan.times;
        const model = firings({ ...plan, times: 0 }, count).map((fires) => fires && left-- > 0);
        expect(firings(plan, count)).toEqual(model);
      }),
    );
  });

  test("counts what it has seen and done", () => {
    const trigger = createTrigger({ afterOperations: 2, times: 3, probability: 1, seed: 1 });
    for (let i = 0; i < 10; i++) trigger.match();
    expect([trigger.matched, trigger.fired]).toEqual([10, 3]);
  });

  test("fires about as often as its probability says", () => {
    const fired = firings({ afterOperations: 0, times: 0, probability: 0.3, seed: 42 }, 10_000).filter(Boolean).length;
    // Five standard deviations of the binomial distribution are 229.
    expect(Math.abs(fired - 3000)).toBeLessThan(229);
  });
});

test("the random numbers are those of SplitMix64", () => {
  // The first five numbers of the seed 1234567, as Rosetta Code, "Pseudo-random numbers/Splitmix64", gives them.
  const published = [
    6457827717110365317n,
    3203168211198807973n,
    9817491932198370423n,
    4593380528125082431n,
    16408922859458223821n,
  ];
  const next = randomNumbers(1234567);
  expect(published.map(() => next())).toEqual(published.map((number) => Number(number >> 11n) / 2 ** 53));
});

const SECTOR_BYTES = 8;
const range = fc.record({ offsetBytes: fc.nat(60), lengthBytes: fc.integer({ min: 1, max: 40 }) });

function sectorsOf({ offsetBytes, lengthBytes }: ByteRange): Set<number> {
  const bytes = Array.from({ length: lengthBytes }, (_, index) => offsetBytes + index);
  return new Set(bytes.map((byte) => Math.floor(byte / SECTOR_BYTES)));
}

describe("matching", () => {
  test("ranges share a sector when some byte of each lies in the same one", () => {
    fc.assert(
      fc.property(range, range, (one, other) => {
        const shared = [...sectorsOf(one)].some((sector) => sectorsOf(other).has(sector));
        expect(shareSector(SECTOR_BYTES, one, other)).toBe(shared);
        expect(shareSector(SECTOR_BYTES, other, one)).toBe(shared);
      }),
    );
  });

  test("a range without an end reaches everything behind its beginning", () => {
    const rest = { offsetBytes: 4096, lengthBytes: Number.POSITIVE_INFINITY };
    expect(shareSector(4096, { offsetBytes: 4095, lengthBytes: 1 }, rest)).toBe(false);
    expect(shareSector(4096, { offsetBytes: 4095, lengthBytes: 2 }, rest)).toBe(true);
    expect(shareSector(4096, { offsetBytes: 2 ** 46 - 1, lengthBytes: 1 }, rest)).toBe(true);
  });

  test("an operation must be at the site, and have all that the site names", () => {
    const names = [...OPERATIONS.device, ...OPERATIONS.store];
    const id = fc.constantFrom("one", "two");
    const site = fc.record(
      {
        kind: fc.constantFrom("device", "store"),
        operations: fc.subarray(names, { minLength: 1 }),
        volumeId: id,
        keyArn: id,
        range,
      },
      { requiredKeys: ["kind", "operations"] },
    );
    const operation = fc.record(
      {
        site: fc.constantFrom("device", "store"),
        name: fc.constantFrom(...names),
        volumeId: id,
        keyArn: id,
        asked: range,
      },
      { requiredKeys: ["site", "name"] },
    );
    const effect = fc.constantFrom({ kind: "stall" } as const, { kind: "disableKey" } as const);
    fc.assert(
      fc.property(site, operation, effect, (at, { asked, ...rest }, what) => {
        const plan = { site: at, effect: what, afterOperations: 0, times: 0, probability: 1, seed: 1 } as FaultPlan;
        const touches = (wanted: ByteRange) => asked !== undefined && shareSector(SECTOR_BYTES, asked, wanted);
        const model = [
          at.kind === rest.site,
          at.operations.includes(rest.name),
          at.volumeId === undefined || at.volumeId === rest.volumeId,
          at.keyArn === undefined || at.keyArn === rest.keyArn,
          at.range === undefined || touches(at.range),
          what.kind !== "disableKey" || rest.keyArn !== undefined,
        ].every(Boolean);
        expect(matches(plan, { ...rest, touches } as Parameters<typeof matches>[1])).toBe(model);
      }),
    );
  });
});
