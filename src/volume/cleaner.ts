/**
 * The cleaner makes room: it copies the live slots of sparse records into new ones, so that the old ones die. It moves
 * ciphertext with its seals, as it lies, so that it needs no key and goes on while the key is disabled.
 *
 * It takes records only that the last checkpoint has seen. A replay moves a sector on from where the index has it, and
 * the index would not have a sector whose record was written, moved and deleted since.
 */

import type { Logger } from "pino";
import { SEAL_BYTES } from "../crypto/sector-cipher.ts";
import { isInPlace } from "../store/in-place.ts";
import { LMDB_PAGE_BYTES, locationOf, recordLayout } from "../store/layout.ts";
import { createSectorRecord, openRecord, type SectorRecord } from "../store/record.ts";
import type { RecordStore } from "../store/store.ts";
import type { RecordLog } from "./record-log.ts";
import type { RecordUsage } from "./usage.ts";

/**
 * Cleaning starts when records take this much more than their live sectors, and a slack that keeps small stores still.
 * LMDB's free pages come on top: with these two ratios its file stays within 1.5 times the live data (docs/benchmarks.md).
 */
const START_RATIO = 1.28;
const SLACK_BYTES = 8 * 1024 * 1024;
/** Writers wait for the cleaner when records take this much more: the store cannot grow without bound. */
const BEHIND_RATIO = 1.35;
const BEHIND_SLACK_BYTES = 64 * 1024 * 1024;
/** Records looked at to find the ones that give the most, how many of those are taken, and how many cleaned at a time. */
const CANDIDATES = 65_536;
const CHOSEN = 256;
const BATCH = 16;
/** A record is worth cleaning when this share of its pages comes free. */
const GAIN_MIN = 0.1;

export interface Cleaner {
  /** Starts cleaning in the background if there is need and none is under way. */
  start(): void;
  /** Whether writers should wait. */
  readonly behind: boolean;
  /** Resolves after some cleaning, or at once when none is under way. */
  progress(): Promise<void>;
  stop(): Promise<void>;
}

export function createCleaner(recordLog: RecordLog, stored: Pick<RecordStore, "get">, log: Logger): Cleaner {
  let running: Promise<void> | undefined;
  let step: Promise<void> = Promise.resolve();
  let cursor = 1;
  let stopped = false;
  // Records that could not be read: not tried again by this process.
  const hopeless = new Set<number>();

  const exceeds = (ratio: number, slackBytes: number) => {
    const { allocatedBytes, liveBytes } = recordLog.usage.totals;
    return allocatedBytes > liveBytes * ratio + slackBytes;
  };
  /** A checkpoint writes up to 1/510 of the live bytes, so that one for each 1/32 of them costs little. */
  const checkpointBytesMin = () => Math.max(SLACK_BYTES / 4, recordLog.usage.totals.liveBytes / 32);
  /** Whether a replay would begin before it. */
  const isFresh = ({ sequence }: Victim) => sequence >= recordLog.checkpointed;
  const run = async () => {
    let chosen: Victim[] = [];
    while (!stopped && exceeds(START_RATIO, SLACK_BYTES)) {
      if (chosen.length === 0) {
        const checkpointAllowed = recordLog.replayBytes >= checkpointBytesMin();
        const end = checkpointAllowed ? recordLog.sequence.upcoming : recordLog.checkpointed;
        const found = findVictims(recordLog, cursor, end, hopeless);
        cursor = found.next;
        if (found.victims.some(isFresh)) {
          step = recordLog.checkpoint();
          await step;
        }
        // The best come first, and what an open record still keeps from the checkpoint waits for the next search.
        chosen = found.victims.filter((victim) => !isFresh(victim));
        if (chosen.length === 0) return;
      }
      step = clean(recordLog, stored, chosen.splice(0, BATCH), hopeless);
      await step;
    }
  };
  return {
    start() {
      if (running !== undefined || stopped || !exceeds(START_RATIO, SLACK_BYTES)) return;
      running = run()
        .catch((error) => log.error({ err: error }, "the cleaner stopped; it starts again with the next commit"))
        .finally(() => {
          running = undefined;
        });
    },
    get behind() {
      return running !== undefined && exceeds(BEHIND_RATIO, BEHIND_SLACK_BYTES);
    },
    progress: () => step.catch(() => undefined),
    async stop() {
      stopped = true;
      await running;
    },
  };
}

interface Victim {
  readonly sequence: number;
  readonly gainBytes: number;
}

/** The records below `end` that give the most among those from `cursor` on, round the table once if need be. */
function findVictims(
  recordLog: RecordLog,
  cursor: number,
  end: number,
  hopeless: Set<number>,
): { victims: Victim[]; next: number } {
  const found: Victim[] = [];
  const consider = (sequence: number, usage: RecordUsage) => {
    const gainBytes = gainOf(usage);
    // Dead records need no cleaning. One may have been left by a crash: it is marked again here.
    if (usage.live === 0) recordLog.markDead(sequence);
    else if (sequence < end && gainBytes >= usage.pages * LMDB_PAGE_BYTES * GAIN_MIN && !hopeless.has(sequence))
      found.push({ sequence, gainBytes });
  };
  let next = recordLog.usage.scan(cursor, end, CANDIDATES, consider) ?? 1;
  if (found.length < CHOSEN && cursor > 1) next = recordLog.usage.scan(1, cursor, CANDIDATES, consider) ?? cursor;
  found.sort((a, b) => b.gainBytes - a.gainBytes);
  return { victims: found.slice(0, CHOSEN), next };
}

/** Bytes of pages that come free when a record's live slots move into full records. */
function gainOf(usage: RecordUsage): number {
  const full = recordLayout(usage.sectorSizeBytes);
  return LMDB_PAGE_BYTES * (usage.pages - (usage.live * full.pages) / full.capacity);
}

/** Copies what is live in the victims, and resolves when the copies are committed. */
async function clean(
  recordLog: RecordLog,
  stored: Pick<RecordStore, "get">,
  victims: readonly Victim[],
  hopeless: Set<number>,
): Promise<void> {
  const outputs = new Map<number, SectorRecord & { used: number }>();
  for (const { sequence } of victims) {
    // It may have died since it was chosen.
    if (!recordLog.usage.get(sequence)?.live) continue;
    const record = openForCleaning(stored, sequence);
    if (record === undefined) hopeless.add(sequence);
    else moveLiveSlots(recordLog, record, outputs);
  }
  for (const output of outputs.values()) recordLog.appendSectors(output);
  await recordLog.committed();
}

/** The record, or undefined when it is damaged: then it stays where it is, so that a read of it says so. */
function openForCleaning(stored: Pick<RecordStore, "get">, sequence: number): SectorRecord | undefined {
  try {
    const borrowed = stored.get(sequence);
    // Looking up where its sectors are may read pages from the store, which a borrowed copy would not survive.
    const bytes = borrowed === undefined || isInPlace(borrowed) ? borrowed : new Uint8Array(borrowed);
    const record = bytes && openRecord(bytes, sequence);
    return record?.kind === "sectors" ? record : undefined;
  } catch {
    return undefined;
  }
}

function moveLiveSlots(
  recordLog: RecordLog,
  record: SectorRecord,
  outputs: Map<number, SectorRecord & { used: number }>,
) {
  const map = recordLog.map(record.layerId);
  const size = record.sectorSizeBytes;
  for (let slot = 0; slot < record.used; slot++) {
    const sector = record.sectors[slot] as number;
    const location = locationOf(record.sequence, slot);
    if (map.get(sector) !== location) continue;
    let output = outputs.get(record.layerId);
    if (output === undefined) {
      output = createSectorRecord(recordLog.memory(), record, recordLog.beginRecord());
      outputs.set(record.layerId, output);
    }
    const to = output.used++;
    output.sectors[to] = sector;
    output.movedFrom[to] = location;
    output.seals.set(record.seals.subarray(slot * SEAL_BYTES, (slot + 1) * SEAL_BYTES), to * SEAL_BYTES);
    output.data.set(record.data.subarray(slot * size, (slot + 1) * size), to * size);
    if (output.used === output.layout.capacity) {
      recordLog.appendSectors(output);
      outputs.delete(record.layerId);
    }
  }
}
