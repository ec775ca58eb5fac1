/**
 * A volume's end of the log: the record that is open for its next sectors, and what it has written that the index does
 * not have yet. Everything here is synchronous, so that no request sees another one half done.
 */

import { EnvolError } from "../errors.ts";
import { locationOf, sequenceOf, slotOf } from "../store/layout.ts";
import {
  createSectorRecord,
  type Hole,
  type RecordOwner,
  type SectorRecord,
  type StoredSlots,
  storedSlots,
} from "../store/record.ts";
import type { RecordLog } from "./record-log.ts";

/** Puts stored sectors, and their seals, into `count` slots of a record from `slot` on; `done` sectors went before them. */
export type FillSlots = (record: SectorRecord, slot: number, count: number, done: number) => void;

export interface VolumeLog {
  readonly owner: RecordOwner;
  /** Stores sectors that follow one another. When it returns, reads find them. */
  append(firstSector: number, count: number, fill: FillSlots): void;
  /** Frees a range: resolves when reads find zeroes there. */
  discard(hole: Hole): Promise<void>;
  /** Where sectors are now: in the index, or newer and in memory. 0 is nowhere. */
  locate(firstSector: number, out: Float64Array): void;
  /**
   * What is stored at `count` locations from one on, which hold the sectors from `firstSector` on. The views are borrowed:
   * good until the next read of the store.
   * @throws INTEGRITY_ERROR when a record is missing, damaged, or holds other sectors
   */
  stored(location: number, firstSector: number, count: number): StoredSlots;
  /** Seals what is open and waits until the index has all that was appended. */
  committed(): Promise<void>;
  /** The same, and on the disk. */
  flush(): Promise<void>;
}

export function openVolumeLog(recordLog: RecordLog, owner: RecordOwner): VolumeLog {
  const map = recordLog.map(owner.layerId);
  /** Sectors whose newest location the index does not have yet. */
  const newer = new Map<number, number>();
  /** Records that are not committed yet, by sequence number. */
  const inMemory = new Map<number, SectorRecord>();
  let open: (SectorRecord & { used: number }) | undefined;
  let withdrawSeal = () => {};

  const begin = () => {
    const record = createSectorRecord(recordLog.memory(), owner, recordLog.beginRecord());
    inMemory.set(record.sequence, record);
    withdrawSeal = recordLog.sealLater(seal);
    return record;
  };
  const seal = () => {
    if (open === undefined) return;
    const record = open;
    open = undefined;
    withdrawSeal();
    recordLog.appendSectors(record, () => forget(record));
  };
  const forget = (record: SectorRecord) => {
    for (let slot = 0; slot < record.used; slot++) {
      const sector = record.sectors[slot] as number;
      if (newer.get(sector) === locationOf(record.sequence, slot)) newer.delete(sector);
    }
    inMemory.delete(record.sequence);
  };
  return {
    owner,
    append(firstSector, count, fill) {
      for (let done = 0; done < count; ) {
        open ??= begin();
        const slot = open.used;
        const taken = Math.min(count - done, open.layout.capacity - slot);
        for (let i = 0; i < taken; i++) open.sectors[slot + i] = firstSector + done + i;
        fill(open, slot, taken, done);
        const location = locationOf(open.sequence, slot);
        for (let i = 0; i < taken; i++) newer.set(firstSector + done + i, location + i);
        open.used += taken;
        done += taken;
        if (open.used === open.layout.capacity) seal();
      }
    },
    async discard(hole) {
      // What was written before must come before the hole in the log too.
      seal();
      await recordLog.appendHoles({ kind: "holes", sequence: recordLog.beginRecord(), ...owner, holes: [hole] });
    },
    locate(firstSector, out) {
      map.getRange(firstSector, out);
      if (newer.size === 0) return;
      for (let i = 0; i < out.length; i++) {
        const location = newer.get(firstSector + i);
        if (location !== undefined) out[i] = location;
      }
    },
    stored(location, firstSector, count) {
      const sequence = sequenceOf(location);
      const slot = slotOf(location);
      const record = inMemory.get(sequence) ?? recordLog.opened.get(sequence, owner);
      const slots = storedSlots(record, slot, count);
      for (let i = 0; i < count; i++) {
        if (slots !== undefined && slots.sectors[i] === firstSector + i) continue;
        throw new EnvolError(
          "INTEGRITY_ERROR",
          `Sector ${firstSector + i} of volume ${owner.volumeId} is not where the index says: record ${sequence} holds another.`,
        );
      }
      return slots as StoredSlots;
    },
    async committed() {
      seal();
      await recordLog.committed();
    },
    async flush() {
      seal();
      await recordLog.flush();
    },
  };
}

/** Where the sectors of a range are, 0 being nowhere. What it gives for few sectors is good until the next call. */
export function locationsOf(volumeLog: VolumeLog, firstSector: number, count: number): Float64Array {
  const locations = fewLocations[count] ?? new Float64Array(count);
  volumeLog.locate(firstSector, locations);
  return locations;
}

/** How many locations from `index` on are one run: in a row in one record, or nowhere all of them. */
export function runLength(locations: Float64Array, index: number): number {
  const location = locations[index] as number;
  const step = location === 0 ? 0 : 1;
  let length = 1;
  while (index + length < locations.length && locations[index + length] === location + length * step) length += 1;
  return length;
}

/** Used again for each small request, by number of sectors: what is done with them is done at once. */
const fewLocations = Array.from({ length: 65 }, (_, count) => new Float64Array(count));
