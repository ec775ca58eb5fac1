/** GCM without its AES, in WebAssembly: scripts/gcm-wat.ts, of which each thread has one instance. */

import { GCM_MODULE_BASE64 } from "../gen/gcm-module.ts";
import { SECTOR_NUMBER_BYTES } from "./gcm-additional-data.ts";
import { bytesBetween, instantiate, type Memory, type Place } from "./webassembly.ts";

/** Who seals: the hash subkey (SP 800-38D 6.3) and the volume's identity. */
export interface Sealer {
  /** AES of a block of zeroes. Whoever made the sealer zeroes it, after `forget`. */
  readonly hashKey: Uint8Array;
  readonly identity: Uint8Array;
}

/** Places in the instance's memory, which this thread's ciphers share: it holds one batch at a time, and one sealer. */
export interface Sealing {
  /** The sectors, one after the other. */
  readonly data: Uint8Array;
  /** For each sector its counter blocks, one more than the sector has; encrypted, they are xored with it. */
  readonly stream: Uint8Array;
  /** For each sector its nonce and its tag. */
  readonly seals: Uint8Array;
  /** The number of each sector. */
  readonly numbers: Float64Array;
  /** Makes ready for a sealer's batches. Where another one was before, this takes half a microsecond. */
  use(sealer: Sealer): void;
  /** Writes to the stream the counter blocks that follow from the nonces. */
  count(sectors: number, sectorBytes: number): void;
  /** Encrypts the data and writes the tags. */
  seal(sectors: number, sectorBytes: number): void;
  /** Decrypts the data up to the first sector that does not fit its tag. Returns how many that is. */
  open(sectors: number, sectorBytes: number): number;
  /** Zeroes the first bytes of the data and of the stream, which makes data of what is stored. */
  wipeBatch(dataBytes: number, streamBytes: number): void;
  /** Zeroes all that was made from a sealer's hash subkey, if any of it is here. */
  forget(sealer: Sealer): void;
}

interface Exports {
  readonly memory: Memory;
  readonly data: Place;
  readonly stream: Place;
  readonly seals: Place;
  readonly numbers: Place;
  readonly additional: Place;
  readonly hashKey: Place;
  readonly end: Place;
  makeTables(): void;
  count(sectors: number, sectorBytes: number): void;
  seal(sectors: number, sectorBytes: number, additionalBytes: number): void;
  open(sectors: number, sectorBytes: number, additionalBytes: number): number;
  wipeBatch(dataBytes: number, streamBytes: number): void;
  wipeKey(): void;
}

const BLOCK_BYTES = 16;
/** So many blocks of additional data are hashed together. */
const GROUP_BYTES = 4 * BLOCK_BYTES;

/** This thread's instance; undefined where the runtime cannot have one. */
export const sealing: Sealing | undefined = open();

function open(): Sealing | undefined {
  const exports = instantiate<Exports>(GCM_MODULE_BASE64);
  if (exports === undefined) return undefined;
  const { memory, data, stream, seals, numbers, additional, hashKey } = exports;
  const additionalBlocks = bytesBetween(memory, additional, hashKey);
  const subkey = new Uint8Array(memory.buffer, hashKey.value, BLOCK_BYTES);
  let current: Sealer | undefined;
  let additionalBytes = 0;

  return {
    data: bytesBetween(memory, data, stream),
    stream: bytesBetween(memory, stream, seals),
    seals: bytesBetween(memory, seals, numbers),
    numbers: new Float64Array(memory.buffer, numbers.value, (additional.value - numbers.value) / 8),
    use(sealer) {
      if (sealer === current) return;
      current = sealer;
      subkey.set(sealer.hashKey);
      exports.makeTables();
      additionalBytes = sealer.identity.length + SECTOR_NUMBER_BYTES;
      additionalBlocks.fill(0);
      additionalBlocks.set(
        sealer.identity,
        roundUp(additionalBytes, GROUP_BYTES) - roundUp(additionalBytes, BLOCK_BYTES),
      );
    },
    count: exports.count,
    seal: (sectors, sectorBytes) => exports.seal(sectors, sectorBytes, additionalBytes),
    open: (sectors, sectorBytes) => exports.open(sectors, sectorBytes, additionalBytes),
    wipeBatch: exports.wipeBatch,
    forget(sealer) {
      if (sealer !== current) return;
      current = undefined;
      exports.wipeKey();
    },
  };
}

function roundUp(lengthBytes: number, unitBytes: number): number {
  return Math.ceil(lengthBytes / unitBytes) * unitBytes;
}
