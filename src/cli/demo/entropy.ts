/** How much like noise bytes look. */

/** Shannon entropy of the distribution of byte values, in bits for each byte: 0 for one value alone, 8 for all alike. */
export function entropyBitsPerByte(bytes: Uint8Array): number {
  const counts = new Float64Array(256);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  let bits = 0;
  for (const count of counts) {
    if (count === 0) continue;
    const share = count / bytes.length;
    bits -= share * Math.log2(share);
  }
  return bits;
}
