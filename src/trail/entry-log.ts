/**
 * The entries of the trail: those that wait in memory, and behind them those in a table, under their sequence numbers. It is
 * bounded at both ends: of what waits, the oldest are lost when the store cannot keep up; of what is stored, the oldest go.
 */

import type { Clock } from "../clock.ts";
import { LIMITS } from "../limits.ts";
import type { Table } from "../store/table.ts";
import { createBatchWriter } from "./batch-writer.ts";
import type { TrailEntry } from "./entry.ts";

/** What of the table's entries is not to be seen without reading all of them. It is written together with them. */
interface Stored {
  readonly oldest: number;
  /** The newest sequence number that is stored; oldest - 1 when none is. */
  readonly newest: number;
  readonly bytes: number;
}

export type TrailRow = TrailEntry | Stored;

export interface EntryLogOptions {
  readonly table: Table<TrailRow>;
  readonly clock: Clock;
  /** How many entries are kept at most. */
  readonly recordsMax: number;
  /** How many bytes of entries are kept at most. */
  readonly bytesMax?: number;
  /** Told when writing fails, once until it works again, and how many entries are lost, if any. */
  readonly onFailure: (error: unknown) => void;
  readonly onLoss: (lost: number) => void;
}

export interface EntryLog {
  /** The number that the next entry is to have. */
  readonly next: number;
  add(entry: TrailEntry): void;
  /** The lowest number that may have an entry. */
  readonly oldest: number;
  get(sequence: number): TrailEntry | undefined;
  close(): Promise<void>;
  abandon(): Promise<void>;
}

/** Sorts behind every number. */
const STORED_KEY = "stored";
/** More than a batch brings, so that what is far over its bound comes down to it. */
const REMOVED_AT_ONCE_MAX = 2 * LIMITS.auditWriteRecordsMax;
const AGE_MAX_MS = LIMITS.auditAgeDaysMax * 24 * 60 * 60 * 1000;

export function openEntryLog(options: EntryLogOptions): EntryLog {
  const { table, clock, recordsMax, bytesMax = LIMITS.auditBytesMax, onFailure, onLoss } = options;
  let stored = (table.get(STORED_KEY) as Stored | undefined) ?? { oldest: 1, newest: 0, bytes: 0 };
  let next = stored.newest + 1;
  /** In order of their numbers. The first `inFlight` of them are being written. */
  const waiting: TrailEntry[] = [];
  let waitingBytes = 0;
  let inFlight = 0;
  let hasMoreToRemove = false;

  let lostUntold = 0;
  let isLosing = false;
  const tellLoss = () => {
    if (lostUntold > 0) onLoss(lostUntold);
    isLosing = lostUntold > 0;
    lostUntold = 0;
  };

  const read = (sequence: number) => table.get(keyOf(sequence)) as TrailEntry | undefined;

  /** Writes the entries that have waited longest, and takes away what is too much or too old, all in one. */
  const write = async () => {
    const batch = waiting.slice(0, LIMITS.auditWriteRecordsMax);
    const plan = planOf(stored, batch, read, { recordsMax, bytesMax, oldestMs: clock.now() - AGE_MAX_MS });
    hasMoreToRemove = plan.isCut;
    if (batch.length === 0 && plan.removed.length === 0) return;
    inFlight = batch.length;
    try {
      await table.write((writes) => {
        for (const entry of batch) writes.put(keyOf(entry.sequence), entry);
        for (const sequence of plan.removed) writes.delete(keyOf(sequence));
        writes.put(STORED_KEY, plan.after);
      });
      stored = plan.after;
      waiting.splice(0, batch.length);
      waitingBytes -= batch.reduce((bytes, entry) => bytes + sizeOf(entry), 0);
    } finally {
      inFlight = 0;
      tellLoss();
    }
  };
  const writer = createBatchWriter({
    clock,
    delayMs: LIMITS.auditWriteDelayMs,
    countMax: LIMITS.auditWriteRecordsMin,
    waiting: () => waiting.length + (hasMoreToRemove ? LIMITS.auditWriteRecordsMin : 0),
    write,
    onFailure,
  });
  writer.expect();

  /** Lets go of the entries that have waited longest, but for those that are being written. */
  const boundWaiting = () => {
    let lost = 0;
    while (
      waiting.length - inFlight - lost > LIMITS.auditWaitingRecordsMax ||
      (waitingBytes > LIMITS.auditWaitingBytesMax && waiting.length - inFlight - lost > 1)
    ) {
      waitingBytes -= sizeOf(waiting[inFlight + lost] as TrailEntry);
      lost += 1;
    }
    if (lost === 0) return;
    waiting.splice(inFlight, lost);
    lostUntold += lost;
    // The first at once; what follows when a write has ended, for each call may cost one more.
    if (!isLosing) tellLoss();
    isLosing = true;
  };
  return {
    get next() {
      return next;
    },
    add(entry) {
      next = entry.sequence + 1;
      waiting.push(entry);
      waitingBytes += sizeOf(entry);
      boundWaiting();
      writer.expect();
    },
    get oldest() {
      return stored.oldest;
    },
    get(sequence) {
      const first = waiting[0];
      if (first === undefined || sequence < first.sequence) return read(sequence);
      return waiting[indexOf(waiting, sequence)];
    },
    close: () => writer.close(),
    abandon: () => writer.abandon(),
  };
}

interface Bounds {
  readonly recordsMax: number;
  readonly bytesMax: number;
  /** What is older goes. */
  readonly oldestMs: number;
}

/** What is stored after a batch, and what has to go for it. Much that is due at once goes in several steps. */
function planOf(
  stored: Stored,
  batch: readonly TrailEntry[],
  read: (sequence: number) => TrailEntry | undefined,
  { recordsMax, bytesMax, oldestMs }: Bounds,
) {
  const newest = batch.at(-1)?.sequence ?? stored.newest;
  let bytes = batch.reduce((sum, entry) => sum + sizeOf(entry), stored.bytes);
  let { oldest } = stored;
  const removed: number[] = [];
  while (oldest <= stored.newest && removed.length < REMOVED_AT_ONCE_MAX) {
    const entry = read(oldest);
    if (entry !== undefined) {
      if (newest - oldest < recordsMax && bytes <= bytesMax && entry.timeMs >= oldestMs) break;
      bytes -= sizeOf(entry);
      removed.push(oldest);
    }
    oldest += 1;
  }
  return { removed, isCut: removed.length === REMOVED_AT_ONCE_MAX, after: { oldest, newest, bytes } };
}

/** Decimal digits that sort as the numbers do. */
function keyOf(sequence: number): string {
  return String(sequence).padStart(16, "0");
}

/** Bytes that an entry takes, near enough: the record, and the facts beside it. */
function sizeOf({ text, resources }: TrailEntry): number {
  return text.length + 256 + 80 * resources.length;
}

/** Where the entry of a number is in a list that is in order; -1 when it is not there. */
function indexOf(entries: readonly TrailEntry[], sequence: number): number {
  let low = 0;
  let high = entries.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = (entries[middle] as TrailEntry).sequence;
    if (found === sequence) return middle;
    if (found < sequence) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
