/**
 * Plaintext becomes stored sectors. All small writes of one turn that go into one record are encrypted together, straight
 * into its slots; large ones are encrypted in shared memory by the cipher pool.
 */

import type { CipherPool } from "../crypto/cipher-pool.ts";
import { copyShared } from "../crypto/copy-bytes.ts";
import { NONCE_BYTES, SEAL_BYTES } from "../crypto/sector-cipher.ts";
import { sharedPieces } from "../pieces.ts";
import { RECORD_BYTES_MAX } from "../store/layout.ts";
import type { SectorRecord } from "../store/record.ts";
import type { RecordLog } from "./record-log.ts";
import { type LoadedKey, poolJob, sealBytesOf, sharedMemory } from "./sector-memory.ts";
import type { VolumeLog } from "./volume-log.ts";

/** Sectors that are encrypted and not yet in the log. */
export interface EncryptedSectors {
  /** Takes slots for them, in one turn. */
  append(): void;
}

export interface SectorWriter {
  /** Writes at once, after what was to be written soon. */
  now(key: LoadedKey | undefined, firstSector: number, data: Uint8Array): void;
  /** Writes with what else is written in this turn. `data` must stay as it is until then. */
  soon(key: LoadedKey | undefined, firstSector: number, data: Uint8Array): Promise<void>;
  /** Writes what was to be written soon. */
  flush(): void;
  /** Encrypts with the pool's help. @throws KEY_REVOKED */
  pooled(key: LoadedKey, firstSector: number, data: Uint8Array): Promise<EncryptedSectors>;
}

interface PromiseWithResolvers {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

function promiseWithResolvers(): PromiseWithResolvers {
  let resolve = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

/** A range of sectors to be written. */
interface Range {
  readonly firstSector: number;
  readonly data: Uint8Array;
}

export function createSectorWriter(recordLog: RecordLog, volumeLog: VolumeLog, pool: CipherPool): SectorWriter {
  const size = volumeLog.owner.sectorSizeBytes;
  let waiting: Range[] = [];
  let waitingKey: LoadedKey | undefined;
  let written: PromiseWithResolvers | undefined;

  const flush = () => {
    if (written === undefined) return;
    const { resolve, reject } = written;
    const ranges = waiting;
    written = undefined;
    waiting = [];
    try {
      write(volumeLog, waitingKey, ranges);
      resolve();
    } catch (error) {
      reject(error);
    }
  };
  return {
    now(key, firstSector, data) {
      flush();
      write(volumeLog, key, [{ firstSector, data }]);
    },
    soon(key, firstSector, data) {
      waiting.push({ firstSector, data });
      // A key is replaced only while nobody writes.
      waitingKey = key;
      if (written === undefined) {
        written = promiseWithResolvers();
        queueMicrotask(flush);
      }
      return written.promise;
    },
    flush,
    async pooled(key, firstSector, data) {
      const count = data.byteLength / size;
      const memory = sharedMemory(key, count, size);
      copyShared(memory.data, data, 0);
      // The slots are not known yet: a sequence number of the batch's own makes its nonces, and travels with them.
      if (memory.seals.byteLength > 0) writeNonces(memory.seals, recordLog.sequence.next(), 0);
      await pool.run(poolJob(key, "encrypt", memory, size, firstSector, { index: 0, count }));
      return {
        append() {
          flush();
          volumeLog.append(firstSector, count, (record, slot, taken, done) => {
            copyShared(record.data, memory.data.subarray(done * size, (done + taken) * size), slot * size);
            if (memory.seals.byteLength === 0) return;
            record.seals.set(memory.seals.subarray(done * SEAL_BYTES, (done + taken) * SEAL_BYTES), slot * SEAL_BYTES);
          });
          sharedPieces.giveBack(memory.data);
        },
      };
    },
  };
}

/** Writes ranges into the log, in order. */
function write(volumeLog: VolumeLog, key: LoadedKey | undefined, ranges: readonly Range[]): void {
  const size = volumeLog.owner.sectorSizeBytes;
  let filling: Filling | undefined;
  for (const { firstSector, data } of ranges) {
    volumeLog.append(firstSector, data.byteLength / size, (record, slot, count, done) => {
      filling ??= { record, slot, count: 0, inputs: [] };
      filling.count += count;
      filling.inputs.push(data.subarray(done * size, (done + count) * size));
      if (slot + count < record.layout.capacity) return;
      // A full record is sealed when this returns.
      fill(key, filling);
      filling = undefined;
    });
  }
  if (filling !== undefined) fill(key, filling);
}

/** Slots of a record that follow one another, and what goes into them. */
interface Filling {
  readonly record: SectorRecord;
  readonly slot: number;
  count: number;
  readonly inputs: Uint8Array[];
}

function fill(key: LoadedKey | undefined, { record, slot, count, inputs }: Filling): void {
  const size = record.sectorSizeBytes;
  const output = record.data.subarray(slot * size, (slot + count) * size);
  if (key === undefined) {
    join(inputs, output);
    return;
  }
  const seals = record.seals.subarray(slot * SEAL_BYTES, slot * SEAL_BYTES + count * sealBytesOf(key));
  if (seals.byteLength > 0) writeNonces(seals, record.sequence, slot);
  const input = inputs.length === 1 ? (inputs[0] as Uint8Array) : join(inputs, staging);
  key.cipher.encrypt({ input, output, sectors: record.sectors.subarray(slot, slot + count), seals });
  if (inputs.length > 1) input.fill(0);
}

/** Where inputs are laid one after the other, for no longer than it takes to encrypt them. */
const staging = new Uint8Array(RECORD_BYTES_MAX);

function join(inputs: readonly Uint8Array[], target: Uint8Array): Uint8Array {
  let at = 0;
  for (const input of inputs) {
    target.set(input, at);
    at += input.byteLength;
  }
  return target.subarray(0, at);
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
