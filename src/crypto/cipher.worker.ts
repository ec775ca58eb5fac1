/** A thread of the cipher pool. */

import { workerData } from "node:worker_threads";
import { openKeySlots, type SharedKeySlots } from "./key-slots.ts";
import { runSectorJob, type SectorJob, type SectorJobResult } from "./sector-job.ts";

const keys = openKeySlots(workerData as SharedKeySlots);

export function run(jobs: SectorJob[]): SectorJobResult[] {
  return jobs.map((job) => runSectorJob(keys, job));
}
