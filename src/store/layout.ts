/**
 * How the bytes of a record lie. A record is an immutable run of stored sectors, or of holes, with a header that says
 * which sectors they are. All numbers are little-endian; whole numbers beyond 32 bits are IEEE 754 doubles, exact to 2^53.
 *
 *     0   4  magic "ENVR"                16   8  sequence number (double)
 *     4   1  version, 1                  24  24  id of the volume that wrote it, ASCII, zero-padded
 *     5   1  kind: 1 sectors, 2 holes    48   4  CRC-32 of everything before the data, with these four bytes zero
 *     6   2  slots (or holes) in use     52  12  zero
 *     8   2  slots it was made for
 *    10   1  log2 of the sector size
 *    11   1  cipher: 0 none, 1 AES-256-XTS, 2 AES-256-GCM
 *    12   4  layer
 *
 * A record of sectors goes on, for its `capacity` slots, with an array of sector numbers (doubles), an array of the
 * locations that the cleaner moved them from (doubles, 0 for a user's write), an array of seals (28 bytes each), zeroes
 * up to `dataOffset`, and then the stored sectors of the slots in use. A record of holes goes on with pairs of doubles:
 * first sector and number of sectors.
 */

import { SEAL_BYTES } from "../crypto/sector-cipher.ts";

/** LMDB's page size, and its header on the first page of a large value (PAGEHDRSZ in mdb.c). */
export const LMDB_PAGE_BYTES = 4096;
export const LMDB_VALUE_HEADER_BYTES = 16;
/**
 * The largest record, in whole pages of LMDB: one byte more would take one page more. Each record that is put, looked up,
 * opened or cleaned costs the same whatever its size, so larger ones cost less for each sector, while reading in place has
 * made a sector out of a large one no dearer than out of a small one; docs/benchmarks.md has the figures for other sizes.
 */
export const RECORD_BYTES_MAX = 64 * LMDB_PAGE_BYTES - LMDB_VALUE_HEADER_BYTES;

export const HEADER_BYTES = 64;
const SLOT_HEADER_BYTES = 8 + 8 + SEAL_BYTES;
/** A count of slots is a byte in the usage table. */
export const SLOTS_MAX = 255;

/** Where the parts of a record of sectors begin. */
export interface RecordLayout {
  readonly sectorSizeBytes: number;
  readonly capacity: number;
  /** Pages of LMDB that a full record takes. */
  readonly pages: number;
  readonly movedFromOffset: number;
  readonly sealsOffset: number;
  readonly dataOffset: number;
}

/** Pages of LMDB that a value of this many bytes takes. */
export function lmdbPages(valueBytes: number): number {
  return Math.ceil((valueBytes + LMDB_VALUE_HEADER_BYTES) / LMDB_PAGE_BYTES);
}

/** Slots of the records that are written now: 63 of 4,096 bytes, 255 of 512. Earlier ones may have others. */
function capacityOf(sectorSizeBytes: number): number {
  return Math.min(SLOTS_MAX, Math.floor((RECORD_BYTES_MAX - HEADER_BYTES) / (sectorSizeBytes + SLOT_HEADER_BYTES)));
}

/** The layout of records for a sector size and a number of slots. The data of a full record ends where its last page does. */
export function recordLayout(sectorSizeBytes: number, capacity = capacityOf(sectorSizeBytes)): RecordLayout {
  const dataBytes = capacity * sectorSizeBytes;
  const pages = lmdbPages(HEADER_BYTES + capacity * SLOT_HEADER_BYTES + dataBytes);
  return {
    sectorSizeBytes,
    capacity,
    pages,
    movedFromOffset: HEADER_BYTES + capacity * 8,
    sealsOffset: HEADER_BYTES + capacity * 16,
    dataOffset: pages * LMDB_PAGE_BYTES - LMDB_VALUE_HEADER_BYTES - dataBytes,
  };
}

/**
 * A location says where a stored sector is: the sequence number of its record and its slot there, as one exact double,
 * so that locations of one volume are ordered as they were written. 0 is nowhere: never written, or discarded.
 */
const SLOTS_PER_SEQUENCE = 256;
/** Locations stay below 2^53. */
export const SEQUENCE_MAX = 2 ** 45 - 1;

export function locationOf(sequence: number, slot: number): number {
  return sequence * SLOTS_PER_SEQUENCE + slot;
}
export function sequenceOf(location: number): number {
  return Math.floor(location / SLOTS_PER_SEQUENCE);
}
export function slotOf(location: number): number {
  return location % SLOTS_PER_SEQUENCE;
}
