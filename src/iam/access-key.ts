/** Access keys: what programs sign their requests with (IAM user guide, "Manage access keys for IAM users"). */

import { randomBytes, randomInt } from "node:crypto";

export interface HeldAccessKey {
  readonly secretAccessKey: string;
  /** As whom a request signed with the key is made. */
  readonly arn: string;
  readonly accountId: string;
}

/** The key's secret and whose it is; undefined when there is no such active key. Synchronous: keys are in memory. */
export type FindAccessKey = (accessKeyId: string) => HeldAccessKey | undefined;

/** IAM user guide, "Unique identifiers": AKIA is of an access key. */
const ID_PREFIX = "AKIA";
const ID_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const ID_DIGITS_AFTER_PREFIX = 16;
/** 30 bytes are 40 base64 digits, as long as AWS's secrets. */
const SECRET_BYTES = 30;

/** IAM API, AccessKey: AccessKeyId, 16 to 128 characters. */
export const ACCESS_KEY_ID = /^\w{16,128}$/;
/** AWS's have 40 characters; those of a seed may be any that a header can be signed with. */
export const SECRET_ACCESS_KEY = /^[\x21-\x7e]{1,128}$/;

export function newAccessKeyId(): string {
  const digits = Array.from({ length: ID_DIGITS_AFTER_PREFIX }, () => ID_DIGITS[randomInt(ID_DIGITS.length)]);
  return ID_PREFIX + digits.join("");
}

export function newSecretAccessKey(): string {
  return randomBytes(SECRET_BYTES).toString("base64");
}
