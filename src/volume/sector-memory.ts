/** A loaded key, and the memory in which the cipher pool uses it. */

import type { KeyRef } from "../crypto/key-slots.ts";
import { SEAL_BYTES, type SectorAlgorithm, type SectorCipher } from "../crypto/sector-cipher.ts";
import type { SectorJob } from "../crypto/sector-job.ts";
import { sharedPieces } from "../pieces.ts";

/** What it takes to use a volume's data key: a cipher for this thread, and the key's place in shared memory for others. */
export interface LoadedKey {
  readonly algorithm: SectorAlgorithm;
  readonly identity: Uint8Array;
  readonly cipher: SectorCipher;
  readonly ref: KeyRef;
}

/** Bytes that travel with each sector. */
export function sealBytesOf({ algorithm }: LoadedKey): number {
  return algorithm === "AES_256_GCM" ? SEAL_BYTES : 0;
}

/** Memory that the pool's threads share: the sectors, and then their seals, of which XTS has none. */
export interface SharedMemory {
  readonly data: Uint8Array;
  readonly seals: Uint8Array;
}

export function sharedMemory(key: LoadedKey, count: number, sectorSizeBytes: number): SharedMemory {
  const dataBytes = count * sectorSizeBytes;
  const piece = sharedPieces.take(dataBytes + count * sealBytesOf(key));
  return { data: piece.subarray(0, dataBytes), seals: piece.subarray(dataBytes) };
}

/** What the pool is to do with `count` sectors of shared memory from `index` on, where it begins with `firstSector`. */
export function poolJob(
  key: LoadedKey,
  direction: "encrypt" | "decrypt",
  { data, seals }: SharedMemory,
  sectorSizeBytes: number,
  firstSector: number,
  { index, count }: { readonly index: number; readonly count: number },
): SectorJob {
  const memory = data.buffer as SharedArrayBuffer;
  const sectors = new Float64Array(count);
  for (let i = 0; i < count; i++) sectors[i] = firstSector + index + i;
  return {
    direction,
    algorithm: key.algorithm,
    key: key.ref,
    identity: key.identity,
    sectorSizeBytes,
    data: memory,
    offsetBytes: data.byteOffset + index * sectorSizeBytes,
    sectors,
    seals: seals.byteLength > 0 ? memory : undefined,
    sealsOffsetBytes: seals.byteOffset + index * SEAL_BYTES,
  };
}
