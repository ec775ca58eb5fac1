/**
 * AES-256-XTS as dm-crypt's aes-xts-plain64 has it (IEEE 1619-2018 5.1): a sector is a data unit, its number the tweak.
 * Anyone who holds the data key can decrypt a stored sector with a standard library.
 */

import { createCipheriv, createDecipheriv, timingSafeEqual } from "node:crypto";
import { EnvolError } from "../errors.ts";
import { copyOfKey } from "./key-memory.ts";
import { checkBatch, checkLength, type SectorBatch, type SectorCipher } from "./sector-cipher.ts";

/** K1, which encrypts the data, then K2, which encrypts the tweak (IEEE 1619-2018 5.1). */
export const XTS_KEY_BYTES = 64;
const TWEAK_BYTES = 16;

/**
 * A cipher over a copy of `key`, which is XTS_KEY_BYTES long.
 * @throws INTERNAL when K1 equals K2, which FIPS 140-3 IG C.I forbids: XTS then loses the proof of its security
 */
export function createXtsCipher(key: Uint8Array, sectorSizeBytes: number): SectorCipher {
  checkLength("key", key, XTS_KEY_BYTES);
  if (timingSafeEqual(key.subarray(0, XTS_KEY_BYTES / 2), key.subarray(XTS_KEY_BYTES / 2))) {
    throw new EnvolError("INTERNAL", "The two halves of an AES-256-XTS key are equal (FIPS 140-3 IG C.I).");
  }
  let ownKey: Buffer | undefined = copyOfKey(key);
  const tweak = Buffer.alloc(TWEAK_BYTES);

  function run(direction: typeof createCipheriv | typeof createDecipheriv, batch: SectorBatch): void {
    if (ownKey === undefined) throw new Error("The cipher was destroyed.");
    checkBatch(batch, sectorSizeBytes, 0);
    const { input, output, sectors } = batch;
    for (const [index, sector] of sectors.entries()) {
      const start = index * sectorSizeBytes;
      writeTweak(tweak, sector);
      const cipher = direction("aes-256-xts", ownKey, tweak);
      output.set(cipher.update(input.subarray(start, start + sectorSizeBytes)), start);
      // Nothing is left to come out: this makes OpenSSL free its context, and cleanse the key in it, at once.
      cipher.final();
    }
  }

  return {
    encrypt: (batch) => run(createCipheriv, batch),
    decrypt: (batch) => run(createDecipheriv, batch),
    destroy() {
      ownKey?.fill(0);
      ownKey = undefined;
    },
  };
}

/** The sector number as a 128-bit little-endian integer; its upper 64 bits stay zero, as in plain64. */
function writeTweak(tweak: Buffer, sector: number): void {
  tweak.writeUInt32LE(sector % 2 ** 32, 0);
  tweak.writeUInt32LE(Math.floor(sector / 2 ** 32), 4);
}
