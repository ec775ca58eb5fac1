/** Sectors that say what they are: filled with one stamp, so that a torn or foreign sector is seen at a glance. */

/** Bytes of sectors in a row, each filled with its own stamp. */
export function stampedSectors(stamps: readonly number[], sectorSizeBytes: number): Buffer {
  const bytes = Buffer.alloc(stamps.length * sectorSizeBytes);
  const words = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
  const wordsPerSector = sectorSizeBytes / 8;
  for (const [index, stamp] of stamps.entries())
    words.fill(stamp, index * wordsPerSector, (index + 1) * wordsPerSector);
  return bytes;
}

/** The stamp of each sector; NaN for one whose words are not all alike. A sector of zeroes has the stamp 0. */
export function stampsOf(bytes: Buffer, sectorSizeBytes: number): number[] {
  const words = new Float64Array(new Uint8Array(bytes).buffer);
  const wordsPerSector = sectorSizeBytes / 8;
  return Array.from({ length: bytes.length / sectorSizeBytes }, (_, index) => {
    const own = words.subarray(index * wordsPerSector, (index + 1) * wordsPerSector);
    const stamp = own[0]!;
    return own.every((word) => word === stamp) ? stamp : Number.NaN;
  });
}
