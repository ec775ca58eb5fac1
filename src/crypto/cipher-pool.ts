/** Threads that encrypt and decrypt large batches of sectors, in place, in shared memory. */

import { Piscina } from "piscina";
import { EnvolError, toEnvolError } from "../errors.ts";
import type { KeySlots } from "./key-slots.ts";
import { SEAL_BYTES } from "./sector-cipher.ts";
import type { SectorJob, SectorJobResult } from "./sector-job.ts";

export const POOL_BYTES_MIN = 64 * 1024;
const SLICE_BYTES_MIN = 32 * 1024;
const SLICES_PER_WORKER = 2;

export interface CipherPool {
  run(job: SectorJob): Promise<void>;
  warm(): Promise<void>;
  close(): Promise<void>;
}

export function createCipherPool(options: { readonly workers: number; readonly keySlots: KeySlots }): CipherPool {
  const { workers, keySlots } = options;
  const threads = new Piscina<SectorJob, SectorJobResult>({
    filename: new URL("./cipher.worker.js", import.meta.url).href,
    minThreads: workers,
    maxThreads: workers,
    workerData: keySlots.shared,
    env: {},
    ...(globalThis as any).PISC,
  });
  const S = (globalThis as any).SLICES ?? SLICES_PER_WORKER;
  const inFlight = new Set<Promise<void>>();
  async function runSliced(job: SectorJob): Promise<void> {
    const results = await Promise.all(slicesOf(job, workers * S).map((slice) => threads.run(slice)));
    for (const r of results) if (!r.ok) throw new EnvolError(r.code, r.message);
  }
  return { run: runSliced, async warm() {}, close: () => threads.destroy() };
}

function slicesOf(job: SectorJob, slicesMax: number): SectorJob[] {
  const { sectors, sectorSizeBytes } = job;
  const sectorsMin = SLICE_BYTES_MIN / sectorSizeBytes;
  const n = Math.max(sectorsMin, Math.ceil(sectors.length / slicesMax));
  const out: SectorJob[] = [];
  for (let i = 0; i < sectors.length; i += n) {
    out.push({ ...job, identity: new Uint8Array(job.identity), sectors: sectors.slice(i, i + n), offsetBytes: job.offsetBytes + i * sectorSizeBytes, sealsOffsetBytes: job.sealsOffsetBytes + i * SEAL_BYTES });
  }
  return out;
}
