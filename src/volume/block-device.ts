/**
 * The one seam for every front door: a block device as byte ranges. Offsets and lengths are bytes, of any alignment.
 * Throttling, statistics and injected faults are further BlockDevices around one.
 */

import { EnvolError } from "../errors.ts";
import { LIMITS } from "../limits.ts";

/** A run of the device: either written (`allocated`), or never written or discarded, which reads as zeroes. */
export interface Extent {
  readonly offsetBytes: number;
  readonly lengthBytes: number;
  readonly allocated: boolean;
}

/**
 * Takes plaintext out of the device. The read counts as in flight until the returned promise settles, so a revocation
 * or a detach waits for it; when it has waited too long, `cutOff` aborts, and what was not yet sent must be dropped.
 */
export type Deliver = (plaintext: Buffer, cutOff: AbortSignal) => void | Promise<void>;

export interface BlockDevice {
  readonly sizeBytes: number;
  readonly readOnly: boolean;
  /** Aborts when the device has ended for good: its attachment was detached, and all that it was sent has been flushed. */
  readonly closed: AbortSignal;
  /**
   * Reads a range, and resolves with the bytes. With `deliver` it resolves once that is done with them, and with none:
   * their memory may by then be in use again.
   */
  read(offsetBytes: number, lengthBytes: number, deliver?: Deliver): Promise<Buffer>;
  /** Writes bytes; `data` may be reused once the promise settles. With `forceUnitAccess` it also waits for the disk. */
  write(offsetBytes: number, data: Uint8Array, options?: { forceUnitAccess?: boolean }): Promise<void>;
  /** Resolves when every write that was acknowledged before this call is on the disk. */
  flush(): Promise<void>;
  /** Frees a range; it reads as zeroes from then on. */
  discard(offsetBytes: number, lengthBytes: number): Promise<void>;
  /** Makes a range read as zeroes: by freeing it, or, with `allocate`, by writing zeroes, so that the space is kept. */
  writeZeroes(
    offsetBytes: number,
    lengthBytes: number,
    options?: { allocate?: boolean; forceUnitAccess?: boolean },
  ): Promise<void>;
  /** Which parts of a range are allocated, in order and without gaps, up to `extentsMax` runs (then it ends early). */
  allocation(offsetBytes: number, lengthBytes: number, extentsMax?: number): Promise<Extent[]>;
}

/** What a request does, for the check below. */
export type Access = "read" | "write" | "query";

/**
 * Checks a request before anything runs: whole numbers, inside the volume, not too large, writable.
 * @throws INVALID_ARGUMENT, OUT_OF_RANGE, REQUEST_TOO_LARGE, READ_ONLY
 */
export function checkRequest(
  device: { readonly sizeBytes: number; readonly readOnly: boolean },
  access: Access,
  offsetBytes: number,
  lengthBytes: number,
  lengthBytesMax: number = LIMITS.requestBytesMax,
): void {
  if (!Number.isSafeInteger(offsetBytes) || offsetBytes < 0) {
    throw new EnvolError(
      "INVALID_ARGUMENT",
      `offsetBytes: expected a whole number of bytes from 0, got ${offsetBytes}.`,
      { field: "offsetBytes" },
    );
  }
  if (!Number.isSafeInteger(lengthBytes) || lengthBytes < 1) {
    throw new EnvolError(
      "INVALID_ARGUMENT",
      `lengthBytes: expected a whole number of bytes from 1, got ${lengthBytes}.`,
      { field: "lengthBytes" },
    );
  }
  if (lengthBytes > lengthBytesMax) {
    throw new EnvolError(
      "REQUEST_TOO_LARGE",
      `lengthBytes: ${lengthBytes} is more than the ${lengthBytesMax} bytes that one request may move.`,
      { field: "lengthBytes" },
    );
  }
  if (offsetBytes + lengthBytes > device.sizeBytes) {
    throw new EnvolError(
      "OUT_OF_RANGE",
      `offsetBytes ${offsetBytes} and lengthBytes ${lengthBytes} end past the volume's ${device.sizeBytes} bytes.`,
      { field: "offsetBytes" },
    );
  }
  if (access === "write" && device.readOnly) {
    throw new EnvolError("READ_ONLY", "The volume is attached read-only.");
  }
}
