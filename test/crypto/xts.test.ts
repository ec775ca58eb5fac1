import { spawnSync } from "node:child_process";
import { createCipheriv, randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SectorImplementation } from "#envol/crypto/sector-cipher.ts";
import { createXtsCipher, xtsImplementation } from "#envol/crypto/xts.ts";
import { whitening } from "#envol/crypto/xts-whitening.ts";
import { LIMITS } from "#envol/limits.ts";
import { BATCH_SECTORS, NO_SEALS, part, SECTOR_NUMBERS, SECTOR_SIZES, sectorNumbers } from "./batches.ts";
import { xtsSector } from "./oracle.ts";
import ieee1619 from "./vectors/ieee1619-xts-aes-256.json" with { type: "json" };

const KEY = randomBytes(64);
const IMPLEMENTATIONS: readonly SectorImplementation[] = ["batched", "per-sector"];

/** Every data unit of the IEEE vectors: the bytes 0 to 255, twice. */
const IEEE_PLAINTEXT = Uint8Array.from({ length: 512 }, (_, index) => index % 256);

describe.each(IMPLEMENTATIONS)("IEEE 1619-2007 Annex B, %s", (implementation) => {
  test.each(ieee1619.vectors)("vector $vector, data unit $sector", ({ key1, key2, sector, ciphertext }) => {
    const cipher = createXtsCipher(Buffer.from(key1 + key2, "hex"), 512, implementation);
    const sectors = Float64Array.of(sector);
    const output = new Uint8Array(512);
    cipher.encrypt({ input: IEEE_PLAINTEXT, output, sectors, seals: NO_SEALS });
    expect(Buffer.from(output).toString("hex")).toBe(ciphertext);
    cipher.decrypt({ input: Buffer.from(ciphertext, "hex"), output, sectors, seals: NO_SEALS });
    expect(output).toEqual(IEEE_PLAINTEXT);
  });
});

const EACH = IMPLEMENTATIONS.flatMap((implementation) => SECTOR_SIZES.map((size) => ({ implementation, size })));

describe.each(EACH)("sectors of $size bytes, $implementation", ({ implementation, size: sectorSizeBytes }) => {
  const cipher = createXtsCipher(KEY, sectorSizeBytes, implementation);

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
        const anyCipher = createXtsCipher(keyBytes, sectorSizeBytes, implementation);
        const output = new Uint8Array(sectorSizeBytes);
        const sectors = Float64Array.of(number);
        anyCipher.encrypt({ input: plaintext, output, sectors, seals: NO_SEALS });
        expect(Buffer.compare(output, xtsSector("encrypt", keyBytes, number, plaintext))).toBe(0);
        anyCipher.decrypt({ input: output, output, sectors, seals: NO_SEALS });
        expect(Buffer.compare(output, plaintext)).toBe(0);
        anyCipher.destroy();
      }),
      { numRuns: 30 },
    );
  });

  test("a batch may lie anywhere, in ordinary memory or in shared memory, and nothing beside it changes", () => {
    const [count, before, after] = [19, 13, 7];
    const lengthBytes = count * sectorSizeBytes;
    const plaintext = randomBytes(lengthBytes);
    const sectors = sectorNumbers(count);
    const expected = opensslXts(KEY, plaintext, sectors, sectorSizeBytes);
    const memories = [ArrayBuffer, SharedArrayBuffer].map((Memory) => () => {
      return new Uint8Array(new Memory(before + lengthBytes + after)).fill(0xa5);
    });
    const inside = (bytes: Uint8Array) => bytes.subarray(before, before + lengthBytes);
    for (const inputMemory of memories) {
      for (const outputMemory of memories) {
        const [input, output] = [inputMemory(), outputMemory()];
        inside(input).set(plaintext);
        cipher.encrypt({ input: inside(input), output: inside(output), sectors, seals: NO_SEALS });
        expect(Buffer.compare(inside(output), expected)).toBe(0);
        expect(Buffer.compare(inside(input), plaintext)).toBe(0);
        cipher.decrypt({ input: inside(output), output: inside(output), sectors, seals: NO_SEALS });
        expect(Buffer.compare(inside(output), plaintext)).toBe(0);
        for (const edge of [output.subarray(0, before), output.subarray(before + lengthBytes)]) {
          expect(edge.every((byte) => byte === 0xa5)).toBe(true);
        }
      }
    }
  });
});

/** What OpenSSL makes of the sectors, with a context for each. */
function opensslXts(key: Uint8Array, plaintext: Uint8Array, sectors: Float64Array, sectorSizeBytes: number): Buffer {
  return Buffer.concat(
    Array.from(sectors, (sector, index) => {
      const tweak = Buffer.alloc(16);
      tweak.writeBigUInt64LE(BigInt(sector));
      return createCipheriv("aes-256-xts", key, tweak).update(part(plaintext, index, sectorSizeBytes));
    }),
  );
}

/** More than what is staged at a time, so that a batch may take two goes and a piece of a third. */
const EVERY_COUNT_BYTES = 132 * 1024;

test.each(EACH)("$implementation: every batch of up to 132 KiB in sectors of $size bytes equals OpenSSL's", (each) => {
  const { implementation, size } = each;
  const cipher = createXtsCipher(KEY, size, implementation);
  const most = EVERY_COUNT_BYTES / size;
  const plaintext = randomBytes(EVERY_COUNT_BYTES);
  // Neither in order nor next to one another, and most of them above 2^32.
  const sectors = Float64Array.from({ length: most }, (_, index) => (index * 2_654_435_761 * 1009) % 2 ** 37);
  const expected = opensslXts(KEY, plaintext, sectors, size);
  const output = Buffer.alloc(EVERY_COUNT_BYTES);
  for (let count = 1; count <= most; count++) {
    const batch = { sectors: sectors.subarray(0, count), seals: NO_SEALS };
    const bytes = (memory: Uint8Array) => memory.subarray(0, count * size);
    cipher.encrypt({ ...batch, input: bytes(plaintext), output: bytes(output) });
    expect(Buffer.compare(bytes(output), bytes(expected)), `encrypting ${count}`).toBe(0);
    cipher.decrypt({ ...batch, input: bytes(expected), output: bytes(output) });
    expect(Buffer.compare(bytes(output), bytes(plaintext)), `decrypting ${count}`).toBe(0);
  }
});

test.each(SECTOR_SIZES)("the largest request in sectors of %i bytes equals OpenSSL's", (size) => {
  const cipher = createXtsCipher(KEY, size);
  const plaintext = randomBytes(LIMITS.requestBytesMax);
  const sectors = Float64Array.from({ length: LIMITS.requestBytesMax / size }, (_, index) => 2 ** 37 - 1 - index * 3);
  const expected = opensslXts(KEY, plaintext, sectors, size);
  const bytes = Buffer.from(plaintext);
  cipher.encrypt({ input: bytes, output: bytes, sectors, seals: NO_SEALS });
  expect(Buffer.compare(bytes, expected)).toBe(0);
  cipher.decrypt({ input: bytes, output: bytes, sectors, seals: NO_SEALS });
  expect(Buffer.compare(bytes, plaintext)).toBe(0);
});

test("ciphers with other keys and sector sizes take turns on one thread, and one's end does not touch another", () => {
  const ciphers = SECTOR_SIZES.flatMap((size) => [KEY, randomBytes(64)].map((key) => ({ key, size })));
  const open = ciphers.map(({ key, size }) => createXtsCipher(key, size));
  const plaintext = randomBytes(32 * 1024);
  for (const [round] of open.entries()) {
    for (const [index, { key, size }] of ciphers.entries()) {
      if (index < round) continue;
      const sectors = sectorNumbers(plaintext.length / size);
      const output = Buffer.alloc(plaintext.length);
      open[index]!.encrypt({ input: plaintext, output, sectors, seals: NO_SEALS });
      expect(Buffer.compare(output, opensslXts(key, plaintext, sectors, size))).toBe(0);
      open[index]!.decrypt({ input: output, output, sectors, seals: NO_SEALS });
      expect(Buffer.compare(output, plaintext)).toBe(0);
    }
    open[round]!.destroy();
  }
});

test("what a cipher leaves in the memory of its thread's WebAssembly is zeroed when it is destroyed", () => {
  const memory = new Uint8Array(whitening!.data.buffer);
  const cipher = createXtsCipher(KEY, 4096);
  const input = randomBytes(64 * 1024);
  const batch = { input, output: Buffer.alloc(input.length), sectors: sectorNumbers(16), seals: NO_SEALS };
  cipher.encrypt(batch);
  expect(whitening!.data.some((byte) => byte !== 0)).toBe(true);
  cipher.decrypt(batch);
  expect(whitening!.data.some((byte) => byte !== 0)).toBe(false);
  expect(memory.some((byte) => byte !== 0)).toBe(true);
  cipher.destroy();
  expect(memory.some((byte) => byte !== 0)).toBe(false);
});

describe("which implementation serves", () => {
  const script = `
    const { createXtsCipher, xtsImplementation } = await import("#envol/crypto/xts.ts");
    const cipher = createXtsCipher(Buffer.from(process.argv[1], "hex"), 512);
    const output = Buffer.alloc(512);
    const batch = { input: Buffer.alloc(512, 7), output, sectors: Float64Array.of(9), seals: Buffer.alloc(0) };
    cipher.encrypt(batch);
    console.log(xtsImplementation(), output.toString("hex"));`;
  const expected = opensslXts(KEY, Buffer.alloc(512, 7), Float64Array.of(9), 512).toString("hex");

  test.each([
    ["batched", []],
    // Without a compiler for JavaScript, V8 has no WebAssembly either.
    ["per-sector", ["--jitless"]],
  ] as const)("%s, on node with flags %j", (implementation, flags) => {
    const { stdout } = spawnSync(
      process.execPath,
      [...flags, "--input-type=module", "--eval", script, KEY.toString("hex")],
      { encoding: "utf8" },
    );
    expect(stdout).toBe(`${implementation} ${expected}\n`);
  });

  test("batched here", () => {
    expect(xtsImplementation()).toBe("batched");
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
  expect(() => createXtsCipher(KEY, 1024)).toThrow(/^sectorSizeBytes: expected 512 or 4096, got 1024/);
});

test.each(IMPLEMENTATIONS)("%s: a cipher keeps its own copy of the key, and none once destroyed", (implementation) => {
  const key = Uint8Array.from(KEY);
  const cipher = createXtsCipher(key, 512, implementation);
  key.fill(0);
  const batch = { input: IEEE_PLAINTEXT, output: new Uint8Array(512), sectors: Float64Array.of(7), seals: NO_SEALS };
  cipher.encrypt(batch);
  expect(Buffer.compare(batch.output, xtsSector("encrypt", KEY, 7, IEEE_PLAINTEXT))).toBe(0);
  cipher.destroy();
  cipher.destroy();
  expect(() => cipher.encrypt(batch)).toThrow(/destroyed/);
  expect(() => cipher.decrypt(batch)).toThrow(/destroyed/);
});
