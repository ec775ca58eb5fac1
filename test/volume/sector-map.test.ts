/** The paged index against a plain map: with a cache so small that pages come and go, and checkpoints in between. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { createPageCache } from "#envol/store/pages.ts";
import { type SectorMap, sectorMap } from "#envol/volume/sector-map.ts";
import { memoryPages } from "../store/memory-pages.ts";

/** 80 pages of 510 sectors, where the cache keeps 64. */
const SECTORS = 80 * 510;

type Step =
  | { readonly kind: "set"; readonly sector: number; readonly location: number }
  | { readonly kind: "fill" | "clear" | "range"; readonly sector: number; readonly count: number }
  | { readonly kind: "checkpoint" | "failedCheckpoint" | "reopen" };

/** Maps one sector, and gives the location it had. */
function place(map: SectorMap, sector: number, location: number): number {
  const previous = new Float64Array(1);
  map.place(Float64Array.of(sector), Float64Array.of(0), location, previous);
  return previous[0] as number;
}

const sector = fc.integer({ min: 0, max: SECTORS - 1 });
const count = fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: SECTORS }));
const spans = fc.tuple(fc.constantFrom("fill", "clear", "range"), sector, count);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(sector, fc.integer({ min: 1, max: 2 ** 50 }))
      .map(([at, location]): Step => ({ kind: "set", sector: at, location })),
  },
  {
    weight: 6,
    arbitrary: spans.map(([kind, at, n]): Step => ({ kind, sector: at, count: Math.min(n, SECTORS - at) }) as Step),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom("checkpoint", "failedCheckpoint", "reopen").map((kind) => ({ kind }) as Step),
  },
);

test("a sector map does what an array does, whatever pages are dropped and written meanwhile", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
      const memory = memoryPages();
      let pages = createPageCache(memory.store, 0);
      let map = sectorMap(pages, 3);
      const neighbour = sectorMap(pages, 4);
      place(neighbour, 0, 99);
      const model = new Float64Array(SECTORS);
      for (const one of steps) {
        switch (one.kind) {
          case "set":
            expect(place(map, one.sector, one.location)).toBe(model[one.sector]);
            model[one.sector] = one.location;
            break;
          case "fill":
            for (let i = one.sector; i < one.sector + one.count; i++) place(map, i, i + 1);
            for (let i = one.sector; i < one.sector + one.count; i++) model[i] = i + 1;
            break;
          case "clear": {
            const unmapped: number[] = [];
            await map.clear(one.sector, one.count, (location) => unmapped.push(location));
            const wanted = [...model.subarray(one.sector, one.sector + one.count)].filter((location) => location !== 0);
            expect(unmapped).toEqual(wanted);
            model.fill(0, one.sector, one.sector + one.count);
            break;
          }
          case "range": {
            const out = new Float64Array(one.count);
            map.getRange(one.sector, out);
            expect(out).toEqual(model.slice(one.sector, one.sector + one.count));
            break;
          }
          case "checkpoint":
            await pages.checkpoint("checkpoint", {});
            break;
          case "failedCheckpoint":
            memory.fail(new Error("no room"));
            await expect(pages.checkpoint("checkpoint", {})).rejects.toThrow("no room");
            memory.fail(undefined);
            break;
          case "reopen":
            await pages.checkpoint("checkpoint", {});
            pages = createPageCache(memory.store, 0);
            map = sectorMap(pages, 3);
            break;
        }
      }
      expect(map.mappedSectors).toBe(model.filter((location) => location !== 0).length);
      await expectRuns(map, model);
      expect(sectorMap(pages, 4).get(0)).toBe(99);
    }),
    { numRuns: 60 },
  );
});

/** The runs cover everything once, in order, alternate, and say what the array says. */
async function expectRuns(map: ReturnType<typeof sectorMap>, model: Float64Array): Promise<void> {
  let next = 0;
  let last: boolean | undefined;
  await map.runs(0, SECTORS, (run) => {
    expect(run.firstSector).toBe(next);
    expect(run.mapped).not.toBe(last);
    for (let i = run.firstSector; i < run.firstSector + run.sectorCount; i++) {
      if ((model[i] !== 0) !== run.mapped) throw new Error(`sector ${i} is in a run that says mapped: ${run.mapped}`);
    }
    next += run.sectorCount;
    last = run.mapped;
    return true;
  });
  expect(next).toBe(SECTORS);
}

test("runs end when they are told to", async () => {
  const map = sectorMap(createPageCache(memoryPages().store, 0), 1);
  for (let i = 0; i < 100; i += 2) place(map, i, 1);
  const seen: number[] = [];
  await map.runs(0, 100, (run) => seen.push(run.firstSector) < 3);
  expect(seen).toEqual([0, 1, 2]);
});

test("a page that is all zeroes again is not kept", async () => {
  const memory = memoryPages();
  const pages = createPageCache(memory.store, 0);
  const map = sectorMap(pages, 1);
  place(map, 5, 7);
  await pages.checkpoint("checkpoint", {});
  expect(memory.stored.size).toBe(2);
  await map.clear(0, 100, () => {});
  await pages.checkpoint("checkpoint", {});
  expect(memory.stored.size).toBe(0);
});

test("the far end of 64 TiB of 512-byte sectors is like any other", () => {
  const map = sectorMap(createPageCache(memoryPages().store, 0), 1);
  const last = 2 ** 37 - 1;
  place(map, last, 11);
  expect([map.get(last), map.get(last - 1), map.mappedSectors]).toEqual([11, 0, 1]);
});
