import { createCipheriv, randomFillSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createCipherPool } from "#envol/crypto/cipher-pool.ts";
import { createGcmCipher } from "#envol/crypto/gcm.ts";
import { allocateKey } from "#envol/crypto/key-memory.ts";
import { createKeySlots, type KeySlots } from "#envol/crypto/key-slots.ts";
import { SEAL_BYTES, type SectorAlgorithm } from "#envol/crypto/sector-cipher.ts";
import { runSectorJob, type SectorJob } from "#envol/crypto/sector-job.ts";
import { sectorKeyOf } from "#envol/crypto/sector-key.ts";
import { createXtsCipher } from "#envol/crypto/xts.ts";
import { IDENTITY, NO_SEALS, sectorNumbers } from "./batches.ts";
import { type Needle, needleOf, occurrences } from "./memory-scan.ts";

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

const count = (needles: readonly Needle[]) => needles.map((needle) => occurrences(needle));

describe.runIf(process.platform === "linux")("an XTS cipher whose contexts outlive a batch", () => {
  // Each AES key schedule begins with the key, or, to decrypt, ends with its halves in the other order (FIPS 197 5.2, 5.3).
  const halvesOf = (key: Uint8Array) => [0, 16, 32, 48].map((at) => needleOf(key.subarray(at, at + 16)));

  test("leaves no key schedule in memory once it is destroyed, without a garbage collection", () => {
    const key = randomFillSync(allocateKey(64));
    const needles = halvesOf(key);
    const cipher = createXtsCipher(key, 4096);
    key.fill(0);
    const bytes = new Uint8Array(20 * 4096);
    const batch = { input: bytes, output: bytes, sectors: sectorNumbers(20), seals: NO_SEALS };
    for (let round = 0; round < 10; round++) {
      cipher.encrypt(batch);
      cipher.decrypt(batch);
    }
    // K1 is in the cipher's copy of the key and in two schedules, K2 in one schedule: the search finds schedules.
    const [k1, , k2] = count(needles);
    expect(k1).toBeGreaterThanOrEqual(3);
    expect(k2).toBeGreaterThanOrEqual(2);
    cipher.destroy();
    expect(count(needles)).toEqual([0, 0, 0, 0]);
  });

  test("leaves no plaintext in its staging memory between batches", () => {
    const cipher = createXtsCipher(randomFillSync(allocateKey(64)), 4096);
    const plaintext = randomFillSync(allocateKey(20 * 4096));
    // The first sector, the last one of a full stage, and the last one.
    const needles = [0, 15, 19].map((sector) => needleOf(plaintext.subarray(sector * 4096 + 64, sector * 4096 + 96)));
    const stored = new Uint8Array(plaintext.length);
    const sectors = sectorNumbers(20);
    cipher.encrypt({ input: plaintext, output: stored, sectors, seals: NO_SEALS });
    expect(count(needles)).toEqual([1, 1, 1]);
    plaintext.fill(0);
    expect(count(needles)).toEqual([0, 0, 0]);
    cipher.decrypt({ input: stored, output: plaintext, sectors, seals: NO_SEALS });
    expect(count(needles)).toEqual([1, 1, 1]);
    cipher.destroy();
  });
});

describe.runIf(process.platform === "linux")("a GCM cipher whose context outlives a batch", () => {
  test("leaves no key schedule and no hash subkey in memory once it is destroyed, without a garbage collection", () => {
    const key = randomFillSync(allocateKey(32));
    const context = createCipheriv("aes-256-ecb", key, null).setAutoPadding(false);
    const hashKey = context.update(new Uint8Array(16));
    context.final();
    const needles = [key.subarray(0, 16), key.subarray(16), hashKey].map(needleOf);
    hashKey.fill(0);
    const cipher = createGcmCipher(key, IDENTITY, 4096);
    key.fill(0);
    const bytes = new Uint8Array(20 * 4096);
    const batch = { input: bytes, output: bytes, sectors: sectorNumbers(20), seals: new Uint8Array(20 * SEAL_BYTES) };
    for (let round = 0; round < 10; round++) {
      cipher.encrypt(batch);
      cipher.decrypt(batch);
    }
    // The key is in the cipher's copy and in the schedule; the hash subkey in the cipher's memory, and with its tables.
    for (const found of count(needles)) expect(found).toBeGreaterThanOrEqual(2);
    cipher.destroy();
    expect(count(needles)).toEqual([0, 0, 0]);
  });
});

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
