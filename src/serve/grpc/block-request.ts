/** What the calls of BlockService read from their requests alike. */

import { EnvolError } from "../../errors.ts";
import { LIMITS } from "../../limits.ts";
import type { BlockDevice } from "../../volume/block-device.ts";
import type { VolumeService } from "../../volume/volume-service.ts";

/** The device that a request names: of an attachment, or of the volume's oldest one. */
export function deviceOf(volumes: VolumeService, request: { volumeId: string; attachmentId: string }): BlockDevice {
  return request.attachmentId === ""
    ? volumes.device(request.volumeId)
    : volumes.device(request.volumeId, request.attachmentId);
}

/** What a length of 0 means: to the end of the volume. At least 1, so that an offset past the end is refused as such. */
export function restOf(device: BlockDevice, offsetBytes: number): number {
  return Math.max(1, device.sizeBytes - offsetBytes);
}

/**
 * Checks the length of a single read.
 * @throws REQUEST_TOO_LARGE
 */
export function checkReadLength(lengthBytes: number): void {
  if (lengthBytes > LIMITS.unaryBytesMax) throw tooLarge("lengthBytes", lengthBytes, LIMITS.unaryBytesMax);
}

/**
 * Checks the payload of a single write. The core would refuse an empty one by a field that these messages do not have.
 * @throws INVALID_ARGUMENT, REQUEST_TOO_LARGE
 */
export function checkWriteData(data: Uint8Array): void {
  if (data.length === 0) throw new EnvolError("INVALID_ARGUMENT", "data: expected at least 1 byte.", { field: "data" });
  if (data.length > LIMITS.unaryBytesMax) throw tooLarge("data", data.length, LIMITS.unaryBytesMax);
}

/** The error for more bytes than a message may move. */
export function tooLarge(field: string, sizeBytes: number, sizeBytesMax: number): EnvolError {
  const text = `${field}: ${sizeBytes} bytes are more than the ${sizeBytesMax} that one message may move.`;
  return new EnvolError("REQUEST_TOO_LARGE", text, { field });
}
