/**
 * A volume's end of the log: the record that is open for its next sectors, and what it has written that the index does
 * not have yet. Everything here is synchronous, so that no request sees another one half done.
 */

import { EnvolError } from "../errors.ts";
import { locationOf, sequenceOf } from "../store/layout.ts";
import { createSectorRecord, type Hole, openRecord, type RecordOwner, type SectorRecord } from "../store/record.ts";
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
  /** The record of a location. Views of a stored one are borrowed: good until the next read of the store. @throws INTEGRITY_ERROR */
  record(location: number): SectorRecord;
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
    record(location) {
      const sequence = sequenceOf(location);
      return inMemory.get(sequence) ?? storedRecord(recordLog, owner, sequence);
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

/** A record from the store; it must be one of this volume's. */
function storedRecord(recordLog: RecordLog, owner: RecordOwner, sequence: number): SectorRecord {
  const bytes = recordLog.store.records.get(sequence);
  if (bytes === undefined)
    throw new EnvolError(
      "INTEGRITY_ERROR",
      `Record ${sequence} of volume ${owner.volumeId} is missing from the store.`,
    );
  const record = openRecord(bytes, sequence);
  if (record.kind !== "sectors" || !isOf(owner, record)) {
    throw new EnvolError("INTEGRITY_ERROR", `Record ${sequence} in the store is not one of volume ${owner.volumeId}.`);
  }
  return record;
}

function isOf(owner: RecordOwner, record: SectorRecord): boolean {
  const { layerId, volumeId, cipher, sectorSizeBytes } = owner;
  return (
    record.layerId === layerId &&
    record.volumeId === volumeId &&
    record.cipher === cipher &&
    record.sectorSizeBytes === sectorSizeBytes
  );
}
