/**
 * Sectors in, sectors out. A cipher knows a key and sector numbers; what volume they belong to it knows only as an
 * opaque identity that AES-256-GCM binds in.
 */

/** Bytes that travel with a sector under AES-256-GCM: a 96-bit nonce, then a 128-bit tag (SP 800-38D 5.2.1). */
export const NONCE_BYTES = 12;
const TAG_BYTES = 16;
export const SEAL_BYTES = NONCE_BYTES + TAG_BYTES;

export type SectorAlgorithm = "AES_256_XTS" | "AES_256_GCM";

/** "batched" does a whole batch at a time, with vectors in WebAssembly; "per-sector" sets OpenSSL up for each sector. */
export type SectorImplementation = "batched" | "per-sector";

/** Equal-sized sectors that lie one after the other. */
export interface SectorBatch {
  /** `sectors.length` times the sector size: plaintext to encrypt, ciphertext to decrypt. */
  readonly input: Uint8Array;
  /** As long as `input`. May be the same memory. */
  readonly output: Uint8Array;
  /** The number of each sector on its volume, from 0. */
  readonly sectors: Float64Array;
  /** AES-256-GCM: SEAL_BYTES a sector. Encrypting reads the nonces and writes the tags; decrypting reads both. Else empty. */
  readonly seals: Uint8Array;
}

export interface SectorCipher {
  encrypt(batch: SectorBatch): void;
  /** @throws INTEGRITY_ERROR (AES-256-GCM), naming the sector; the output then holds no plaintext of the batch. */
  decrypt(batch: SectorBatch): void;
  /** Forgets the key. The cipher cannot be used afterwards. */
  destroy(): void;
}

/**
 * Checks the shape of a batch before anything runs: its parts must fit together, and sector numbers are whole, from 0.
 * A batch is made inside the daemon, so a wrong one is a fault in it, and no error of the table.
 * @throws RangeError, naming the part
 */
export function checkBatch(batch: SectorBatch, sectorSizeBytes: number, sealBytes: number): void {
  const { input, output, sectors, seals } = batch;
  checkLength("input", input, sectors.length * sectorSizeBytes);
  checkLength("output", output, sectors.length * sectorSizeBytes);
  checkLength("seals", seals, sectors.length * sealBytes);
  for (const sector of sectors) {
    if (!Number.isSafeInteger(sector) || sector < 0) {
      throw new RangeError(`sectors: expected whole numbers from 0, got ${sector}.`);
    }
  }
}

/** @throws RangeError when `bytes` is not exactly `lengthBytes` long; the message names the part, not its content. */
export function checkLength(name: string, bytes: Uint8Array, lengthBytes: number): void {
  if (bytes.length !== lengthBytes)
    throw new RangeError(`${name}: expected ${lengthBytes} bytes, got ${bytes.length}.`);
}
