/**
 * The trail: a record of every call of the KMS, and of what the KMS did by itself, as CloudTrail's event history would have
 * it. Records are there to be looked up at once, and in the store a little later; no call waits for that.
 */

import type { Clock } from "../clock.ts";
import type { CallRecord, ServiceEvent } from "../kms/embedded/call.ts";
import { LIMITS } from "../limits.ts";
import type { Table } from "../store/table.ts";
import { apiCallRecord, type CloudTrailRecord, serviceEventRecord } from "./cloudtrail-record.ts";
import { matches, type TrailEntry, type TrailFilter, toEntry } from "./entry.ts";
import { openEntryLog, type TrailRow } from "./entry-log.ts";

export interface TrailPage {
  readonly limit: number;
  /** Entries with lower numbers only; all when absent. */
  readonly before?: number;
  /** A page ends when it has so many bytes. */
  readonly bytesMax?: number;
}

export interface TrailFindings {
  /** Newest first. */
  readonly entries: readonly TrailEntry[];
  /** What the next page is to have as `before`; absent when there is no more. A page may have no entries, and another follow. */
  readonly nextBefore?: number;
}

export interface Trail {
  /** For the KMS, which calls them before it answers: they do not throw, and do not wait. */
  record(call: CallRecord): void;
  recordServiceEvent(event: ServiceEvent): void;
  find(filter: TrailFilter, page: TrailPage): TrailFindings;
  /** The entry of a number; undefined when it is too old, lost, or not there yet. */
  get(sequence: number): TrailEntry | undefined;
  /** The numbers that there may be entries for; the newest is lower than the oldest when there are none. */
  range(): { readonly oldest: number; readonly newest: number };
  /** Calls `listener` after each new entry. Returns what stops it. */
  onEntry(listener: () => void): () => void;
  /** Writes what is not yet in the store. @throws STORE_FULL, STORE_FAILED */
  close(): Promise<void>;
  /** Ends without writing: for a store that is to be emptied. */
  abandon(): Promise<void>;
}

export interface TrailOptions {
  /** For the trail alone. */
  readonly table: Table<TrailRow>;
  readonly clock: Clock;
  /** Whose KMS it is. */
  readonly accountId: string;
  readonly recordsMax?: number;
  readonly bytesMax?: number;
  /** Told when records cannot be made or written, and of how many are lost for that. */
  readonly onFailure: (error: unknown) => void;
  readonly onLoss: (lost: number) => void;
}

const DAY_MS = 24 * 60 * 60 * 1000;

export function openTrail(options: TrailOptions): Trail {
  const { clock, accountId, onFailure, recordsMax = LIMITS.auditRecordsMax } = options;
  const log = openEntryLog({ ...options, recordsMax });
  const listeners = new Set<() => void>();

  const add = (timeMs: number, make: () => CloudTrailRecord) => {
    try {
      log.add(toEntry(make(), log.next, timeMs));
      for (const listener of listeners) listener();
    } catch (error) {
      onFailure(error);
    }
  };
  const range = () => ({ oldest: Math.max(log.oldest, log.next - recordsMax), newest: log.next - 1 });
  return {
    record: (call) => add(call.timeMs, () => apiCallRecord(call, accountId)),
    recordServiceEvent: (event) => add(event.timeMs, () => serviceEventRecord(event, accountId)),
    find(filter, { limit, before = Number.POSITIVE_INFINITY, bytesMax = Number.POSITIVE_INFINITY }) {
      const { oldest, newest } = range();
      const startTimeMs = Math.max(filter.startTimeMs ?? 0, clock.now() - LIMITS.auditAgeDaysMax * DAY_MS);
      const entries: TrailEntry[] = [];
      let bytes = 0;
      const first = Math.min(before - 1, newest);
      for (let sequence = first; sequence >= oldest; sequence -= 1) {
        if (entries.length === limit || bytes >= bytesMax || first - sequence === LIMITS.auditScanMax) {
          return { entries, nextBefore: sequence + 1 };
        }
        const entry = log.get(sequence);
        if (entry === undefined || !matches({ ...filter, startTimeMs }, entry)) continue;
        entries.push(entry);
        bytes += entry.text.length;
      }
      return { entries };
    },
    get: (sequence) => (sequence < range().oldest ? undefined : log.get(sequence)),
    range,
    onEntry(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: log.close,
    abandon: log.abandon,
  };
}
