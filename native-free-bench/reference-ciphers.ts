/** Sector ciphers without Envol: the plain way with node:crypto, and @noble/ciphers, which is JavaScript throughout. */

import { createCipheriv, createDecipheriv } from "node:crypto";
import { ecb, gcm } from "@noble/ciphers/aes.js";
import {
  NONCE_BYTES,
  SEAL_BYTES,
  type SectorAlgorithm,
  type SectorBatch,
  type SectorCipher,
} from "#envol/crypto/sector-cipher.ts";

export type ReferenceCipher = Pick<SectorCipher, "encrypt" | "decrypt">;

const BLOCK_BYTES = 16;
const TAG_BYTES = SEAL_BYTES - NONCE_BYTES;

/** One createCipheriv for each sector: what one would write first. */
export function plainCipher(
  algorithm: SectorAlgorithm,
  key: Uint8Array,
  identity: Uint8Array,
  sectorSizeBytes: number,
): ReferenceCipher {
  return algorithm === "AES_256_XTS" ? plainXts(key, sectorSizeBytes) : plainGcm(key, identity, sectorSizeBytes);
}

function plainXts(key: Uint8Array, sectorSizeBytes: number): ReferenceCipher {
  const tweak = Buffer.alloc(BLOCK_BYTES);
  function each(
    create: typeof createCipheriv | typeof createDecipheriv,
    { input, output, sectors }: SectorBatch,
  ): void {
    sectors.forEach((sector, index) => {
      tweak.writeBigUInt64LE(BigInt(sector));
      const start = index * sectorSizeBytes;
      const cipher = create("aes-256-xts", key, tweak);
      output.set(cipher.update(input.subarray(start, start + sectorSizeBytes)), start);
      cipher.final();
    });
  }
  return { encrypt: (batch) => each(createCipheriv, batch), decrypt: (batch) => each(createDecipheriv, batch) };
}

/** The identity, then the sector number as a 64-bit big-endian integer. */
function additionalDataOf(identity: Uint8Array): { readonly bytes: Buffer; place(sector: number): void } {
  const bytes = Buffer.concat([identity, Buffer.alloc(8)]);
  return { bytes, place: (sector) => void bytes.writeBigUInt64BE(BigInt(sector), identity.length) };
}

function plainGcm(key: Uint8Array, identity: Uint8Array, sectorSizeBytes: number): ReferenceCipher {
  const additionalData = additionalDataOf(identity);
  const options = { authTagLength: TAG_BYTES };
  return {
    encrypt: ({ input, output, sectors, seals }) =>
      sectors.forEach((sector, index) => {
        const [start, at] = [index * sectorSizeBytes, index * SEAL_BYTES];
        additionalData.place(sector);
        const cipher = createCipheriv("aes-256-gcm", key, seals.subarray(at, at + NONCE_BYTES), options);
        cipher.setAAD(additionalData.bytes);
        output.set(cipher.update(input.subarray(start, start + sectorSizeBytes)), start);
        cipher.final();
        seals.set(cipher.getAuthTag(), at + NONCE_BYTES);
      }),
    decrypt: ({ input, output, sectors, seals }) =>
      sectors.forEach((sector, index) => {
        const [start, at] = [index * sectorSizeBytes, index * SEAL_BYTES];
        additionalData.place(sector);
        const cipher = createDecipheriv("aes-256-gcm", key, seals.subarray(at, at + NONCE_BYTES), options);
        cipher.setAAD(additionalData.bytes);
        cipher.setAuthTag(seals.subarray(at + NONCE_BYTES, at + SEAL_BYTES));
        output.set(cipher.update(input.subarray(start, start + sectorSizeBytes)), start);
        cipher.final();
      }),
  };
}

/** The same with @noble/ciphers. It has no XTS: that is made of its ECB. */
export function nobleCipher(
  algorithm: SectorAlgorithm,
  key: Uint8Array,
  identity: Uint8Array,
  sectorSizeBytes: number,
): ReferenceCipher {
  return algorithm === "AES_256_XTS" ? nobleXts(key, sectorSizeBytes) : nobleGcm(key, identity, sectorSizeBytes);
}

/** The whole batch goes through ECB in one call: an object of the library encrypts once, and each new one expands the key. */
function nobleXts(key: Uint8Array, sectorSizeBytes: number): ReferenceCipher {
  const dataKey = key.subarray(0, key.length / 2);
  const tweakKey = key.subarray(key.length / 2);
  const blocksOf = (blockKey: Uint8Array) => ecb(blockKey, { disablePadding: true });

  function each(direction: "encrypt" | "decrypt", { input, output, sectors }: SectorBatch): void {
    const tweaks = new DataView(new ArrayBuffer(sectors.length * BLOCK_BYTES));
    for (const [index, sector] of sectors.entries()) tweaks.setBigUint64(index * BLOCK_BYTES, BigInt(sector), true);
    const encryptedTweaks = blocksOf(tweakKey).encrypt(new Uint8Array(tweaks.buffer));
    const masks = new Uint8Array(input.length);
    for (let index = 0; index < sectors.length; index++) {
      const tweak = encryptedTweaks.subarray(index * BLOCK_BYTES, (index + 1) * BLOCK_BYTES);
      writeMasks(masks.subarray(index * sectorSizeBytes, (index + 1) * sectorSizeBytes), tweak);
    }
    const whitened = new Uint8Array(input.length);
    for (let at = 0; at < input.length; at++) whitened[at] = input[at]! ^ masks[at]!;
    const blocks = blocksOf(dataKey)[direction](whitened);
    for (let at = 0; at < input.length; at++) output[at] = blocks[at]! ^ masks[at]!;
  }
  return { encrypt: (batch) => each("encrypt", batch), decrypt: (batch) => each("decrypt", batch) };
}

/** A mask for each block: the encrypted tweak, multiplied by alpha once more for each (IEEE 1619-2018 5.2). */
function writeMasks(masks: Uint8Array, encryptedTweak: Uint8Array): void {
  masks.set(encryptedTweak);
  for (let at = BLOCK_BYTES; at < masks.length; at += BLOCK_BYTES) {
    let carry = 0;
    for (let byte = at; byte < at + BLOCK_BYTES; byte++) {
      const before = masks[byte - BLOCK_BYTES]!;
      masks[byte] = (before << 1) | carry;
      carry = before >> 7;
    }
    if (carry === 1) masks[at]! ^= 0x87;
  }
}

function nobleGcm(key: Uint8Array, identity: Uint8Array, sectorSizeBytes: number): ReferenceCipher {
  const additionalData = additionalDataOf(identity);
  const sealed = new Uint8Array(sectorSizeBytes + TAG_BYTES);
  return {
    encrypt: ({ input, output, sectors, seals }) =>
      sectors.forEach((sector, index) => {
        const [start, at] = [index * sectorSizeBytes, index * SEAL_BYTES];
        additionalData.place(sector);
        const cipher = gcm(key, seals.subarray(at, at + NONCE_BYTES), additionalData.bytes);
        const result = cipher.encrypt(input.subarray(start, start + sectorSizeBytes));
        output.set(result.subarray(0, sectorSizeBytes), start);
        seals.set(result.subarray(sectorSizeBytes), at + NONCE_BYTES);
      }),
    decrypt: ({ input, output, sectors, seals }) =>
      sectors.forEach((sector, index) => {
        const [start, at] = [index * sectorSizeBytes, index * SEAL_BYTES];
        additionalData.place(sector);
        sealed.set(input.subarray(start, start + sectorSizeBytes));
        sealed.set(seals.subarray(at + NONCE_BYTES, at + SEAL_BYTES), sectorSizeBytes);
        const cipher = gcm(key, seals.subarray(at, at + NONCE_BYTES), additionalData.bytes);
        output.set(cipher.decrypt(sealed), start);
      }),
  };
}
