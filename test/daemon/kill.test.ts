/** Promise 2: what a flush acknowledged survives kill -9, and a sector is always wholly old or wholly new. */

import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import type { IoSession } from "#envol/client/io-session.ts";
import { POOL_BYTES_MIN } from "#envol/crypto/cipher-pool.ts";
import { EnvolError } from "#envol/errors.ts";
import { openRecord } from "#envol/store/record.ts";
import { openStore } from "#envol/store/store.ts";
import { type Random, seeded } from "../volume/random.ts";
import { stampedSectors } from "../volume/stamps.ts";
import { type ChildDaemon, createAttachedVolume, scratchDirectory, startChild } from "./child-daemon.ts";
import { createVolumeModel, UNIT_BYTES, type VolumeModel } from "./volume-model.ts";

const KIB = 1024;
/** The part of each volume that is written again and again: small, so that the cleaner has much to do. */
const SPAN_BYTES = 3 * KIB * KIB;
const SPAN_UNITS = SPAN_BYTES / UNIT_BYTES;
/** How long the rounds may take together, and how long a daemon lives under load. */
const TEST_MS = 25_000;
const LIFE_MS = { min: 20, max: 1500 };
const START_MS_MAX = 10_000;
/** Requests at a time to each volume. */
const BATCH_MAX = 48;

const KINDS = [
  { cipher: "AES_256_XTS", sectorSizeBytes: 4096 },
  { cipher: "AES_256_XTS", sectorSizeBytes: 512 },
  { cipher: "AES_256_GCM", sectorSizeBytes: 4096 },
  { cipher: "AES_256_GCM", sectorSizeBytes: 512 },
] as const;

interface Subject {
  readonly volumeId: string;
  readonly sectorSizeBytes: number;
  readonly model: VolumeModel;
}

const POOLED_BYTES_MIN = POOL_BYTES_MIN.AES_256_XTS.encrypt;

/** Counts what was done, to show that the test did what it is for. */
const done = { requests: 0, flushes: 0, discards: 0, pooled: 0 };
let nextStamp = 1;

/** Small as a rule, which leaves sparse records for the cleaner; now and then large enough for the cipher pool. */
function randomUnits(random: Random): number {
  if (random.chance(0.02)) return random.integer(POOLED_BYTES_MIN / UNIT_BYTES, (4 * POOLED_BYTES_MIN) / UNIT_BYTES);
  return random.integer(1, random.pick([4, 16, 32]) * (KIB / UNIT_BYTES));
}

/** Requests that touch no sector twice, so that their order does not matter; and now and then a flush among them. */
function startBatch(random: Random, session: IoSession, { model, sectorSizeBytes }: Subject): Promise<void>[] {
  const unitsPerSector = sectorSizeBytes / UNIT_BYTES;
  const flushed = random.chance(0.15) ? model.answered() : undefined;
  const asked: Promise<void>[] = [];
  const ask = async (request: Promise<void>, onAnswer = () => {}) => {
    await request;
    done.requests += 1;
    onAnswer();
  };
  for (let unit = random.integer(0, SPAN_UNITS / 32); asked.length < BATCH_MAX; ) {
    const first = unit + random.integer(0, SPAN_UNITS / 32);
    const units = randomUnits(random);
    if (first + units > SPAN_UNITS) break;
    unit = Math.ceil((first + units) / unitsPerSector) * unitsPerSector;
    const [offsetBytes, lengthBytes] = [first * UNIT_BYTES, units * UNIT_BYTES];
    if (random.chance(0.01)) {
      model.change(first, units, 0);
      asked.push(ask(session.discard(offsetBytes, lengthBytes), () => (done.discards += 1)));
      continue;
    }
    const stamp = nextStamp++;
    const changed = model.change(first, units, stamp);
    const forceUnitAccess = random.chance(0.02);
    const data = stampedSectors(new Array(units).fill(stamp), UNIT_BYTES);
    const written = session.write(offsetBytes, data, { forceUnitAccess });
    asked.push(ask(written, () => forceUnitAccess && model.safe(changed)));
    if (lengthBytes >= POOLED_BYTES_MIN) done.pooled += 1;
  }
  if (flushed === undefined) return asked;
  const onFlushed = () => {
    model.safe(flushed);
    done.flushes += 1;
  };
  return [...asked, ask(session.flush(), onFlushed)];
}

/** Writes until the daemon is gone. */
async function writeOn(random: Random, daemon: ChildDaemon, subject: Subject): Promise<void> {
  const session = daemon.client.io(subject.volumeId);
  for (;;) {
    const answers = await Promise.allSettled(startBatch(random, session, subject));
    const refusal = answers.find((answer) => answer.status === "rejected")?.reason;
    if (refusal instanceof EnvolError && refusal.code === "UNAVAILABLE") return;
    if (refusal !== undefined) throw refusal;
  }
}

/** How many records that the next start will replay hold sectors that the cleaner moved. */
async function movedRecords(directory: string): Promise<number> {
  const store = await openStore(join(directory, "data"));
  try {
    const { sequence } = (store.meta.get("checkpoint") ?? { sequence: 1 }) as { sequence: number };
    let moved = 0;
    for (const number of store.records.list(sequence)) {
      const record = openRecord(Uint8Array.from(store.records.get(number)!), number);
      if (record.kind === "sectors" && record.movedFrom.some((location) => location !== 0)) moved += 1;
    }
    return moved;
  } finally {
    await store.close();
  }
}

test(
  "kill -9 at any moment loses nothing that was flushed, and tears no sector",
  seeded(async (random) => {
    await using scratch = await scratchDirectory();
    const startsMs: number[] = [];
    let killsWhileCleaning = 0;
    const deadline = performance.now() + TEST_MS;
    let daemon = await startChild(scratch.path);
    try {
      const subjects = await Promise.all(
        KINDS.map(async ({ cipher, sectorSizeBytes }): Promise<Subject> => {
          const { volumeId } = await createAttachedVolume(daemon.client, { cipher, sectorSizeBytes });
          return { volumeId, sectorSizeBytes, model: createVolumeModel(SPAN_BYTES / sectorSizeBytes, sectorSizeBytes) };
        }),
      );
      while (performance.now() < deadline) {
        const writers = Promise.all(subjects.map((subject) => writeOn(random, daemon, subject)));
        // Not a wait for anything: the moment of the kill is the test's to choose.
        await Promise.race([writers, setTimeout(random.integer(LIFE_MS.min, LIFE_MS.max))]);
        expect(await daemon.stop("SIGKILL")).toMatchObject({ signal: "SIGKILL", stderr: "" });
        await writers;
        if ((await movedRecords(scratch.path)) > 0) killsWhileCleaning += 1;
        daemon = await startChild(scratch.path);
        startsMs.push(Math.round(daemon.startMs));
        for (const { volumeId, model } of subjects) {
          await using session = daemon.client.io(volumeId);
          model.checkAfterCrash(await session.read(0, SPAN_BYTES));
        }
      }
    } finally {
      await daemon.stop("SIGKILL");
    }
    startsMs.sort((a, b) => a - b);
    const median = startsMs[Math.floor(startsMs.length / 2)];
    console.info(
      `kill -9: seed ${random.seed}, ${startsMs.length} kills, ${killsWhileCleaning} of them with the cleaner's work unfinished, ` +
        `${JSON.stringify(done)}; restart ${median} ms (median), ${startsMs.at(-1)} ms (slowest)`,
    );
    expect(startsMs.at(-1)).toBeLessThan(START_MS_MAX);
    expect(killsWhileCleaning).toBeGreaterThan(0);
    expect(Math.min(done.flushes, done.discards, done.pooled)).toBeGreaterThan(0);
  }),
  120_000,
);
