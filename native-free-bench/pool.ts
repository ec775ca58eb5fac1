/** From which size on the cipher pool pays, beside doing the same work inline: what POOL_BYTES_MIN rests on. */

import { randomBytes } from "node:crypto";
import { type CipherPool, createCipherPool } from "#envol/crypto/cipher-pool.ts";
import { createKeySlots, type KeySlots } from "#envol/crypto/key-slots.ts";
import { SEAL_BYTES, type SectorAlgorithm } from "#envol/crypto/sector-cipher.ts";
import { runSectorJob, type SectorJob } from "#envol/crypto/sector-job.ts";
import { sectorKeyOf } from "#envol/crypto/sector-key.ts";
import { type Comparison, type Contender, compareAll, type Suite } from "./suite.ts";
import { type OwnedJob, startTransferWorker, type TransferWorker } from "./transfer-worker.ts";

const KIB = 1024;
const REQUEST_BYTES = [16 * KIB, 64 * KIB, 256 * KIB, 1024 * KIB];
/** Requests at a time: one waits for each answer, several keep the workers busy. */
const DEPTHS = [1, 4];
const ALGORITHMS: readonly SectorAlgorithm[] = ["AES_256_XTS", "AES_256_GCM"];
const SECTOR_SIZE_BYTES = 4096;
const IDENTITY = Buffer.from("vol-0123456789abcdef0", "ascii");

export const suite: Suite = {
  name: "pool",
  question: "From which size on do worker threads pay, beside doing the same work inline?",
  async run(run) {
    const keySlots = createKeySlots(ALGORITHMS.length);
    const pools = [1, 2].map((workers) => ({ workers, pool: createCipherPool({ workers, keySlots }) }));
    const transferWorker = await startTransferWorker(keySlots);
    try {
      await Promise.all(pools.map(({ pool }) => pool.warm()));
      const comparisons = ALGORITHMS.flatMap((algorithm) => {
        const jobs = makeJobs(algorithm, keySlots);
        return DEPTHS.flatMap((depth) =>
          run.some(REQUEST_BYTES).map((requestBytes) => () => {
            const sized = jobs.slice(0, depth).map((job) => resized(job, requestBytes));
            return comparison(sized, keySlots, pools, transferWorker);
          }),
        );
      });
      return await compareAll(comparisons, run);
    } finally {
      await Promise.all(pools.map(({ pool }) => pool.close()));
      await transferWorker.close();
    }
  },
};

/** As many jobs as the greatest depth, each with memory for the largest request. */
function makeJobs(algorithm: SectorAlgorithm, keySlots: KeySlots): SectorJob[] {
  const lengthBytes = Math.max(...REQUEST_BYTES);
  const key = keySlots.load(sectorKeyOf(algorithm, randomBytes(64), IDENTITY));
  return Array.from({ length: Math.max(...DEPTHS) }, () => ({
    direction: "encrypt",
    algorithm,
    key,
    identity: IDENTITY,
    sectorSizeBytes: SECTOR_SIZE_BYTES,
    data: new SharedArrayBuffer(lengthBytes),
    offsetBytes: 0,
    sectors: Float64Array.from({ length: lengthBytes / SECTOR_SIZE_BYTES }, (_, index) => index),
    seals:
      algorithm === "AES_256_GCM" ? new SharedArrayBuffer((lengthBytes / SECTOR_SIZE_BYTES) * SEAL_BYTES) : undefined,
    sealsOffsetBytes: 0,
  }));
}

function resized(job: SectorJob, requestBytes: number): SectorJob {
  return { ...job, sectors: job.sectors.slice(0, requestBytes / SECTOR_SIZE_BYTES) };
}

/** All jobs at once. */
function comparison(
  jobs: readonly SectorJob[],
  keySlots: KeySlots,
  pools: readonly { workers: number; pool: CipherPool }[],
  transferWorker: TransferWorker,
): Comparison {
  const [{ algorithm, sectors }] = jobs as [SectorJob];
  const requestBytes = sectors.length * SECTOR_SIZE_BYTES;
  const prepare = () => {
    for (const { data } of jobs) new Uint8Array(data).fill(0);
  };
  const output = () => Buffer.concat(jobs.map(({ data }) => Buffer.from(new Uint8Array(data, 0, requestBytes))));
  return {
    task: `${algorithm} encrypt, ${jobs.length} at a time, ${requestBytes / KIB} KiB`,
    bytes: jobs.length * requestBytes,
    contenders: [
      {
        name: "inline",
        run() {
          for (const job of jobs) runSectorJob(keySlots, job);
        },
        prepare,
        output,
      },
      ...pools.map(({ workers, pool }) => ({
        name: `pool of ${workers}`,
        async run() {
          await Promise.all(jobs.map((job) => pool.run(job)));
        },
        prepare,
        output,
      })),
      transferring(jobs, requestBytes, transferWorker),
    ],
  };
}

/** The same jobs, in memory that goes to a worker and comes back. */
function transferring(jobs: readonly SectorJob[], requestBytes: number, worker: TransferWorker): Contender {
  let owned = jobs.map(
    (job): OwnedJob => ({
      ...job,
      data: new ArrayBuffer(requestBytes),
      seals: job.seals === undefined ? undefined : new ArrayBuffer(job.sectors.length * SEAL_BYTES),
    }),
  );
  return {
    name: "a worker, memory transferred",
    async run() {
      owned = await worker.run(owned);
    },
    output: () => Buffer.concat(owned.map(({ data }) => Buffer.from(data))),
  };
}
