/** Who should read the records of a large request: the thread that answers it, or the workers that decrypt it. */

import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { createCipherPool } from "#envol/crypto/cipher-pool.ts";
import { copyShared } from "#envol/crypto/copy-bytes.ts";
import { createKeySlots, type KeySlots } from "#envol/crypto/key-slots.ts";
import { SEAL_BYTES, type SectorAlgorithm } from "#envol/crypto/sector-cipher.ts";
import { runSectorJob, type SectorJob } from "#envol/crypto/sector-job.ts";
import { sectorKeyOf } from "#envol/crypto/sector-key.ts";
import { RECORD_BYTES_MAX, recordLayout } from "#envol/store/layout.ts";
import { openStore, type Store } from "#envol/store/store.ts";
import { type ReadingJob, type ReadingWorkers, startReadingWorkers } from "./reading-workers.ts";
import { type Comparison, compareAll, type Suite } from "./suite.ts";

const KIB = 1024;
const WORKERS = 2;
const SECTOR_BYTES = 4096;
const REQUEST_BYTES = [1024 * KIB, 256 * KIB];
const DEPTHS = [1, 4];
const ALGORITHMS: readonly SectorAlgorithm[] = ["AES_256_XTS", "AES_256_GCM"];
const IDENTITY = Buffer.from("vol-0123456789abcdef0", "ascii");
const LAYOUT = recordLayout(SECTOR_BYTES);
/** Records of each cipher: 64 MiB, more than a processor's caches hold. */
const RECORDS = 1024;

export const suite: Suite = {
  name: "reading",
  question: "Who should read the records of a large request: this thread, or the workers that decrypt it?",
  async run(run) {
    const directory = await mkdtemp(join(run.memoryDirectory ?? run.diskDirectory, "envol-bench-"));
    const keySlots = createKeySlots(ALGORITHMS.length);
    const store = await openStore(directory);
    const pool = createCipherPool({ workers: WORKERS, keySlots });
    const sources: Source[] = [];
    for (const [index, algorithm] of ALGORITHMS.entries()) {
      sources.push(await fillStore(store, keySlots, algorithm, 1 + index * RECORDS));
    }
    const readers = await startReadingWorkers(WORKERS, keySlots, join(directory, "envol.lmdb"), LAYOUT);
    try {
      await pool.warm();
      const decrypt = (jobs: readonly ReadingJob[]) => Promise.all(jobs.map(({ job }) => pool.run(job)));
      return await compareAll(
        sources.flatMap((source) =>
          run
            .some(REQUEST_BYTES)
            .flatMap((bytes) => DEPTHS.map((depth) => () => comparison(store, source, readers, decrypt, bytes, depth))),
        ),
        run,
      );
    } finally {
      await pool.close();
      await readers.close();
      await store.close();
      await rm(directory, { recursive: true, force: true });
    }
  },
};

/** Encrypted records of one volume, one after the other. */
interface Source {
  readonly algorithm: SectorAlgorithm;
  readonly key: SectorJob["key"];
  readonly firstSequence: number;
}

async function fillStore(
  store: Store,
  keySlots: KeySlots,
  algorithm: SectorAlgorithm,
  firstSequence: number,
): Promise<Source> {
  const source = { algorithm, key: keySlots.load(sectorKeyOf(algorithm, randomBytes(64), IDENTITY)), firstSequence };
  const { capacity, dataOffset, sealsOffset } = LAYOUT;
  for (let number = 0; number < RECORDS; number++) {
    const job = jobFor(source, capacity, number * capacity);
    // Nonces come before their tags.
    if (job.seals !== undefined) copyShared(new Uint8Array(job.seals), randomBytes(job.seals.byteLength), 0);
    copyShared(new Uint8Array(job.data), randomBytes(job.data.byteLength), 0);
    runSectorJob(keySlots, { ...job, direction: "encrypt" });
    const record = Buffer.alloc(RECORD_BYTES_MAX);
    copyShared(record, new Uint8Array(job.data), dataOffset);
    if (job.seals !== undefined) copyShared(record, new Uint8Array(job.seals), sealsOffset);
    await store.records.put(firstSequence + number, record);
  }
  return source;
}

/** What decrypts so many sectors, in memory of their own. */
function jobFor({ algorithm, key }: Source, sectors: number, firstSector: number): SectorJob {
  return {
    direction: "decrypt",
    algorithm,
    key,
    identity: IDENTITY,
    sectorSizeBytes: SECTOR_BYTES,
    data: new SharedArrayBuffer(sectors * SECTOR_BYTES),
    offsetBytes: 0,
    sectors: Float64Array.from({ length: sectors }, (_, index) => firstSector + index),
    seals: algorithm === "AES_256_GCM" ? new SharedArrayBuffer(sectors * SEAL_BYTES) : undefined,
    sealsOffsetBytes: 0,
  };
}

function comparison(
  store: Store,
  source: Source,
  readers: ReadingWorkers,
  decrypt: (jobs: readonly ReadingJob[]) => Promise<unknown>,
  requestBytes: number,
  depth: number,
): Comparison {
  const { capacity, dataOffset, sealsOffset } = LAYOUT;
  const sectors = requestBytes / SECTOR_BYTES;
  const perRequest = Math.ceil(sectors / capacity);
  const memory = Array.from({ length: depth }, () => jobFor(source, sectors, 0));
  let next = 0;
  // Each run reads other records than the one before; what is shown of them is always of the first.
  const jobsAt = (at: number) =>
    memory.map((job, index): ReadingJob => {
      const first = ((at + index) * perRequest) % (RECORDS - perRequest);
      const numbers = Float64Array.from({ length: sectors }, (_, sector) => first * capacity + sector);
      const sequences = Array.from({ length: perRequest }, (_, record) => source.firstSequence + first + record);
      return { job: { ...job, sectors: numbers }, sequences };
    });
  const runs: Record<string, (jobs: readonly ReadingJob[]) => Promise<unknown>> = {
    "this thread reads, workers decrypt": (jobs) => {
      for (const { job, sequences } of jobs) {
        for (const [index, sequence] of sequences.entries()) {
          const record = store.records.get(sequence) as Uint8Array;
          const slots = Math.min(capacity, sectors - index * capacity);
          const data = record.subarray(dataOffset, dataOffset + slots * SECTOR_BYTES);
          copyShared(new Uint8Array(job.data), data, index * capacity * SECTOR_BYTES);
          if (job.seals === undefined) continue;
          const seals = record.subarray(sealsOffset, sealsOffset + slots * SEAL_BYTES);
          copyShared(new Uint8Array(job.seals), seals, index * capacity * SEAL_BYTES);
        }
      }
      return decrypt(jobs);
    },
    "workers read and decrypt": (jobs) => readers.run(jobs),
  };
  const contenders = Object.entries(runs).map(([name, run]) => ({
    name,
    async run() {
      await run(jobsAt(next));
      next += depth;
    },
    prepare() {
      next = 0;
    },
    output: () => Buffer.concat(memory.map(({ data }) => Buffer.from(new Uint8Array(data)))),
  }));
  return {
    task: `${source.algorithm}, ${depth} at a time, ${requestBytes / KIB} KiB out of records`,
    bytes: depth * requestBytes,
    contenders: contenders as unknown as Comparison["contenders"],
  };
}
