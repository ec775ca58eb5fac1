/**
 * Stored sectors become plaintext. All small reads of one turn are decrypted together, because starting a cipher costs
 * about as much as a sector does; large ones are decrypted in shared memory by the cipher pool.
 */

import type { CipherPool } from "../crypto/cipher-pool.ts";
import { SEAL_BYTES } from "../crypto/sector-cipher.ts";
import { pieces } from "../pieces.ts";
import { type LoadedKey, poolJob, sealBytesOf, sharedMemory } from "./sector-memory.ts";
import { runsOf, type VolumeLog } from "./volume-log.ts";

export interface SectorReader {
  /** Reads at once. @throws INTEGRITY_ERROR */
  now(key: LoadedKey | undefined, firstSector: number, target: Uint8Array): void;
  /** Reads with what else is asked for in this turn. @throws INTEGRITY_ERROR, KEY_REVOKED */
  soon(key: LoadedKey | undefined, firstSector: number, count: number): Promise<Buffer>;
}

interface Range {
  readonly firstSector: number;
  readonly count: number;
}

/** A range that somebody waits for. */
interface Wanted extends Range {
  readonly resolve: (sectors: Buffer) => void;
  readonly reject: (error: unknown) => void;
}

/** Where sectors are gathered, and with them what a cipher needs. */
interface Gathered {
  readonly data: Uint8Array;
  readonly sectors: Float64Array;
  readonly seals: Uint8Array;
}

export function createSectorReader(volumeLog: VolumeLog, pool: CipherPool): SectorReader {
  const size = volumeLog.owner.sectorSizeBytes;
  let wanted: Wanted[] = [];
  let wantedKey: LoadedKey | undefined;

  const now: SectorReader["now"] = (key, firstSector, target) => {
    for (const run of runsOf(volumeLog, firstSector, target.byteLength / size)) {
      const output = target.subarray(run.index * size, (run.index + run.count) * size);
      if (run.location === 0) {
        output.fill(0);
        continue;
      }
      const { data, sectors, seals } = volumeLog.stored(run.location, firstSector + run.index, run.count);
      if (key === undefined) output.set(data);
      else key.cipher.decrypt({ input: data, output, sectors, seals });
    }
  };
  const readTogether = (key: LoadedKey, ranges: readonly Wanted[]): void => {
    try {
      const answers = decryptTogether(volumeLog, key, ranges);
      for (const [index, { resolve }] of ranges.entries()) resolve(answers[index] as Buffer);
    } catch (error) {
      // One damaged sector is nobody else's trouble.
      if (ranges.length === 1) ranges[0]?.reject(error);
      else for (const range of ranges) readTogether(key, [range]);
    }
  };
  const readPooled = async (key: LoadedKey, range: Wanted): Promise<void> => {
    try {
      range.resolve(await decryptPooled(volumeLog, pool, key, range));
    } catch (error) {
      range.reject(error);
    }
  };
  const readAll = () => {
    const ranges = wanted;
    const key = wantedKey as LoadedKey;
    wanted = [];
    const totalBytes = ranges.reduce((sum, { count }) => sum + count, 0) * size;
    const small: Wanted[] = [];
    for (const range of ranges) {
      if (pool.pays(key.algorithm, range.count * size, totalBytes)) void readPooled(key, range);
      else if (range.count * size >= CACHED_BYTES) readTogether(key, [range]);
      else small.push(range);
    }
    if (small.length > 0) readTogether(key, small);
  };
  return {
    now,
    soon(key, firstSector, count) {
      if (key === undefined) {
        const answer = pieces.take(count * size);
        now(key, firstSector, answer);
        return Promise.resolve(answer);
      }
      // A key is replaced only while nobody reads.
      wantedKey = key;
      if (wanted.length === 0) queueMicrotask(readAll);
      return new Promise((resolve, reject) => wanted.push({ firstSector, count, resolve, reject }));
    },
  };
}

/** Sectors are gathered and decrypted so many bytes at a time, while they are in the processor's cache. */
const CACHED_BYTES = 64 * 1024;

/** The plaintext of each range, all cut from one piece of memory. */
function decryptTogether(volumeLog: VolumeLog, key: LoadedKey, ranges: readonly Range[]): Buffer[] {
  const size = volumeLog.owner.sectorSizeBytes;
  const count = ranges.reduce((sum, range) => sum + range.count, 0);
  const memory = pieces.take(count * size, ranges.length);
  const batch = {
    sectors: new Float64Array(CACHED_BYTES / size),
    seals: new Uint8Array((CACHED_BYTES / size) * sealBytesOf(key)),
  };
  let done = 0;
  for (const part of partsOf(ranges, CACHED_BYTES / size)) {
    const length = part.reduce((sum, range) => sum + range.count, 0);
    const data = memory.subarray(done * size, (done + length) * size);
    for (const { index, count: spanCount } of gather(volumeLog, part, { data, ...batch })) {
      const stored = data.subarray(index * size, (index + spanCount) * size);
      const seals = batch.seals.subarray(index * sealBytesOf(key), (index + spanCount) * sealBytesOf(key));
      key.cipher.decrypt({
        input: stored,
        output: stored,
        sectors: batch.sectors.subarray(index, index + spanCount),
        seals,
      });
    }
    done += length;
  }
  let end = 0;
  return ranges.map((range) => {
    end += range.count * size;
    return memory.subarray(end - range.count * size, end);
  });
}

/** The ranges, cut and put together so that each part has so many sectors, and the last one what is left. */
function partsOf(ranges: readonly Range[], sectorsMax: number): Range[][] {
  const parts: Range[][] = [];
  let room = 0;
  for (const { firstSector, count } of ranges) {
    for (let done = 0; done < count; ) {
      if (room === 0) {
        parts.push([]);
        room = sectorsMax;
      }
      const taken = Math.min(count - done, room);
      parts.at(-1)?.push({ firstSector: firstSector + done, count: taken });
      done += taken;
      room -= taken;
    }
  }
  return parts;
}

async function decryptPooled(volumeLog: VolumeLog, pool: CipherPool, key: LoadedKey, range: Wanted): Promise<Buffer> {
  const size = volumeLog.owner.sectorSizeBytes;
  const memory = sharedMemory(key, range.count, size);
  const { data, seals } = memory;
  const spans = gather(volumeLog, [range], { data, seals, sectors: new Float64Array(range.count) });
  await allSettled(spans.map((span) => pool.run(poolJob(key, "decrypt", memory, size, range.firstSector, span))));
  return Buffer.from(memory.data.buffer, memory.data.byteOffset, memory.data.byteLength);
}

interface Span {
  index: number;
  count: number;
}

/** Copies what is stored for the ranges, one after the other, and tells which spans of it are not holes. */
function gather(volumeLog: VolumeLog, ranges: readonly Range[], { data, sectors, seals }: Gathered): Span[] {
  const size = volumeLog.owner.sectorSizeBytes;
  const spans: Span[] = [];
  let start = 0;
  for (const { firstSector, count } of ranges) {
    for (const run of runsOf(volumeLog, firstSector, count)) {
      const index = start + run.index;
      if (run.location === 0) {
        data.fill(0, index * size, (index + run.count) * size);
        continue;
      }
      const stored = volumeLog.stored(run.location, firstSector + run.index, run.count);
      data.set(stored.data, index * size);
      sectors.set(stored.sectors, index);
      if (stored.seals.byteLength > 0) seals.set(stored.seals, index * SEAL_BYTES);
      const last = spans.at(-1);
      if (last !== undefined && last.index + last.count === index) last.count += run.count;
      else spans.push({ index, count: run.count });
    }
    start += count;
  }
  return spans;
}

/** Waits for all, then throws the first failure: no worker may still be writing to memory that was given up. */
async function allSettled(promises: readonly Promise<void>[]): Promise<void> {
  for (const result of await Promise.allSettled(promises)) if (result.status === "rejected") throw result.reason;
}
