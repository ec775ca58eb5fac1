/** A worker that is sent the memory itself and sends it back: the other way to have one work on large data. */

import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { KeySlots } from "#envol/crypto/key-slots.ts";
import type { SectorJob } from "#envol/crypto/sector-job.ts";

/** A job whose memory is one thread's at a time. */
export type OwnedJob = Omit<SectorJob, "data" | "seals"> & {
  readonly data: ArrayBuffer;
  readonly seals: ArrayBuffer | undefined;
};

export interface TransferWorker {
  /** Does the jobs, and gives them back with their memory, which is another one than before. */
  run(jobs: readonly OwnedJob[]): Promise<OwnedJob[]>;
  close(): Promise<void>;
}

/** A thread of Node 20 cannot load TypeScript: this one loads what the daemon's own threads run. */
const PROGRAM = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { slots, jobs, shared } = workerData;
  Promise.all([import(slots), import(jobs)]).then(([{ openKeySlots }, { runSectorJob }]) => {
    const keys = openKeySlots(shared);
    parentPort.on("message", (batch) => {
      for (const job of batch) runSectorJob(keys, job);
      parentPort.postMessage(batch, batch.flatMap(({ data, seals }) => (seals ? [data, seals] : [data])));
    });
    parentPort.postMessage("ready");
  });
`;

const built = (file: string) => new URL(`../dist/crypto/${file}`, import.meta.url).href;

export async function startTransferWorker(keySlots: KeySlots): Promise<TransferWorker> {
  const worker = new Worker(PROGRAM, {
    eval: true,
    workerData: { slots: built("key-slots.js"), jobs: built("sector-job.js"), shared: keySlots.shared },
  });
  await once(worker, "message");
  return {
    async run(jobs) {
      const memory = jobs.flatMap(({ data, seals }) => (seals === undefined ? [data] : [data, seals]));
      worker.postMessage(jobs, memory);
      const [done] = await once(worker, "message");
      return done as OwnedJob[];
    },
    async close() {
      await worker.terminate();
    },
  };
}
