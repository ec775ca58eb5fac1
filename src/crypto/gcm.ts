/**
 * AES-256-GCM (SP 800-38D), a sector at a time. The additional data says whose sector it is and which one, so a sector
 * that was changed, moved on its volume or swapped with another volume's fails its tag.
 *
 * The cipher takes each sector's nonce from the batch and never chooses one: that no nonce is used twice under a key
 * (SP 800-38D 8.2.1) is for the caller to see to.
 */

import { EnvolError } from "../errors.ts";
import { LIMITS } from "../limits.ts";
import { checkIdentity } from "./gcm-additional-data.ts";
import { createBatchedGcm } from "./gcm-batched.ts";
import { createPerSectorGcm, type GcmEngine } from "./gcm-per-sector.ts";
import { sealing } from "./gcm-sealing.ts";
import { HKDF_KEY_BYTES, hkdfSha256 } from "./hkdf.ts";
import { copyOfKey } from "./key-memory.ts";
import {
  checkBatch,
  checkLength,
  SEAL_BYTES,
  type SectorBatch,
  type SectorCipher,
  type SectorImplementation,
} from "./sector-cipher.ts";

const GCM_KEY_BYTES = HKDF_KEY_BYTES;
const KEY_LABEL = "envol AES_256_GCM sector key v1\0";
const NO_SALT = new Uint8Array(0);
const SECTOR_SIZES_BYTES: readonly number[] = LIMITS.sectorSizesBytes;

/** What GCM ciphers use in this process: "batched", or, where the runtime cannot do that, the slower "per-sector". */
export function gcmImplementation(): SectorImplementation {
  return sealing === undefined ? "per-sector" : "batched";
}

/**
 * The sector key of one volume. Volumes restored from one snapshot share a data key; each must have a key of its own,
 * or two of them could use one nonce twice.
 */
export function deriveGcmKey(dataKey: Uint8Array, identity: Uint8Array): Buffer {
  checkIdentity(identity);
  return hkdfSha256(dataKey, NO_SALT, Buffer.concat([Buffer.from(KEY_LABEL, "ascii"), identity]));
}

/**
 * A cipher over copies of `key`, which is GCM_KEY_BYTES long, and of `identity`, which additional data begin with.
 * `sectorSizeBytes` is one of LIMITS.sectorSizesBytes.
 * @throws RangeError when one of them has another size
 */
export function createGcmCipher(
  key: Uint8Array,
  identity: Uint8Array,
  sectorSizeBytes: number,
  implementation = gcmImplementation(),
): SectorCipher {
  checkLength("key", key, GCM_KEY_BYTES);
  checkIdentity(identity);
  if (!SECTOR_SIZES_BYTES.includes(sectorSizeBytes)) {
    throw new RangeError(`sectorSizeBytes: expected ${SECTOR_SIZES_BYTES.join(" or ")}, got ${sectorSizeBytes}.`);
  }
  const ownKey = copyOfKey(key);
  let engine: GcmEngine | undefined =
    implementation === "batched" && sealing !== undefined
      ? createBatchedGcm(ownKey, identity, sectorSizeBytes, sealing)
      : createPerSectorGcm(ownKey, identity, sectorSizeBytes);

  function engineFor(batch: SectorBatch): GcmEngine {
    if (engine === undefined) throw new Error("The cipher was destroyed.");
    checkBatch(batch, sectorSizeBytes, SEAL_BYTES);
    return engine;
  }

  return {
    encrypt: (batch) => engineFor(batch).encrypt(batch),
    decrypt(batch) {
      const opened = engineFor(batch).decrypt(batch);
      if (opened === batch.sectors.length) return;
      // Sectors before this one are already plaintext in the output, and it may not leave with a failed batch.
      batch.output.fill(0);
      const sector = batch.sectors[opened];
      throw new EnvolError("INTEGRITY_ERROR", `The stored bytes of sector ${sector} are not what was written.`);
    },
    destroy() {
      ownKey.fill(0);
      engine?.forget();
      engine = undefined;
    },
  };
}
