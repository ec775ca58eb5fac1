/**
 * Paged arrays: arrays that may be far larger than memory, kept in pages that are read when needed, kept while in use,
 * written at checkpoints, and dropped when there are too many. A page that is all zeroes is not stored.
 */

import { LMDB_PAGE_BYTES, LMDB_VALUE_HEADER_BYTES } from "./layout.ts";
import type { PageStore } from "./store.ts";

/** A page fills one page of LMDB exactly. */
export const PAGE_BYTES = LMDB_PAGE_BYTES - LMDB_VALUE_HEADER_BYTES;

/** A space holds pages 0 to 2^29 - 1: enough for 64 TiB of 512-byte sectors at 510 to a page. Spaces number up to 2^24. */
const PAGES_PER_SPACE = 2 ** 29;
export const SPACE_MAX = 2 ** 24 - 1;

/** A page in memory. Whoever writes to it sets `dirty`, before the next `await`. */
export interface Page {
  readonly bytes: Uint8Array;
  /** The same memory as doubles. */
  readonly doubles: Float64Array;
  dirty: boolean;
  /** Set by each use, cleared as the search for pages to drop comes by (the CLOCK algorithm). */
  used: boolean;
}

export interface PageCache {
  /** The page, or undefined when it is all zeroes and `create` is false. */
  page(space: number, pageNumber: number, create: boolean): Page | undefined;
  /** Numbers of pages of a space from `first` to `last` (inclusive) that may hold something, in order, at most `limit`. */
  pageNumbers(space: number, first: number, last: number, limit: number): number[];
  readonly dirtyCount: number;
  /** Whether so many pages are dirty that only a checkpoint makes room. */
  readonly crowded: boolean;
  /** Writes all dirty pages as they are now, together with `meta` under `metaKey`, atomically. */
  checkpoint(metaKey: string, meta: unknown): Promise<void>;
}

/** A cache of about `bytesMax` bytes; dirty pages are never dropped, so that it can grow past it until a checkpoint. */
export function createPageCache(store: PageStore, bytesMax: number): PageCache {
  const pagesMax = Math.max(64, Math.floor(bytesMax / PAGE_BYTES));
  const pages = new Map<number, Page>();
  let dirtyKeys = new Set<number>();
  // What a checkpoint under way is writing: until it is committed, the store does not have it yet.
  let writing = new Map<number, Uint8Array | undefined>();

  const evict = () => {
    let turns = 0;
    for (const [key, page] of pages) {
      if (pages.size <= pagesMax || turns++ > pagesMax) return;
      if (page.dirty) continue;
      pages.delete(key);
      if (!page.used) continue;
      page.used = false;
      pages.set(key, page);
    }
  };
  const load = (key: number, create: boolean): Page | undefined => {
    const stored = writing.has(key) ? writing.get(key) : store.get(key);
    if (stored === undefined && !create) return undefined;
    const bytes = new Uint8Array(PAGE_BYTES);
    if (stored !== undefined) bytes.set(stored);
    return new TrackedPage(bytes, () => dirtyKeys.add(key));
  };

  return {
    page(space, pageNumber, create) {
      const key = space * PAGES_PER_SPACE + pageNumber;
      let page = pages.get(key);
      if (page === undefined) {
        page = load(key, create);
        if (page === undefined) return undefined;
        if (pages.size >= pagesMax) evict();
        pages.set(key, page);
      }
      page.used = true;
      return page;
    },
    pageNumbers(space, first, last, limit) {
      const base = space * PAGES_PER_SPACE;
      const found = new Set(store.keys(base + first, base + last + 1, limit));
      const unstored = [...dirtyKeys, ...writing.keys()].filter((key) => key >= base + first && key <= base + last);
      // With `limit` reached, stored pages beyond the last one found are for the next call, and so are unstored ones.
      const end = found.size === limit ? Math.max(...found) : base + last;
      for (const key of unstored) if (key <= end) found.add(key);
      return [...found].sort((a, b) => a - b).map((key) => key - base);
    },
    get dirtyCount() {
      return dirtyKeys.size;
    },
    get crowded() {
      return dirtyKeys.size > pagesMax / 2;
    },
    async checkpoint(metaKey, meta) {
      const keys = dirtyKeys;
      dirtyKeys = new Set();
      writing = new Map();
      for (const key of keys) {
        const page = pages.get(key) as Page;
        page.dirty = false;
        // A copy: the page may change before LMDB's thread has read it.
        writing.set(key, page.doubles.some((value) => value !== 0) ? page.bytes.slice() : undefined);
      }
      try {
        await store.write(writing, metaKey, meta);
      } catch (error) {
        for (const key of keys) (pages.get(key) ?? reinstate(key)).dirty = true;
        throw error;
      } finally {
        writing = new Map();
      }
      evict();
    },
  };

  function reinstate(key: number): Page {
    const page = new TrackedPage(writing.get(key) ?? new Uint8Array(PAGE_BYTES), () => dirtyKeys.add(key));
    pages.set(key, page);
    return page;
  }
}

/**
 * A page whose `dirty`, once set, puts it on the list for the next checkpoint. A class, because each object with accessors
 * of its own has a shape of its own, and every read looks at a page.
 */
class TrackedPage implements Page {
  readonly bytes: Uint8Array;
  readonly doubles: Float64Array;
  used = true;
  #dirty = false;
  readonly #onDirty: () => void;

  constructor(bytes: Uint8Array, onDirty: () => void) {
    this.bytes = bytes;
    this.doubles = new Float64Array(bytes.buffer, bytes.byteOffset, PAGE_BYTES / 8);
    this.#onDirty = onDirty;
  }

  get dirty(): boolean {
    return this.#dirty;
  }

  set dirty(value: boolean) {
    if (value && !this.#dirty) this.#onDirty();
    this.#dirty = value;
  }
}
