/**
 * Opens a stored sector with nothing but node:crypto and the data key: no code of the daemon's is used, so that what it
 * stores is shown to be plain AES-256-XTS or AES-256-GCM.
 */

import { createDecipheriv, hkdfSync } from "node:crypto";
import type { PeekSectorResponse__Output } from "../../gen/envol/v1/PeekSectorResponse.ts";

/** Additional data ends with the sector number; what comes before it is the volume's identity. */
const SECTOR_NUMBER_BYTES = 8;

/** IEEE 1619: the tweak is the sector number as a 128-bit little-endian integer. */
function openXts(dataKey: Uint8Array, { sector, storedBytes }: PeekSectorResponse__Output): Buffer {
  const tweak = Buffer.alloc(16);
  tweak.writeBigUInt64LE(BigInt(sector));
  const decipher = createDecipheriv("aes-256-xts", dataKey, tweak);
  return Buffer.concat([decipher.update(storedBytes), decipher.final()]);
}

/** The key is HKDF-SHA-256 of the data key; nonce, tag and additional data are stored beside the sector. */
function openGcm(dataKey: Uint8Array, { storedBytes, nonce, tag, additionalData }: PeekSectorResponse__Output): Buffer {
  const identity = additionalData.subarray(0, -SECTOR_NUMBER_BYTES);
  const info = Buffer.concat([Buffer.from("envol AES_256_GCM sector key v1\0", "ascii"), identity]);
  const key = new Uint8Array(hkdfSync("sha256", dataKey, "", info, 32));
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: 16 });
  decipher.setAAD(additionalData);
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(storedBytes), decipher.final()]);
}

/** The plaintext of a stored sector. Throws what node:crypto throws when a tag does not fit. */
export function openSector(dataKey: Uint8Array, sector: PeekSectorResponse__Output): Buffer {
  return sector.cipher === "AES_256_GCM" ? openGcm(dataKey, sector) : openXts(dataKey, sector);
}
