/**
 * Whole sectors between the log and plaintext: found, fetched, encrypted and decrypted. Small batches are done at once on
 * this thread, large ones in shared memory by the cipher pool.
 */

import type { CipherPool } from "../crypto/cipher-pool.ts";
import type { KeyRef } from "../crypto/key-slots.ts";
import { NONCE_BYTES, SEAL_BYTES, type SectorAlgorithm, type SectorCipher } from "../crypto/sector-cipher.ts";
import { giveBackSharedPiece, takeSharedPiece } from "../crypto/shared-pieces.ts";
import type { SectorRecord } from "../store/record.ts";
import type { RecordLog } from "./record-log.ts";
import type { VolumeLog } from "./volume-log.ts";

/** What it takes to use a volume's data key: a cipher for this thread, and the key's place in shared memory for others. */
export interface LoadedKey {
  readonly algorithm: SectorAlgorithm;
  readonly identity: Uint8Array;
  readonly cipher: SectorCipher;
  readonly ref: KeyRef;
}

/** Sectors that are encrypted and not yet in the log. */
export interface EncryptedSectors {
  /** Takes slots for them, in one turn. */
  append(): void;
}

export interface SectorIo {
  /** Reads sectors into `target`, at once. @throws INTEGRITY_ERROR */
  read(key: LoadedKey | undefined, firstSector: number, target: Uint8Array): void;
  /** Reads sectors with the pool's help, into a shared piece. @throws INTEGRITY_ERROR, KEY_REVOKED */
  readPooled(key: LoadedKey, firstSector: number, count: number): Promise<Buffer>;
  /** Encrypts sectors straight into the log, at once. */
  write(key: LoadedKey | undefined, firstSector: number, data: Uint8Array): void;
  /** Encrypts sectors with the pool's help. @throws KEY_REVOKED */
  encryptPooled(key: LoadedKey, firstSector: number, data: Uint8Array): Promise<EncryptedSectors>;
}

/** Sectors that lie one after the other in one record, and are wanted one after the other. */
interface Run {
  /** Position of the first one among the sectors asked for. */
  readonly index: number;
  readonly count: number;
  readonly location: number;
}

export function createSectorIo(recordLog: RecordLog, volumeLog: VolumeLog, pool: CipherPool): SectorIo {
  const size = volumeLog.owner.sectorSizeBytes;
  return {
    read(key, firstSector, target) {
      for (const run of runsOf(volumeLog, firstSector, target.byteLength / size)) {
        const output =
          run.count * size === target.byteLength
            ? target
            : target.subarray(run.index * size, (run.index + run.count) * size);
        if (run.location === 0) {
          output.fill(0);
          continue;
        }
        const { data, sectors, seals } = volumeLog.stored(run.location, firstSector + run.index, run.count);
        if (key === undefined) output.set(data);
        else key.cipher.decrypt({ input: data, output, sectors, seals });
      }
    },
    async readPooled(key, firstSector, count) {
      const memory = sharedMemory(key, count, size);
      const stored = gather(volumeLog, firstSector, count, memory);
      await allSettled(stored.map((span) => pool.run(poolJob(key, "decrypt", memory, size, firstSector, span))));
      return Buffer.from(memory.piece, 0, count * size);
    },
    write(key, firstSector, data) {
      volumeLog.append(firstSector, data.byteLength / size, (record, slot, count, done) => {
        const input = data.subarray(done * size, (done + count) * size);
        const output = record.data.subarray(slot * size, (slot + count) * size);
        if (key === undefined) {
          output.set(input);
          return;
        }
        const seals = sealsOf(record, slot, count);
        if (seals.byteLength > 0) writeNonces(seals, record.sequence, slot);
        key.cipher.encrypt({ input, output, sectors: record.sectors.subarray(slot, slot + count), seals });
      });
    },
    async encryptPooled(key, firstSector, data) {
      const count = data.byteLength / size;
      const memory = sharedMemory(key, count, size);
      memory.data.set(data);
      // The slots are not known yet: a sequence number of the batch's own makes its nonces, and travels with them.
      if (memory.seals.byteLength > 0) writeNonces(memory.seals, recordLog.sequence.next(), 0);
      await pool.run(poolJob(key, "encrypt", memory, size, firstSector, { index: 0, count }));
      return {
        append() {
          appendEncrypted(volumeLog, firstSector, memory);
          giveBackSharedPiece(memory.piece);
        },
      };
    },
  };
}

/** Memory that the pool's threads share: the sectors, and then their seals, of which XTS has none. */
interface SharedMemory {
  readonly piece: SharedArrayBuffer;
  readonly data: Uint8Array;
  readonly seals: Uint8Array;
}

function sharedMemory(key: LoadedKey, count: number, size: number): SharedMemory {
  const sealBytes = key.algorithm === "AES_256_GCM" ? count * SEAL_BYTES : 0;
  const piece = takeSharedPiece(count * size + sealBytes);
  return {
    piece,
    data: new Uint8Array(piece, 0, count * size),
    seals: new Uint8Array(piece, count * size, sealBytes),
  };
}

interface Span {
  index: number;
  count: number;
}

/** Copies what is stored to where it is wanted, and tells which spans of it are not holes. */
function gather(volumeLog: VolumeLog, firstSector: number, count: number, memory: SharedMemory): Span[] {
  const size = volumeLog.owner.sectorSizeBytes;
  const spans: Span[] = [];
  for (const run of runsOf(volumeLog, firstSector, count)) {
    if (run.location === 0) {
      memory.data.fill(0, run.index * size, (run.index + run.count) * size);
      continue;
    }
    const stored = volumeLog.stored(run.location, firstSector + run.index, run.count);
    memory.data.set(stored.data, run.index * size);
    if (stored.seals.byteLength > 0) memory.seals.set(stored.seals, run.index * SEAL_BYTES);
    const last = spans.at(-1);
    if (last !== undefined && last.index + last.count === run.index) last.count += run.count;
    else spans.push({ index: run.index, count: run.count });
  }
  return spans;
}

function appendEncrypted(volumeLog: VolumeLog, firstSector: number, { data, seals }: SharedMemory): void {
  const size = volumeLog.owner.sectorSizeBytes;
  volumeLog.append(firstSector, data.byteLength / size, (record, slot, count, done) => {
    record.data.set(data.subarray(done * size, (done + count) * size), slot * size);
    record.seals.set(seals.subarray(done * SEAL_BYTES, (done + count) * SEAL_BYTES), slot * SEAL_BYTES);
  });
}

/** The runs of `count` sectors from `firstSector`, in order, holes too. */
function runsOf(volumeLog: VolumeLog, firstSector: number, count: number): Run[] {
  const locations = count <= fewLocations.length ? fewLocations.subarray(0, count) : new Float64Array(count);
  volumeLog.locate(firstSector, locations);
  const runs: Run[] = [];
  for (let index = 0; index < count; ) {
    const location = locations[index] as number;
    const step = location === 0 ? 0 : 1;
    let length = 1;
    while (index + length < count && locations[index + length] === location + length * step) length += 1;
    runs.push({ index, count: length, location });
    index += length;
  }
  return runs;
}

/** Used again for each small request: everything here is synchronous. */
const fewLocations = new Float64Array(64);

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
  { piece, seals }: SharedMemory,
  sectorSizeBytes: number,
  firstSector: number,
  { index, count }: Span,
) {
  return {
    direction,
    algorithm: key.algorithm,
    key: key.ref,
    identity: key.identity,
    sectorSizeBytes,
    data: piece,
    offsetBytes: index * sectorSizeBytes,
    sectors: Float64Array.from({ length: count }, (_, position) => firstSector + index + position),
    seals: seals.byteLength > 0 ? piece : undefined,
    sealsOffsetBytes: seals.byteOffset + index * SEAL_BYTES,
  };
}

/** Waits for all, then throws the first failure: no worker may still be writing to memory that was given up. */
async function allSettled(promises: readonly Promise<void>[]): Promise<void> {
  for (const result of await Promise.allSettled(promises)) if (result.status === "rejected") throw result.reason;
}
