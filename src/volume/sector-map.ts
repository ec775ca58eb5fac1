/** The index of a layer: where each of its sectors is stored. Paged, so that it may be far larger than memory. */

import { PAGE_BYTES, type Page, type PageCache, SPACE_MAX } from "../store/pages.ts";

/** A location is 8 bytes, so that a page maps 510 sectors: some 2 MiB of index for each GiB written in 4 KiB sectors. */
const SECTORS_PER_PAGE = PAGE_BYTES / 8;
/** The last page of a layer's space holds no locations: its first double counts the mapped sectors. */
const COUNT_PAGE = 2 ** 29 - 1;
/** Pages gone through before others get a turn, where a range may be all of 64 TiB. */
const PAGES_PER_TURN = 256;

/** No location: a sector that `place` left alone. */
export const NOT_PLACED = -1;

/** A run of sectors that are all mapped, or all not. */
export interface SectorRun {
  readonly firstSector: number;
  readonly sectorCount: number;
  readonly mapped: boolean;
}

export interface SectorMap {
  /** The location of a sector; 0 when it has none. */
  get(sector: number): number;
  /** Writes the locations of `out.length` sectors into `out`. */
  getRange(firstSector: number, out: Float64Array): void;
  /**
   * Maps sectors to locations that follow one another, and writes the locations that they had into `previous`. A sector
   * that was to be moved (`movedFrom` is not 0) and is elsewhere by now stays where it is: `previous` is then NOT_PLACED.
   */
  place(sectors: Float64Array, movedFrom: Float64Array, firstLocation: number, previous: Float64Array): void;
  /** Unmaps a range, calling `onUnmapped` with each location it had. Long ranges yield to others now and then. */
  clear(firstSector: number, sectorCount: number, onUnmapped: (location: number) => void): Promise<void>;
  /** Goes through a range run by run, without gaps, until `visit` returns false. */
  runs(firstSector: number, sectorCount: number, visit: (run: SectorRun) => boolean): Promise<void>;
  readonly mappedSectors: number;
}

/** The map of a layer over the page cache; it keeps nothing of its own, so that several of one layer agree. */
export function sectorMap(pages: PageCache, layerId: number): SectorMap {
  // Space 0 is the usage table's.
  const space = layerId;
  if (!Number.isInteger(layerId) || layerId < 1 || layerId > SPACE_MAX)
    throw new RangeError(`layerId: got ${layerId}.`);

  const addToCount = (delta: number) => {
    const page = pages.page(space, COUNT_PAGE, true) as Page;
    page.doubles[0] = (page.doubles[0] as number) + delta;
    page.dirty = true;
  };
  return {
    get(sector) {
      const pageNumber = Math.floor(sector / SECTORS_PER_PAGE);
      const page = pages.page(space, pageNumber, false);
      return page === undefined ? 0 : (page.doubles[sector - pageNumber * SECTORS_PER_PAGE] as number);
    },
    getRange(firstSector, out) {
      for (let done = 0; done < out.length; ) {
        const pageNumber = Math.floor((firstSector + done) / SECTORS_PER_PAGE);
        const from = firstSector + done - pageNumber * SECTORS_PER_PAGE;
        const count = Math.min(SECTORS_PER_PAGE - from, out.length - done);
        const page = pages.page(space, pageNumber, false);
        if (page === undefined) out.fill(0, done, done + count);
        else for (let i = 0; i < count; i++) out[done + i] = page.doubles[from + i] as number;
        done += count;
      }
    },
    place(sectors, movedFrom, firstLocation, previous) {
      let added = 0;
      for (let i = 0; i < sectors.length; ) {
        const pageNumber = Math.floor((sectors[i] as number) / SECTORS_PER_PAGE);
        const page = pages.page(space, pageNumber, true) as Page;
        const base = pageNumber * SECTORS_PER_PAGE;
        // Sectors that are written together lie together as a rule, so that one look at the cache serves many.
        for (; i < sectors.length; i++) {
          const at = (sectors[i] as number) - base;
          if (at < 0 || at >= SECTORS_PER_PAGE) break;
          const had = placeOne(page, at, movedFrom[i] as number, firstLocation + i);
          previous[i] = had;
          if (had === 0) added += 1;
        }
      }
      if (added > 0) addToCount(added);
    },
    async clear(firstSector, sectorCount, onUnmapped) {
      for await (const { pageNumber, from, to } of spans(pages, space, firstSector, sectorCount)) {
        const page = pages.page(space, pageNumber, false);
        if (page === undefined) continue;
        let unmapped = 0;
        for (let at = from; at < to; at++) {
          const location = page.doubles[at] as number;
          if (location === 0) continue;
          page.doubles[at] = 0;
          unmapped += 1;
          onUnmapped(location);
        }
        if (unmapped === 0) continue;
        page.dirty = true;
        addToCount(-unmapped);
      }
    },
    async runs(firstSector, sectorCount, visit) {
      const joined = joinRuns(visit);
      let next = firstSector;
      for await (const { pageNumber, from, to } of spans(pages, space, firstSector, sectorCount)) {
        const page = pages.page(space, pageNumber, false);
        const base = pageNumber * SECTORS_PER_PAGE;
        if (base + from > next && !joined.add(next, base + from - next, false)) return;
        for (let at = from; at < to; at++) {
          if (!joined.add(base + at, 1, page !== undefined && page.doubles[at] !== 0)) return;
        }
        next = base + to;
      }
      const end = firstSector + sectorCount;
      if (end > next && !joined.add(next, end - next, false)) return;
      joined.end();
    },
    get mappedSectors() {
      return pages.page(space, COUNT_PAGE, false)?.doubles[0] ?? 0;
    },
  };
}

/** Puts a location into its place on a page, and gives the one it had there; NOT_PLACED where it does not belong any more. */
function placeOne(page: Page, at: number, movedFrom: number, location: number): number {
  const had = page.doubles[at] as number;
  if (movedFrom !== 0 && movedFrom !== had) return NOT_PLACED;
  page.doubles[at] = location;
  page.dirty = true;
  return had;
}

/** The parts of a range that lie on pages which may hold something: entries `from` to `to` (exclusive) of each. */
async function* spans(pages: PageCache, space: number, firstSector: number, sectorCount: number) {
  const end = firstSector + sectorCount;
  const lastPage = Math.floor((end - 1) / SECTORS_PER_PAGE);
  for (let first = Math.floor(firstSector / SECTORS_PER_PAGE); first <= lastPage; ) {
    const numbers = pages.pageNumbers(space, first, lastPage, PAGES_PER_TURN);
    if (numbers.length === 0) return;
    for (const pageNumber of numbers) {
      const base = pageNumber * SECTORS_PER_PAGE;
      yield { pageNumber, from: Math.max(0, firstSector - base), to: Math.min(SECTORS_PER_PAGE, end - base) };
    }
    first = (numbers.at(-1) as number) + 1;
    if (first <= lastPage) await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

/** Joins neighbouring runs of the same kind before they are visited. */
function joinRuns(visit: (run: SectorRun) => boolean) {
  let run: { firstSector: number; sectorCount: number; mapped: boolean } | undefined;
  return {
    add(firstSector: number, sectorCount: number, mapped: boolean): boolean {
      if (run?.mapped === mapped) {
        run.sectorCount += sectorCount;
        return true;
      }
      const wanted = run === undefined || visit(run);
      run = { firstSector, sectorCount, mapped };
      return wanted;
    },
    end() {
      if (run !== undefined) visit(run);
    },
  };
}
