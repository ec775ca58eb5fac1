import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CipherPool, createCipherPool, POOL_BYTES_MIN } from "#envol/crypto/cipher-pool.ts";
import { createKeySlots, type KeyRef } from "#envol/crypto/key-slots.ts";
import { NONCE_BYTES, SEAL_BYTES, type SectorAlgorithm } from "#envol/crypto/sector-cipher.ts";
import { runSectorJob, type SectorJob } from "#envol/crypto/sector-job.ts";
import { createSectorCipher, sectorKeyOf } from "#envol/crypto/sector-key.ts";
import { EnvolError } from "#envol/errors.ts";
import { IDENTITY, SECTOR_SIZES } from "./batches.ts";

const ALGORITHMS: readonly SectorAlgorithm[] = ["AES_256_XTS", "AES_256_GCM"];
const WORKERS = 3;
const keySlots = createKeySlots(64);
let pool: CipherPool;

beforeAll(async () => {
  pool = createCipherPool({ workers: WORKERS, keySlots });
  await pool.warm();
});
afterAll(() => pool.close());

/** A job over random plaintext that lies somewhere inside its memory, and what its memory should hold once encrypted. */
function encryptJob(algorithm: SectorAlgorithm, sectorSizeBytes: number, count: number) {
  const sectorKey = sectorKeyOf(algorithm, randomBytes(64), IDENTITY);
  const sectors = Float64Array.from({ length: count }, (_, index) => 2 ** 32 - 3 + index * 5);
  const [offsetBytes, sealsOffsetBytes] = [1000, 7];
  const lengthBytes = count * sectorSizeBytes;
  const data = new SharedArrayBuffer(offsetBytes + lengthBytes + 100);
  const seals = new SharedArrayBuffer(sealsOffsetBytes + count * SEAL_BYTES + 100);
  const plaintext = randomBytes(lengthBytes);
  new Uint8Array(data).set(plaintext, offsetBytes);
  const nonces = new Uint8Array(seals, sealsOffsetBytes, count * SEAL_BYTES);
  for (let index = 0; index < count; index++) nonces.set(randomBytes(NONCE_BYTES), index * SEAL_BYTES);
  const job: SectorJob = {
    direction: "encrypt",
    algorithm,
    key: keySlots.load(sectorKey),
    identity: IDENTITY,
    sectorSizeBytes,
    data,
    offsetBytes,
    sectors,
    seals: algorithm === "AES_256_GCM" ? seals : undefined,
    sealsOffsetBytes,
  };
  const expectedData = Uint8Array.from(new Uint8Array(data));
  const expectedSeals = Uint8Array.from(new Uint8Array(seals));
  createSectorCipher(algorithm, sectorKey, IDENTITY, sectorSizeBytes).encrypt({
    input: plaintext,
    output: expectedData.subarray(offsetBytes, offsetBytes + lengthBytes),
    sectors,
    seals:
      job.seals === undefined
        ? new Uint8Array(0)
        : expectedSeals.subarray(sealsOffsetBytes, sealsOffsetBytes + count * SEAL_BYTES),
  });
  return { job, plaintext, expectedData, expectedSeals };
}

function plaintextOf(job: SectorJob): Uint8Array {
  return new Uint8Array(job.data, job.offsetBytes, job.sectors.length * job.sectorSizeBytes);
}

function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

async function rejectionOf(promise: Promise<unknown>): Promise<EnvolError> {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(EnvolError);
  return thrown as EnvolError;
}

describe.each(ALGORITHMS)("%s", (algorithm) => {
  test.each(SECTOR_SIZES)(
    "jobs in parallel, sectors of %i bytes, equal inline results and touch nothing else",
    async (sectorSizeBytes) => {
      // From one sector, over sizes that do not divide evenly among the workers, to many slices.
      const counts = [1, 2, 15, 16, 255, 256, (64 * 1024) / sectorSizeBytes + 1, (1024 * 1024) / sectorSizeBytes];
      const made = counts.map((count) => encryptJob(algorithm, sectorSizeBytes, count));
      await Promise.all(made.map(({ job }) => pool.run(job)));
      for (const { job, expectedData, expectedSeals } of made) {
        expect(Buffer.compare(new Uint8Array(job.data), expectedData)).toBe(0);
        if (job.seals !== undefined) expect(Buffer.compare(new Uint8Array(job.seals), expectedSeals)).toBe(0);
      }
      await Promise.all(made.map(({ job }) => pool.run({ ...job, direction: "decrypt" })));
      for (const { job, plaintext } of made) expect(Buffer.compare(plaintextOf(job), plaintext)).toBe(0);
      for (const { job } of made) keySlots.erase(job.key);
    },
  );

  test("an erased key gives KEY_REVOKED, here and in the pool, and leaves zeroes", async () => {
    const { job } = encryptJob(algorithm, 4096, 256);
    keySlots.erase(job.key);
    expect(runSectorJob(keySlots, job)).toMatchObject({ ok: false, code: "KEY_REVOKED" });
    expect(await rejectionOf(pool.run(job))).toMatchObject({ code: "KEY_REVOKED" });
    expect(isZero(plaintextOf(job))).toBe(true);
  });

  test("a key erased between the two looks at it gives KEY_REVOKED", () => {
    const { job, plaintext } = encryptJob(algorithm, 4096, 1);
    const eraseAfterFirstLook = {
      read(ref: KeyRef) {
        const key = keySlots.read(ref);
        keySlots.erase(ref);
        return key;
      },
    };
    expect(runSectorJob(eraseAfterFirstLook, job)).toMatchObject({ ok: false, code: "KEY_REVOKED" });
    expect(Buffer.compare(plaintextOf(job), plaintext)).toBe(0);
  });
});

test("a damaged sector in the last slice gives INTEGRITY_ERROR with its number, and no slice leaves plaintext", async () => {
  const { job } = encryptJob("AES_256_GCM", 4096, 256);
  await pool.run(job);
  const bytes = plaintextOf(job);
  bytes[255 * 4096 + 17]! ^= 1;
  const error = await rejectionOf(pool.run({ ...job, direction: "decrypt" }));
  expect(error.code).toBe("INTEGRITY_ERROR");
  expect(error.message).toContain(`sector ${job.sectors[255]} `);
  expect(isZero(bytes)).toBe(true);
  expect(isZero(new Uint8Array(job.data).subarray(job.offsetBytes + bytes.length))).toBe(true);
  keySlots.erase(job.key);
});

test("of several damaged sectors the first is named", async () => {
  const { job } = encryptJob("AES_256_GCM", 4096, 256);
  await pool.run(job);
  for (const index of [250, 3, 130]) plaintextOf(job)[index * 4096]! ^= 1;
  const error = await rejectionOf(pool.run({ ...job, direction: "decrypt" }));
  expect(error.message).toContain(`sector ${job.sectors[3]} `);
  keySlots.erase(job.key);
});

test("an error that no one foresaw becomes INTERNAL, with its cause", async () => {
  const { job } = encryptJob("AES_256_XTS", 4096, 1);
  const error = await rejectionOf(pool.run({ ...job, sectors: Float64Array.of(-1) }));
  expect(error.code).toBe("INTERNAL");
  expect((error.cause as Error).message).toMatch(/^sectors: expected whole numbers/);
  keySlots.erase(job.key);
});

test("a job without sectors needs no key", async () => {
  const { job } = encryptJob("AES_256_XTS", 4096, 1);
  keySlots.erase(job.key);
  await pool.run({ ...job, sectors: new Float64Array(0) });
});

test("close lets jobs in flight end, refuses new ones, and may be called again", async () => {
  const other = createCipherPool({ workers: 1, keySlots });
  const made = Array.from({ length: 20 }, () =>
    encryptJob("AES_256_XTS", 4096, POOL_BYTES_MIN.AES_256_XTS.encrypt / 4096),
  );
  const running = made.map(({ job }) => other.run(job));
  const closing = other.close();
  const late = encryptJob("AES_256_XTS", 4096, 1);
  expect(await rejectionOf(other.run(late.job))).toMatchObject({ code: "UNAVAILABLE" });
  await Promise.all(running);
  await closing;
  await other.close();
  for (const { job, expectedData } of made) expect(Buffer.compare(new Uint8Array(job.data), expectedData)).toBe(0);
}, 30_000);

test("a pool may be closed at any moment of its threads' start", () => {
  // In a process of its own: what goes wrong here ends the process.
  const program = `
    import { createCipherPool } from "#envol/crypto/cipher-pool.ts";
    import { createKeySlots } from "#envol/crypto/key-slots.ts";
    for (let turns = 0; turns < 60; turns++) {
      const pool = createCipherPool({ workers: 2, keySlots: createKeySlots(1) });
      const end = performance.now() + turns;
      while (performance.now() < end) await new Promise((resolve) => setImmediate(resolve));
      await pool.close();
    }`;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test("a closed pool lets its process end by itself", () => {
  const script = `
    import { createCipherPool } from "#envol/crypto/cipher-pool.ts";
    import { createKeySlots } from "#envol/crypto/key-slots.ts";
    const pool = createCipherPool({ workers: 2, keySlots: createKeySlots(1) });
    await pool.warm();
    await pool.close();
    process.stdout.write("closed");
  `;
  const child = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    encoding: "utf8",
    timeout: 20_000,
  });
  expect(child).toMatchObject({ status: 0, stdout: "closed", stderr: "" });
});
