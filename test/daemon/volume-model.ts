/**
 * What a volume may hold after a crash. For each sector there is the content that is known to be safe, and every later
 * one that was written and may or may not have become so: after a crash, the sector must hold one of them, whole.
 */

import { stampedSectors, stampsOf } from "../volume/stamps.ts";

/** What one stamp fills, and what writes are aligned to. A sector of 4,096 bytes holds eight, so that it can be written in part. */
export const UNIT_BYTES = 512;

/** The stamps of a sector. */
type Content = readonly number[];

/** Contents of some sectors that become safe together: by number of sector, how many of its contents they go past. */
export type Covered = ReadonlyMap<number, Content>;

export interface VolumeModel {
  /** Enters a write, or a discard with the stamp 0, that is about to be asked for; gives what it makes of the sectors. */
  change(firstUnit: number, units: number, stamp: number): Covered;
  /** What a flush that is asked for now makes safe: all that has been answered. */
  answered(): Covered;
  /** Enters that contents are safe: no older one may come back. */
  safe(covered: Covered): void;
  /** Compares what was read after a crash. What is there now is safe. Throws unless each sector holds what it may. */
  checkAfterCrash(bytes: Buffer): void;
  /** The units as they are if no crash comes between. */
  bytes(firstUnit: number, units: number): Buffer;
}

export function createVolumeModel(sectors: number, sectorSizeBytes: number): VolumeModel {
  const unitsPerSector = sectorSizeBytes / UNIT_BYTES;
  const nothing: Content = new Array(unitsPerSector).fill(0);
  /** Oldest first: the one that is safe, then those that are not known to be. */
  const contents = Array.from({ length: sectors }, () => [nothing]);
  const newest = (sector: number) => contents[sector]!.at(-1)!;
  return {
    change(firstUnit, units, stamp) {
      const changed = new Map<number, Content>();
      for (let unit = firstUnit; unit < firstUnit + units; unit++) {
        const sector = Math.floor(unit / unitsPerSector);
        const content = changed.get(sector) ?? newest(sector);
        changed.set(sector, content.with(unit % unitsPerSector, stamp));
      }
      for (const [sector, content] of changed) contents[sector]!.push(content);
      return changed;
    },
    answered: () => new Map(contents.map((_, sector) => [sector, newest(sector)])),
    safe(covered) {
      for (const [sector, content] of covered) contents[sector]!.splice(0, contents[sector]!.lastIndexOf(content));
    },
    checkAfterCrash(bytes) {
      const stamps = stampsOf(bytes, UNIT_BYTES);
      for (let sector = 0; sector < sectors; sector++) {
        const found = stamps.slice(sector * unitsPerSector, (sector + 1) * unitsPerSector);
        const allowed = contents[sector]!.findLast((content) => content.every((stamp, unit) => stamp === found[unit]));
        if (allowed === undefined) {
          const may = contents[sector]!.map((content) => `[${content}]`).join(" or ");
          throw new Error(`Sector ${sector} holds [${found}]; it may hold ${may}.`);
        }
        contents[sector] = [allowed];
      }
    },
    bytes(firstUnit, units) {
      const stamps = Array.from({ length: units }, (_, index) => {
        const unit = firstUnit + index;
        return newest(Math.floor(unit / unitsPerSector))[unit % unitsPerSector]!;
      });
      return stampedSectors(stamps, UNIT_BYTES);
    },
  };
}
