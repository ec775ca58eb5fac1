/**
 * The log of the whole daemon: sealed records on their way to the store, in order, and what follows from a commit.
 *
 * The index and the usage table know committed records only; what is newer lives in the volumes' own logs until its
 * record is committed and then applied here. So a checkpoint may be taken at any time, and a restart replays the
 * records from the oldest one that the checkpoint may not have seen.
 */

import type { Logger } from "pino";
import { LIMITS } from "../limits.ts";
import { createOpenedRecords, type OpenedRecords } from "../store/opened-records.ts";
import { createPageCache, type PageCache } from "../store/pages.ts";
import {
  allocateRecordMemory,
  encodeHoleRecord,
  type HoleRecord,
  type SectorRecord,
  sealSectorRecord,
} from "../store/record.ts";
import { openSequence, type SequenceSource } from "../store/sequence.ts";
import type { RecordStore, Store } from "../store/store.ts";
import { createCleaner } from "./cleaner.ts";
import { createIdleSeals, type IdleSeals } from "./idle-seals.ts";
import { applyHoleRecord, applySectorRecord, replayRecords } from "./replay.ts";
import { type SectorMap, sectorMap } from "./sector-map.ts";
import { createUsage, type Usage, type UsageTotals } from "./usage.ts";

/** What the store keeps with each checkpoint. */
interface Checkpoint {
  /** The index holds every record below this sequence number. */
  readonly sequence: number;
  readonly totals: UsageTotals;
}

/** Where in the store's facts the checkpoint is. */
export const CHECKPOINT_KEY = "checkpoint";
/** Record memory kept for use again, so that a steady writer allocates none. */
const SPARE_MEMORY_MAX = 64;

/** A sealed record waiting for its commit. */
interface Sealed {
  readonly sequence: number;
  readonly bytes: Uint8Array;
  /** Puts the record into the index, once it is committed. */
  readonly apply: () => void | Promise<void>;
}

export interface RecordLog {
  readonly store: Store;
  readonly usage: Usage;
  /** What is in the store, opened. */
  readonly opened: OpenedRecords;
  map(layerId: number): SectorMap;
  /** A sequence number for a record, which must be appended; the log remembers it as outstanding. */
  beginRecord(): number;
  /** Sequence numbers for nonces only. */
  readonly sequence: SequenceSource;
  /** Memory for a record's bytes; `append` takes it back. */
  memory(): Uint8Array;
  /** Seals a record of sectors and queues it. `onApplied` runs when the index has it. */
  appendSectors(record: SectorRecord, onApplied?: () => void): void;
  /** Queues a record of holes, and resolves when the index has it. */
  appendHoles(record: HoleRecord): Promise<void>;
  /** Whether a write may go on without waiting. */
  readonly hasRoom: boolean;
  /** Waits until a write may go on. @throws STORE_FULL, STORE_FAILED */
  room(): Promise<void>;
  /** Has a record deleted that no sector of the index points to any more. */
  markDead(sequence: number): void;
  /** Resolves when all that was appended before is committed and applied. @throws STORE_FULL, STORE_FAILED */
  committed(): Promise<void>;
  /** The same, and on the disk. Calls at one time share one wait for the disk. */
  flush(): Promise<void>;
  /** Records below this number are in the stored index: a crash replays none of them. */
  readonly checkpointed: number;
  /** Bytes of the records that a crash would replay. */
  readonly replayBytes: number;
  /** Resolves when the stored index has been brought up to date. @throws STORE_FULL, STORE_FAILED */
  checkpoint(): Promise<void>;
  /** Has `seal` called within LIMITS.commitDelayMs, unless it is withdrawn. Returns what withdraws it. */
  sealLater(seal: () => void): () => void;
  close(): Promise<void>;
  /** Stops when the commit under way has ended, and drops what is queued: for a log that is to be emptied. */
  abandon(): Promise<void>;
}

/**
 * Opens the log over a store, and replays what the last checkpoint has not seen.
 * @param stored the records as they are, where `store` shows them through something that may change them: what the cleaner
 * moves must be what is there
 */
export async function openRecordLog(
  store: Store,
  log: Logger,
  stored: RecordStore = store.records,
): Promise<RecordLog> {
  const pages = createPageCache(store.pages, LIMITS.pageCacheBytesMax);
  const sequence = await openSequence(store.meta);
  const checkpoint = (store.meta.get(CHECKPOINT_KEY) as Checkpoint | undefined) ?? {
    sequence: 1,
    totals: { allocatedBytes: 0, liveBytes: 0 },
  };
  const usage = createUsage(pages, checkpoint.totals);
  const recordLog = new CommittingLog(store, stored, pages, usage, sequence, checkpoint.sequence, log);
  await recordLog.replay();
  return recordLog;
}

class CommittingLog implements RecordLog {
  readonly store: Store;
  readonly usage: Usage;
  readonly opened: OpenedRecords;
  readonly sequence: SequenceSource;
  readonly #pages: PageCache;
  readonly #log: Logger;
  readonly #maps = new Map<number, SectorMap>();
  readonly #cleaner: ReturnType<typeof createCleaner>;
  /** Sequence numbers of records that the index does not have yet. */
  readonly #outstanding = new Set<number>();
  readonly #spareMemory: Uint8Array[] = [];
  #queue: Sealed[] = [];
  #queuedBytes = 0;
  #appended = 0;
  #applied = 0;
  #waiting: { upTo: number; resolve: () => void; reject: (error: unknown) => void }[] = [];
  #pumping: Promise<void> | undefined;
  /** Ends the wait for more records to commit. */
  #hurry = () => {};
  #failure: unknown;
  #dead = new Set<number>();
  #holes = new Set<number>();
  #checkpointed: number;
  #bytesSinceCheckpoint = 0;
  #checkpointDue: ReturnType<typeof deferred> | undefined;
  #flushing: Promise<void> | undefined;
  readonly #idleSeals: IdleSeals;

  constructor(
    store: Store,
    stored: RecordStore,
    pages: PageCache,
    usage: Usage,
    sequence: SequenceSource,
    checkpointed: number,
    log: Logger,
  ) {
    this.store = store;
    this.usage = usage;
    this.opened = createOpenedRecords(store.records);
    this.sequence = sequence;
    this.#pages = pages;
    this.#checkpointed = checkpointed;
    this.#log = log;
    this.#cleaner = createCleaner(this, stored, log);
    this.#idleSeals = createIdleSeals(LIMITS.commitDelayMs / 2, () => {
      if (this.#failure !== undefined) this.#pump();
    });
  }

  map(layerId: number): SectorMap {
    let map = this.#maps.get(layerId);
    if (map === undefined) {
      map = sectorMap(this.#pages, layerId);
      this.#maps.set(layerId, map);
    }
    return map;
  }

  beginRecord(): number {
    const sequence = this.sequence.next();
    this.#outstanding.add(sequence);
    return sequence;
  }

  memory(): Uint8Array {
    return this.#spareMemory.pop() ?? allocateRecordMemory();
  }

  appendSectors(record: SectorRecord, onApplied?: () => void): void {
    const bytes = sealSectorRecord(record);
    this.#append({
      sequence: record.sequence,
      bytes,
      apply: () => {
        applySectorRecord(this, record, bytes.byteLength, this.#onDead);
        onApplied?.();
        if (this.#spareMemory.length < SPARE_MEMORY_MAX) this.#spareMemory.push(record.bytes);
      },
    });
  }

  async appendHoles(record: HoleRecord): Promise<void> {
    const apply = async () => {
      await applyHoleRecord(this, record, this.#onDead);
      this.#holes.add(record.sequence);
    };
    this.#append({ sequence: record.sequence, bytes: encodeHoleRecord(record), apply });
    await this.committed();
  }

  get hasRoom(): boolean {
    return this.#failure === undefined && this.#queuedBytes < LIMITS.uncommittedBytesMax && !this.#cleaner.behind;
  }

  async room(): Promise<void> {
    if (this.#failure !== undefined) await this.#retry();
    while (this.#queuedBytes >= LIMITS.uncommittedBytesMax) await this.committed();
    while (this.#cleaner.behind) await this.#cleaner.progress();
  }

  markDead(sequence: number): void {
    this.#dead.add(sequence);
  }

  committed(): Promise<void> {
    if (this.#applied === this.#appended) return Promise.resolve();
    const { promise, resolve, reject } = deferred();
    this.#waiting.push({ upTo: this.#appended, resolve, reject });
    this.#pump();
    return promise;
  }

  async flush(): Promise<void> {
    await this.committed();
    // Whoever comes while the disk is busy shares the next wait: it covers all that is committed by then.
    const running = this.#flushing;
    if (running !== undefined) await running.catch(() => undefined);
    if (this.#flushing === undefined) {
      this.#flushing = this.store.flush().finally(() => {
        this.#flushing = undefined;
      });
    }
    await this.#flushing;
  }

  get checkpointed(): number {
    return this.#checkpointed;
  }

  get replayBytes(): number {
    return this.#bytesSinceCheckpoint;
  }

  checkpoint(): Promise<void> {
    this.#checkpointDue ??= deferred();
    this.#pump();
    return this.#checkpointDue.promise;
  }

  sealLater(seal: () => void): () => void {
    return this.#idleSeals.add(seal);
  }

  async close(): Promise<void> {
    this.#idleSeals.close();
    await this.#cleaner.stop();
    await this.committed();
    while (this.#pumping !== undefined) await this.#pumping;
    await this.#checkpoint();
    await this.store.flush();
  }

  async abandon(): Promise<void> {
    this.#idleSeals.abandon();
    await this.#cleaner.stop();
    this.#queue = [];
    this.#hurry();
    while (this.#pumping !== undefined) await this.#pumping;
  }

  /** Applies the records that the index may not have, in order. */
  async replay(): Promise<void> {
    const startMs = Date.now();
    const { records, bytes, holes } = await replayRecords(this, this.#checkpointed, this.#onDead);
    for (const sequence of holes) this.#holes.add(sequence);
    this.#bytesSinceCheckpoint += bytes;
    if (records > 0) this.#log.info({ records, durationMs: Date.now() - startMs }, "replayed the log");
  }

  readonly #onDead = (sequence: number): void => this.markDead(sequence);

  #append(sealed: Sealed): void {
    this.#queue.push(sealed);
    this.#queuedBytes += sealed.bytes.byteLength;
    this.#appended += 1;
    this.#pump();
  }

  /** Keeps one commit going while there is something to commit. */
  #pump(): void {
    this.#pumping ??= this.#commitAll();
    if (this.#urgent) this.#hurry();
  }

  /** Whether a commit should not wait for more to commit. */
  get #urgent(): boolean {
    return this.#waiting.length > 0 || this.#checkpointDue !== undefined || this.#queuedBytes >= LIMITS.commitBytesMin;
  }

  /** Waits until enough has gathered, or somebody waits for it: each commit has a cost of its own, whatever is in it. */
  async #gather(): Promise<void> {
    // What else is appended in this turn joins in any case.
    await Promise.resolve();
    if (this.#urgent) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LIMITS.commitGatherMs);
      this.#hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#hurry = () => {};
  }

  /** Tries again after a failure. @throws what failed, when it fails again */
  async #retry(): Promise<void> {
    this.#pump();
    await this.#pumping;
    if (this.#failure !== undefined) throw this.#failure;
  }

  async #commitAll(): Promise<void> {
    try {
      while (this.#queue.length > 0 || this.#dead.size > 0 || this.#checkpointDue !== undefined) {
        await this.#gather();
        await this.#commitGroup();
        const due = this.#checkpointDue !== undefined || this.#bytesSinceCheckpoint >= LIMITS.checkpointBytes;
        if (due || this.#pages.crowded) await this.#checkpoint();
        this.#cleaner.start();
      }
      this.#failure = undefined;
    } catch (error) {
      this.#fail(error);
    } finally {
      // In the same turn in which there was nothing more to commit, so that whoever comes next starts it again.
      this.#pumping = undefined;
    }
  }

  /** Commits all that is queued as one group, with the deletions due: while LMDB is at it, the next group gathers. */
  async #commitGroup(): Promise<void> {
    const group = this.#queue;
    const dead = [...this.#dead].filter((sequence) => this.usage.get(sequence)?.live === 0);
    this.#queue = [];
    this.#dead.clear();
    try {
      // What made these records dead is committed already: the index hears of commits only.
      const deletion = dead.length > 0 ? this.store.records.delete(dead) : undefined;
      await Promise.all([deletion, ...group.map(({ sequence, bytes }) => this.store.records.put(sequence, bytes))]);
    } catch (error) {
      this.#queue = [...group, ...this.#queue];
      for (const sequence of dead) this.#dead.add(sequence);
      throw error;
    }
    for (const sequence of dead) this.usage.remove(sequence);
    for (const sealed of group) await this.#apply(sealed);
    const settled = this.#waiting.filter(({ upTo }) => upTo <= this.#applied);
    this.#waiting = this.#waiting.filter(({ upTo }) => upTo > this.#applied);
    for (const { resolve } of settled) resolve();
  }

  async #apply(sealed: Sealed): Promise<void> {
    await sealed.apply();
    this.#outstanding.delete(sealed.sequence);
    this.#queuedBytes -= sealed.bytes.byteLength;
    this.#bytesSinceCheckpoint += sealed.bytes.byteLength;
    this.#applied += 1;
  }

  #fail(error: unknown): void {
    if (this.#failure === undefined) this.#log.error({ err: error }, "the store did not take a commit");
    this.#failure = error;
    for (const { reject } of this.#waiting.splice(0)) reject(error);
    this.#checkpointDue?.reject(error);
    this.#checkpointDue = undefined;
  }

  async #checkpoint(): Promise<void> {
    const sequence = Math.min(this.sequence.upcoming, ...this.#outstanding);
    const holes = [...this.#holes].filter((hole) => hole < sequence);
    const checkpoint: Checkpoint = { sequence, totals: this.usage.totals };
    await this.#pages.checkpoint(CHECKPOINT_KEY, checkpoint);
    this.#checkpointed = sequence;
    this.#bytesSinceCheckpoint = 0;
    this.#checkpointDue?.resolve();
    this.#checkpointDue = undefined;
    // The index now holds these holes, so that no replay needs their records.
    for (const hole of holes) this.#holes.delete(hole);
    if (holes.length > 0) await this.store.records.delete(holes);
  }
}

function deferred() {
  let resolve!: () => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
