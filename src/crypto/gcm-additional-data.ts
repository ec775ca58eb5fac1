/** What a sector's tag covers beside its bytes: the identity, then the sector number as a 64-bit big-endian integer. */

/** More than any volume id needs. */
const IDENTITY_BYTES_MAX = 64;
export const SECTOR_NUMBER_BYTES = 8;

/** @throws RangeError when the identity is longer than IDENTITY_BYTES_MAX */
export function checkIdentity(identity: Uint8Array): void {
  if (identity.length > IDENTITY_BYTES_MAX) {
    throw new RangeError(`identity: expected at most ${IDENTITY_BYTES_MAX} bytes, got ${identity.length}.`);
  }
}

export function additionalData(identity: Uint8Array, sector: number): Buffer {
  checkIdentity(identity);
  const data = Buffer.alloc(identity.length + SECTOR_NUMBER_BYTES);
  data.set(identity);
  writeSector(data, sector);
  return data;
}

/** Writes the sector number into the end of additional data. */
export function writeSector(data: Buffer, sector: number): void {
  data.writeUInt32BE(Math.floor(sector / 2 ** 32), data.length - 8);
  data.writeUInt32BE(sector % 2 ** 32, data.length - 4);
}
