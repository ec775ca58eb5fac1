import { randomFillSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createCipherPool } from "#envol/crypto/cipher-pool.ts";
import { allocateKey } from "#envol/crypto/key-memory.ts";
import { createKeySlots, type KeySlots } from "#envol/crypto/key-slots.ts";
import { SEAL_BYTES, type SectorAlgorithm } from "#envol/crypto/sector-cipher.ts";
import { runSectorJob, type SectorJob } from "#envol/crypto/sector-job.ts";
import { sectorKeyOf } from "#envol/crypto/sector-key.ts";
import { IDENTITY } from "./batches.ts";
import { needleOf, occurrences } from "./memory-scan.ts";

const SECTORS = 64;

/** A key in its slot, and what to look for in memory: each 32 bytes of the data key, and of the sector key. */
function loadKey(algorithm: SectorAlgorithm, keySlots: KeySlots) {
  const dataKey = randomFillSync(allocateKey(64));
  const sectorKey = sectorKeyOf(algorithm, dataKey, IDENTITY);
  const needles = [dataKey.subarray(0, 32), dataKey.subarray(32), sectorKey.subarray(0, 32)].map(needleOf);
  const ref = keySlots.load(sectorKey);
  dataKey.fill(0);
  sectorKey.fill(0);
  return { needles, ref };
}

function jobFor(algorithm: SectorAlgorithm, key: SectorJob["key"]): SectorJob {
  return {
    direction: "encrypt",
    algorithm,
    key,
    identity: IDENTITY,
    sectorSizeBytes: 4096,
    data: new SharedArrayBuffer(SECTORS * 4096),
    offsetBytes: 0,
    sectors: Float64Array.from({ length: SECTORS }, (_, index) => index),
    seals: algorithm === "AES_256_GCM" ? new SharedArrayBuffer(SECTORS * SEAL_BYTES) : undefined,
    sealsOffsetBytes: 0,
  };
}

describe.runIf(process.platform === "linux").each<SectorAlgorithm>(["AES_256_XTS", "AES_256_GCM"])(
  "%s",
  (algorithm) => {
    test("once a key is erased, no copy of it is anywhere in the memory of the process", async () => {
      const keySlots = createKeySlots(4);
      const pool = createCipherPool({ workers: 2, keySlots });
      try {
        const { needles, ref } = loadKey(algorithm, keySlots);
        const job = jobFor(algorithm, ref);
        for (let round = 0; round < 10; round++) {
          expect(runSectorJob(keySlots, job)).toEqual({ ok: true });
          await pool.run(job);
        }
        // The slot itself is found, so the search works.
        expect(occurrences(needles[2]!)).toBe(1);
        keySlots.erase(ref);
        expect(needles.map((needle) => occurrences(needle))).toEqual([0, 0, 0]);
      } finally {
        await pool.close();
      }
    });
  },
);
