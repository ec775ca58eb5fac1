/** XTS as OpenSSL has it, set up anew for each sector: it takes one tweak for all that goes through a context. */

import { createCipheriv, createDecipheriv } from "node:crypto";
import type { SectorBatch } from "./sector-cipher.ts";

/** One way to do the work of an XTS cipher, whose batches have been checked. */
export interface XtsEngine {
  encrypt(batch: SectorBatch): void;
  decrypt(batch: SectorBatch): void;
  /** Frees all that was made from the key. The key itself belongs to the caller. */
  forget(): void;
}

export const TWEAK_BYTES = 16;

/** @param key is used for each sector, and must stay as it is until the last */
export function createPerSectorXts(key: Uint8Array, sectorSizeBytes: number): XtsEngine {
  const tweak = new Uint8Array(TWEAK_BYTES);

  function run(direction: typeof createCipheriv | typeof createDecipheriv, batch: SectorBatch): void {
    const { input, output, sectors } = batch;
    for (const [index, sector] of sectors.entries()) {
      const start = index * sectorSizeBytes;
      writeTweak(tweak, 0, sector);
      const cipher = direction("aes-256-xts", key, tweak);
      output.set(cipher.update(input.subarray(start, start + sectorSizeBytes)), start);
      // Nothing is left to come out: this makes OpenSSL free its context, and cleanse the key in it, at once.
      cipher.final();
    }
  }

  return {
    encrypt: (batch) => run(createCipheriv, batch),
    decrypt: (batch) => run(createDecipheriv, batch),
    forget() {},
  };
}

/** The sector number as a 128-bit little-endian integer. Its upper 64 bits stay zero, as in plain64, and are not written. */
export function writeTweak(tweaks: Uint8Array, at: number, sector: number): void {
  const upper = Math.floor(sector / 2 ** 32);
  for (let byte = 0; byte < 4; byte++) {
    tweaks[at + byte] = sector >>> (8 * byte);
    tweaks[at + 4 + byte] = upper >>> (8 * byte);
  }
}
