/** The ciphers once more, from a library that shares no code with OpenSSL. */

import { ecb, gcm } from "@noble/ciphers/aes.js";

const BLOCK_BYTES = 16;

/** One XTS data unit (IEEE 1619-2007 5.3, 5.4), block by block as the standard writes it. */
export function xtsSector(
  direction: "encrypt" | "decrypt",
  key: Uint8Array,
  sector: number,
  input: Uint8Array,
): Uint8Array {
  const tweak = new Uint8Array(BLOCK_BYTES);
  new DataView(tweak.buffer).setBigUint64(0, BigInt(sector), true);
  const masks = new Uint8Array(input.length);
  let mask = ecb(key.subarray(32), { disablePadding: true }).encrypt(tweak);
  for (let offset = 0; offset < input.length; offset += BLOCK_BYTES) {
    masks.set(mask, offset);
    mask = timesAlpha(mask);
  }
  return xor(ecb(key.subarray(0, 32), { disablePadding: true })[direction](xor(input, masks)), masks);
}

/** Multiplication by the primitive element of GF(2^128) (IEEE 1619-2007 5.2): a shift to the left, byte 0 the least. */
function timesAlpha(block: Uint8Array): Uint8Array<ArrayBuffer> {
  const product = new Uint8Array(BLOCK_BYTES);
  let carry = 0;
  for (const [index, byte] of block.entries()) {
    product[index] = (byte << 1) | carry;
    carry = byte >> 7;
  }
  if (carry === 1) product[0]! ^= 0x87;
  return product;
}

function xor(left: Uint8Array, right: Uint8Array): Uint8Array {
  return left.map((byte, index) => byte ^ right[index]!);
}

/** Ciphertext, then tag. The additional data is made here too: the identity, then the number in eight bytes, big end first. */
export function gcmSector(
  key: Uint8Array,
  nonce: Uint8Array,
  identity: Uint8Array,
  sector: number,
  plaintext: Uint8Array,
): { ciphertext: Uint8Array; tag: Uint8Array } {
  const additionalData = new Uint8Array(identity.length + 8);
  additionalData.set(identity);
  new DataView(additionalData.buffer).setBigUint64(identity.length, BigInt(sector));
  const sealed = gcm(key, nonce, additionalData).encrypt(plaintext);
  return { ciphertext: sealed.subarray(0, plaintext.length), tag: sealed.subarray(plaintext.length) };
}
