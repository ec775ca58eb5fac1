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

/**
 * The largest record. LMDB keeps a large value in whole pages of 4,096 bytes whose first one begins with a 16-byte
 * header (PAGEHDRSZ in mdb.c), so that 16 pages hold 16 * 4,096 - 16 bytes; one byte more would take a 17th page.
 */
export const RECORD_BYTES_MAX = 16 * 4096 - 16;
/** LMDB's page size, and its header on the first page of a large value. */
export const LMDB_PAGE_BYTES = 4096;
export const LMDB_VALUE_HEADER_BYTES = 16;

export const HEADER_BYTES = 64;
const SLOT_HEADER_BYTES = 8 + 8 + SEAL_BYTES;

/** Where the parts of a record of sectors begin. */
export interface RecordLayout {
  readonly sectorSizeBytes: number;
  readonly capacity: number;
  readonly movedFromOffset: number;
  readonly sealsOffset: number;
  readonly dataOffset: number;
}

/** The layout of records for a sector size: 15 slots of 4,096 bytes, 117 of 512. The data ends where the record does. */
export function recordLayout(sectorSizeBytes: number): RecordLayout {
  const capacity = Math.floor((RECORD_BYTES_MAX - HEADER_BYTES) / (sectorSizeBytes + SLOT_HEADER_BYTES));
  return {
    sectorSizeBytes,
    capacity,
    movedFromOffset: HEADER_BYTES + capacity * 8,
    sealsOffset: HEADER_BYTES + capacity * 16,
    dataOffset: RECORD_BYTES_MAX - capacity * sectorSizeBytes,
  };
}

/** Pages of LMDB that a value of this many bytes takes. */
export function lmdbPages(valueBytes: number): number {
  return Math.ceil((valueBytes + LMDB_VALUE_HEADER_BYTES) / LMDB_PAGE_BYTES);
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
