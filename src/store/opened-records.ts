/**
 * Records of sectors that were opened before, so that a read of one sector need not open a record of sixty-three. What lies in
 * place does not change, so it is opened and checked once; a copy is opened each time.
 */

import { EnvolError } from "../errors.ts";
import { isInPlace } from "./in-place.ts";
import { openRecord, type RecordOwner, type SectorRecord } from "./record.ts";
import type { RecordStore } from "./store.ts";

/** Records kept open, over all volumes: views of 16 GiB of records, at some 500 bytes each. */
const OPENED_MAX = 65_536;

export interface OpenedRecords {
  /** The record, which must be one of the owner's. Its views are borrowed: good until the next read of the store. @throws INTEGRITY_ERROR */
  get(sequence: number, owner: RecordOwner): SectorRecord;
}

export function createOpenedRecords(records: Pick<RecordStore, "get">): OpenedRecords {
  const opened = new Map<number, SectorRecord>();
  const open = (bytes: Uint8Array, sequence: number, owner: RecordOwner): SectorRecord => {
    const record = openRecord(bytes, sequence);
    if (record.kind !== "sectors" || !isOf(owner, record)) throw notOf(owner, sequence);
    if (isInPlace(bytes)) {
      if (opened.size >= OPENED_MAX) opened.clear();
      opened.set(sequence, record);
    }
    return record;
  };
  return {
    get(sequence, owner) {
      const bytes = records.get(sequence);
      if (bytes === undefined) {
        const message = `Record ${sequence} of volume ${owner.volumeId} is missing from the store.`;
        throw new EnvolError("INTEGRITY_ERROR", message);
      }
      const record = opened.get(sequence);
      // Of what lies in place, the store shows the same view each time.
      if (record?.bytes !== bytes) return open(bytes, sequence, owner);
      // It has been compared with its owner's other facts, and a layer has one owner.
      if (record.layerId !== owner.layerId) throw notOf(owner, sequence);
      return record;
    },
  };
}

function notOf({ volumeId }: RecordOwner, sequence: number): EnvolError {
  return new EnvolError("INTEGRITY_ERROR", `Record ${sequence} in the store is not one of volume ${volumeId}.`);
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
