/** The store's choices: how large a record is, how many go into a commit, what a flush costs, how a record is read. */

import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { open } from "lmdb";
import { createInPlace } from "#envol/store/in-place.ts";
import { LMDB_PAGE_BYTES, LMDB_VALUE_HEADER_BYTES } from "#envol/store/layout.ts";
import { openStore, type Store } from "#envol/store/store.ts";
import { type Comparison, compareAll, type Row, type Run, type Suite } from "./suite.ts";

const SECTOR_BYTES = 4096;
/** Slots of a record, and the pages of LMDB that it then takes: one more than its slots, for its header. */
const RECORD_SLOTS = [63, 1, 3, 7, 15, 31, 127] as const;
const SLOTS = RECORD_SLOTS[0];
/** Sectors that one run writes, as nearly as whole records allow. */
const SECTORS = 1024;
/** Records of the daemon's size that are written in a run, however many go into a commit. */
const GROUPED_RECORDS = 64;
const GROUPS = [1, 4, 16, 64];
/** Numbers go round after so many sectors: each put then frees what an earlier one took, as in a daemon that has run a while. */
const RING_SECTORS = 16_384;
/** Records to read from: 64 MiB. */
const READ_RECORDS = 256;
/** Reads in a run, so that the timer's own time does not count. */
const READS = 256;

export const suite: Suite = {
  name: "store",
  question: "How large should a record be, how many should share a commit, and what does reading in place save?",
  async run(run) {
    const places = [["in memory", run.memoryDirectory] as const, ["on disk", run.diskDirectory] as const];
    const rows: Row[] = [];
    for (const [place, parent] of places) {
      if (parent !== undefined) rows.push(...(await within(parent, (directory) => writing(place, directory, run))));
    }
    return [
      ...rows,
      ...(await within(run.memoryDirectory ?? run.diskDirectory, (directory) => reading(directory, run))),
    ];
  },
};

async function within(parent: string, work: (directory: string) => Promise<Row[]>): Promise<Row[]> {
  const directory = await mkdtemp(join(parent, "envol-bench-"));
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Bytes as many as a record of so many slots has: whole pages, less LMDB's header. */
function recordOf(slots: number): Buffer {
  return randomBytes((slots + 1) * LMDB_PAGE_BYTES - LMDB_VALUE_HEADER_BYTES);
}

/** Puts records of one size, round and round. */
function recordWriter(store: Store, slots: number): (count: number) => Promise<unknown> {
  const bytes = recordOf(slots);
  const ring = Math.floor(RING_SECTORS / slots);
  let next = 0;
  return (count) => Promise.all(Array.from({ length: count }, () => store.records.put(1 + (next++ % ring), bytes)));
}

async function writing(place: string, directory: string, run: Run): Promise<Row[]> {
  // A store for each record size, so that no record has to fit into holes that another size left.
  const stores = new Map<number, Store>();
  try {
    for (const slots of run.some(RECORD_SLOTS)) stores.set(slots, await openStore(join(directory, `${slots}`)));
    const store = stores.get(SLOTS) as Store;
    return await compareAll(
      [
        () => recordSizes(place, stores),
        () => commitSizes(`${GROUPED_RECORDS} records, committed, ${place}`, store, run.some(GROUPS), async () => {}),
        () => commitSizes(`${GROUPED_RECORDS} records, flushed, ${place}`, store, run.some(GROUPS), store.flush),
      ],
      run,
    );
  } finally {
    for (const store of stores.values()) await store.close();
  }
}

/** The same sectors in records of different sizes. */
function recordSizes(place: string, stores: ReadonlyMap<number, Store>): Comparison {
  const contenders = [...stores].map(([slots, store]) => {
    const put = recordWriter(store, slots);
    const name = `records of ${slots} ${slots === 1 ? "slot" : "slots"}`;
    return { name, run: () => put(Math.round(SECTORS / slots)) };
  });
  return {
    task: `4 MiB of sectors, committed, ${place}`,
    bytes: SECTORS * SECTOR_BYTES,
    contenders: contenders as unknown as Comparison["contenders"],
  };
}

/** The same records, so many at a time; \`settle\` follows each time. */
function commitSizes(task: string, store: Store, groups: readonly number[], settle: () => Promise<void>): Comparison {
  const put = recordWriter(store, SLOTS);
  const contenders = groups.map((group) => ({
    name: `${group} at a time`,
    async run() {
      for (let done = 0; done < GROUPED_RECORDS; done += group) {
        await put(group);
        await settle();
      }
    },
  }));
  return {
    task,
    bytes: GROUPED_RECORDS * SLOTS * SECTOR_BYTES,
    contenders: contenders as unknown as Comparison["contenders"],
  };
}

/** One sector out of a record, by the ways that there are to get at a record. */
async function reading(directory: string, run: Run): Promise<Row[]> {
  const root = open({
    path: join(directory, "reading.lmdb"),
    noSubdir: true,
    pageSize: LMDB_PAGE_BYTES,
    encoding: "binary",
  });
  try {
    const db = root.openDB<Buffer, number>({ name: "records", encoding: "binary" });
    const bytes = recordOf(SLOTS);
    for (let key = 1; key <= READ_RECORDS; key++) void db.put(key, bytes);
    await root.flushed;
    const inPlace = createInPlace(db);
    const sector = new Uint8Array(SECTOR_BYTES);
    // The copy stands for what a cipher does: it reads the sector, and no other byte.
    const readMany = (get: (key: number) => Uint8Array | undefined) => () => {
      for (let read = 0; read < READS; read++) {
        const record = get(1 + ((read * 7919) % READ_RECORDS)) as Uint8Array;
        sector.set(record.subarray(record.length - SECTOR_BYTES));
      }
    };
    const output = () => sector;
    const comparison: Comparison = {
      task: "a sector of 4 KiB out of a record of 256 KiB",
      bytes: READS * SECTOR_BYTES,
      contenders: [
        { name: "get, a copy each", run: readMany((key) => db.getBinary(key)), output },
        {
          name: "get, into one buffer",
          run: readMany((key) => db.getBinaryFast(key) as Uint8Array | undefined),
          output,
        },
        ...(inPlace.get(1) === undefined
          ? []
          : [{ name: "in place", run: readMany((key) => inPlace.get(key)), output }]),
      ],
    };
    return await compareAll([() => comparison], run);
  } finally {
    await root.close();
  }
}
