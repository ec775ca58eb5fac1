/** What a committed record means to the index: the same at its commit and at a restart, when the log is replayed. */

import { EnvolError } from "../errors.ts";
import { isInPlace } from "../store/in-place.ts";
import { lmdbPages, locationOf, sequenceOf } from "../store/layout.ts";
import { type HoleRecord, openRecord, type SectorRecord } from "../store/record.ts";
import type { Store } from "../store/store.ts";
import { NOT_PLACED, type SectorMap } from "./sector-map.ts";
import type { Usage } from "./usage.ts";

export interface Index {
  readonly usage: Usage;
  map(layerId: number): SectorMap;
}

/**
 * Applies the records from `first` on, in order.
 * @returns how many there were, their bytes in the store, and which of them are holes
 * @throws INTEGRITY_ERROR when one of them is damaged
 */
export async function replayRecords(
  index: Index & { readonly store: Store },
  first: number,
  onDead: (sequence: number) => void,
): Promise<{ records: number; bytes: number; holes: number[] }> {
  const { store } = index;
  const replayed = { records: 0, bytes: 0, holes: [] as number[] };
  for (const sequence of store.records.list(first)) {
    const borrowed = store.records.get(sequence);
    if (borrowed === undefined) continue;
    // Applying a record may read pages from the store, which a borrowed copy would not survive.
    const bytes = isInPlace(borrowed) ? borrowed : new Uint8Array(borrowed);
    replayed.records += 1;
    replayed.bytes += bytes.byteLength;
    const record = openForReplay(bytes, sequence, store.directory);
    if (record.kind === "sectors") applySectorRecord(index, record, bytes.byteLength, onDead);
    else {
      await applyHoleRecord(index, record, onDead);
      replayed.holes.push(sequence);
    }
  }
  return replayed;
}

/** Without one of its records the log cannot be replayed: sectors would hold what they held before. */
function openForReplay(bytes: Uint8Array, sequence: number, directory: string): ReturnType<typeof openRecord> {
  try {
    return openRecord(bytes, sequence);
  } catch (cause) {
    const message = `The data directory ${directory} cannot be opened: ${(cause as Error).message}`;
    throw new EnvolError("INTEGRITY_ERROR", message, { cause });
  }
}

/**
 * Maps the sectors of a record. Doing it again, in the order of the log, ends in the same state.
 *
 * A slot that the cleaner moved counts only while the sector is still where it was moved from: a write that came in
 * between is newer, although its record may have the lower number.
 */
export function applySectorRecord(
  index: Index,
  record: SectorRecord,
  storedBytes: number,
  onDead: (sequence: number) => void,
): void {
  const { usage } = index;
  const { sequence, used } = record;
  usage.add(sequence, used, lmdbPages(storedBytes), record.sectorSizeBytes);
  const had = previous.subarray(0, used);
  const firstLocation = locationOf(sequence, 0);
  index
    .map(record.layerId)
    .place(record.sectors.subarray(0, used), record.movedFrom.subarray(0, used), firstLocation, had);
  let live = 0;
  const released = createReleases(usage, onDead);
  for (let slot = 0; slot < used; slot++) {
    const location = had[slot] as number;
    if (location === NOT_PLACED || location === firstLocation + slot) continue;
    live += 1;
    // Written twice in this record, or placed before by a replay that goes over it again: no other record has less.
    if (sequenceOf(location) === sequence) live -= 1;
    else if (location !== 0) released.add(location);
  }
  const isDead = usage.change(sequence, live) === 0;
  released.end();
  if (isDead) onDead(sequence);
}

/** Used again for each record: what it does is done at once. No record has more slots than this. */
const previous = new Float64Array(256);

/** Unmaps the sectors of a record of holes. */
export async function applyHoleRecord(
  index: Index,
  record: HoleRecord,
  onDead: (sequence: number) => void,
): Promise<void> {
  const map = index.map(record.layerId);
  for (const { firstSector, sectorCount } of record.holes) {
    await map.clear(firstSector, sectorCount, (location) => {
      const released = createReleases(index.usage, onDead);
      released.add(location);
      released.end();
    });
  }
}

/** Counts slots that the index points to no more. Neighbours were written together as a rule, and are counted together. */
function createReleases(usage: Usage, onDead: (sequence: number) => void) {
  let sequence = 0;
  let count = 0;
  const end = () => {
    if (count === 0) return;
    if (usage.change(sequence, -count) === 0) onDead(sequence);
    count = 0;
  };
  return {
    add(location: number) {
      const of = sequenceOf(location);
      if (of !== sequence) end();
      sequence = of;
      count += 1;
    },
    end,
  };
}
