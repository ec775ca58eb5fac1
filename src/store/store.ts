/** The store on disk: one LMDB environment that holds tables, records and pages. Only this folder knows LMDB. */

import { existsSync } from "node:fs";
import { chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Database, open, type RootDatabase } from "lmdb";
import { EnvolError } from "../errors.ts";
import { type Commits, createCommits, isFull } from "./commits.ts";
import { lockDirectory } from "./directory-lock.ts";
import { createInPlace } from "./in-place.ts";
import { LMDB_PAGE_BYTES } from "./layout.ts";
import type { Table, TableWrites } from "./table.ts";

/** Counts up with each change of the layout on disk that an older Envol would misread. */
const FORMAT_VERSION = 2;

/** Immutable values by sequence number: what an object store could hold as well. */
export interface RecordStore {
  /** Resolves when committed: visible, and safe from a crash of the process. The bytes must stay as they are until then. */
  put(sequence: number, bytes: Uint8Array): Promise<void>;
  /** The bytes are borrowed: they are good until the next read of anything in the store. */
  get(sequence: number): Uint8Array | undefined;
  delete(sequences: readonly number[]): Promise<void>;
  /** Sequence numbers from `start` on, in order. */
  list(start: number): Iterable<number>;
}

/** Small pages by number; see `pages.ts`. */
export interface PageStore {
  get(pageKey: number): Uint8Array | undefined;
  /** Keys of stored pages from `start` (inclusive) to `end` (exclusive), in order, at most `limit`. */
  keys(start: number, end: number, limit: number): number[];
  /** Stores and deletes pages, and puts `meta` under `metaKey`, all or nothing. The pages must stay as they are until it resolves. */
  write(pages: Iterable<readonly [number, Uint8Array | undefined]>, metaKey: string, meta: unknown): Promise<void>;
}

export interface Store {
  readonly directory: string;
  readonly records: RecordStore;
  readonly pages: PageStore;
  /** Facts about the store itself, by name. */
  readonly meta: Table<unknown>;
  table<Value>(name: string): Table<Value>;
  /** Resolves when all that is committed is on the disk. */
  flush(): Promise<void>;
  /** Deletes all records and pages, what the tables named hold, and the facts named: all or nothing, on the disk. */
  clear(tables: readonly string[], facts: readonly string[]): Promise<void>;
  /** Bytes of the database file. */
  sizeBytes(): number;
  close(): Promise<void>;
}

/**
 * Opens the store in a directory, which is made when absent.
 * @throws DATA_DIRECTORY_IN_USE, DATA_DIRECTORY_TOO_NEW, STORE_FULL, STORE_FAILED
 */
export async function openStore(directory: string): Promise<Store> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, "envol.lmdb");
  // LMDB maps the files that it makes: without room for them the process would die of a signal. A store that is there
  // has its room, and opens on a full disk too.
  if (!existsSync(path) && isFull(directory)) {
    throw new EnvolError("STORE_FULL", `The disk under the data directory ${directory} has no room for a new store.`);
  }
  const unlock = await lockDirectory(directory);
  try {
    const root = open({
      path,
      noSubdir: true,
      maxDbs: 16,
      pageSize: LMDB_PAGE_BYTES,
      overlappingSync: true,
      encoding: "json",
    });
    // LMDB makes its files for all to read; what is in them is for the owner alone.
    for (const file of [path, `${path}-lock`]) await chmod(file, 0o600);
    const commits = createCommits(root, directory);
    const meta = jsonTable<unknown>(root, commits, "meta");
    await checkVersion(directory, meta).catch(async (error) => {
      await root.close();
      throw error;
    });
    return storeOver(directory, root, commits, meta, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

function storeOver(
  directory: string,
  root: RootDatabase,
  commits: Commits,
  meta: Table<unknown>,
  unlock: () => Promise<void>,
): Store {
  return {
    directory,
    meta,
    records: recordStore(root, commits),
    pages: pageStore(root, commits),
    table: (name) => jsonTable(root, commits, name),
    flush: commits.flush,
    async clear(tables, facts) {
      const factsTable = root.openDB<unknown, string>({ name: "meta", encoding: "json" });
      await commits.settle(
        root.batch(() => {
          for (const name of ["records", "pages"]) void root.openDB({ name, encoding: "binary" }).clearAsync();
          for (const name of tables) void root.openDB({ name, encoding: "json" }).clearAsync();
          for (const fact of facts) void factsTable.remove(fact);
        }),
      );
      await commits.flush();
    },
    sizeBytes: () => (root.getStats() as { lastPageNumber: number }).lastPageNumber * LMDB_PAGE_BYTES,
    async close() {
      try {
        await commits.flush();
        // Not after a failure: it would wait for a flush that never comes.
        await root.close();
      } finally {
        await unlock();
      }
    },
  };
}

async function checkVersion(directory: string, meta: Table<unknown>): Promise<void> {
  const version = meta.get("formatVersion");
  // Version 1 is read as well: its records have fewer slots, as each says, and new ones have more.
  if (version === undefined || version === 1) {
    await meta.write((writes) => writes.put("formatVersion", FORMAT_VERSION));
  } else if (typeof version !== "number" || version > FORMAT_VERSION) {
    throw new EnvolError(
      "DATA_DIRECTORY_TOO_NEW",
      `The data directory ${directory} has format version ${version}; this Envol reads up to ${FORMAT_VERSION}.`,
    );
  }
}

function recordStore(root: RootDatabase, { settle }: Commits): RecordStore {
  const db = root.openDB<Buffer, number>({ name: "records", encoding: "binary" });
  const inPlace = createInPlace(db);
  return {
    put(sequence, bytes) {
      inPlace.forget(sequence);
      return settle(db.put(sequence, asBuffer(bytes)));
    },
    get: (sequence) => inPlace.get(sequence) ?? borrow(db, sequence),
    async delete(sequences) {
      await settle(
        root.batch(() => {
          for (const sequence of sequences) {
            inPlace.forget(sequence);
            void db.remove(sequence);
          }
        }),
      );
    },
    list: (start) => db.getKeys({ start }),
  };
}

/** Reads without a copy of our own: lmdb-js leaves the value in a buffer that it uses again for the next read, of any table. */
function borrow(db: Database<Buffer, number>, key: number): Uint8Array | undefined {
  const whole = db.getBinaryFast(key) as (Buffer & { length: number }) | undefined;
  return whole === undefined ? undefined : whole.subarray(0, whole.length);
}

function pageStore(root: RootDatabase, { settle }: Commits): PageStore {
  const db = root.openDB<Buffer, number>({ name: "pages", encoding: "binary" });
  const meta = root.openDB<unknown, string>({ name: "meta", encoding: "json" });
  return {
    get: (pageKey) => db.get(pageKey),
    keys: (start, end, limit) => [...db.getKeys({ start, end, limit })],
    async write(pages, metaKey, value) {
      await settle(
        root.batch(() => {
          for (const [pageKey, bytes] of pages) void (bytes ? db.put(pageKey, asBuffer(bytes)) : db.remove(pageKey));
          void meta.put(metaKey, value);
        }),
      );
    },
  };
}

function jsonTable<Value>(root: RootDatabase, { settle, flush }: Commits, name: string): Table<Value> {
  const db = root.openDB<Value, string>({ name, encoding: "json" });
  return {
    get: (key) => db.get(key),
    *entries(start) {
      for (const { key, value } of db.getRange(start === undefined ? {} : { start })) yield [key, value] as const;
    },
    get size() {
      return db.getKeysCount();
    },
    async write(change) {
      const puts: [string, Value][] = [];
      const deletes: string[] = [];
      change(collector(puts, deletes));
      await settle(
        root.batch(() => {
          for (const [key, value] of puts) void db.put(key, value);
          for (const key of deletes) void db.remove(key);
        }),
      );
      await flush();
    },
  };
}

/** Gathers what a change writes, so that a change that throws has written nothing. */
function collector<Value>(puts: [string, Value][], deletes: string[]): TableWrites<Value> {
  return { put: (key, value) => void puts.push([key, value]), delete: (key) => void deletes.push(key) };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
