import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  lmdbPages,
  locationOf,
  RECORD_BYTES_MAX,
  recordLayout,
  SEQUENCE_MAX,
  sequenceOf,
  slotOf,
} from "#envol/store/layout.ts";
import {
  allocateRecordMemory,
  createSectorRecord,
  encodeHoleRecord,
  openRecord,
  type RecordOwner,
  type SectorRecord,
  sealSectorRecord,
} from "#envol/store/record.ts";

const SEQUENCE = 2 ** 40 + 17;

function ownerOf(sectorSizeBytes: number): RecordOwner {
  return { layerId: 7, volumeId: "vol-0123456789abcdef0", cipher: "AES_256_GCM", sectorSizeBytes };
}

/** A record whose every slot has bytes of its own. */
function filled(sectorSizeBytes: number, used: number): SectorRecord {
  const record = createSectorRecord(allocateRecordMemory().fill(0xee), ownerOf(sectorSizeBytes), SEQUENCE);
  record.used = used;
  for (let slot = 0; slot < used; slot++) {
    record.sectors[slot] = 2 ** 37 - 1 - slot;
    record.movedFrom[slot] = slot * 3;
    record.seals.fill(slot + 1, slot * 28, (slot + 1) * 28);
    record.data.fill(slot + 100, slot * sectorSizeBytes, (slot + 1) * sectorSizeBytes);
  }
  return record;
}

describe("layout", () => {
  test("a full record fills its pages of LMDB to the byte, whatever the sector size", () => {
    for (const [sectorSizeBytes, capacity, pages] of [
      [4096, 63, 64],
      [512, 255, 35],
    ] as const) {
      const layout = recordLayout(sectorSizeBytes);
      expect(layout).toMatchObject({ capacity, pages });
      const recordBytes = layout.dataOffset + capacity * sectorSizeBytes;
      expect([lmdbPages(recordBytes), lmdbPages(recordBytes + 1)]).toEqual([pages, pages + 1]);
      expect(recordBytes).toBeLessThanOrEqual(RECORD_BYTES_MAX);
      expect(layout.sealsOffset + capacity * 28).toBeLessThanOrEqual(layout.dataOffset);
      expect(layout.movedFromOffset % 8).toBe(0);
    }
    expect(lmdbPages(RECORD_BYTES_MAX)).toBe(64);
    expect(lmdbPages(RECORD_BYTES_MAX + 1)).toBe(65);
  });

  test("locations are exact, and ordered as they were written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: SEQUENCE_MAX }), fc.integer({ min: 0, max: 255 }), (sequence, slot) => {
        const location = locationOf(sequence, slot);
        expect(Number.isSafeInteger(location)).toBe(true);
        expect([sequenceOf(location), slotOf(location)]).toEqual([sequence, slot]);
        expect(locationOf(sequence + 1, 0)).toBeGreaterThan(location);
      }),
    );
  });
});

describe.each([512, 4096])("a record with sectors of %i bytes", (sectorSizeBytes) => {
  test("comes back as it was, with any number of slots", () => {
    const { capacity } = recordLayout(sectorSizeBytes);
    for (const used of [0, 1, 2, capacity - 1, capacity]) {
      const record = filled(sectorSizeBytes, used);
      // Where the bytes lie in memory must not matter, aligned or not.
      for (const shift of [0, 1, 8]) {
        const stored = sealSectorRecord(record);
        const memory = new Uint8Array(stored.byteLength + shift);
        memory.set(stored, shift);
        const opened = openRecord(memory.subarray(shift), SEQUENCE) as SectorRecord;
        expect(opened).toMatchObject({ ...ownerOf(sectorSizeBytes), kind: "sectors", sequence: SEQUENCE, used });
        expect(opened.sectors.subarray(0, used)).toEqual(record.sectors.subarray(0, used));
        expect(opened.movedFrom.subarray(0, used)).toEqual(record.movedFrom.subarray(0, used));
        expect(Buffer.from(opened.seals).equals(record.seals)).toBe(true);
        const bytes = used * sectorSizeBytes;
        expect(Buffer.from(opened.data.subarray(0, bytes)).equals(record.data.subarray(0, bytes))).toBe(true);
      }
    }
  });

  test("is refused when any bit before its data has changed", () => {
    const stored = Buffer.from(sealSectorRecord(filled(sectorSizeBytes, 3)));
    const { dataOffset } = recordLayout(sectorSizeBytes);
    for (let bit = 0; bit < dataOffset * 8; bit++) {
      stored[bit >> 3] = (stored[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(() => openRecord(stored, SEQUENCE), `bit ${bit}`).toThrow(
        expect.objectContaining({ code: "INTEGRITY_ERROR" }),
      );
      stored[bit >> 3] = (stored[bit >> 3] as number) ^ (1 << (bit & 7));
    }
    expect(openRecord(stored, SEQUENCE).kind).toBe("sectors");
  });

  test("is refused when it is cut, longer, or another one", () => {
    const stored = sealSectorRecord(filled(sectorSizeBytes, 3));
    for (const length of [0, 10, 63, 64, 1000, stored.byteLength - 1]) {
      expect(() => openRecord(stored.subarray(0, length), SEQUENCE)).toThrow(/damaged/);
    }
    expect(() => openRecord(Buffer.concat([stored, Buffer.alloc(1)]), SEQUENCE)).toThrow(/length/);
    expect(() => openRecord(stored, SEQUENCE + 1)).toThrow(/another record/);
  });
});

test.each([
  [4096, 15, 4080],
  [512, 117, 5616],
])(
  "a record of format version 1, with sectors of %i bytes in %i slots, is opened as it was",
  (size, capacity, dataOffset) => {
    const made = filled(size, 3);
    const layout = recordLayout(size, capacity);
    expect(layout.dataOffset).toBe(dataOffset);
    // The arrays lie elsewhere with fewer slots; what is in them is the same.
    const bytes = new Uint8Array(dataOffset + capacity * size);
    bytes.set(new Uint8Array(made.sectors.buffer, made.sectors.byteOffset, capacity * 8), 64);
    bytes.set(new Uint8Array(made.movedFrom.buffer, made.movedFrom.byteOffset, capacity * 8), layout.movedFromOffset);
    bytes.set(made.seals.subarray(0, capacity * 28), layout.sealsOffset);
    bytes.set(made.data.subarray(0, 3 * size), dataOffset);
    const opened = openRecord(sealSectorRecord({ ...made, layout, bytes }), SEQUENCE) as SectorRecord;
    expect(opened).toMatchObject({ ...ownerOf(size), used: 3, layout });
    expect(opened.sectors).toEqual(made.sectors.slice(0, capacity));
    expect(opened.movedFrom).toEqual(made.movedFrom.slice(0, capacity));
    expect(Buffer.compare(opened.seals, made.seals.subarray(0, capacity * 28))).toBe(0);
    expect(Buffer.compare(opened.data, made.data.subarray(0, 3 * size))).toBe(0);
  },
);

test("memory that held another record leaves no trace before the data", () => {
  const memory = allocateRecordMemory().fill(0xff);
  const record = createSectorRecord(memory, ownerOf(512), 5);
  record.used = 1;
  const stored = sealSectorRecord(record);
  expect(Buffer.from(stored.subarray(64, record.layout.dataOffset)).every((byte) => byte === 0)).toBe(true);
});

test("a record of holes comes back, and is refused when any bit has changed", () => {
  const holes = [
    { firstSector: 0, sectorCount: 2 ** 37 },
    { firstSector: 12_345, sectorCount: 1 },
  ];
  const record = { kind: "holes", sequence: SEQUENCE, ...ownerOf(4096), holes } as const;
  const stored = Buffer.from(encodeHoleRecord(record));
  expect(openRecord(stored, SEQUENCE)).toEqual(record);
  for (let bit = 0; bit < stored.byteLength * 8; bit++) {
    stored[bit >> 3] = (stored[bit >> 3] as number) ^ (1 << (bit & 7));
    expect(() => openRecord(stored, SEQUENCE), `bit ${bit}`).toThrow(
      expect.objectContaining({ code: "INTEGRITY_ERROR" }),
    );
    stored[bit >> 3] = (stored[bit >> 3] as number) ^ (1 << (bit & 7));
  }
});
