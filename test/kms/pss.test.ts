import { createHash, randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { encodePss, verifyPss } from "#envol/kms/embedded/pss.ts";

const MODULUS_BITS = 2048;

test.each(["sha256", "sha384", "sha512"])(
  "an encoding under %s is of its digest, and of no other; no bit may change",
  (hash) => {
    const digest = createHash(hash).update("message").digest();
    const encoded = encodePss(hash, digest, MODULUS_BITS);
    expect(encoded).toHaveLength(MODULUS_BITS / 8);
    expect(encoded[0]! & 0x80).toBe(0);
    expect(encoded.at(-1)).toBe(0xbc);
    expect(verifyPss(hash, digest, encoded, MODULUS_BITS)).toBe(true);
    expect(verifyPss(hash, randomBytes(digest.length), encoded, MODULUS_BITS)).toBe(false);
    for (let at = 0; at < encoded.length; at += 1) {
      const changed = Buffer.from(encoded);
      // The padding and the 1 behind it are masked by exclusive or: a bit changed here is a bit changed there.
      changed[at]! ^= at === 0 ? 0x80 : 0x02;
      expect(verifyPss(hash, digest, changed, MODULUS_BITS), `byte ${at}`).toBe(false);
    }
    expect(verifyPss(hash, digest, encoded.subarray(1), MODULUS_BITS)).toBe(false);
  },
);

test("every encoding has a salt of its own", () => {
  const digest = createHash("sha256").update("message").digest();
  expect(encodePss("sha256", digest, MODULUS_BITS)).not.toEqual(encodePss("sha256", digest, MODULUS_BITS));
});
