/** The rules for what a request may say about a volume, before anything is done about it. */

import { EnvolError } from "../errors.ts";
import { LIMITS } from "../limits.ts";
import type { Cipher, CreateVolumeRequest, Tag } from "./volume.ts";

/** A checked request, with its defaults filled in. */
export interface VolumeSpec {
  readonly sizeGib: number;
  readonly encrypted: boolean;
  readonly kmsKeyId: string;
  readonly cipher: Cipher;
  readonly sectorSizeBytes: number;
  readonly multiAttachEnabled: boolean;
  readonly tags: readonly Tag[];
}

/** The AWS managed key that EBS encrypts under when no key is named (EBS User Guide, "Default KMS key"). */
const DEFAULT_KEY = "alias/aws/ebs";

function invalid(field: string, rule: string, got: unknown): EnvolError {
  return new EnvolError("INVALID_ARGUMENT", `${field}: expected ${rule}, got ${JSON.stringify(got)}.`, { field });
}

/** @throws MISSING_ARGUMENT, INVALID_ARGUMENT, ARGUMENT_DEPENDENCY, ARGUMENT_COMBINATION, TAG_LIMIT_EXCEEDED */
export function checkCreateVolume(request: CreateVolumeRequest): VolumeSpec {
  const sizeGib = checkSizeGib(request.sizeGib);
  const encrypted = request.encrypted ?? false;
  checkNeedsEncrypted(encrypted, "kmsKeyId", request.kmsKeyId);
  checkNeedsEncrypted(encrypted, "cipher", request.cipher);
  if (request.clientToken !== undefined) checkClientToken(request.clientToken);
  return {
    sizeGib,
    encrypted,
    kmsKeyId: request.kmsKeyId ?? DEFAULT_KEY,
    cipher: encrypted ? checkCipher(request.cipher ?? "AES_256_XTS") : "NONE",
    sectorSizeBytes: checkSectorSize(request.sectorSizeBytes ?? LIMITS.sectorSizeBytesDefault),
    multiAttachEnabled: request.multiAttachEnabled ?? false,
    tags: checkTags(request.tags ?? []),
  };
}

/** @throws MISSING_ARGUMENT, INVALID_ARGUMENT */
export function checkSizeGib(sizeGib: number | undefined): number {
  if (sizeGib === undefined) {
    throw new EnvolError("MISSING_ARGUMENT", "The request must contain the parameter sizeGib.", { field: "sizeGib" });
  }
  if (Number.isInteger(sizeGib) && sizeGib >= 1 && sizeGib <= LIMITS.volumeSizeGibMax) return sizeGib;
  throw invalid("sizeGib", `a whole number of GiB from 1 to ${LIMITS.volumeSizeGibMax}`, sizeGib);
}

/** EC2's own words for a field that needs Encrypted. */
function checkNeedsEncrypted(encrypted: boolean, field: string, value: unknown): void {
  if (encrypted || value === undefined) return;
  const message = `The parameter [${field}] requires the parameter encrypted to be set.`;
  throw new EnvolError("ARGUMENT_DEPENDENCY", message, { field });
}

function checkCipher(cipher: string): Cipher {
  if (cipher === "AES_256_XTS" || cipher === "AES_256_GCM") return cipher;
  throw invalid("cipher", "AES_256_XTS or AES_256_GCM", cipher);
}

function checkSectorSize(sectorSizeBytes: number): number {
  if (LIMITS.sectorSizesBytes.some((size) => size === sectorSizeBytes)) return sectorSizeBytes;
  throw invalid("sectorSizeBytes", LIMITS.sectorSizesBytes.join(" or "), sectorSizeBytes);
}

function checkClientToken(token: string): void {
  if (/^[\x20-\x7e]+$/.test(token) && token.length <= LIMITS.clientTokenLengthMax) return;
  throw invalid("clientToken", `1 to ${LIMITS.clientTokenLengthMax} printable ASCII characters`, token.slice(0, 80));
}

/** AWS General Reference, "Tag naming limits and requirements". */
function checkTags(tags: readonly Tag[]): readonly Tag[] {
  if (tags.length > LIMITS.tagsMax) {
    const message = `tags: expected at most ${LIMITS.tagsMax}, got ${tags.length}.`;
    throw new EnvolError("TAG_LIMIT_EXCEEDED", message, { field: "tags" });
  }
  const seen = new Set<string>();
  for (const { key, value } of tags) {
    if (key.length < 1 || key.length > LIMITS.tagKeyLengthMax) {
      throw invalid("tags", `keys of 1 to ${LIMITS.tagKeyLengthMax} characters`, key.slice(0, 160));
    }
    if (key.toLowerCase().startsWith("aws:")) throw invalid("tags", "keys that do not begin with aws:", key);
    if (value.length > LIMITS.tagValueLengthMax) {
      throw invalid("tags", `values of at most ${LIMITS.tagValueLengthMax} characters`, value.slice(0, 300));
    }
    if (seen.has(key)) throw invalid("tags", "each key once", key);
    seen.add(key);
  }
  return tags;
}

/** EC2's device names for attached volumes: /dev/sd[b-z], /dev/xvd[b-z] or longer, and the root device names. */
export function checkDeviceName(device: string): void {
  if (/^\/dev\/(sd[a-z]([1-9]|1[0-5])?|xvd[a-z]{1,2}|nvme\d{1,2}n1)$/.test(device)) return;
  throw invalid("device", "a device name such as /dev/sdf or /dev/xvdf", device.slice(0, 64));
}
