/**
 * Stored sectors become plaintext. All small reads of one turn are decrypted together, because starting a cipher costs
 * about as much as a sector does; large ones are decrypted in shared memory by the cipher pool.
 */

import type { CipherPool } from "../crypto/cipher-pool.ts";
import { copyShared } from "../crypto/copy-bytes.ts";
import { SEAL_BYTES } from "../crypto/sector-cipher.ts";
import { LIMITS } from "../limits.ts";
import { pieces } from "../pieces.ts";
import { type LoadedKey, poolJob, sealBytesOf, sharedMemory } from "./sector-memory.ts";
import { locationsOf, runLength, type VolumeLog } from "./volume-log.ts";

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
  /** How `data` is copied to. */
  readonly copy: (target: Uint8Array, source: Uint8Array, at: number) => void;
  /** Which of them are not holes, in order. */
  spans: Span[];
}

interface Span {
  readonly index: number;
  count: number;
}

export function createSectorReader(volumeLog: VolumeLog, pool: CipherPool): SectorReader {
  const size = volumeLog.owner.sectorSizeBytes;
  let wanted: Wanted[] = [];
  let wantedKey: LoadedKey | undefined;

  const now: SectorReader["now"] = (key, firstSector, target) => {
    const locations = locationsOf(volumeLog, firstSector, target.byteLength / size);
    for (let index = 0, length: number; index < locations.length; index += length) {
      length = runLength(locations, index);
      const location = locations[index] as number;
      const output = target.subarray(index * size, (index + length) * size);
      if (location === 0) {
        output.fill(0);
        continue;
      }
      const { data, sectors, seals } = volumeLog.stored(location, firstSector + index, length);
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
    let shareable = 0;
    for (const range of ranges) {
      const bytes = range.count * size;
      const isShared = ranges.length > 1 && pool.paysToShare(key.algorithm, bytes) && shareable++ % 2 === 0;
      if (isShared || pool.pays(key.algorithm, "decrypt", bytes, totalBytes)) void readPooled(key, range);
      else if (bytes >= CACHED_BYTES) readTogether(key, [range]);
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

/** What goes with the sectors that are being gathered on this thread; they are decrypted in the same turn. */
const cachedSectors = new Float64Array(CACHED_BYTES / Math.min(...LIMITS.sectorSizesBytes));
const cachedSeals = new Uint8Array(cachedSectors.length * SEAL_BYTES);

const set: Gathered["copy"] = (target, source, at) => target.set(source, at);

/** The plaintext of each range, all cut from one piece of memory. */
function decryptTogether(volumeLog: VolumeLog, key: LoadedKey, ranges: readonly Range[]): Buffer[] {
  const size = volumeLog.owner.sectorSizeBytes;
  const total = ranges.reduce((sum, { count }) => sum + count, 0);
  const memory = pieces.take(total * size, ranges.length);
  const begin = (from: number): Gathered => ({
    data: memory.subarray(from * size, Math.min(total, from + CACHED_BYTES / size) * size),
    sectors: cachedSectors,
    seals: cachedSeals,
    copy: set,
    spans: [],
  });
  let gathered = begin(0);
  let started = 0;
  let ready = 0;
  for (const { firstSector, count } of ranges) {
    for (let done = 0; done < count; ) {
      const taken = Math.min(count - done, gathered.data.byteLength / size - (ready - started));
      gather(volumeLog, { firstSector: firstSector + done, count: taken }, gathered, ready - started);
      done += taken;
      ready += taken;
      if ((ready - started) * size < gathered.data.byteLength) continue;
      decryptGathered(key, gathered, size);
      started = ready;
      gathered = begin(started);
    }
  }
  let end = 0;
  return ranges.map(({ count }) => {
    end += count * size;
    return memory.subarray(end - count * size, end);
  });
}

function decryptGathered(key: LoadedKey, { data, sectors, seals, spans }: Gathered, size: number): void {
  const sealBytes = sealBytesOf(key);
  for (const { index, count } of spans) {
    const stored = data.subarray(index * size, (index + count) * size);
    key.cipher.decrypt({
      input: stored,
      output: stored,
      sectors: sectors.subarray(index, index + count),
      seals: seals.subarray(index * sealBytes, (index + count) * sealBytes),
    });
  }
}

async function decryptPooled(volumeLog: VolumeLog, pool: CipherPool, key: LoadedKey, range: Wanted): Promise<Buffer> {
  const size = volumeLog.owner.sectorSizeBytes;
  const memory = sharedMemory(key, range.count, size);
  const spans: Span[] = [];
  gather(volumeLog, range, { ...memory, sectors: new Float64Array(range.count), copy: copyShared, spans }, 0);
  await allSettled(spans.map((span) => pool.run(poolJob(key, "decrypt", memory, size, range.firstSector, span))));
  return Buffer.from(memory.data.buffer, memory.data.byteOffset, memory.data.byteLength);
}

/** Copies what is stored for a range to the `start`-th sector of what is gathered, and on. */
function gather(volumeLog: VolumeLog, { firstSector, count }: Range, gathered: Gathered, start: number): void {
  const size = volumeLog.owner.sectorSizeBytes;
  const { data, sectors, seals, copy, spans } = gathered;
  const locations = locationsOf(volumeLog, firstSector, count);
  for (let done = 0, length: number; done < count; done += length) {
    length = runLength(locations, done);
    const index = start + done;
    if (locations[done] === 0) {
      data.fill(0, index * size, (index + length) * size);
      continue;
    }
    const stored = volumeLog.stored(locations[done] as number, firstSector + done, length);
    copy(data, stored.data, index * size);
    sectors.set(stored.sectors, index);
    if (stored.seals.byteLength > 0) seals.set(stored.seals, index * SEAL_BYTES);
    const last = spans.at(-1);
    if (last !== undefined && last.index + last.count === index) last.count += length;
    else spans.push({ index, count: length });
  }
}

/** Waits for all, then throws the first failure: no worker may still be writing to memory that was given up. */
async function allSettled(promises: readonly Promise<void>[]): Promise<void> {
  for (const result of await Promise.allSettled(promises)) if (result.status === "rejected") throw result.reason;
}
