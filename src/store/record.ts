/** Records as values: made, sealed, checked and opened. `layout.ts` says where each byte lies. */

import { crc32 } from "node:zlib";
import { SEAL_BYTES } from "../crypto/sector-cipher.ts";
import { EnvolError } from "../errors.ts";
import { HEADER_BYTES, RECORD_BYTES_MAX, type RecordLayout, recordLayout, SLOTS_MAX } from "./layout.ts";

const MAGIC = 0x52564e45; // "ENVR", read as a little-endian number
const VERSION = 1;
const KIND_SECTORS = 1;
const KIND_HOLES = 2;
const CRC_OFFSET = 48;
const VOLUME_ID_OFFSET = 24;
const VOLUME_ID_BYTES_MAX = 24;
const CIPHERS = ["NONE", "AES_256_XTS", "AES_256_GCM"] as const;

export type RecordCipher = (typeof CIPHERS)[number];

/** Whose records: what every header of a layer says. */
export interface RecordOwner {
  readonly layerId: number;
  readonly volumeId: string;
  readonly cipher: RecordCipher;
  readonly sectorSizeBytes: number;
}

/** A record of sectors: views of one piece of memory. */
export interface SectorRecord extends RecordOwner {
  readonly kind: "sectors";
  readonly sequence: number;
  readonly layout: RecordLayout;
  readonly bytes: Uint8Array;
  /** Slots in use. */
  readonly used: number;
  /** By slot: sector numbers, and the locations that the cleaner moved them from. */
  readonly sectors: Float64Array;
  readonly movedFrom: Float64Array;
  readonly seals: Uint8Array;
  /** The stored sectors, one after the other. */
  readonly data: Uint8Array;
}

export interface Hole {
  readonly firstSector: number;
  readonly sectorCount: number;
}

export interface HoleRecord extends RecordOwner {
  readonly kind: "holes";
  readonly sequence: number;
  readonly holes: readonly Hole[];
}

/** The layouts of records that are written now, by sector size. */
const layouts = new Map([512, 4096].map((sizeBytes) => [sizeBytes, recordLayout(sizeBytes)]));

/** Memory for one record; aligned, and never the runtime's shared pool, so that typed views fit. */
export function allocateRecordMemory(): Uint8Array {
  return new Uint8Array(RECORD_BYTES_MAX);
}

/** A new record of sectors in `memory`, which may have held another one. */
export function createSectorRecord(
  memory: Uint8Array,
  owner: RecordOwner,
  sequence: number,
): SectorRecord & { used: number } {
  const layout = layoutOf(owner.sectorSizeBytes);
  memory.fill(0, 0, layout.dataOffset);
  return sectorRecord(owner, sequence, 0, layout, memory);
}

/** Writes the header and gives the bytes to store: the record up to its last slot in use. */
export function sealSectorRecord(record: SectorRecord): Uint8Array {
  const { bytes, layout, used } = record;
  writeHeader(bytes, KIND_SECTORS, record, record.sequence, used, layout.capacity);
  const view = dataView(bytes);
  view.setUint32(CRC_OFFSET, 0, true);
  view.setUint32(CRC_OFFSET, crc32(bytes.subarray(0, layout.dataOffset)), true);
  return bytes.subarray(0, layout.dataOffset + used * layout.sectorSizeBytes);
}

/** The bytes of a record of holes. */
export function encodeHoleRecord(record: HoleRecord): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + record.holes.length * 16);
  writeHeader(bytes, KIND_HOLES, record, record.sequence, record.holes.length, 0);
  const view = dataView(bytes);
  record.holes.forEach((hole, index) => {
    view.setFloat64(HEADER_BYTES + index * 16, hole.firstSector, true);
    view.setFloat64(HEADER_BYTES + index * 16 + 8, hole.sectorCount, true);
  });
  view.setUint32(CRC_OFFSET, crc32(bytes), true);
  return bytes;
}

/**
 * Opens stored bytes as the record with this sequence number. The views share the memory of `bytes`.
 * @throws INTEGRITY_ERROR when a byte before the data has changed, or the record is another one.
 */
export function openRecord(bytes: Uint8Array, sequence: number): SectorRecord | HoleRecord {
  const damaged = (what: string) =>
    new EnvolError("INTEGRITY_ERROR", `Record ${sequence} of the store is damaged: ${what}.`);
  if (bytes.byteLength < HEADER_BYTES) throw damaged("it is cut short");
  const view = dataView(bytes);
  if (view.getUint32(0, true) !== MAGIC || bytes[4] !== VERSION) throw damaged("it does not begin as a record does");
  if (view.getFloat64(16, true) !== sequence) throw damaged("it is another record");
  const sectorSizeBytes = 2 ** (bytes[10] as number);
  const holes = bytes[5] === KIND_HOLES;
  const layout = storedLayout(sectorSizeBytes, holes ? undefined : view.getUint16(8, true));
  const cipher = CIPHERS[bytes[11] as number];
  if (layout === undefined || cipher === undefined) throw damaged("its sector size, slots or cipher are unknown");
  const used = view.getUint16(6, true);
  const checkedBytes = holes ? HEADER_BYTES + used * 16 : layout.dataOffset;
  const lengthBytes = holes ? checkedBytes : layout.dataOffset + used * sectorSizeBytes;
  if (bytes.byteLength !== lengthBytes) throw damaged("its length is wrong");
  if (!crcMatches(bytes, checkedBytes)) throw damaged("its header has changed");
  const owner = { layerId: view.getUint32(12, true), volumeId: readVolumeId(bytes), cipher, sectorSizeBytes };
  if (holes) return { kind: "holes", sequence, ...owner, holes: readHoles(view, used) };
  return sectorRecord(owner, sequence, used, layout, bytes);
}

/** The layout that a header tells of: of the records that are written now, or of earlier ones with fewer slots. */
function storedLayout(sectorSizeBytes: number, capacity: number | undefined): RecordLayout | undefined {
  const layout = layouts.get(sectorSizeBytes);
  if (layout === undefined || capacity === undefined || capacity === layout.capacity) return layout;
  return capacity >= 1 && capacity <= SLOTS_MAX ? recordLayout(sectorSizeBytes, capacity) : undefined;
}

/** Stored sectors that lie in consecutive slots of one record: views of its memory. */
export interface StoredSlots {
  readonly data: Uint8Array;
  /** By slot, the number of the sector that it holds. */
  readonly sectors: Float64Array;
  /** Empty but under AES_256_GCM. */
  readonly seals: Uint8Array;
}

/** Some slots of a record; undefined when it does not have so many in use. */
export function storedSlots(record: SectorRecord, slot: number, count: number): StoredSlots | undefined {
  if (slot + count > record.used) return undefined;
  const size = record.sectorSizeBytes;
  const sealed = record.cipher === "AES_256_GCM";
  return {
    data: record.data.subarray(slot * size, (slot + count) * size),
    sectors: record.sectors.subarray(slot, slot + count),
    seals: sealed ? record.seals.subarray(slot * SEAL_BYTES, (slot + count) * SEAL_BYTES) : NO_SEALS,
  };
}

const NO_SEALS = new Uint8Array(0);

const ZERO_CRC = new Uint8Array(4);

/** The CRC over everything before the data, with its own four bytes taken as zero. */
function crcMatches(bytes: Uint8Array, checkedBytes: number): boolean {
  const head = crc32(bytes.subarray(0, CRC_OFFSET));
  const crc = crc32(bytes.subarray(CRC_OFFSET + 4, checkedBytes), crc32(ZERO_CRC, head));
  return crc === dataView(bytes).getUint32(CRC_OFFSET, true);
}

function readHoles(view: DataView, count: number): Hole[] {
  return Array.from({ length: count }, (_, index) => ({
    firstSector: view.getFloat64(HEADER_BYTES + index * 16, true),
    sectorCount: view.getFloat64(HEADER_BYTES + index * 16 + 8, true),
  }));
}

function layoutOf(sectorSizeBytes: number): RecordLayout {
  const layout = layouts.get(sectorSizeBytes);
  if (layout === undefined) throw new RangeError(`sectorSizeBytes: expected 512 or 4096, got ${sectorSizeBytes}.`);
  return layout;
}

function writeHeader(
  bytes: Uint8Array,
  kind: number,
  owner: RecordOwner,
  sequence: number,
  used: number,
  capacity: number,
): void {
  const view = dataView(bytes);
  view.setUint32(0, MAGIC, true);
  bytes[4] = VERSION;
  bytes[5] = kind;
  view.setUint16(6, used, true);
  view.setUint16(8, capacity, true);
  bytes[10] = Math.log2(owner.sectorSizeBytes);
  bytes[11] = CIPHERS.indexOf(owner.cipher);
  view.setUint32(12, owner.layerId, true);
  view.setFloat64(16, sequence, true);
  const id = Buffer.from(owner.volumeId, "latin1");
  if (id.byteLength > VOLUME_ID_BYTES_MAX)
    throw new RangeError(`volumeId: expected at most ${VOLUME_ID_BYTES_MAX} bytes.`);
  bytes.set(id, VOLUME_ID_OFFSET);
}

function readVolumeId(bytes: Uint8Array): string {
  const id = Buffer.from(bytes.buffer, bytes.byteOffset + VOLUME_ID_OFFSET, VOLUME_ID_BYTES_MAX);
  const end = id.indexOf(0);
  return id.toString("latin1", 0, end < 0 ? VOLUME_ID_BYTES_MAX : end);
}

function dataView(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Written out in one place, so that all records have one shape, whoever makes them. */
function sectorRecord(
  { layerId, volumeId, cipher, sectorSizeBytes }: RecordOwner,
  sequence: number,
  used: number,
  layout: RecordLayout,
  bytes: Uint8Array,
): SectorRecord {
  const { capacity, movedFromOffset, sealsOffset, dataOffset } = layout;
  return {
    kind: "sectors",
    sequence,
    used,
    layerId,
    volumeId,
    cipher,
    sectorSizeBytes,
    layout,
    bytes,
    sectors: doubles(bytes, HEADER_BYTES, capacity),
    movedFrom: doubles(bytes, movedFromOffset, capacity),
    seals: new Uint8Array(bytes.buffer, bytes.byteOffset + sealsOffset, capacity * SEAL_BYTES),
    data: bytes.subarray(dataOffset),
  };
}

/** A view of doubles where the memory is aligned for one, else a copy (which only reading needs). */
function doubles(bytes: Uint8Array, offset: number, count: number): Float64Array {
  const start = bytes.byteOffset + offset;
  if (start % 8 === 0) return new Float64Array(bytes.buffer, start, count);
  return new Float64Array(bytes.buffer.slice(start, start + count * 8) as ArrayBuffer);
}
