/** The cleaner and the usage table: a volume that is rewritten takes no more room, and nothing of it is lost. */

import { cpSync, mkdtempSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { LIMITS } from "#envol/limits.ts";
import { LMDB_PAGE_BYTES, recordLayout, sequenceOf } from "#envol/store/layout.ts";
import { openRecord } from "#envol/store/record.ts";
import type { BlockDevice } from "#envol/volume/block-device.ts";
import { attachedVolume, type Core, ROOT_CALLER, startCore } from "./core.ts";
import { type Random, seeded } from "./random.ts";
import { stampedSectors, stampsOf } from "./stamps.ts";

const MIB = 1024 * 1024;

/** The first bytes of a volume, and what each sector of them holds, by its stamp. */
class Span {
  readonly device: BlockDevice;
  readonly lengthBytes: number;
  readonly sectorSizeBytes: number;
  readonly stamps: number[];
  /** What a crash may leave: what each sector held at the last flush, or was given since. */
  allowed: Set<number>[] = [];
  #next = 1;

  constructor(device: BlockDevice, lengthBytes: number, sectorSizeBytes = 4096) {
    this.device = device;
    this.lengthBytes = lengthBytes;
    this.sectorSizeBytes = sectorSizeBytes;
    this.stamps = Array(lengthBytes / sectorSizeBytes).fill(0);
    this.#settle();
  }

  async write(first: number, count: number): Promise<void> {
    const stamps = Array.from({ length: count }, () => this.#next++);
    for (const [index, stamp] of stamps.entries()) this.allowed[first + index]!.add(stamp);
    await this.device.write(first * this.sectorSizeBytes, stampedSectors(stamps, this.sectorSizeBytes));
    this.stamps.splice(first, count, ...stamps);
  }

  async discard(first: number, count: number): Promise<void> {
    for (let sector = first; sector < first + count; sector++) this.allowed[sector]!.add(0);
    await this.device.discard(first * this.sectorSizeBytes, count * this.sectorSizeBytes);
    this.stamps.fill(0, first, first + count);
  }

  /** A random range of at most `bytesMax` bytes. */
  range(random: Random, bytesMax: number): [first: number, count: number] {
    const count = random.integer(1, bytesMax / this.sectorSizeBytes);
    return [random.integer(0, this.stamps.length - count), count];
  }

  async flush(): Promise<void> {
    await this.device.flush();
    this.#settle();
  }

  async read(device = this.device): Promise<number[]> {
    const stamps: number[] = [];
    for (let at = 0; at < this.lengthBytes; at += MIB)
      stamps.push(...stampsOf(await device.read(at, MIB), this.sectorSizeBytes));
    return stamps;
  }

  #settle(): void {
    this.allowed = this.stamps.map((stamp) => new Set([stamp]));
  }
}

/** The usage table against the index: who holds how many live slots. In one turn, so that nothing moves meanwhile. */
function expectUsageRight(core: Core, spanBytes: number): void {
  const live = new Map<number, number>();
  let liveBytes = 0;
  for (const [, volume] of core.store.table<{ layerId: number; sectorSizeBytes: number }>("volumes").entries()) {
    const locations = new Float64Array(spanBytes / volume.sectorSizeBytes);
    const map = core.recordLog.map(volume.layerId);
    map.getRange(0, locations);
    const mapped = locations.filter((location) => location !== 0);
    for (const location of mapped) live.set(sequenceOf(location), (live.get(sequenceOf(location)) ?? 0) + 1);
    liveBytes += mapped.length * volume.sectorSizeBytes;
    expect(map.mappedSectors).toBe(mapped.length);
  }
  const counted = new Map<number, number>();
  let allocatedBytes = 0;
  const { usage, sequence } = core.recordLog;
  usage.scan(1, sequence.upcoming, Number.MAX_SAFE_INTEGER, (number, entry) => {
    if (entry.live > 0) counted.set(number, entry.live);
    allocatedBytes += entry.pages * LMDB_PAGE_BYTES;
  });
  expect(counted).toEqual(live);
  expect(usage.totals).toEqual({ allocatedBytes, liveBytes });
}

/** What the index needs is in the store, and what is in the store is in the usage table. For a core at rest. */
function expectStoreRight(core: Core): void {
  const { usage, sequence } = core.recordLog;
  const stored = new Set<number>();
  for (const number of core.store.records.list(1)) {
    if (openRecord(core.store.records.get(number)!, number).kind === "sectors") stored.add(number);
  }
  const listed = new Set<number>();
  usage.scan(1, sequence.upcoming, Number.MAX_SAFE_INTEGER, (number, { live }) => {
    // A dead record may be gone already: a crash came between its deletion and the next checkpoint.
    if (live > 0) expect(stored).toContain(number);
    listed.add(number);
  });
  expect([...stored].filter((number) => !listed.has(number))).toEqual([]);
}

/**
 * Copies the data directory before a commit, when `wanted` says so and no other commit is under way: LMDB's thread is at
 * rest then, so the copy is what a kill -9 would leave at that moment.
 */
function copyBeforeCommits(core: Core, wanted: () => boolean, onCopy: (directory: string) => void): void {
  const { records, pages } = core.store;
  let underWay = 0;
  const guard =
    <Arguments extends unknown[]>(run: (...given: Arguments) => Promise<void>) =>
    async (...given: Arguments): Promise<void> => {
      if (underWay === 0 && wanted()) {
        const copy = mkdtempSync(join(tmpdir(), "envol-crash-"));
        cpSync(core.directory, copy, { recursive: true });
        onCopy(copy);
      }
      underWay += 1;
      try {
        await run(...given);
      } finally {
        underWay -= 1;
      }
    };
  Object.assign(records, { put: guard(records.put), delete: guard(records.delete) });
  Object.assign(pages, { write: guard(pages.write) });
}

/** Leaves every record of a span half dead; the first slots of each stay live. */
async function fillSparsely(span: Span): Promise<void> {
  const { capacity } = recordLayout(span.sectorSizeBytes);
  const sectors = span.stamps.length;
  for (let first = 0; first < sectors; first += 256) await span.write(first, 256);
  const kept = Math.ceil(capacity / 2);
  for (let first = kept; first < sectors; first += capacity)
    await span.write(first, Math.min(capacity - kept, sectors - first));
  await span.flush();
}

/** Counts the sectors of a volume that the cleaner moves from now on. */
function countMoved(core: Core, volumeId: string): { count: number } {
  const moved = { count: 0 };
  const put = core.store.records.put.bind(core.store.records);
  core.store.records.put = (sequence, bytes) => {
    const record = openRecord(bytes, sequence);
    if (record.kind === "sectors" && record.volumeId === volumeId)
      moved.count += record.movedFrom.subarray(0, record.used).filter((location) => location !== 0).length;
    return put(sequence, bytes);
  };
  return moved;
}

test(
  "rewriting a span of a volume again and again does not grow the store",
  seeded(async (random) => {
    const spanBytes = 64 * MIB;
    await using core = await startCore();
    const { device, volumeId } = await attachedVolume(core);
    const span = new Span(device, spanBytes);
    const totals = () => core.recordLog.usage.totals;
    let excessBytesMax = 0;
    let fileBytesMax = 0;
    for (let writtenBytes = 0; writtenBytes < 10 * spanBytes; ) {
      const [first, count] = span.range(random, 64 * 1024);
      await span.write(first, count);
      writtenBytes += count * span.sectorSizeBytes;
      if (random.chance(0.02)) await span.flush();
      excessBytesMax = Math.max(excessBytesMax, totals().allocatedBytes - 1.35 * totals().liveBytes);
      fileBytesMax = Math.max(fileBytesMax, core.store.sizeBytes());
    }
    await span.flush();
    // 1.35 times what is live, where the cleaner makes writers wait, with its slack of 64 MiB, and what was under way.
    expect(excessBytesMax).toBeLessThan(64 * MIB + LIMITS.uncommittedBytesMax);
    expect(fileBytesMax).toBeLessThan(4 * spanBytes);
    await vi.waitUntil(() => totals().allocatedBytes <= 1.45 * totals().liveBytes, { timeout: 10_000 });
    expectUsageRight(core, spanBytes);
    expect(await span.read()).toEqual(span.stamps);

    await core.volumes.close();
    await core.recordLog.close();
    expectUsageRight(core, spanBytes);
    expectStoreRight(core);
    await using again = await startCore({ directory: await core.copyAsCrashed() });
    expectUsageRight(again, spanBytes);
    expect(await span.read(again.volumes.device(volumeId))).toEqual(span.stamps);
    await again.close();
    await rm(again.directory, { recursive: true });
  }),
);

test(
  "a crash while records are cleaned loses nothing that was flushed",
  seeded(async (random) => {
    const spanBytes = 8 * MIB;
    await using core = await startCore();
    const ids = [
      (await attachedVolume(core, { cipher: "AES_256_GCM" })).volumeId,
      (await attachedVolume(core, { cipher: "AES_256_XTS", sectorSizeBytes: 512 })).volumeId,
    ];
    const spans = ids.map((id, index) => new Span(core.volumes.device(id), spanBytes, index === 0 ? 4096 : 512));
    const copies: { directory: string; allowed: Set<number>[][] }[] = [];
    let wanted = false;
    copyBeforeCommits(
      core,
      () => wanted,
      (directory) => {
        wanted = false;
        copies.push({ directory, allowed: spans.map((span) => span.allowed.map((stamps) => new Set(stamps))) });
      },
    );
    const moved = ids.map((id) => countMoved(core, id));
    for (let step = 0; step < 8000; step++) {
      const span = random.pick(spans);
      if (random.chance(0.02)) await span.discard(...span.range(random, 256 * 1024));
      else await span.write(...span.range(random, 32 * 1024));
      if (random.chance(0.1)) await span.flush();
      if (random.chance(0.002)) wanted = true;
    }
    expectUsageRight(core, spanBytes);
    await core.close();
    for (const { count } of moved) expect(count).toBeGreaterThan(100);
    expect(copies.length).toBeGreaterThan(2);
    for (const { directory, allowed } of copies) {
      await using again = await startCore({ directory });
      expectUsageRight(again, spanBytes);
      expectStoreRight(again);
      for (const [index, span] of spans.entries()) {
        const found = await span.read(again.volumes.device(ids[index]!));
        const wrong = found.flatMap((stamp, sector) => {
          const expected = allowed[index]![sector]!;
          return expected.has(stamp) ? [] : [{ sector, stamp, expected: [...expected] }];
        });
        expect(wrong).toEqual([]);
      }
      await again.close();
      await rm(directory, { recursive: true });
    }
  }),
);

test("cleaning goes on while the key is disabled, after a restart too, and what it moved is there afterwards", async () => {
  const first = await startCore({ directory: await mkdtemp(join(tmpdir(), "envol-core-")) });
  const quiet = await attachedVolume(first, { cipher: "AES_256_GCM" });
  const busy = await attachedVolume(first);
  const quietSpan = new Span(quiet.device, 16 * MIB);
  await fillSparsely(quietSpan);
  await first.call("DisableKey", ROOT_CALLER, { keyId: quiet.keyId });
  await first.close();

  // Nothing of the index is in memory now: the cleaner has to read it.
  await using core = await startCore({ directory: first.directory });
  const moved = countMoved(core, quiet.volumeId);
  const busySpan = new Span(core.volumes.device(busy.volumeId), 64 * MIB);
  await fillSparsely(busySpan);
  await vi.waitUntil(() => moved.count > 100, { timeout: 10_000 });
  expect(core.volumes.describeVolumes({ volumeIds: [quiet.volumeId] }).volumes[0]!.ioRevoked).toBe(true);
  await core.call("EnableKey", ROOT_CALLER, { keyId: quiet.keyId });
  expect(await quietSpan.read(core.volumes.device(quiet.volumeId))).toEqual(quietSpan.stamps);
  expect(await busySpan.read()).toEqual(busySpan.stamps);
  expectUsageRight(core, 64 * MIB);
  await core.close();
  await rm(core.directory, { recursive: true });
});
