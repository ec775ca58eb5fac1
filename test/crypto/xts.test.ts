import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createXtsCipher } from "#envol/crypto/xts.ts";
import { BATCH_SECTORS, NO_SEALS, part, SECTOR_NUMBERS, SECTOR_SIZES, sectorNumbers } from "./batches.ts";
import { xtsSector } from "./oracle.ts";
import ieee1619 from "./vectors/ieee1619-xts-aes-256.json" with { type: "json" };

const KEY = randomBytes(64);

/** Every data unit of the IEEE vectors: the bytes 0 to 255, twice. */
const IEEE_PLAINTEXT = Uint8Array.from({ length: 512 }, (_, index) => index % 256);

describe("IEEE 1619-2007 Annex B", () => {
  test.each(ieee1619.vectors)("vector $vector, data unit $sector", ({ key1, key2, sector, ciphertext }) => {
    const cipher = createXtsCipher(Buffer.from(key1 + key2, "hex"), 512);
    const sectors = Float64Array.of(sector);
    const output = new Uint8Array(512);
    cipher.encrypt({ input: IEEE_PLAINTEXT, output, sectors, seals: NO_SEALS });
    expect(Buffer.from(output).toString("hex")).toBe(ciphertext);
    cipher.decrypt({ input: Buffer.from(ciphertext, "hex"), output, sectors, seals: NO_SEALS });
    expect(output).toEqual(IEEE_PLAINTEXT);
  });
});

describe.each(SECTOR_SIZES)("sectors of %i bytes", (sectorSizeBytes) => {
  const cipher = createXtsCipher(KEY, sectorSizeBytes);

  test.each(BATCH_SECTORS)("a batch of %i equals an independent implementation", (count) => {
    const input = randomBytes(count * sectorSizeBytes);
    const output = new Uint8Array(input.length);
    const sectors = sectorNumbers(count);
    cipher.encrypt({ input, output, sectors, seals: NO_SEALS });
    for (const [index, sector] of sectors.entries()) {
      const expected = xtsSector("encrypt", KEY, sector, part(input, index, sectorSizeBytes));
      expect(Buffer.compare(part(output, index, sectorSizeBytes), expected), `sector ${sector}`).toBe(0);
    }
    const back = new Uint8Array(input.length);
    cipher.decrypt({ input: output, output: back, sectors, seals: NO_SEALS });
    expect(Buffer.compare(back, input)).toBe(0);
  });

  test("input and output may be the same memory", () => {
    const plaintext = randomBytes(16 * sectorSizeBytes);
    const apart = new Uint8Array(plaintext.length);
    const sectors = sectorNumbers(16);
    cipher.encrypt({ input: plaintext, output: apart, sectors, seals: NO_SEALS });
    const same = Uint8Array.from(plaintext);
    cipher.encrypt({ input: same, output: same, sectors, seals: NO_SEALS });
    expect(Buffer.compare(same, apart)).toBe(0);
    cipher.decrypt({ input: same, output: same, sectors, seals: NO_SEALS });
    expect(Buffer.compare(same, plaintext)).toBe(0);
  });

  test("decrypting undoes encrypting, under any key and number", () => {
    const sector = fc.oneof(fc.constantFrom(...SECTOR_NUMBERS), fc.maxSafeNat());
    const key = fc.uint8Array({ minLength: 64, maxLength: 64 }).filter((bytes) => {
      return Buffer.compare(bytes.subarray(0, 32), bytes.subarray(32)) !== 0;
    });
    const input = fc.uint8Array({ minLength: sectorSizeBytes, maxLength: sectorSizeBytes });
    fc.assert(
      fc.property(key, sector, input, (keyBytes, number, plaintext) => {
        const anyCipher = createXtsCipher(keyBytes, sectorSizeBytes);
        const output = new Uint8Array(sectorSizeBytes);
        const sectors = Float64Array.of(number);
        anyCipher.encrypt({ input: plaintext, output, sectors, seals: NO_SEALS });
        expect(Buffer.compare(output, xtsSector("encrypt", keyBytes, number, plaintext))).toBe(0);
        anyCipher.decrypt({ input: output, output, sectors, seals: NO_SEALS });
        expect(Buffer.compare(output, plaintext)).toBe(0);
      }),
      { numRuns: 30 },
    );
  });
});

test("a key with equal halves is refused", () => {
  const half = randomBytes(32);
  expect(() => createXtsCipher(Buffer.concat([half, half]), 4096)).toThrow(
    expect.objectContaining({ code: "INTERNAL", message: expect.stringContaining("halves") }),
  );
});

test("a batch that does not fit together is refused before anything is written", () => {
  const cipher = createXtsCipher(KEY, 512);
  const output = new Uint8Array(1024);
  const right = { input: new Uint8Array(1024), output, sectors: Float64Array.of(0, 1), seals: NO_SEALS };
  expect(() => cipher.encrypt({ ...right, input: new Uint8Array(1023) })).toThrow(/^input: expected 1024 bytes/);
  expect(() => cipher.encrypt({ ...right, output: new Uint8Array(512) })).toThrow(/^output: expected 1024 bytes/);
  expect(() => cipher.encrypt({ ...right, seals: new Uint8Array(28) })).toThrow(/^seals: expected 0 bytes/);
  for (const sector of [-1, 0.5, Number.NaN, 2 ** 53]) {
    expect(() => cipher.encrypt({ ...right, sectors: Float64Array.of(0, sector) })).toThrow(/^sectors: expected whole/);
  }
  expect(output.every((byte) => byte === 0)).toBe(true);
  expect(() => createXtsCipher(KEY.subarray(0, 32), 512)).toThrow(/^key: expected 64 bytes/);
});

test("a cipher keeps its own copy of the key, and none once it is destroyed", () => {
  const key = Uint8Array.from(KEY);
  const cipher = createXtsCipher(key, 512);
  key.fill(0);
  const batch = { input: IEEE_PLAINTEXT, output: new Uint8Array(512), sectors: Float64Array.of(7), seals: NO_SEALS };
  cipher.encrypt(batch);
  expect(Buffer.compare(batch.output, xtsSector("encrypt", KEY, 7, IEEE_PLAINTEXT))).toBe(0);
  cipher.destroy();
  cipher.destroy();
  expect(() => cipher.encrypt(batch)).toThrow(/destroyed/);
  expect(() => cipher.decrypt(batch)).toThrow(/destroyed/);
});
