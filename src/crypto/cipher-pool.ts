/**
 * Threads that encrypt and decrypt large batches of sectors where they lie, in shared memory. A thread copies a key for
 * one job and zeroes the copy before it answers, so when the jobs in flight have ended no thread holds any key.
 */

import { Piscina } from "piscina";
import { EnvolError, toEnvolError } from "../errors.ts";
import type { KeySlots } from "./key-slots.ts";
import { SEAL_BYTES, type SectorAlgorithm } from "./sector-cipher.ts";
import type { SectorJob, SectorJobResult } from "./sector-job.ts";

/**
 * Smaller amounts of work in one turn are done faster inline. XTS does some 2.5 GB/s on this thread, so that it takes
 * much of it to pay for the handing over; GCM does 1.4. A read is gathered where the workers can decrypt it, and leaves
 * from there. A write must be copied there, and back into the record: for XTS that takes this thread as long as to encrypt
 * it, so only what would keep others waiting for a millisecond is handed over. `npm run bench -- pool` measures where each
 * begins to pay on an otherwise idle machine. Where other work takes the second core, the pool is slower at any size.
 * @internal Exported for tests that must reach the pool.
 */
export const POOL_BYTES_MIN: PoolBytesMin = {
  AES_256_XTS: { encrypt: 2 * 1024 * 1024, decrypt: 1024 * 1024 },
  AES_256_GCM: { encrypt: 512 * 1024, decrypt: 512 * 1024 },
};

type PoolBytesMin = Readonly<Record<SectorAlgorithm, Readonly<Record<SectorJob["direction"], number>>>>;

/**
 * Handing work over takes this thread some 20 us, so what is handed over must be worth several times that. Smaller
 * requests are done inline however many come in one turn.
 */
const REQUEST_BYTES_MIN = 256 * 1024;
/**
 * Reads from this size on that come together are shared with the workers: every other one is theirs, and the rest is done
 * here meanwhile. 128 KiB of GCM at depth 8 were a quarter faster so on two processors. XTS was not, and neither were writes,
 * whose copies cost this thread what it saves.
 */
const SHARED_BYTES_MIN: Readonly<Record<SectorAlgorithm, number>> = {
  AES_256_XTS: Number.POSITIVE_INFINITY,
  AES_256_GCM: 128 * 1024,
};
const TASK_BYTES_MIN = 64 * 1024;
/** A task of many slices ends as one; smaller ones let the first requests be answered while the last are at work. */
const TASK_BYTES_MAX = 1024 * 1024;

export interface CipherPool {
  /** Whether a request gains from the pool, where a turn has so many bytes to do in all. */
  pays(algorithm: SectorAlgorithm, direction: SectorJob["direction"], requestBytes: number, turnBytes: number): boolean;
  /** Whether a read gains from the pool when another one like it is done on this thread meanwhile. */
  paysToShare(algorithm: SectorAlgorithm, requestBytes: number): boolean;
  /**
   * Does a job in place, on all workers when it is large enough. Rejects only when no worker touches the memory any
   * more, with the first error in order of the sectors; the sectors of the job are all zeroes then.
   * @throws KEY_REVOKED when the key is erased; INTEGRITY_ERROR (AES_256_GCM); UNAVAILABLE after `close`
   */
  run(job: SectorJob): Promise<void>;
  /** Resolves when every worker has started, so that the first job need not wait for that. */
  warm(): Promise<void>;
  /** Refuses new jobs, lets those in flight end, and ends the threads. Calling it again waits for the same end. */
  close(): Promise<void>;
}

/**
 * Piscina tries `require` on a worker's file before `import`, and Node 20 that requires an ES module dies when the thread
 * is ended meanwhile ("v8::Module::IsGraphAsync must be used on an instantiated module"). Without that feature, `require`
 * refuses, and Piscina imports.
 */
const LOAD_BY_IMPORT = ["--no-experimental-require-module"].filter((flag) =>
  process.allowedNodeEnvironmentFlags.has(flag),
);

export interface CipherPoolOptions {
  readonly workers: number;
  readonly keySlots: KeySlots;
  /** From how many bytes on the pool pays; POOL_BYTES_MIN when absent. */
  readonly bytesMin?: PoolBytesMin;
}

export function createCipherPool({ workers, keySlots, bytesMin = POOL_BYTES_MIN }: CipherPoolOptions): CipherPool {
  const threads = new Piscina<SectorJob[], SectorJobResult[]>({
    filename: new URL("./cipher.worker.js", import.meta.url).href,
    name: "run",
    execArgv: LOAD_BY_IMPORT,
    minThreads: workers,
    maxThreads: workers,
    // A second task waits at the worker already, so that it need not pause between two.
    concurrentTasksPerWorker: 2,
    // Sleeping in Atomics.wait, Piscina's default, was 5 to 10 % slower here than waiting for a message.
    atomics: "disabled",
    workerData: keySlots.shared,
    // The root key may be given in the environment; a worker has no use for it.
    env: {},
  });
  const running = new Set<Promise<void>>();
  let waiting: Slice[] = [];
  let closing: Promise<void> | undefined;

  /** Cuts a job up to be handed over with all others of this turn. */
  async function run(job: SectorJob): Promise<void> {
    if (waiting.length === 0) queueMicrotask(handOver);
    const lengthBytes = job.sectors.length * job.sectorSizeBytes;
    const slices = slicesOf(job, Math.max(Math.ceil(lengthBytes / workers), TASK_BYTES_MIN));
    waiting.push(...slices);
    const settled = await Promise.allSettled(slices.map(({ result }) => result));
    const error = settled.map(errorOf).find((found) => found !== undefined);
    if (error === undefined) return;
    new Uint8Array(job.data, job.offsetBytes, lengthBytes).fill(0);
    throw error;
  }

  /** Shares out what gathered in this turn: as few tasks as keep all workers busy. */
  function handOver(): void {
    const slices = waiting;
    waiting = [];
    const totalBytes = slices.reduce((sum, slice) => sum + slice.lengthBytes, 0);
    const taskBytes = Math.min(Math.max(Math.ceil(totalBytes / workers), TASK_BYTES_MIN), TASK_BYTES_MAX);
    for (let at = 0; at < slices.length; ) {
      const first = at;
      for (let bytes = 0; at < slices.length && bytes < taskBytes; at++) bytes += (slices[at] as Slice).lengthBytes;
      void runTask(slices.slice(first, at));
    }
  }

  async function runTask(slices: readonly Slice[]): Promise<void> {
    try {
      const results = await threads.run(slices.map(({ job }) => job));
      for (const [index, { resolve }] of slices.entries()) resolve(results[index] as SectorJobResult);
    } catch (thrown) {
      for (const { reject } of slices) reject(thrown);
    }
  }

  async function end(): Promise<void> {
    await Promise.allSettled(running);
    await threads.destroy();
  }

  return {
    pays(algorithm, direction, requestBytes, turnBytes) {
      const least = bytesMin[algorithm][direction];
      return turnBytes >= least && requestBytes >= Math.min(REQUEST_BYTES_MIN, least);
    },
    paysToShare: (algorithm, requestBytes) => requestBytes >= SHARED_BYTES_MIN[algorithm],
    async run(job) {
      if (closing !== undefined) throw new EnvolError("UNAVAILABLE", "The daemon is stopping.");
      const ended = run(job);
      running.add(ended);
      try {
        await ended;
      } finally {
        running.delete(ended);
      }
    },
    async warm() {
      // An idle worker is served first, so that each gets one of these.
      await Promise.all(Array.from({ length: workers }, () => threads.run([EMPTY_JOB])));
    },
    close() {
      closing ??= end();
      return closing;
    },
  };
}

const EMPTY_JOB: SectorJob = {
  direction: "encrypt",
  algorithm: "AES_256_XTS",
  key: { slot: 0, generation: 0 },
  identity: new Uint8Array(0),
  sectorSizeBytes: 0,
  data: new SharedArrayBuffer(0),
  offsetBytes: 0,
  sectors: new Float64Array(0),
  seals: undefined,
  sealsOffsetBytes: 0,
};

/** A part of a job, for one worker. */
interface Slice {
  readonly job: SectorJob;
  readonly lengthBytes: number;
  readonly result: Promise<SectorJobResult>;
  readonly resolve: (result: SectorJobResult) => void;
  readonly reject: (thrown: unknown) => void;
}

function slicesOf(job: SectorJob, sliceBytes: number): Slice[] {
  const { sectors, sectorSizeBytes, offsetBytes, sealsOffsetBytes } = job;
  // A copy: a Buffer may be a view of a larger pool, and posting it would post the whole pool. So would a subarray.
  const identity = new Uint8Array(job.identity);
  const sliceSectors = Math.ceil(sliceBytes / sectorSizeBytes);
  const slices: Slice[] = [];
  for (let start = 0; start < sectors.length; start += sliceSectors) {
    const sliced = sectors.slice(start, start + sliceSectors);
    const part: SectorJob = {
      ...job,
      identity,
      sectors: sliced,
      offsetBytes: offsetBytes + start * sectorSizeBytes,
      sealsOffsetBytes: sealsOffsetBytes + start * SEAL_BYTES,
    };
    let resolve: Slice["resolve"] = () => {};
    let reject: Slice["reject"] = () => {};
    const result = new Promise<SectorJobResult>((onResolve, onReject) => {
      resolve = onResolve;
      reject = onReject;
    });
    slices.push({ job: part, lengthBytes: sliced.length * sectorSizeBytes, result, resolve, reject });
  }
  return slices;
}

function errorOf(settled: PromiseSettledResult<SectorJobResult>): EnvolError | undefined {
  if (settled.status === "rejected") return toEnvolError(settled.reason);
  return settled.value.ok ? undefined : new EnvolError(settled.value.code, settled.value.message);
}
