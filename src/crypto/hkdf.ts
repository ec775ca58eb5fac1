/**
 * HKDF-SHA-256 (RFC 5869). Node has hkdfSync, but that copies the input key into a KeyObject, which
 * lives until a garbage collection; an Hmac frees and cleanses what it holds as soon as its digest is taken.
 */

import { createHmac } from "node:crypto";
import { allocateKey } from "./key-memory.ts";

/** A hash of SHA-256: a key of 256 bits, and what HKDF gives at a time. */
export const HKDF_KEY_BYTES = 32;

/**
 * The first `lengthBytes` of output key material (RFC 5869 2.3), at most 255 times HKDF_KEY_BYTES; the caller zeroes them.
 * An empty `salt` stands for 32 zero bytes.
 */
export function hkdfSha256(
  inputKey: Uint8Array,
  salt: Uint8Array,
  info: Uint8Array,
  lengthBytes = HKDF_KEY_BYTES,
): Buffer {
  // HMAC pads its key with zero bytes, so an empty key and one of 32 zero bytes are the same key.
  const pseudorandomKey = createHmac("sha256", salt).update(inputKey).digest();
  const output = allocateKey(lengthBytes);
  let block = allocateKey(0);
  try {
    for (let at = 0, counter = 1; at < lengthBytes; at += HKDF_KEY_BYTES, counter++) {
      const hmac = createHmac("sha256", pseudorandomKey).update(block).update(info).update(Uint8Array.of(counter));
      block.fill(0);
      block = hmac.digest();
      output.set(block.subarray(0, lengthBytes - at), at);
    }
    return output;
  } finally {
    pseudorandomKey.fill(0);
    block.fill(0);
  }
}
