/**
 * The data keys in memory: what having them saves, and how long it takes to take them away and to bring them back. The
 * daemon runs in a process of its own, and time is taken where a client would take it: from a call to its return.
 */

import { startTemporaryDaemon } from "#envol/cli/bench/temporary-daemon.ts";
import { connect, type EnvolClient } from "#envol/client/client.ts";
import type { IoSession } from "#envol/client/io-session.ts";
import type { EnvolError } from "#envol/errors.ts";
import { type Measure, measureOf, type Row, type Run, rowsOf, type Suite } from "./suite.ts";

/** Volumes under a key. The first, a key with none, shows what the KMS needs by itself: it is the reference. */
const VOLUMES = [0, 1, 100, 1000];
const VOLUMES_QUICK = [0, 1, 5];
/** Keys are broken and mended so often in each round. */
const CYCLES = 20;
/** Under load: sessions, on a volume each, and reads at a time over all of them. */
const LOAD_SESSIONS_MAX = 8;
const LOAD_DEPTH = 32;
const READ_BYTES = 4096;
/** Calls under way at a time where many volumes are set up or read. */
const PARALLEL = 32;

export const suite: Suite = {
  name: "cache",
  question: "How long until a key's data is out of reach, and how long until it is back?",
  async run(run) {
    const daemon = await startTemporaryDaemon(run.memoryDirectory ?? run.diskDirectory);
    const client = connect(daemon.address);
    const quick = run.effort.iterations === 1;
    const sets: KeySet[] = [];
    try {
      for (const count of quick ? VOLUMES_QUICK : VOLUMES) {
        run.progress(`attaching ${count} volumes`);
        sets.push(await createKeySet(client, count));
      }
      return await measureAll(client, sets, quick ? 2 : CYCLES, run);
    } finally {
      for (const { sessions } of sets) await Promise.all(sessions.map((session) => session.close()));
      await client.close();
      await daemon.stop();
    }
  },
};

/** A key, and the attached volumes under it. */
interface KeySet {
  readonly name: string;
  readonly keyId: string;
  readonly volumeIds: readonly string[];
  /** For load, on the first of them. */
  readonly sessions: readonly IoSession[];
}

async function createKeySet(client: EnvolClient, count: number): Promise<KeySet> {
  const { keyMetadata } = await client.keys.createKey({});
  const keyId = keyMetadata?.keyId ?? "";
  const volumeIds: string[] = [];
  await inParallel(count, async () => {
    const { volume } = await client.volumes.createVolume({ sizeGib: 1, encrypted: true, kmsKeyId: keyId });
    const volumeId = volume?.volumeId ?? "";
    await client.volumes.attachVolume({ volumeId });
    await client.blocks.write({ volumeId, offsetBytes: 0, data: Buffer.alloc(READ_BYTES, 7) });
    volumeIds.push(volumeId);
  });
  const sessions = volumeIds.slice(0, LOAD_SESSIONS_MAX).map((volumeId) => client.io(volumeId));
  return { name: count === 1 ? "1 volume" : `${count.toLocaleString("en-US")} volumes`, keyId, volumeIds, sessions };
}

async function inParallel(count: number, work: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
}

/** What one cycle of breaking and mending a key shows, in microseconds. */
interface Cycle {
  /** A read while the data key is at hand. */
  readonly readUs: number;
  readonly disableUs: number;
  /** From EnableKey's call until a read has been answered again. */
  readonly resumeUs: number;
  /** That read alone, which has the data key unwrapped anew. */
  readonly firstReadUs: number;
  /** From EnableKey's call until every volume has been read again. */
  readonly allBackUs: number;
}

async function measureAll(client: EnvolClient, sets: readonly KeySet[], cycles: number, run: Run): Promise<Row[]> {
  const rounds: { idle: Cycle[][]; loaded: Cycle[][] }[] = [];
  for (let round = 0; round < run.effort.rounds; round++) {
    const idle: Cycle[][] = [];
    const loaded: Cycle[][] = [];
    for (const set of sets) {
      run.progress(`${set.name}, round ${round + 1} of ${run.effort.rounds}`);
      // Where no volume is under the key, others are read.
      const load = (set.sessions.length > 0 ? set : (sets.at(-1) as KeySet)).sessions;
      idle.push(await cyclesOf(client, set, cycles, []));
      loaded.push(await cyclesOf(client, set, cycles, load));
    }
    rounds.push({ idle, loaded });
  }
  const attached = sets.filter(({ volumeIds }) => volumeIds.length > 0);
  const skipped = sets.length - attached.length;
  const rows: Row[] = [];
  for (const when of ["idle", "loaded"] as const) {
    const how = when === "idle" ? "idle" : "under load";
    const table = (task: string, field: keyof Cycle, from: number) =>
      rowsOf(
        `${task}, ${how}`,
        undefined,
        sets.slice(from),
        rounds.map((round) => round[when].slice(from).map((cycle) => measureOf(cycle.map((each) => each[field])))),
      );
    rows.push(...table("DisableKey, call to return", "disableUs", 0));
    rows.push(...table("EnableKey, call to the first read", "resumeUs", skipped));
    rows.push(...table("EnableKey, call until every volume was read", "allBackUs", skipped));
    rows.push(
      ...readRows(
        `a read of 4 KiB, ${how}`,
        rounds.map((round) => round[when].slice(skipped).flat()),
      ),
    );
  }
  return rows;
}

/** What the cache of data keys saves. */
function readRows(task: string, rounds: readonly (readonly Cycle[])[]): Row[] {
  const contenders = [{ name: "data key at hand" }, { name: "data key unwrapped anew" }];
  const measures = rounds.map((cycles): Measure[] => [
    measureOf(cycles.map(({ readUs }) => readUs)),
    measureOf(cycles.map(({ firstReadUs }) => firstReadUs)),
  ]);
  return rowsOf(task, undefined, contenders, measures);
}

async function cyclesOf(client: EnvolClient, set: KeySet, count: number, load: readonly IoSession[]): Promise<Cycle[]> {
  const cycles: Cycle[] = [];
  for (let cycle = 0; cycle < count; cycle++) cycles.push(await breakAndMend(client, set, load));
  return cycles;
}

async function breakAndMend(client: EnvolClient, set: KeySet, load: readonly IoSession[]): Promise<Cycle> {
  const { keyId, volumeIds } = set;
  const read = (volumeId: string) => client.blocks.read({ volumeId, offsetBytes: 0, lengthBytes: READ_BYTES });
  const [first] = volumeIds;
  // Every data key is in memory when the key is broken: the last cycle ended with a read of every volume.
  const stopLoad = load.length > 0 ? await startLoad(load) : async () => {};
  const readUs = first === undefined ? 0 : await timeUs(() => read(first));
  const disableUs = await timeUs(() => client.keys.disableKey({ keyId }));
  const startMs = performance.now();
  await client.keys.enableKey({ keyId });
  const firstReadUs = first === undefined ? 0 : await timeUs(() => read(first));
  const resumeUs = (performance.now() - startMs) * 1000;
  await inParallel(volumeIds.length, (index) => read(volumeIds[index] as string));
  const allBackUs = (performance.now() - startMs) * 1000;
  await stopLoad();
  return { readUs, disableUs, resumeUs, firstReadUs, allBackUs };
}

async function timeUs(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await work();
  return (performance.now() - startMs) * 1000;
}

/**
 * Reads without pause on every session, refused or not, as clients do that know nothing of the key. Resolves when each
 * reader has had an answer, with what ends it.
 */
async function startLoad(sessions: readonly IoSession[]): Promise<() => Promise<void>> {
  let stopped = false;
  const readers: Promise<void>[] = [];
  const firstReads = Array.from({ length: LOAD_DEPTH }, (_, index) => {
    const session = sessions[index % sessions.length] as IoSession;
    const read = () => session.read(0, READ_BYTES).then(() => {}, onlyRevoked);
    const firstRead = read();
    readers.push(
      firstRead.then(async () => {
        while (!stopped) await read();
      }),
    );
    return firstRead;
  });
  await Promise.all(firstReads);
  return async () => {
    stopped = true;
    await Promise.all(readers);
  };
}

function onlyRevoked(error: EnvolError): void {
  if (error.code !== "KEY_REVOKED") throw error;
}
