/** Bad requests to HarnessService. */

import { type BadRequest, GIB, NO_SUCH_KEY, NO_SUCH_VOLUME, UINT64_MAX } from "./bad-request.ts";
import type { World } from "./world.ts";

const stall = {};
const device = {};

/** A condition on AddFault, with the spec that meets it. */
function fault(condition: string, field: string | undefined, says: string, spec: (world: World) => object): BadRequest {
  return ["AddFault", condition, field, says, (world) => ({ spec: spec(world) })];
}

// biome-ignore format: a table reads best with a row on a line.
const PLANS: readonly BadRequest[] = [
  ["AddFault", "The site or the effect is absent", "spec", "spec: expected a fault", () => ({})],
  fault("The site or the effect is absent", "spec.site", "expected one of device, kms and store", () => ({ stall })),
  fault("The site or the effect is absent", "spec.effect", "expected one of delay, stall", () => ({ device })),
  fault("An operation is not one of the site", "spec.device.operations", 'expected READ, WRITE, FLUSH, DISCARD, WRITE_ZEROES, ALLOCATION, got "read"', () => ({ device: { operations: ["READ", "read"] }, stall })),
  fault("An operation is not one of the site", "spec.kms.operations", 'RetireGrant, got "Encrypt"', () => ({ kms: { operations: ["Encrypt"] }, stall })),
  fault("An operation is not one of the site", "spec.store.operations", 'expected PUT, GET, got "READ"', () => ({ store: { operations: ["READ"] }, stall })),
  fault("The effect means nothing at the site", "spec.disableKey", "it means nothing at kms", () => ({ kms: {}, disableKey: {} })),
  fault("The effect means nothing at the site", "spec.disableKey", "it means nothing at store", () => ({ store: {}, disableKey: {} })),
  fault("The effect means nothing at the site", "spec.corrupt", "it means nothing at device", (w) => ({ device: { volumeId: w.volumes.data }, corrupt: { bit: 0 } })),
  fault("The effect means nothing at an operation named", "spec.store.operations", "stall means nothing at GET; it does at PUT", () => ({ store: { operations: ["PUT", "GET"] }, stall })),
  fault("The effect means nothing at an operation named", "spec.store.operations", "corrupt means nothing at PUT; it does at GET", (w) => ({ store: { volumeId: w.volumes.data, operations: ["PUT"] }, corrupt: {} })),
  fault("The effect means nothing at an operation named", "spec.device.operations", "fail with KEY_REVOKED means nothing at FLUSH", () => ({ device: { operations: ["FLUSH"] }, fail: { code: "KEY_REVOKED" } })),
  fault("probability is not above 0 and at most 1", "spec.probability", "expected a number above 0 and at most 1, got 0", () => ({ device, stall, probability: 0 })),
  fault("probability is not above 0 and at most 1", "spec.probability", "got 1.5", () => ({ device, stall, probability: 1.5 })),
  fault("probability is not above 0 and at most 1", "spec.probability", "got NaN", () => ({ device, stall, probability: Number.NaN })),
  fault("A number is no whole number below 2^53", "spec.afterOperations", "expected a whole number below 2^53", () => ({ device, stall, afterOperations: UINT64_MAX })),
  fault("A number is no whole number below 2^53", "spec.times", "expected a whole number below 2^53", () => ({ device, stall, times: UINT64_MAX })),
  fault("A number is no whole number below 2^53", "spec.device.offsetBytes", "expected a whole number below 2^53", () => ({ device: { offsetBytes: UINT64_MAX }, stall })),
  fault("A number is no whole number below 2^53", "spec.store.lengthBytes", "expected a whole number below 2^53", () => ({ store: { lengthBytes: UINT64_MAX }, stall })),
  fault("delay_ms is 0 or above 3,600,000", "spec.delay.delayMs", "expected 1 to 3600000, got 0", () => ({ device, delay: {} })),
  fault("delay_ms is 0 or above 3,600,000", "spec.delay.delayMs", "got 3600001", () => ({ kms: {}, delay: { delayMs: 3_600_001 } })),
  fault("code is absent", "spec.fail.code", "expected an error, by its reason", () => ({ device, fail: {} })),
  fault("code is not an error, or not one of the site", "spec.fail.code", 'expected one of STORE_FULL, STORE_FAILED, INTEGRITY_ERROR at store, got "KEY_REVOKED"', () => ({ store: {}, fail: { code: "KEY_REVOKED" } })),
  fault("code is not an error, or not one of the site", "spec.fail.code", 'at device, got "constructor"', () => ({ device, fail: { code: "constructor" } })),
  fault("corrupt without volume_id", "spec.store.volumeId", "corrupt needs the volume", () => ({ store: {}, corrupt: { bit: 1 } })),
];

// biome-ignore format: as above.
const OF_THE_WORLD: readonly BadRequest[] = [
  fault("bit is past the end of the volume's sectors", "spec.corrupt.bit", "has 32768 bits, got 32768", (w) => ({ store: { volumeId: w.volumes.data }, corrupt: { bit: 32768 } })),
  fault("bit is past the end of the volume's sectors", "spec.corrupt.bit", "has 4096 bits, got 4096", (w) => ({ store: { volumeId: w.volumes.managed }, corrupt: { bit: 4096 } })),
  fault("volume_id is not a volume id", "spec.device.volumeId", "expected vol- and 17", () => ({ device: { volumeId: "vol-xyz" }, stall })),
  fault("volume_id is not a volume id", "spec.store.volumeId", "expected vol- and 17", () => ({ store: { volumeId: "*" }, stall })),
  fault("No such volume", "spec.device.volumeId", "does not exist", () => ({ device: { volumeId: NO_SUCH_VOLUME }, stall })),
  fault("No such volume", "spec.store.volumeId", "does not exist", (w) => ({ store: { volumeId: w.volumes.gone }, stall })),
  fault("The range begins past the end of the volume", "spec.device.offsetBytes", `the volume ends at ${2 * GIB}, got ${2 * GIB}`, (w) => ({ device: { volumeId: w.volumes.data, offsetBytes: 2 * GIB }, stall })),
  fault("disable_key of a volume that is not encrypted", "spec.disableKey", "is not encrypted", (w) => ({ device: { volumeId: w.volumes.idle }, disableKey: {} })),
  fault("disable_key of a volume under an AWS managed key", "spec.disableKey", "under an AWS managed key", (w) => ({ device: { volumeId: w.volumes.managed }, disableKey: {} })),
  fault("key_id names no key", "spec.kms.keyId", "does not exist", () => ({ kms: { keyId: NO_SUCH_KEY }, stall })),
  fault("key_id names no key", "spec.kms.keyId", "is not found", () => ({ kms: { keyId: "alias/none" }, stall })),
  fault("key_id is an ARN of something else", "spec.kms.keyId", "is not the ARN of a KMS key or alias", () => ({ kms: { keyId: "arn:aws:s3:::bucket" }, stall })),
  fault("key_id is above 2048 characters", "spec.kms.keyId", "length less than or equal to 2048", () => ({ kms: { keyId: "k".repeat(2049) }, stall })),
  ["RemoveFault", "fault_id is absent", "faultId", "expected the id of a fault", () => ({})],
  ["RemoveFault", "No such fault", "faultId", 'There is no fault "fault-9"', () => ({ faultId: "fault-9" })],
];

export const BAD_HARNESS_REQUESTS: readonly BadRequest[] = [...PLANS, ...OF_THE_WORLD];
