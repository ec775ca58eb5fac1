import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createGcmCipher, gcmImplementation } from "#envol/crypto/gcm.ts";
import { additionalData } from "#envol/crypto/gcm-additional-data.ts";
import { createPerSectorGcm, openSector, sealSector } from "#envol/crypto/gcm-per-sector.ts";
import { sealing } from "#envol/crypto/gcm-sealing.ts";
import { NONCE_BYTES, SEAL_BYTES, type SectorBatch, type SectorImplementation } from "#envol/crypto/sector-cipher.ts";
import { EnvolError } from "#envol/errors.ts";
import { BATCH_SECTORS, IDENTITY, part, SECTOR_NUMBERS, SECTOR_SIZES, sectorNumbers } from "./batches.ts";
import { gcmSector } from "./oracle.ts";
import mcGrewViega from "./vectors/mcgrew-viega-gcm-aes-256.json" with { type: "json" };
import wycheproof from "./vectors/wycheproof-gcm-aes-256.json" with { type: "json" };

const KEY = randomBytes(32);
const IMPLEMENTATIONS: readonly SectorImplementation[] = ["batched", "per-sector"];

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
function isRefused(
  batch: SectorBatch,
  identity: Uint8Array,
  sectorSizeBytes: number,
  implementation: SectorImplementation,
): boolean {
  try {
    createGcmCipher(KEY, identity, sectorSizeBytes, implementation).decrypt(batch);
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
  // Its plaintext is no sector, which is all that this way asks of a sector size.
  const cipher = createPerSectorGcm(hex(key), new Uint8Array(0), plaintext.length / 2);
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

const EACH = IMPLEMENTATIONS.flatMap((implementation) => SECTOR_SIZES.map((size) => ({ implementation, size })));

describe.each(EACH)("sectors of $size bytes, $implementation", ({ implementation, size: sectorSizeBytes }) => {
  const cipher = createGcmCipher(KEY, IDENTITY, sectorSizeBytes, implementation);

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

  test("a sector equals an independent implementation, for any identity and number, and decrypting undoes it", () => {
    const sector = fc.oneof(fc.constantFrom(...SECTOR_NUMBERS), fc.maxSafeNat());
    const identity = fc.uint8Array({ maxLength: 64 });
    const input = fc.uint8Array({ minLength: sectorSizeBytes, maxLength: sectorSizeBytes });
    fc.assert(
      fc.property(identity, sector, input, (id, number, plaintext) => {
        const anyCipher = createGcmCipher(KEY, id, sectorSizeBytes, implementation);
        const output = new Uint8Array(sectorSizeBytes);
        const batch = { output, sectors: Float64Array.of(number), seals: freshSeals(1) };
        const expected = gcmSector(KEY, batch.seals.slice(0, NONCE_BYTES), id, number, plaintext);
        anyCipher.encrypt({ ...batch, input: plaintext });
        expect(Buffer.compare(output, expected.ciphertext)).toBe(0);
        expect(Buffer.compare(batch.seals.subarray(NONCE_BYTES), expected.tag)).toBe(0);
        anyCipher.decrypt({ ...batch, input: output });
        expect(Buffer.compare(output, plaintext)).toBe(0);
        anyCipher.destroy();
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
      expect(
        isRefused({ ...whole, input: flipped(ciphertext, bit) }, IDENTITY, sectorSizeBytes, implementation),
        `bit ${bit}`,
      ).toBe(true);
    }
    for (let bit = 0; bit < SEAL_BYTES * 8; bit++) {
      expect(
        isRefused({ ...whole, seals: flipped(seals, bit) }, IDENTITY, sectorSizeBytes, implementation),
        `seal, ${bit}`,
      ).toBe(true);
    }
    for (let bit = 0n; bit < 53n; bit++) {
      const sectors = Float64Array.of(Number(BigInt(number) ^ (1n << bit)));
      expect(isRefused({ ...whole, sectors }, IDENTITY, sectorSizeBytes, implementation), `number, ${bit}`).toBe(true);
    }
    for (let bit = 0; bit < IDENTITY.length * 8; bit++) {
      expect(isRefused(whole, flipped(IDENTITY, bit), sectorSizeBytes, implementation), `identity, ${bit}`).toBe(true);
    }
    expect(output.every((byte) => byte === 0)).toBe(true);
    expect(isRefused(whole, IDENTITY, sectorSizeBytes, implementation)).toBe(false);
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

/** What OpenSSL makes of the sectors, with a context for each: their ciphertext, and their seals. */
function opensslGcm(
  key: Uint8Array,
  identity: Uint8Array,
  { input, sectors, seals }: Omit<SectorBatch, "output">,
): { ciphertext: Buffer; seals: Buffer } {
  const size = input.length / sectors.length;
  const ciphertext = Buffer.alloc(input.length);
  const sealed = Buffer.from(seals);
  for (const [index, sector] of sectors.entries()) {
    const seal = part(sealed, index, SEAL_BYTES);
    ciphertext.set(sealSector(key, additionalData(identity, sector), part(input, index, size), seal), index * size);
  }
  return { ciphertext, seals: sealed };
}

/** More than what is staged at a time, so that a batch may take two goes and a piece of a third. */
const EVERY_COUNT_BYTES = 132 * 1024;

test.each(SECTOR_SIZES)("batched: every batch of up to 132 KiB in sectors of %i bytes equals OpenSSL's", (size) => {
  const cipher = createGcmCipher(KEY, IDENTITY, size, "batched");
  const most = EVERY_COUNT_BYTES / size;
  const input = randomBytes(EVERY_COUNT_BYTES);
  // Neither in order nor next to one another, and most of them above 2^32.
  const sectors = Float64Array.from({ length: most }, (_, index) => (index * 2_654_435_761 * 1009) % 2 ** 37);
  const nonces = freshSeals(most);
  const expected = opensslGcm(KEY, IDENTITY, { input, sectors, seals: nonces });
  const output = Buffer.alloc(EVERY_COUNT_BYTES);
  for (let count = 1; count <= most; count++) {
    const bytes = (memory: Uint8Array) => memory.subarray(0, count * size);
    const sealsOf = (memory: Uint8Array) => memory.subarray(0, count * SEAL_BYTES);
    const batch = {
      sectors: sectors.subarray(0, count),
      seals: sealsOf(Uint8Array.from(nonces)),
      output: bytes(output),
    };
    cipher.encrypt({ ...batch, input: bytes(input) });
    expect(Buffer.compare(bytes(output), bytes(expected.ciphertext)), `encrypting ${count}`).toBe(0);
    expect(Buffer.compare(batch.seals, sealsOf(expected.seals)), `sealing ${count}`).toBe(0);
    cipher.decrypt({ ...batch, input: bytes(expected.ciphertext) });
    expect(Buffer.compare(bytes(output), bytes(input)), `decrypting ${count}`).toBe(0);
  }
});

test.each(EACH)(
  "$implementation: a batch of $size byte sectors may lie anywhere, and nothing beside it changes",
  (each) => {
    const { implementation, size } = each;
    const cipher = createGcmCipher(KEY, IDENTITY, size, implementation);
    const [count, before, after] = [19, 13, 7];
    const plaintext = randomBytes(count * size);
    const sectors = sectorNumbers(count);
    const nonces = freshSeals(count);
    const expected = opensslGcm(KEY, IDENTITY, { input: plaintext, sectors, seals: nonces });
    for (const Memory of [ArrayBuffer, SharedArrayBuffer]) {
      const place = (content: Uint8Array) => {
        const whole = new Uint8Array(new Memory(before + content.length + after)).fill(0xa5);
        const inside = whole.subarray(before, before + content.length);
        inside.set(content);
        const edges = [whole.subarray(0, before), whole.subarray(before + content.length)];
        return { inside, isAlone: () => edges.every((edge) => edge.every((byte) => byte === 0xa5)) };
      };
      const [bytes, seals] = [place(plaintext), place(nonces)];
      const batch = { input: bytes.inside, output: bytes.inside, sectors, seals: seals.inside };
      cipher.encrypt(batch);
      expect(Buffer.compare(bytes.inside, expected.ciphertext)).toBe(0);
      expect(Buffer.compare(seals.inside, expected.seals)).toBe(0);
      cipher.decrypt(batch);
      expect(Buffer.compare(bytes.inside, plaintext)).toBe(0);
      expect([bytes.isAlone(), seals.isAlone()]).toEqual([true, true]);
    }
  },
);

test("ciphers of other keys, identities and sector sizes take turns on one thread, and one's end does not touch another", () => {
  const ciphers = SECTOR_SIZES.flatMap((size) =>
    [KEY, randomBytes(32)].flatMap((key) => [IDENTITY, randomBytes(50)].map((identity) => ({ key, identity, size }))),
  );
  const open = ciphers.map(({ key, identity, size }) => createGcmCipher(key, identity, size));
  const input = randomBytes(8 * 1024);
  for (const [round] of open.entries()) {
    for (const [index, { key, identity, size }] of ciphers.entries()) {
      if (index < round) continue;
      const sectors = sectorNumbers(input.length / size);
      const seals = freshSeals(sectors.length);
      const expected = opensslGcm(key, identity, { input, sectors, seals });
      const output = Buffer.alloc(input.length);
      open[index]!.encrypt({ input, output, sectors, seals });
      expect(Buffer.compare(output, expected.ciphertext)).toBe(0);
      expect(Buffer.compare(seals, expected.seals)).toBe(0);
      open[index]!.decrypt({ input: output, output, sectors, seals });
      expect(Buffer.compare(output, input)).toBe(0);
    }
    open[round]!.destroy();
  }
});

test("the memory of the thread's WebAssembly has no plaintext between batches, and nothing of the key in the end", () => {
  const { data, stream } = sealing!;
  const isZero = (bytes: Uint8Array) => bytes.every((byte) => byte === 0);
  const cipher = createGcmCipher(KEY, IDENTITY, 4096);
  const bytes = randomBytes(20 * 4096);
  const batch = { input: bytes, output: bytes, sectors: sectorNumbers(20), seals: freshSeals(20) };
  for (const run of [cipher.encrypt, cipher.decrypt]) {
    run(batch);
    expect([isZero(data), isZero(stream)]).toEqual([true, true]);
  }
  // The products of the hash subkey.
  const memory = new Uint8Array(data.buffer).subarray(sealing!.numbers.byteOffset + sealing!.numbers.byteLength + 128);
  expect(memory.filter((byte) => byte !== 0).length).toBeGreaterThan(15_000);
  cipher.destroy();
  expect(isZero(memory)).toBe(true);
});

describe("which implementation serves", () => {
  const input = Buffer.alloc(512, 7);
  const seals = Buffer.alloc(SEAL_BYTES);
  const script = `
    const { createGcmCipher, gcmImplementation } = await import("#envol/crypto/gcm.ts");
    const cipher = createGcmCipher(Buffer.from(process.argv[1], "hex"), Buffer.from("${IDENTITY}"), 512);
    const [output, seals] = [Buffer.alloc(512), Buffer.alloc(28)];
    cipher.encrypt({ input: Buffer.alloc(512, 7), output, sectors: Float64Array.of(9), seals });
    console.log(gcmImplementation(), output.toString("hex"), seals.toString("hex"));`;
  const expected = opensslGcm(KEY, IDENTITY, { input, sectors: Float64Array.of(9), seals });

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
    expect(stdout).toBe(`${implementation} ${expected.ciphertext.toString("hex")} ${expected.seals.toString("hex")}\n`);
  });

  test("batched here", () => {
    expect(gcmImplementation()).toBe("batched");
  });
});

test.each(IMPLEMENTATIONS)("%s: a cipher keeps its own copy of the key, and none once destroyed", (implementation) => {
  const key = Uint8Array.from(KEY);
  const cipher = createGcmCipher(key, IDENTITY, 512, implementation);
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
  expect(() => createGcmCipher(KEY, IDENTITY, 1024)).toThrow(/^sectorSizeBytes: expected 512 or 4096, got 1024/);
  const batch = { input: bytes, output: bytes, sectors: Float64Array.of(0), seals: new Uint8Array(SEAL_BYTES - 1) };
  expect(() => createGcmCipher(KEY, IDENTITY, 512).encrypt(batch)).toThrow(/^seals: expected 28 bytes/);
});

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[bit >> 3]! ^= 1 << (bit & 7);
  return copy;
}
