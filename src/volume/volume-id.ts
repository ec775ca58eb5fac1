/** Identifiers in the form that EC2 gives them. */

import { randomBytes } from "node:crypto";
import { EnvolError } from "../errors.ts";

const VOLUME_ID = /^vol-[0-9a-f]{17}$/;
const INSTANCE_ID = /^i-[0-9a-f]{17}$/;
const ATTACHMENT_ID = /^attach-[0-9a-f]{32}$/;

export function newVolumeId(): string {
  return `vol-${randomHex(17)}`;
}

export function newInstanceId(): string {
  return `i-${randomHex(17)}`;
}

/** 128 random bits, since whoever knows it may use the attachment. */
export function newAttachmentId(): string {
  return `attach-${randomHex(32)}`;
}

/** @throws MISSING_ARGUMENT, VOLUME_ID_MALFORMED */
export function checkVolumeId(volumeId: string, field = "volumeId"): void {
  if (volumeId === "") throw new EnvolError("MISSING_ARGUMENT", `${field}: expected a volume id.`, { field });
  if (VOLUME_ID.test(volumeId)) return;
  const message = `${field}: expected vol- and 17 hexadecimal digits, got "${volumeId.slice(0, 64)}".`;
  throw new EnvolError("VOLUME_ID_MALFORMED", message, { field });
}

/** @throws INVALID_ARGUMENT */
export function checkInstanceId(instanceId: string): void {
  if (INSTANCE_ID.test(instanceId)) return;
  const message = `instanceId: expected i- and 17 hexadecimal digits, got "${instanceId.slice(0, 64)}".`;
  throw new EnvolError("INVALID_ARGUMENT", message, { field: "instanceId" });
}

/** @throws INVALID_ARGUMENT */
export function checkAttachmentId(attachmentId: string): void {
  if (ATTACHMENT_ID.test(attachmentId)) return;
  const message = `attachmentId: expected attach- and 32 hexadecimal digits, got "${attachmentId.slice(0, 64)}".`;
  throw new EnvolError("INVALID_ARGUMENT", message, { field: "attachmentId" });
}

function randomHex(digits: number): string {
  return randomBytes(Math.ceil(digits / 2))
    .toString("hex")
    .slice(0, digits);
}
