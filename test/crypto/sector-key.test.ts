import { hkdfSync, randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { deriveGcmKey } from "#envol/crypto/gcm.ts";
import { hkdfSha256 } from "#envol/crypto/hkdf.ts";
import type { SectorAlgorithm } from "#envol/crypto/sector-cipher.ts";
import { createSectorCipher, sectorKeyOf } from "#envol/crypto/sector-key.ts";
import { IDENTITY, NO_SEALS } from "./batches.ts";
import { gcmSector, xtsSector } from "./oracle.ts";
import rfc5869 from "./vectors/rfc5869-hkdf-sha-256.json" with { type: "json" };

const DATA_KEY = randomBytes(64);

test.each(rfc5869.vectors)("RFC 5869, test case $testCase", ({ ikm, salt, info, okm }) => {
  const [inputKey, saltBytes, infoBytes] = [ikm, salt, info].map((text) => Buffer.from(text, "hex"));
  expect(hkdfSha256(inputKey!, saltBytes!, infoBytes!).toString("hex")).toBe(okm);
});

describe("the key of AES_256_GCM", () => {
  test("is what any HKDF-SHA-256 derives from the data key, the label and the identity", () => {
    const info = Buffer.from("envol AES_256_GCM sector key v1\0vol-0123456789abcdef0", "ascii");
    expect(deriveGcmKey(DATA_KEY, IDENTITY)).toEqual(Buffer.from(hkdfSync("sha256", DATA_KEY, "", info, 32)));
  });

  test("differs between volumes that share a data key", () => {
    const other = Buffer.from("vol-0123456789abcdef1", "ascii");
    expect(deriveGcmKey(DATA_KEY, other)).not.toEqual(deriveGcmKey(DATA_KEY, IDENTITY));
  });

  test("takes no identity that is too long", () => {
    expect(() => deriveGcmKey(DATA_KEY, new Uint8Array(65))).toThrow(/^identity: expected at most 64 bytes/);
  });
});

test("the key of AES_256_XTS is a copy of the data key", () => {
  const key = sectorKeyOf("AES_256_XTS", DATA_KEY, IDENTITY);
  expect(key).toEqual(DATA_KEY);
  key.fill(0);
  expect(DATA_KEY.every((byte) => byte === 0)).toBe(false);
});

test.each<SectorAlgorithm>(["AES_256_XTS", "AES_256_GCM"])("%s needs a data key of 64 bytes", (algorithm) => {
  expect(() => sectorKeyOf(algorithm, DATA_KEY.subarray(1), IDENTITY)).toThrow(/^dataKey: expected 64 bytes, got 63/);
});

test("the cipher is the one the algorithm names", () => {
  const plaintext = randomBytes(512);
  const output = new Uint8Array(512);
  const sectors = Float64Array.of(9);
  const xtsKey = sectorKeyOf("AES_256_XTS", DATA_KEY, IDENTITY);
  createSectorCipher("AES_256_XTS", xtsKey, IDENTITY, 512).encrypt({
    input: plaintext,
    output,
    sectors,
    seals: NO_SEALS,
  });
  expect(Buffer.compare(output, xtsSector("encrypt", DATA_KEY, 9, plaintext))).toBe(0);
  const gcmKey = sectorKeyOf("AES_256_GCM", DATA_KEY, IDENTITY);
  const seals = new Uint8Array(28);
  createSectorCipher("AES_256_GCM", gcmKey, IDENTITY, 512).encrypt({ input: plaintext, output, sectors, seals });
  const expected = gcmSector(gcmKey, new Uint8Array(12), IDENTITY, 9, plaintext);
  expect(Buffer.compare(output, expected.ciphertext)).toBe(0);
});
