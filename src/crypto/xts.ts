/**
 * AES-256-XTS as dm-crypt's aes-xts-plain64 has it (IEEE 1619-2018 5.1): a sector is a data unit, its number the tweak.
 * Anyone who holds the data key can decrypt a stored sector with a standard library.
 */

import { timingSafeEqual } from "node:crypto";
import { EnvolError } from "../errors.ts";
import { LIMITS } from "../limits.ts";
import { copyOfKey } from "./key-memory.ts";
import {
  checkBatch,
  checkLength,
  type SectorBatch,
  type SectorCipher,
  type SectorImplementation,
} from "./sector-cipher.ts";
import { createBatchedXts } from "./xts-batched.ts";
import { createPerSectorXts, type XtsEngine } from "./xts-per-sector.ts";
import { whitening } from "./xts-whitening.ts";

/** K1, which encrypts the data, then K2, which encrypts the tweak (IEEE 1619-2018 5.1). */
export const XTS_KEY_BYTES = 64;
const SECTOR_SIZES_BYTES: readonly number[] = LIMITS.sectorSizesBytes;

/** What XTS ciphers use in this process: "batched", or, where the runtime cannot do that, the slower "per-sector". */
export function xtsImplementation(): SectorImplementation {
  return whitening === undefined ? "per-sector" : "batched";
}

/**
 * A cipher over a copy of `key`, which is XTS_KEY_BYTES long. `sectorSizeBytes` is one of LIMITS.sectorSizesBytes.
 * @throws INTERNAL when K1 equals K2, which FIPS 140-3 IG C.I forbids: XTS then loses the proof of its security
 * @throws RangeError when the key or the sector has another size
 */
export function createXtsCipher(
  key: Uint8Array,
  sectorSizeBytes: number,
  implementation = xtsImplementation(),
): SectorCipher {
  checkLength("key", key, XTS_KEY_BYTES);
  if (!SECTOR_SIZES_BYTES.includes(sectorSizeBytes)) {
    throw new RangeError(`sectorSizeBytes: expected ${SECTOR_SIZES_BYTES.join(" or ")}, got ${sectorSizeBytes}.`);
  }
  if (timingSafeEqual(key.subarray(0, XTS_KEY_BYTES / 2), key.subarray(XTS_KEY_BYTES / 2))) {
    throw new EnvolError("INTERNAL", "The two halves of an AES-256-XTS key are equal (FIPS 140-3 IG C.I).");
  }
  const ownKey = copyOfKey(key);
  let engine: XtsEngine | undefined =
    implementation === "batched" && whitening !== undefined
      ? createBatchedXts(ownKey, sectorSizeBytes, whitening)
      : createPerSectorXts(ownKey, sectorSizeBytes);

  function engineFor(batch: SectorBatch): XtsEngine {
    if (engine === undefined) throw new Error("The cipher was destroyed.");
    checkBatch(batch, sectorSizeBytes, 0);
    return engine;
  }

  return {
    encrypt: (batch) => engineFor(batch).encrypt(batch),
    decrypt: (batch) => engineFor(batch).decrypt(batch),
    destroy() {
      ownKey.fill(0);
      engine?.forget();
      engine = undefined;
    },
  };
}
