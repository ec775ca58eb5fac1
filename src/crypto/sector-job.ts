/** One piece of work for the cipher pool: sectors encrypted or decrypted where they lie in shared memory. */

import { EnvolError, type ErrorCode } from "../errors.ts";
import { copyOfKey } from "./key-memory.ts";
import type { KeyReader, KeyRef } from "./key-slots.ts";
import { SEAL_BYTES, type SectorAlgorithm, type SectorCipher } from "./sector-cipher.ts";
import { createSectorCipher } from "./sector-key.ts";

export interface SectorJob {
  readonly direction: "encrypt" | "decrypt";
  readonly algorithm: SectorAlgorithm;
  readonly key: KeyRef;
  /** What AES_256_GCM binds in beside the sector number; AES_256_XTS leaves it out. */
  readonly identity: Uint8Array;
  readonly sectorSizeBytes: number;
  /** The sectors lie in `data` from `offsetBytes`, one after the other, and are replaced there. */
  readonly data: SharedArrayBuffer;
  readonly offsetBytes: number;
  /** The number of each sector on its volume. */
  readonly sectors: Float64Array;
  /** AES_256_GCM: SEAL_BYTES a sector, from `sealsOffsetBytes`; undefined under AES_256_XTS. */
  readonly seals: SharedArrayBuffer | undefined;
  readonly sealsOffsetBytes: number;
}

/** What comes back from a worker. A thrown EnvolError would lose its class and its code on the way between threads. */
export type SectorJobResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: ErrorCode; readonly message: string };

/** Does the job on this thread. Gives KEY_REVOKED when the key is erased; throws only what no one foresaw. */
export function runSectorJob(keys: KeyReader, job: SectorJob): SectorJobResult {
  try {
    if (job.sectors.length > 0) transform(keys, job);
    return { ok: true };
  } catch (thrown) {
    if (!(thrown instanceof EnvolError)) throw thrown;
    return { ok: false, code: thrown.code, message: thrown.message };
  }
}

function transform(keys: KeyReader, job: SectorJob): void {
  const cipher = openCipher(keys, job);
  try {
    const { data, offsetBytes, sectors, sectorSizeBytes, seals, sealsOffsetBytes } = job;
    const bytes = new Uint8Array(data, offsetBytes, sectors.length * sectorSizeBytes);
    cipher[job.direction]({
      input: bytes,
      output: bytes,
      sectors,
      seals:
        seals === undefined ? new Uint8Array(0) : new Uint8Array(seals, sealsOffsetBytes, sectors.length * SEAL_BYTES),
    });
  } finally {
    cipher.destroy();
  }
}

function openCipher(keys: KeyReader, job: SectorJob): SectorCipher {
  const sectorKey = takeKey(keys, job.key);
  try {
    return createSectorCipher(job.algorithm, sectorKey, job.identity, job.sectorSizeBytes);
  } finally {
    sectorKey.fill(0);
  }
}

/** The whole key, or none of it: a key that is erased while it is being copied is caught by the second look. */
function takeKey(keys: KeyReader, ref: KeyRef): Buffer {
  const copy = copyOfKey(keys.read(ref) ?? NO_KEY);
  if (keys.read(ref) !== undefined) return copy;
  copy.fill(0);
  throw new EnvolError("KEY_REVOKED", "The volume's key was erased before its sectors were reached.");
}

const NO_KEY = new Uint8Array(0);
