/** The layer around the records of the store. */

import { type HoleRecord, openRecord, type SectorRecord } from "../store/record.ts";
import type { RecordStore } from "../store/store.ts";
import { type ByteRange, type Operation, type OperationName, shareSector } from "./fault.ts";
import { beforeAtOnce, type Faults, type Firing, killAfter } from "./faults.ts";

export function recordsWithFaults(records: RecordStore, faults: Faults): RecordStore {
  return {
    put: (sequence, bytes) => faults.pass(operation("PUT", sequence, bytes), () => records.put(sequence, bytes)),
    get(sequence) {
      const stored = records.get(sequence);
      return stored === undefined ? undefined : readWithFaults(stored, sequence, faults);
    },
    delete: (sequences) => records.delete(sequences),
    list: (start) => records.list(start),
  };
}

/** What a read finds: reads of the store are done at once, so nothing can hold them up. */
function readWithFaults(stored: Uint8Array, sequence: number, faults: Faults): Uint8Array {
  const read = operation("GET", sequence, stored);
  const firings = faults.meet(read);
  for (const firing of firings) beforeAtOnce(firing, read);
  killAfter(firings);
  return firings.some(({ plan }) => plan.effect.kind === "corrupt") ? corrupted(stored, sequence, firings) : stored;
}

/** A record is opened only when a fault at this site asks what is in it. */
function operation(name: OperationName<"store">, sequence: number, bytes: Uint8Array): Operation {
  let record: SectorRecord | HoleRecord | undefined;
  const opened = () => {
    record ??= openOrNothing(bytes, sequence);
    return record;
  };
  return {
    site: "store",
    name,
    get volumeId() {
      return opened()?.volumeId;
    },
    touches(range) {
      const found = opened();
      return found !== undefined && holds(found, range);
    },
  };
}

/** A record that is damaged belongs to no volume; whoever reads it will say so. */
function openOrNothing(bytes: Uint8Array, sequence: number): SectorRecord | HoleRecord | undefined {
  try {
    return openRecord(bytes, sequence);
  } catch {
    return undefined;
  }
}

function holds(record: SectorRecord | HoleRecord, range: ByteRange): boolean {
  const size = record.sectorSizeBytes;
  const within = (firstSector: number, sectorCount: number) =>
    shareSector(size, { offsetBytes: firstSector * size, lengthBytes: sectorCount * size }, range);
  if (record.kind === "holes")
    return record.holes.some(({ firstSector, sectorCount }) => within(firstSector, sectorCount));
  return record.sectors.subarray(0, record.used).some((sector) => within(sector, 1));
}

/** A copy of the record with the bits flipped: the store's own bytes are only borrowed. */
function corrupted(stored: Uint8Array, sequence: number, firings: readonly Firing[]): Uint8Array {
  const copy = new Uint8Array(stored);
  const record = openOrNothing(copy, sequence);
  if (record?.kind !== "sectors") return stored;
  const size = record.sectorSizeBytes;
  for (const { plan } of firings) {
    if (plan.effect.kind !== "corrupt") continue;
    const { bit } = plan.effect;
    const range = plan.site.range ?? { offsetBytes: 0, lengthBytes: Number.POSITIVE_INFINITY };
    for (let slot = 0; slot < record.used; slot++) {
      const sector = { offsetBytes: (record.sectors[slot] as number) * size, lengthBytes: size };
      if (!shareSector(size, sector, range)) continue;
      const at = slot * size + Math.floor(bit / 8);
      record.data[at] = (record.data[at] as number) ^ (1 << (bit % 8));
    }
  }
  return copy;
}
