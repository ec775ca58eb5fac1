/**
 * AES-256-GCM (SP 800-38D), a sector at a time. The additional data says whose sector it is and which one, so a sector
 * that was changed, moved on its volume or swapped with another volume's fails its tag.
 *
 * The cipher takes each sector's nonce from the batch and never chooses one: that no nonce is used twice under a key
 * (SP 800-38D 8.2.1) is for the caller to see to.
 */

import { createCipheriv, createDecipheriv } from "node:crypto";
import { EnvolError } from "../errors.ts";
import { copyBytes } from "./copy-bytes.ts";
import { HKDF_KEY_BYTES, hkdfSha256 } from "./hkdf.ts";
import { copyOfKey } from "./key-memory.ts";
import {
  checkBatch,
  checkLength,
  NONCE_BYTES,
  SEAL_BYTES,
  type SectorBatch,
  type SectorCipher,
} from "./sector-cipher.ts";

const GCM_KEY_BYTES = HKDF_KEY_BYTES;
/** More than any volume id needs. */
const IDENTITY_BYTES_MAX = 64;
const SECTOR_NUMBER_BYTES = 8;
const KEY_LABEL = "envol AES_256_GCM sector key v1\0";
const NO_SALT = new Uint8Array(0);

/**
 * The sector key of one volume. Volumes restored from one snapshot share a data key; each must have a key of its own,
 * or two of them could use one nonce twice.
 */
export function deriveGcmKey(dataKey: Uint8Array, identity: Uint8Array): Buffer {
  checkIdentity(identity);
  return hkdfSha256(dataKey, NO_SALT, Buffer.concat([Buffer.from(KEY_LABEL, "ascii"), identity]));
}

/** What a sector's tag covers beside its bytes: the identity, then the sector number as a 64-bit big-endian integer. */
export function additionalData(identity: Uint8Array, sector: number): Buffer {
  checkIdentity(identity);
  const data = Buffer.alloc(identity.length + SECTOR_NUMBER_BYTES);
  data.set(identity);
  writeSector(data, sector);
  return data;
}

function checkIdentity(identity: Uint8Array): void {
  if (identity.length > IDENTITY_BYTES_MAX) {
    throw new RangeError(`identity: expected at most ${IDENTITY_BYTES_MAX} bytes, got ${identity.length}.`);
  }
}

/** Writes the sector number into the end of additional data. */
function writeSector(data: Buffer, sector: number): void {
  data.writeUInt32BE(Math.floor(sector / 2 ** 32), data.length - 8);
  data.writeUInt32BE(sector % 2 ** 32, data.length - 4);
}

/** A cipher over copies of `key`, which is GCM_KEY_BYTES long, and of `identity`, at most IDENTITY_BYTES_MAX. */
export function createGcmCipher(key: Uint8Array, identity: Uint8Array, sectorSizeBytes: number): SectorCipher {
  checkLength("key", key, GCM_KEY_BYTES);
  let ownKey: Buffer | undefined = copyOfKey(key);
  const data = additionalData(identity, 0);

  function run(transform: typeof sealSector | typeof openSector, batch: SectorBatch): void {
    if (ownKey === undefined) throw new Error("The cipher was destroyed.");
    checkBatch(batch, sectorSizeBytes, SEAL_BYTES);
    const { input, output, sectors, seals } = batch;
    for (const [index, sector] of sectors.entries()) {
      const start = index * sectorSizeBytes;
      writeSector(data, sector);
      const seal = seals.subarray(index * SEAL_BYTES, (index + 1) * SEAL_BYTES);
      const result = transform(ownKey, data, input.subarray(start, start + sectorSizeBytes), seal);
      if (result === undefined) {
        // Sectors before this one are already plaintext in the output, and it may not leave with a failed batch.
        output.fill(0);
        throw new EnvolError("INTEGRITY_ERROR", `The stored bytes of sector ${sector} are not what was written.`);
      }
      copyBytes(output, result, start);
    }
  }

  return {
    encrypt: (batch) => run(sealSector, batch),
    decrypt: (batch) => run(openSector, batch),
    destroy() {
      ownKey?.fill(0);
      ownKey = undefined;
    },
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
