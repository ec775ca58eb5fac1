/** Batches to try ciphers with. */

import { LIMITS } from "#envol/limits.ts";

export const SECTOR_SIZES = LIMITS.sectorSizesBytes;
/** Around the record sizes of the store, and one alone. */
export const BATCH_SECTORS = [1, 2, 15, 16, 255, 256];
/** Around what fits 32 bits, and the last sector of the largest volume in 512-byte sectors: 64 TiB is 2^37 of them. */
export const SECTOR_NUMBERS = [0, 1, 2 ** 32 - 1, 2 ** 32, 2 ** 33 + 5, 2 ** 37 - 1];
export const IDENTITY = Buffer.from("vol-0123456789abcdef0", "ascii");
export const NO_SEALS = new Uint8Array(0);

/** `count` sector numbers: each of SECTOR_NUMBERS in turn while they last, then a run. */
export function sectorNumbers(count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => SECTOR_NUMBERS[index] ?? 1000 + index);
}

/** The index-th of equal parts. */
export function part(bytes: Uint8Array, index: number, sizeBytes: number): Uint8Array {
  return bytes.subarray(index * sizeBytes, (index + 1) * sizeBytes);
}
