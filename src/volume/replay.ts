/** What a committed record means to the index: the same at its commit and at a restart, when the log is replayed. */

import { lmdbPages, locationOf, sequenceOf } from "../store/layout.ts";
import type { HoleRecord, SectorRecord } from "../store/record.ts";
import type { SectorMap } from "./sector-map.ts";
import type { Usage } from "./usage.ts";

export interface Index {
  readonly usage: Usage;
  map(layerId: number): SectorMap;
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
  const map = index.map(record.layerId);
  usage.add(record.sequence, record.used, lmdbPages(storedBytes), record.sectorSizeBytes);
  for (let slot = 0; slot < record.used; slot++) {
    const sector = record.sectors[slot] as number;
    const location = locationOf(record.sequence, slot);
    const movedFrom = record.movedFrom[slot] as number;
    if (movedFrom !== 0 && map.get(sector) !== movedFrom) continue;
    const previous = map.set(sector, location);
    if (previous === location) continue;
    usage.change(record.sequence, 1);
    if (previous !== 0) release(usage, previous, onDead);
  }
  if (usage.get(record.sequence)?.live === 0) onDead(record.sequence);
}

/** Unmaps the sectors of a record of holes. */
export async function applyHoleRecord(
  index: Index,
  record: HoleRecord,
  onDead: (sequence: number) => void,
): Promise<void> {
  const map = index.map(record.layerId);
  for (const { firstSector, sectorCount } of record.holes) {
    await map.clear(firstSector, sectorCount, (location) => release(index.usage, location, onDead));
  }
}

function release(usage: Usage, location: number, onDead: (sequence: number) => void): void {
  const sequence = sequenceOf(location);
  usage.change(sequence, -1);
  if (usage.get(sequence)?.live === 0) onDead(sequence);
}
