/** From a volume's data key to the key of its sectors, and from that to a cipher. */

import { createGcmCipher, deriveGcmKey, gcmImplementation } from "./gcm.ts";
import { copyOfKey } from "./key-memory.ts";
import { checkLength, type SectorAlgorithm, type SectorCipher, type SectorImplementation } from "./sector-cipher.ts";
import { createXtsCipher, XTS_KEY_BYTES, xtsImplementation } from "./xts.ts";

/** NumberOfBytes of GenerateDataKeyWithoutPlaintext: what XTS needs, and more than enough to derive from. */
const DATA_KEY_BYTES = XTS_KEY_BYTES;

/**
 * The sector key: the data key itself for AES_256_XTS, 32 bytes derived from it and the identity for AES_256_GCM. It is
 * always a copy, which the caller zeroes when done.
 */
export function sectorKeyOf(algorithm: SectorAlgorithm, dataKey: Uint8Array, identity: Uint8Array): Buffer {
  checkLength("dataKey", dataKey, DATA_KEY_BYTES);
  return algorithm === "AES_256_GCM" ? deriveGcmKey(dataKey, identity) : copyOfKey(dataKey);
}

/**
 * A cipher that holds its own copy of the sector key until it is destroyed. AES_256_XTS leaves the identity out.
 * @throws INTERNAL when the halves of an AES_256_XTS key are equal
 */
export function createSectorCipher(
  algorithm: SectorAlgorithm,
  sectorKey: Uint8Array,
  identity: Uint8Array,
  sectorSizeBytes: number,
): SectorCipher {
  return algorithm === "AES_256_GCM"
    ? createGcmCipher(sectorKey, identity, sectorSizeBytes)
    : createXtsCipher(sectorKey, sectorSizeBytes);
}

/** How sectors are encrypted in this process: "batched", or, where the runtime cannot do that, the slower "per-sector". */
export function implementationOf(algorithm: SectorAlgorithm): SectorImplementation {
  return algorithm === "AES_256_GCM" ? gcmImplementation() : xtsImplementation();
}
