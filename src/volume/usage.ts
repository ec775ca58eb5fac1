/**
 * How much of each record is still in use. A slot is live while the index points to it; a record without live slots is
 * dead and can be deleted; one with few is worth cleaning. Four bytes a record, paged like the index.
 */

import { LMDB_PAGE_BYTES } from "../store/layout.ts";
import { PAGE_BYTES, type PageCache } from "../store/pages.ts";

const ENTRY_BYTES = 4;
const RECORDS_PER_PAGE = PAGE_BYTES / ENTRY_BYTES;
/** The usage table has the page space that no layer has. */
const SPACE = 0;

/** An entry is: live slots, slots written, LMDB pages taken, log2 of the sector size. All zero: no such record. */
export interface RecordUsage {
  readonly live: number;
  readonly written: number;
  readonly pages: number;
  readonly sectorSizeBytes: number;
}

export interface UsageTotals {
  /** Bytes of LMDB pages that records take. */
  readonly allocatedBytes: number;
  /** Bytes of live sectors. */
  readonly liveBytes: number;
}

export interface Usage {
  /** Enters a committed record of sectors; entering it again changes nothing. */
  add(sequence: number, written: number, pages: number, sectorSizeBytes: number): void;
  /** Counts so many live slots more, or less, in a record, and gives how many there are then. */
  change(sequence: number, delta: number): number;
  /** Takes a record out. */
  remove(sequence: number): void;
  get(sequence: number): RecordUsage | undefined;
  /** Visits entered records from `sequence` on, at most `limit` entries far; returns where it stopped, or undefined at the end. */
  scan(
    sequence: number,
    end: number,
    limit: number,
    visit: (sequence: number, usage: RecordUsage) => void,
  ): number | undefined;
  readonly totals: UsageTotals;
}

export function createUsage(pages: PageCache, totals: UsageTotals): Usage {
  let { allocatedBytes, liveBytes } = totals;
  const entry = (sequence: number) => {
    const pageNumber = Math.floor(sequence / RECORDS_PER_PAGE);
    const page = pages.page(SPACE, pageNumber, true) as NonNullable<ReturnType<PageCache["page"]>>;
    return { page, at: (sequence - pageNumber * RECORDS_PER_PAGE) * ENTRY_BYTES };
  };
  return {
    add(sequence, written, pageCount, sectorSizeBytes) {
      const { page, at } = entry(sequence);
      if (page.bytes[at + 2] !== 0) return;
      page.bytes.set([0, written, pageCount, Math.log2(sectorSizeBytes)], at);
      page.dirty = true;
      allocatedBytes += pageCount * LMDB_PAGE_BYTES;
    },
    change(sequence, delta) {
      const { page, at } = entry(sequence);
      const live = (page.bytes[at] as number) + delta;
      page.bytes[at] = live;
      page.dirty = true;
      liveBytes += delta * (1 << (page.bytes[at + 3] as number));
      return live;
    },
    remove(sequence) {
      const { page, at } = entry(sequence);
      allocatedBytes -= (page.bytes[at + 2] as number) * LMDB_PAGE_BYTES;
      page.bytes.fill(0, at, at + ENTRY_BYTES);
      page.dirty = true;
    },
    get(sequence) {
      const pageNumber = Math.floor(sequence / RECORDS_PER_PAGE);
      const page = pages.page(SPACE, pageNumber, false);
      return page && read(page.bytes, (sequence - pageNumber * RECORDS_PER_PAGE) * ENTRY_BYTES);
    },
    scan(sequence, end, limit, visit) {
      const lastPage = Math.floor((end - 1) / RECORDS_PER_PAGE);
      const pagesMax = Math.ceil(limit / RECORDS_PER_PAGE);
      const first = Math.floor(sequence / RECORDS_PER_PAGE);
      if (first > lastPage) return undefined;
      const numbers = pages.pageNumbers(SPACE, first, lastPage, pagesMax);
      for (const pageNumber of numbers) {
        const bytes = pages.page(SPACE, pageNumber, false)?.bytes;
        if (bytes === undefined) continue;
        for (let index = 0; index < RECORDS_PER_PAGE; index++) {
          if (bytes[index * ENTRY_BYTES + 2] === 0) continue;
          visit(pageNumber * RECORDS_PER_PAGE + index, read(bytes, index * ENTRY_BYTES) as RecordUsage);
        }
      }
      return numbers.length === 0 ? undefined : ((numbers.at(-1) as number) + 1) * RECORDS_PER_PAGE;
    },
    get totals() {
      return { allocatedBytes, liveBytes };
    },
  };
}

function read(bytes: Uint8Array, at: number): RecordUsage | undefined {
  const pages = bytes[at + 2] as number;
  if (pages === 0) return undefined;
  return {
    live: bytes[at] as number,
    written: bytes[at + 1] as number,
    pages,
    sectorSizeBytes: 1 << (bytes[at + 3] as number),
  };
}
