/**
 * Bytes in, bytes out: turns byte ranges into sectors, sectors into slots of the log, and encrypts on the way. It holds
 * no key: each call is given one. Small requests are done at once on this thread, large ones go to the cipher pool.
 *
 * A large write takes its slots only when it is encrypted, together with its ragged ends, in one turn. So writes that
 * overlap have an order, no write undoes a neighbour's bytes, and a sector is always wholly old or wholly new.
 */

import { type CipherPool, POOL_BYTES_MIN } from "../crypto/cipher-pool.ts";
import type { KeyRef } from "../crypto/key-slots.ts";
import {
  NONCE_BYTES,
  SEAL_BYTES,
  type SectorAlgorithm,
  type SectorBatch,
  type SectorCipher,
} from "../crypto/sector-cipher.ts";
import { EnvolError } from "../errors.ts";
import { slotOf } from "../store/layout.ts";
import type { SectorRecord } from "../store/record.ts";
import type { Extent } from "./block-device.ts";
import type { RecordLog } from "./record-log.ts";
import type { SectorMap, SectorRun } from "./sector-map.ts";
import type { VolumeLog } from "./volume-log.ts";

/** What it takes to use a volume's data key: a cipher for this thread, and the key's place in shared memory for others. */
export interface LoadedKey {
  readonly algorithm: SectorAlgorithm;
  readonly identity: Uint8Array;
  readonly cipher: SectorCipher;
  readonly ref: KeyRef;
}

export interface Engine {
  readonly sectorSizeBytes: number;
  /** The key is left out on an unencrypted volume. @throws INTEGRITY_ERROR, KEY_REVOKED */
  read(key: LoadedKey | undefined, offsetBytes: number, lengthBytes: number): Promise<Buffer>;
  /** @throws STORE_FULL, STORE_FAILED, INTEGRITY_ERROR (of a sector that is written in part), KEY_REVOKED */
  write(key: LoadedKey | undefined, offsetBytes: number, data: Uint8Array): Promise<void>;
  discard(key: LoadedKey | undefined, offsetBytes: number, lengthBytes: number): Promise<void>;
  flush(): Promise<void>;
  allocation(offsetBytes: number, lengthBytes: number, extentsMax: number): Promise<Extent[]>;
}

/** Sectors that lie one after the other in one record, and are wanted one after the other. */
interface Run {
  /** Position of the first one among the sectors asked for. */
  readonly index: number;
  readonly count: number;
  readonly location: number;
}

export function createEngine(recordLog: RecordLog, volumeLog: VolumeLog, map: SectorMap, pool: CipherPool): Engine {
  const size = volumeLog.owner.sectorSizeBytes;

  /** Reads whole sectors into `target`, at once. */
  const readSectors = (key: LoadedKey | undefined, firstSector: number, target: Uint8Array) => {
    for (const run of runsOf(volumeLog, firstSector, target.byteLength / size)) {
      const output = target.subarray(run.index * size, (run.index + run.count) * size);
      if (run.location === 0) {
        output.fill(0);
        continue;
      }
      const batch = storedBatch(volumeLog, firstSector + run.index, run, output);
      if (key === undefined) output.set(batch.input);
      else key.cipher.decrypt(batch);
    }
  };

  /** Reads whole sectors with the pool's help. */
  const readSectorsPooled = async (key: LoadedKey, firstSector: number, count: number): Promise<Buffer> => {
    const data = new SharedArrayBuffer(count * size);
    const seals = key.algorithm === "AES_256_GCM" ? new SharedArrayBuffer(count * SEAL_BYTES) : undefined;
    const bytes = new Uint8Array(data);
    const spans: { index: number; count: number }[] = [];
    for (const run of runsOf(volumeLog, firstSector, count)) {
      if (run.location === 0) continue;
      const output = bytes.subarray(run.index * size, (run.index + run.count) * size);
      const batch = storedBatch(volumeLog, firstSector + run.index, run, output);
      output.set(batch.input);
      if (seals !== undefined) new Uint8Array(seals, run.index * SEAL_BYTES).set(batch.seals);
      const last = spans.at(-1);
      if (last !== undefined && last.index + last.count === run.index) last.count += run.count;
      else spans.push({ index: run.index, count: run.count });
    }
    const jobs = spans.map((span) => ({
      ...poolJob(key, "decrypt", data, seals, size, firstSector + span.index, span.count),
      offsetBytes: span.index * size,
      sealsOffsetBytes: span.index * SEAL_BYTES,
    }));
    await allSettled(jobs.map((job) => pool.run(job)));
    return Buffer.from(data);
  };

  /** Encrypts whole sectors straight into the log. */
  const writeSectors = (key: LoadedKey | undefined, firstSector: number, data: Uint8Array) => {
    volumeLog.append(firstSector, data.byteLength / size, (record, slot, count, done) => {
      const input = data.subarray(done * size, (done + count) * size);
      const output = record.data.subarray(slot * size, (slot + count) * size);
      if (key === undefined) {
        output.set(input);
        return;
      }
      const seals = sealsOf(record, slot, count);
      if (key.algorithm === "AES_256_GCM") writeNonces(seals, record.sequence, slot);
      key.cipher.encrypt({ input, output, sectors: record.sectors.subarray(slot, slot + count), seals });
    });
  };

  /** Writes part of a sector: reads the rest of it first, in the same turn. */
  const writePart = (key: LoadedKey | undefined, sector: number, fromByte: number, data: Uint8Array) => {
    const whole = Buffer.alloc(size);
    readSectors(key, sector, whole);
    whole.set(data, fromByte);
    writeSectors(key, sector, whole);
    whole.fill(0);
  };

  /** Writes a range whose whole sectors `writeBody` writes; the ends are written in part. */
  const writeRange = (
    key: LoadedKey | undefined,
    offsetBytes: number,
    data: Uint8Array,
    writeBody: (sector: number, from: number, to: number) => void,
  ) => {
    const { firstWhole, bodyFrom, bodyTo } = bodyOf(offsetBytes, data.byteLength, size);
    if (bodyFrom > 0) {
      writePart(key, Math.floor(offsetBytes / size), offsetBytes % size, data.subarray(0, bodyFrom));
    }
    if (bodyTo > bodyFrom) writeBody(firstWhole, bodyFrom, bodyTo);
    if (bodyTo < data.byteLength) {
      writePart(key, Math.floor((offsetBytes + bodyTo) / size), 0, data.subarray(bodyTo));
    }
  };

  const writePooled = async (key: LoadedKey, offsetBytes: number, data: Uint8Array): Promise<void> => {
    const { firstWhole, bodyFrom, bodyTo } = bodyOf(offsetBytes, data.byteLength, size);
    const count = (bodyTo - bodyFrom) / size;
    const shared = new SharedArrayBuffer(bodyTo - bodyFrom);
    const seals = key.algorithm === "AES_256_GCM" ? new SharedArrayBuffer(count * SEAL_BYTES) : undefined;
    const stored = new Uint8Array(shared);
    stored.set(data.subarray(bodyFrom, bodyTo));
    // The slots are not known yet: a sequence number of the write's own makes its nonces, and travels with them.
    if (seals !== undefined) writeNonces(new Uint8Array(seals), recordLog.sequence.next(), 0);
    await pool.run(poolJob(key, "encrypt", shared, seals, size, firstWhole, count));
    const storedSeals = seals && new Uint8Array(seals);
    writeRange(key, offsetBytes, data, () => {
      volumeLog.append(firstWhole, count, (record, slot, taken, done) => {
        record.data.set(stored.subarray(done * size, (done + taken) * size), slot * size);
        if (storedSeals === undefined) return;
        record.seals.set(storedSeals.subarray(done * SEAL_BYTES, (done + taken) * SEAL_BYTES), slot * SEAL_BYTES);
      });
    });
  };

  const write = async (key: LoadedKey | undefined, offsetBytes: number, data: Uint8Array): Promise<void> => {
    if (!recordLog.hasRoom) await recordLog.room();
    if (key !== undefined && data.byteLength >= POOL_BYTES_MIN + 2 * size) return writePooled(key, offsetBytes, data);
    writeRange(key, offsetBytes, data, (sector, from, to) => writeSectors(key, sector, data.subarray(from, to)));
  };

  return {
    sectorSizeBytes: size,
    async read(key, offsetBytes, lengthBytes) {
      const firstSector = Math.floor(offsetBytes / size);
      const count = Math.ceil((offsetBytes + lengthBytes) / size) - firstSector;
      const from = offsetBytes - firstSector * size;
      if (key !== undefined && lengthBytes >= POOL_BYTES_MIN) {
        return (await readSectorsPooled(key, firstSector, count)).subarray(from, from + lengthBytes);
      }
      const whole = Buffer.allocUnsafeSlow(count * size);
      readSectors(key, firstSector, whole);
      return whole.subarray(from, from + lengthBytes);
    },
    write,
    async discard(key, offsetBytes, lengthBytes) {
      if (!recordLog.hasRoom) await recordLog.room();
      const { firstWhole, bodyFrom, bodyTo } = bodyOf(offsetBytes, lengthBytes, size);
      if (bodyFrom > 0) await write(key, offsetBytes, Buffer.alloc(bodyFrom));
      if (bodyTo < lengthBytes) await write(key, offsetBytes + bodyTo, Buffer.alloc(lengthBytes - bodyTo));
      if (bodyTo > bodyFrom)
        await volumeLog.discard({ firstSector: firstWhole, sectorCount: (bodyTo - bodyFrom) / size });
    },
    flush: () => volumeLog.flush(),
    async allocation(offsetBytes, lengthBytes, extentsMax) {
      await volumeLog.committed();
      const extents: Extent[] = [];
      const firstSector = Math.floor(offsetBytes / size);
      const end = offsetBytes + lengthBytes;
      const visit = (run: SectorRun) => {
        const from = Math.max(offsetBytes, run.firstSector * size);
        const to = Math.min(end, (run.firstSector + run.sectorCount) * size);
        extents.push({ offsetBytes: from, lengthBytes: to - from, allocated: run.mapped });
        return extents.length < extentsMax;
      };
      await map.runs(firstSector, Math.ceil(end / size) - firstSector, visit);
      return extents;
    },
  };
}

/** The whole sectors of a byte range, as offsets into the range; without any, the range is its own first end. */
function bodyOf(offsetBytes: number, lengthBytes: number, size: number) {
  const firstWhole = Math.ceil(offsetBytes / size);
  const bodyFrom = Math.min(lengthBytes, firstWhole * size - offsetBytes);
  const bodyTo = Math.max(bodyFrom, Math.floor((offsetBytes + lengthBytes) / size) * size - offsetBytes);
  return { firstWhole, bodyFrom, bodyTo };
}

/** The runs of `count` sectors from `firstSector`, in order, holes too. */
function* runsOf(volumeLog: VolumeLog, firstSector: number, count: number): Generator<Run> {
  const locations = new Float64Array(count);
  volumeLog.locate(firstSector, locations);
  for (let index = 0; index < count; ) {
    const location = locations[index] as number;
    const step = location === 0 ? 0 : 1;
    let length = 1;
    while (index + length < count && locations[index + length] === location + length * step) length += 1;
    yield { index, count: length, location };
    index += length;
  }
}

/** What is stored for a run; its views are borrowed. @throws INTEGRITY_ERROR when the record holds other sectors */
function storedBatch(volumeLog: VolumeLog, firstSector: number, run: Run, output: Uint8Array): SectorBatch {
  const record = volumeLog.record(run.location);
  const slot = slotOf(run.location);
  const size = volumeLog.owner.sectorSizeBytes;
  const sectors = record.sectors.subarray(slot, slot + run.count);
  for (let i = 0; i < run.count; i++) {
    if (slot + i < record.used && sectors[i] === firstSector + i) continue;
    throw new EnvolError(
      "INTEGRITY_ERROR",
      `Sector ${firstSector + i} of volume ${volumeLog.owner.volumeId} is not where the index says: record ${record.sequence} holds another.`,
    );
  }
  return {
    input: record.data.subarray(slot * size, (slot + run.count) * size),
    output,
    sectors,
    seals: sealsOf(record, slot, run.count),
  };
}

function sealsOf(record: SectorRecord, slot: number, count: number): Uint8Array {
  const wanted = record.cipher === "AES_256_GCM" ? count : 0;
  return record.seals.subarray(slot * SEAL_BYTES, (slot + wanted) * SEAL_BYTES);
}

/**
 * Nonces for seals that follow one another: a sequence number in 64 bits, then a counter in 32 (SP 800-38D 8.2.1, the
 * deterministic construction). A sequence number is never given out twice, so that no nonce is.
 */
function writeNonces(seals: Uint8Array, sequence: number, firstCounter: number): void {
  const view = new DataView(seals.buffer, seals.byteOffset, seals.byteLength);
  for (let at = 0, counter = firstCounter; at < seals.byteLength; at += SEAL_BYTES, counter++) {
    view.setUint32(at, Math.floor(sequence / 2 ** 32));
    view.setUint32(at + 4, sequence % 2 ** 32);
    view.setUint32(at + NONCE_BYTES - 4, counter);
  }
}

function poolJob(
  key: LoadedKey,
  direction: "encrypt" | "decrypt",
  data: SharedArrayBuffer,
  seals: SharedArrayBuffer | undefined,
  sectorSizeBytes: number,
  firstSector: number,
  count: number,
) {
  const { algorithm, identity, ref } = key;
  const sectors = Float64Array.from({ length: count }, (_, index) => firstSector + index);
  return {
    direction,
    algorithm,
    key: ref,
    identity,
    sectorSizeBytes,
    data,
    offsetBytes: 0,
    sectors,
    seals,
    sealsOffsetBytes: 0,
  };
}

/** Waits for all, then throws the first failure: no worker may still be writing to memory that was given up. */
async function allSettled(promises: readonly Promise<void>[]): Promise<void> {
  for (const result of await Promise.allSettled(promises)) if (result.status === "rejected") throw result.reason;
}
