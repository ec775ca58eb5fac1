/** Bad requests to VolumeService. */

import { type BadRequest, NO_SUCH_ATTACHMENT, NO_SUCH_KEY, NO_SUCH_VOLUME } from "./bad-request.ts";
import { INSTANCE_ID, REUSED_TOKEN } from "./world.ts";

const tags = (count: number) => Array.from({ length: count }, (_, i) => ({ key: `key ${i}`, value: "" }));
const base64 = (text: string) => Buffer.from(text).toString("base64url");

/** Requests of methods that take the id of a volume, but for the id. */
const OF_A_VOLUME: Readonly<Record<string, object>> = {
  ModifyVolume: { sizeGib: 3 },
  DeleteVolume: {},
  AttachVolume: {},
  DetachVolume: {},
};

const VOLUME_IDS = Object.entries(OF_A_VOLUME).flatMap(([rpc, rest]): BadRequest[] => [
  [rpc, "volume_id is absent", "volumeId", "expected a volume id", () => rest],
  [rpc, "volume_id is not a volume id", "volumeId", "expected vol- and 17", () => ({ ...rest, volumeId: "vol-0123" })],
  [rpc, "No such volume", "volumeId", "does not exist", () => ({ ...rest, volumeId: NO_SUCH_VOLUME })],
  [rpc, "No such volume", "volumeId", "does not exist", (w) => ({ ...rest, volumeId: w.volumes.gone })],
]);

// biome-ignore format: a table reads best with a row on a line.
const CREATE: readonly BadRequest[] = [
  ["CreateVolume", "size_gib is absent", "sizeGib", "must contain the parameter sizeGib", () => ({})],
  ["CreateVolume", "size_gib is absent", "sizeGib", "must contain the parameter sizeGib", () => ({ sizeGib: 0 })],
  ["CreateVolume", "size_gib is above 65536", "sizeGib", "from 1 to 65536, got 65537", () => ({ sizeGib: 65537 })],
  ["CreateVolume", "size_gib is above 65536", "sizeGib", "from 1 to 65536, got 4294967295", () => ({ sizeGib: 2 ** 32 - 1 })],
  ["CreateVolume", "cipher is not a known value", "cipher", "99 is not a value of Cipher", () => Buffer.from("080110012063", "hex")],
  ["CreateVolume", "sector_size_bytes is not 512 or 4096", "sectorSizeBytes", "expected 512 or 4096, got 1024", () => ({ sizeGib: 1, sectorSizeBytes: 1024 })],
  ["CreateVolume", "sector_size_bytes is not 512 or 4096", "sectorSizeBytes", "expected 512 or 4096, got 1", () => ({ sizeGib: 1, encrypted: true, sectorSizeBytes: 1 })],
  ["CreateVolume", "kms_key_id or cipher without encrypted", "kmsKeyId", "[kmsKeyId] requires the parameter encrypted", (w) => ({ sizeGib: 1, kmsKeyId: w.keys.enabled })],
  ["CreateVolume", "kms_key_id or cipher without encrypted", "cipher", "[cipher] requires the parameter encrypted", () => ({ sizeGib: 1, cipher: "AES_256_GCM" })],
  ["CreateVolume", "client_token is not 1 to 64 ASCII characters", "clientToken", "1 to 64 printable ASCII", () => ({ sizeGib: 1, clientToken: "x".repeat(65) })],
  ["CreateVolume", "client_token is not 1 to 64 ASCII characters", "clientToken", "1 to 64 printable ASCII", () => ({ sizeGib: 1, clientToken: "töken" })],
  ["CreateVolume", "client_token is not 1 to 64 ASCII characters", "clientToken", "1 to 64 printable ASCII", () => ({ sizeGib: 1, clientToken: "a\nb" })],
  ["CreateVolume", "client_token was used with other parameters", "clientToken", "used before with other parameters", () => ({ sizeGib: 1, clientToken: REUSED_TOKEN })],
  ["CreateVolume", "client_token was used with other parameters", "clientToken", "used before with other parameters", () => ({ sizeGib: 2, tags: tags(1), clientToken: REUSED_TOKEN })],
  ["CreateVolume", "A tag is malformed or doubled", "tags", "each key once", () => ({ sizeGib: 1, tags: [...tags(2), ...tags(1)] })],
  ["CreateVolume", "A tag is malformed or doubled", "tags", "keys of 1 to 128 characters", () => ({ sizeGib: 1, tags: [{ key: "", value: "v" }] })],
  ["CreateVolume", "A tag is malformed or doubled", "tags", "keys of 1 to 128 characters", () => ({ sizeGib: 1, tags: [{ key: "k".repeat(129) }] })],
  ["CreateVolume", "A tag is malformed or doubled", "tags", "values of at most 256 characters", () => ({ sizeGib: 1, tags: [{ key: "k", value: "v".repeat(257) }] })],
  ["CreateVolume", "A tag is malformed or doubled", "tags", "do not begin with aws:", () => ({ sizeGib: 1, tags: [{ key: "aws:name" }] })],
  ["CreateVolume", "A tag is malformed or doubled", "tags", "do not begin with aws:", () => ({ sizeGib: 1, tags: [{ key: "AWS:name" }] })],
  ["CreateVolume", "More than 50 tags", "tags", "at most 50, got 51", () => ({ sizeGib: 1, tags: tags(51) })],
  ["CreateVolume", "kms_key_id names no key", "kmsKeyId", "does not exist", () => ({ sizeGib: 1, encrypted: true, kmsKeyId: NO_SUCH_KEY })],
  ["CreateVolume", "kms_key_id names no key", "kmsKeyId", "is not found", () => ({ sizeGib: 1, encrypted: true, kmsKeyId: "alias/none" })],
  ["CreateVolume", "kms_key_id names no key", "kmsKeyId", "Invalid arn eu-west-1", (w) => ({ sizeGib: 1, encrypted: true, kmsKeyId: w.keys.arn.replace("us-east-1", "eu-west-1") })],
  ["CreateVolume", "kms_key_id is an ARN of something else", "kmsKeyId", "not the ARN of a KMS key or alias", () => ({ sizeGib: 1, encrypted: true, kmsKeyId: "arn:aws:s3:::bucket" })],
  ["CreateVolume", "kms_key_id is above 2048 characters", "kmsKeyId", "length less than or equal to 2048", () => ({ sizeGib: 1, encrypted: true, kmsKeyId: "k".repeat(2049) })],
  ["CreateVolume", "The key is disabled", undefined, "is disabled", (w) => ({ sizeGib: 1, encrypted: true, kmsKeyId: w.keys.disabled })],
  ["CreateVolume", "The key is pending deletion", undefined, "is pending deletion", (w) => ({ sizeGib: 1, encrypted: true, kmsKeyId: w.keys.pending })],
];

// biome-ignore format: as above.
const DESCRIBE: readonly BadRequest[] = [
  ["DescribeVolumes", "One of volume_ids is not a volume id", "volumeIds", "expected vol- and 17", (w) => ({ volumeIds: [w.volumes.idle, "vol-1"] })],
  ["DescribeVolumes", "One of volume_ids is not a volume id", "volumeIds", "expected vol- and 17", () => ({ volumeIds: ["vol-0123456789ABCDEF0"] })],
  ["DescribeVolumes", "One of volume_ids does not exist", "volumeIds", "does not exist", (w) => ({ volumeIds: [w.volumes.idle, NO_SUCH_VOLUME] })],
  ["DescribeVolumes", "max_results is above 500", "maxResults", "expected 1 to 500, got 501", () => ({ maxResults: 501 })],
  ["DescribeVolumes", "More than 500 volume_ids or 50 filters", "volumeIds", "at most 500, got 501", () => ({ volumeIds: Array(501).fill(NO_SUCH_VOLUME) })],
  ["DescribeVolumes", "More than 500 volume_ids or 50 filters", "filters", "at most 50, got 51", () => ({ filters: Array(51).fill({ name: "status", values: ["available"] }) })],
  ["DescribeVolumes", "A filter has an unknown name", "filters", "expected a filter name of volume-id", () => ({ filters: [{ name: "colour", values: ["red"] }] })],
  ["DescribeVolumes", "A filter has an unknown name", "filters", 'got "tag:"', () => ({ filters: [{ name: "tag:", values: ["red"] }] })],
  ["DescribeVolumes", "A filter has an unknown name", "filters", 'got "constructor"', () => ({ filters: [{ name: "constructor", values: ["red"] }] })],
  ["DescribeVolumes", "A filter has an unknown name", "filters", 'got "__proto__"', () => ({ filters: [{ name: "__proto__", values: ["red"] }] })],
  ["DescribeVolumes", "A filter has no values, or more than 200", "filters", "expected 1 to 200 values of status, got 0", () => ({ filters: [{ name: "status" }] })],
  ["DescribeVolumes", "A filter has no values, or more than 200", "filters", "expected 1 to 200 values of status, got 201", () => ({ filters: [{ name: "status", values: Array(201).fill("x") }] })],
  ["DescribeVolumes", "next_token was not made by this call", "nextToken", "not a token that DescribeVolumes gave", () => ({ nextToken: "2" })],
  ["DescribeVolumes", "next_token was not made by this call", "nextToken", "not a token that DescribeVolumes gave", () => ({ nextToken: base64("after:vol-1") })],
  ["DescribeVolumes", "next_token was not made by this call", "nextToken", "not a token that DescribeVolumes gave", (w) => ({ nextToken: w.volumes.idle })],
];

// biome-ignore format: as above.
const CHANGE: readonly BadRequest[] = [
  ["ModifyVolume", "size_gib is absent", "sizeGib", "must contain the parameter sizeGib", (w) => ({ volumeId: w.volumes.idle })],
  ["ModifyVolume", "size_gib is below the present size", "sizeGib", "at least the present size, 2 GiB, got 1", (w) => ({ volumeId: w.volumes.idle, sizeGib: 1 })],
  ["ModifyVolume", "size_gib is above 65536", "sizeGib", "from 1 to 65536, got 65537", (w) => ({ volumeId: w.volumes.data, sizeGib: 65537 })],
  ["DeleteVolume", "The volume is attached", undefined, `is currently attached to ${INSTANCE_ID}`, (w) => ({ volumeId: w.volumes.data })],
  ["AttachVolume", "instance_id or device is malformed", "instanceId", "expected i- and 17 hexadecimal digits", (w) => ({ volumeId: w.volumes.idle, instanceId: "i-1" })],
  ["AttachVolume", "instance_id or device is malformed", "device", "expected a device name such as /dev/sdf", (w) => ({ volumeId: w.volumes.idle, device: "sdf" })],
  ["AttachVolume", "instance_id or device is malformed", "device", "expected a device name such as /dev/sdf", (w) => ({ volumeId: w.volumes.idle, device: "/dev/../etc" })],
  ["AttachVolume", "Attached already, without multi-attach", undefined, `is currently attached to ${INSTANCE_ID}`, (w) => ({ volumeId: w.volumes.data })],
  ["AttachVolume", "It has 16 attachments", undefined, "has 16 attachments, as many as it may", (w) => ({ volumeId: w.volumes.crowded })],
  ["AttachVolume", "The device name is taken on the instance", "device", `/dev/sdf of instance ${INSTANCE_ID} is in use`, (w) => ({ volumeId: w.volumes.idle, instanceId: INSTANCE_ID, device: "/dev/sdf" })],
  ["AttachVolume", "The KMS key is disabled, deleted or refused", undefined, "cannot be attached. The encrypted volume was unable to access the KMS key.", (w) => ({ volumeId: w.volumes.locked })],
  ["DetachVolume", "The volume is not attached", undefined, "it is not attached", (w) => ({ volumeId: w.volumes.idle })],
  ["DetachVolume", "It has several, and none is named", "attachmentId", "has 2 attachments; name one", (w) => ({ volumeId: w.volumes.shared })],
  ["DetachVolume", "attachment_id is malformed", "attachmentId", "expected attach- and 32", (w) => ({ volumeId: w.volumes.data, attachmentId: "attach-1" })],
  ["DetachVolume", "No such attachment", "attachmentId", "has no attachment", (w) => ({ volumeId: w.volumes.data, attachmentId: NO_SUCH_ATTACHMENT })],
  ["DetachVolume", "No such attachment", "attachmentId", "has no attachment", (w) => ({ volumeId: w.volumes.data, attachmentId: w.volumes.attachments.shared })],
];

export const BAD_VOLUME_REQUESTS: readonly BadRequest[] = [...VOLUME_IDS, ...CREATE, ...DESCRIBE, ...CHANGE];
