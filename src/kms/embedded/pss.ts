/** EMSA-PSS (RFC 8017, section 9.1) over a digest, with MGF1 of the same hash and a salt as long as the digest. */

import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

const TRAILER = 0xbc;

/** The encoded message for a modulus of `modulusBits` bits: as many bytes as the modulus has. */
export function encodePss(hashName: string, digest: Uint8Array, modulusBits: number): Buffer {
  const encodedBytes = modulusBits / 8;
  const salt = randomBytes(digest.length);
  const hash = hashOf(hashName, Buffer.alloc(8), digest, salt);
  const block = Buffer.alloc(encodedBytes - digest.length - 1);
  block[block.length - salt.length - 1] = 1;
  salt.copy(block, block.length - salt.length);
  const masked = xor(block, mgf1(hashName, hash, block.length));
  // The encoding has one bit less than the modulus, so that it is below it.
  masked[0] = (masked[0] ?? 0) & 0x7f;
  return Buffer.concat([masked, hash, Buffer.of(TRAILER)]);
}

/** Whether `encoded` is an encoding of the digest. */
export function verifyPss(hashName: string, digest: Uint8Array, encoded: Buffer, modulusBits: number): boolean {
  const hashBytes = digest.length;
  if (encoded.length !== modulusBits / 8 || encoded.at(-1) !== TRAILER || ((encoded[0] ?? 0) & 0x80) !== 0)
    return false;
  const masked = encoded.subarray(0, encoded.length - hashBytes - 1);
  const hash = encoded.subarray(masked.length, -1);
  const block = xor(masked, mgf1(hashName, hash, masked.length));
  block[0] = (block[0] ?? 0) & 0x7f;
  const paddingBytes = block.length - hashBytes - 1;
  if (block.subarray(0, paddingBytes).some((byte) => byte !== 0) || block[paddingBytes] !== 1) return false;
  return timingSafeEqual(hash, hashOf(hashName, Buffer.alloc(8), digest, block.subarray(paddingBytes + 1)));
}

/** RFC 8017, appendix B.2.1. */
function mgf1(hashName: string, seed: Uint8Array, lengthBytes: number): Buffer {
  const blocks: Buffer[] = [];
  for (let counter = 0, made = 0; made < lengthBytes; counter += 1) {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(counter);
    const block = hashOf(hashName, seed, number);
    blocks.push(block);
    made += block.length;
  }
  return Buffer.concat(blocks, lengthBytes);
}

function hashOf(hashName: string, ...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash(hashName);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function xor(a: Uint8Array, b: Uint8Array): Buffer {
  return Buffer.from(a.map((byte, at) => byte ^ (b[at] ?? 0)));
}
