/**
 * HKDF-SHA-256 (RFC 5869) for one 256-bit key. Node has hkdfSync, but that copies the input key into a KeyObject, which
 * lives until a garbage collection; an Hmac frees and cleanses what it holds as soon as its digest is taken.
 */

import { createHmac } from "node:crypto";

export const HKDF_KEY_BYTES = 32;

/** The first HKDF_KEY_BYTES of output key material: T(1) of RFC 5869 2.3. An empty `salt` stands for 32 zero bytes. */
export function hkdfSha256(inputKey: Uint8Array, salt: Uint8Array, info: Uint8Array): Buffer {
  // HMAC pads its key with zero bytes, so an empty key and one of 32 zero bytes are the same key.
  const pseudorandomKey = createHmac("sha256", salt).update(inputKey).digest();
  try {
    return createHmac("sha256", pseudorandomKey).update(info).update(Uint8Array.of(1)).digest();
  } finally {
    pseudorandomKey.fill(0);
  }
}
