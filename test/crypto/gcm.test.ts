import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { additionalData, createGcmCipher, openSector, sealSector } from "#envol/crypto/gcm.ts";
import { NONCE_BYTES, SEAL_BYTES, type SectorBatch } from "#envol/crypto/sector-cipher.ts";
import { EnvolError } from "#envol/errors.ts";
import { BATCH_SECTORS, IDENTITY, part, SECTOR_NUMBERS, SECTOR_SIZES, sectorNumbers } from "./batches.ts";
import { gcmSector } from "./oracle.ts";
import mcGrewViega from "./vectors/mcgrew-viega-gcm-aes-256.json" with { type: "json" };
import wycheproof from "./vectors/wycheproof-gcm-aes-256.json" with { type: "json" };

const KEY = randomBytes(32);

function hex(text: string): Buffer {
  return Buffer.from(text, "hex");
}

/** Nonces in place, tags still zero. */
function freshSeals(count: number): Uint8Array {
  const seals = new Uint8Array(count * SEAL_BYTES);
  for (let index = 0; index < count; index++) part(seals, index, SEAL_BYTES).set(randomBytes(NONCE_BYTES));
  return seals;
}

/** Whether decrypting gives INTEGRITY_ERROR; fails when it gives any other error. */
function isRefused(batch: SectorBatch, identity: Uint8Array, sectorSizeBytes: number): boolean {
  try {
    createGcmCipher(KEY, identity, sectorSizeBytes).decrypt(batch);
    return false;
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(EnvolError);
    expect(thrown).toMatchObject({ code: "INTEGRITY_ERROR" });
    return true;
  }
}

test.each(mcGrewViega.vectors)("McGrew and Viega, test case $testCase", (vector) => {
  const [key, data] = [hex(vector.key), hex(vector.additionalData)];
  const seal = Buffer.concat([hex(vector.nonce), Buffer.alloc(16)]);
  expect(sealSector(key, data, hex(vector.plaintext), seal).toString("hex")).toBe(vector.ciphertext);
  expect(seal.toString("hex")).toBe(vector.nonce + vector.tag);
  expect(openSector(key, data, hex(vector.ciphertext), seal)?.toString("hex")).toBe(vector.plaintext);
  expect(openSector(key, data, hex(vector.ciphertext), flipped(seal, 100))).toBeUndefined();
});

test.each(wycheproof.vectors)("Wycheproof $tcId", ({ key, nonce, sector, plaintext, ciphertext, tag }) => {
  const cipher = createGcmCipher(hex(key), new Uint8Array(0), plaintext.length / 2);
  const output = new Uint8Array(plaintext.length / 2);
  const seals = Buffer.concat([hex(nonce), Buffer.alloc(16)]);
  const sectors = Float64Array.of(sector);
  cipher.encrypt({ input: hex(plaintext), output, sectors, seals });
  expect(Buffer.from(output).toString("hex") + seals.toString("hex")).toBe(ciphertext + nonce + tag);
  cipher.decrypt({ input: hex(ciphertext), output, sectors, seals });
  expect(Buffer.from(output).toString("hex")).toBe(plaintext);
});

test("the additional data is the identity and the sector number, big end first", () => {
  expect(additionalData(Buffer.from("vol-1"), 2 ** 33 + 5).toString("hex")).toBe("766f6c2d31" + "0000000200000005");
  expect(() => additionalData(new Uint8Array(65), 0)).toThrow(/^identity: expected at most 64 bytes/);
});

describe.each(SECTOR_SIZES)("sectors of %i bytes", (sectorSizeBytes) => {
  const cipher = createGcmCipher(KEY, IDENTITY, sectorSizeBytes);

  /** One encrypted sector. */
  function sealed(sector: number) {
    const seals = freshSeals(1);
    const ciphertext = new Uint8Array(sectorSizeBytes);
    cipher.encrypt({
      input: randomBytes(sectorSizeBytes),
      output: ciphertext,
      sectors: Float64Array.of(sector),
      seals,
    });
    return { ciphertext, seals };
  }

  test.each(BATCH_SECTORS)("a batch of %i equals an independent implementation", (count) => {
    const input = randomBytes(count * sectorSizeBytes);
    const output = new Uint8Array(input.length);
    const sectors = sectorNumbers(count);
    const seals = freshSeals(count);
    const nonces = Uint8Array.from(seals);
    cipher.encrypt({ input, output, sectors, seals });
    for (const [index, sector] of sectors.entries()) {
      const nonce = part(nonces, index, SEAL_BYTES).subarray(0, NONCE_BYTES);
      const expected = gcmSector(KEY, nonce, IDENTITY, sector, part(input, index, sectorSizeBytes));
      expect(Buffer.compare(part(output, index, sectorSizeBytes), expected.ciphertext), `sector ${sector}`).toBe(0);
      expect(Buffer.compare(part(seals, index, SEAL_BYTES), Buffer.concat([nonce, expected.tag]))).toBe(0);
    }
    const back = new Uint8Array(input.length);
    cipher.decrypt({ input: output, output: back, sectors, seals });
    expect(Buffer.compare(back, input)).toBe(0);
  });

  test("input and output may be the same memory", () => {
    const plaintext = randomBytes(16 * sectorSizeBytes);
    const apart = new Uint8Array(plaintext.length);
    const sectors = sectorNumbers(16);
    const seals = freshSeals(16);
    const same = Uint8Array.from(plaintext);
    const sameSeals = Uint8Array.from(seals);
    cipher.encrypt({ input: plaintext, output: apart, sectors, seals });
    cipher.encrypt({ input: same, output: same, sectors, seals: sameSeals });
    expect(Buffer.compare(same, apart)).toBe(0);
    expect(Buffer.compare(sameSeals, seals)).toBe(0);
    cipher.decrypt({ input: same, output: same, sectors, seals });
    expect(Buffer.compare(same, plaintext)).toBe(0);
  });

  test("decrypting undoes encrypting, for any identity and number", () => {
    const sector = fc.oneof(fc.constantFrom(...SECTOR_NUMBERS), fc.maxSafeNat());
    const identity = fc.uint8Array({ maxLength: 64 });
    const input = fc.uint8Array({ minLength: sectorSizeBytes, maxLength: sectorSizeBytes });
    fc.assert(
      fc.property(identity, sector, input, (id, number, plaintext) => {
        const anyCipher = createGcmCipher(KEY, id, sectorSizeBytes);
        const output = new Uint8Array(sectorSizeBytes);
        const batch = { output, sectors: Float64Array.of(number), seals: freshSeals(1) };
        anyCipher.encrypt({ ...batch, input: plaintext });
        anyCipher.decrypt({ ...batch, input: output });
        expect(Buffer.compare(output, plaintext)).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  test("any bit flipped in the sector, its seal, its number or the identity is an integrity error", () => {
    const number = 2 ** 33 + 5;
    const { ciphertext, seals } = sealed(number);
    const output = new Uint8Array(sectorSizeBytes);
    const whole = { input: ciphertext, output, sectors: Float64Array.of(number), seals };
    // Every bit of a small sector; of a large one every 37th, so that each position in a byte has its turn.
    const stride = sectorSizeBytes === 512 ? 1 : 37;
    for (let bit = 0; bit < ciphertext.length * 8; bit += stride) {
      expect(isRefused({ ...whole, input: flipped(ciphertext, bit) }, IDENTITY, sectorSizeBytes), `bit ${bit}`).toBe(
        true,
      );
    }
    for (let bit = 0; bit < SEAL_BYTES * 8; bit++) {
      expect(isRefused({ ...whole, seals: flipped(seals, bit) }, IDENTITY, sectorSizeBytes), `seal, ${bit}`).toBe(true);
    }
    for (let bit = 0n; bit < 53n; bit++) {
      const sectors = Float64Array.of(Number(BigInt(number) ^ (1n << bit)));
      expect(isRefused({ ...whole, sectors }, IDENTITY, sectorSizeBytes), `number, ${bit}`).toBe(true);
    }
    for (let bit = 0; bit < IDENTITY.length * 8; bit++) {
      expect(isRefused(whole, flipped(IDENTITY, bit), sectorSizeBytes), `identity, ${bit}`).toBe(true);
    }
    expect(output.every((byte) => byte === 0)).toBe(true);
    expect(isRefused(whole, IDENTITY, sectorSizeBytes)).toBe(false);
  });

  test("one bad sector fails its batch, names itself, and leaves no plaintext of the others", () => {
    const count = 16;
    const sectors = sectorNumbers(count);
    const seals = freshSeals(count);
    const ciphertext = new Uint8Array(count * sectorSizeBytes);
    cipher.encrypt({ input: randomBytes(ciphertext.length), output: ciphertext, sectors, seals });
    const damaged = flipped(ciphertext, 4 * sectorSizeBytes * 8);
    for (const output of [new Uint8Array(ciphertext.length).fill(0xff), damaged]) {
      expect(() => cipher.decrypt({ input: damaged, output, sectors, seals })).toThrow(`sector ${2 ** 33 + 5} `);
      expect(output.every((byte) => byte === 0)).toBe(true);
    }
  });
});

test("a cipher keeps its own copy of the key, and none once it is destroyed", () => {
  const key = Uint8Array.from(KEY);
  const cipher = createGcmCipher(key, IDENTITY, 512);
  key.fill(0);
  const batch = {
    input: randomBytes(512),
    output: new Uint8Array(512),
    sectors: Float64Array.of(7),
    seals: freshSeals(1),
  };
  const { ciphertext } = gcmSector(KEY, batch.seals.subarray(0, NONCE_BYTES), IDENTITY, 7, batch.input);
  cipher.encrypt(batch);
  expect(Buffer.compare(batch.output, ciphertext)).toBe(0);
  cipher.destroy();
  cipher.destroy();
  expect(() => cipher.encrypt(batch)).toThrow(/destroyed/);
  expect(() => cipher.decrypt(batch)).toThrow(/destroyed/);
});

test("wrong lengths are refused before anything runs", () => {
  expect(() => createGcmCipher(KEY.subarray(1), IDENTITY, 512)).toThrow(/^key: expected 32 bytes/);
  expect(() => createGcmCipher(KEY, new Uint8Array(65), 512)).toThrow(/^identity: expected at most 64 bytes/);
  const bytes = new Uint8Array(512);
  const batch = { input: bytes, output: bytes, sectors: Float64Array.of(0), seals: new Uint8Array(SEAL_BYTES - 1) };
  expect(() => createGcmCipher(KEY, IDENTITY, 512).encrypt(batch)).toThrow(/^seals: expected 28 bytes/);
});

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[bit >> 3]! ^= 1 << (bit & 7);
  return copy;
}
