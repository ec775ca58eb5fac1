/** GCM as OpenSSL has it, set up anew for each sector: it takes one nonce for all that goes through a context. */

import { createCipheriv, createDecipheriv } from "node:crypto";
import { copyBytes } from "./copy-bytes.ts";
import { additionalData, writeSector } from "./gcm-additional-data.ts";
import { NONCE_BYTES, SEAL_BYTES, type SectorBatch } from "./sector-cipher.ts";

/** One way to do the work of a GCM cipher, whose batches have been checked. */
export interface GcmEngine {
  encrypt(batch: SectorBatch): void;
  /** Returns how many sectors, from the first, fit their tags. The output is of no use unless all do. */
  decrypt(batch: SectorBatch): number;
  /** Frees all that was made from the key. The key itself belongs to the caller. */
  forget(): void;
}

/** @param key is used for each sector, and must stay as it is until the last */
export function createPerSectorGcm(key: Uint8Array, identity: Uint8Array, sectorSizeBytes: number): GcmEngine {
  const data = additionalData(identity, 0);

  /** Returns how many sectors, from the first, `transform` gave a result for. */
  function run(transform: typeof sealSector | typeof openSector, batch: SectorBatch): number {
    const { input, output, sectors, seals } = batch;
    for (const [index, sector] of sectors.entries()) {
      const start = index * sectorSizeBytes;
      writeSector(data, sector);
      const seal = seals.subarray(index * SEAL_BYTES, (index + 1) * SEAL_BYTES);
      const result = transform(key, data, input.subarray(start, start + sectorSizeBytes), seal);
      if (result === undefined) return index;
      copyBytes(output, result, start);
    }
    return sectors.length;
  }

  return {
    encrypt: (batch) => void run(sealSector, batch),
    decrypt: (batch) => run(openSector, batch),
    forget() {},
  };
}

/**
 * The ciphertext of one sector. The seal is a nonce, which is used, and then a tag, which is written.
 * @internal Exported for published vectors, whose plaintexts are not sectors.
 */
export function sealSector(key: Uint8Array, data: Uint8Array, plaintext: Uint8Array, seal: Uint8Array): Buffer {
  // A tag is 128 bits long unless one says otherwise, and saying so would take a tenth of the time of a sector.
  const cipher = createCipheriv("aes-256-gcm", key, seal.subarray(0, NONCE_BYTES));
  cipher.setAAD(data);
  const ciphertext = cipher.update(plaintext);
  cipher.final();
  seal.set(cipher.getAuthTag(), NONCE_BYTES);
  return ciphertext;
}

/**
 * The plaintext of one sector; undefined when the tag in the seal does not fit.
 * @internal Exported for published vectors, whose plaintexts are not sectors.
 */
export function openSector(
  key: Uint8Array,
  data: Uint8Array,
  ciphertext: Uint8Array,
  seal: Uint8Array,
): Buffer | undefined {
  const nonce = seal.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce);
  decipher.setAAD(data);
  // All 128 bits of it: a shorter tag would be checked as far as it goes.
  decipher.setAuthTag(seal.subarray(NONCE_BYTES, SEAL_BYTES));
  const plaintext = decipher.update(ciphertext);
  try {
    decipher.final();
  } catch {
    // Node says no more than that the tag does not fit.
    plaintext.fill(0);
    return undefined;
  }
  return plaintext;
}
