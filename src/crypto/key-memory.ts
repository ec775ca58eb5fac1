/**
 * Memory for key bytes that can really be zeroed. V8 keeps a typed array of up to 64 bytes inside its own heap, where
 * every garbage collection may move it and leave the old bytes behind, and handing it to OpenSSL copies it out of there.
 * Buffer.alloc, Buffer.from and randomBytes all make such arrays; an ArrayBuffer lies outside the heap and stays put.
 */
export function allocateKey(lengthBytes: number): Buffer {
  return Buffer.from(new ArrayBuffer(lengthBytes));
}

/** A copy that the caller zeroes when done. */
export function copyOfKey(key: Uint8Array): Buffer {
  const copy = allocateKey(key.length);
  copy.set(key);
  return copy;
}
