/** Workers that read records out of LMDB themselves and decrypt them: the other way to have them decrypt large reads. */

import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { KeySlots } from "#envol/crypto/key-slots.ts";
import type { SectorJob } from "#envol/crypto/sector-job.ts";
import type { RecordLayout } from "#envol/store/layout.ts";

/** Which records hold the sectors of a job, as many in each as it has slots. */
export interface ReadingJob {
  readonly job: SectorJob;
  readonly sequences: readonly number[];
}

export interface ReadingWorkers {
  /** Reads and decrypts the sectors of each job into its memory. */
  run(jobs: readonly ReadingJob[]): Promise<void>;
  close(): Promise<void>;
}

/** A thread of Node 20 cannot load TypeScript: this one loads what the daemon's own threads run. */
const PROGRAM = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { root, path, shared, layout } = workerData;
  const load = (file) => import(root + file);
  Promise.all([load("crypto/key-slots.js"), load("crypto/sector-job.js"), load("store/in-place.js"), import("lmdb")]).then(
    ([{ openKeySlots }, { runSectorJob }, { createInPlace }, lmdb]) => {
      const keys = openKeySlots(shared);
      const environment = lmdb.open({ path, noSubdir: true, encoding: "binary", readOnly: true });
      const records = createInPlace(environment.openDB({ name: "records", encoding: "binary" }));
      const copy = (memory, at, from) => Buffer.prototype.fill.call(new Uint8Array(memory), from, at, at + from.length);
      const { capacity, sectorSizeBytes, dataOffset, sealsOffset } = layout;
      parentPort.on("message", (batch) => {
        for (const { job, sequences } of batch) {
          sequences.forEach((sequence, index) => {
            const record = records.get(sequence);
            const slots = Math.min(capacity, job.sectors.length - index * capacity);
            const data = record.subarray(dataOffset, dataOffset + slots * sectorSizeBytes);
            copy(job.data, job.offsetBytes + index * capacity * sectorSizeBytes, data);
            if (job.seals === undefined) return;
            const seals = record.subarray(sealsOffset, sealsOffset + slots * 28);
            copy(job.seals, job.sealsOffsetBytes + index * capacity * 28, seals);
          });
          const { ok } = runSectorJob(keys, job);
          if (!ok) throw new Error("A record was not decrypted.");
        }
        parentPort.postMessage("done");
      });
      parentPort.postMessage("ready");
    },
  );
`;

/** @param path LMDB's file */
export async function startReadingWorkers(
  workers: number,
  keySlots: KeySlots,
  path: string,
  layout: RecordLayout,
): Promise<ReadingWorkers> {
  const root = new URL("../dist/", import.meta.url).href;
  const threads = Array.from(
    { length: workers },
    () => new Worker(PROGRAM, { eval: true, workerData: { root, path, shared: keySlots.shared, layout } }),
  );
  await Promise.all(threads.map((thread) => once(thread, "message")));
  return {
    async run(jobs) {
      const shares = threads.map((_, index) => jobs.filter((_job, at) => at % threads.length === index));
      await Promise.all(
        threads.map(async (thread, index) => {
          const share = shares[index] ?? [];
          if (share.length === 0) return;
          const done = once(thread, "message");
          thread.postMessage(share);
          await done;
        }),
      );
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}
