/**
 * AWS JSON 1.1, and how the KMS's requests and responses look in it: `keyId` is `KeyId`, bytes are base64, and a time in
 * milliseconds (`creationDateMs`) is one in seconds (`CreationDate`). Requests are read by the rules of the operation's
 * fields, which say what a member has to be beyond its type. As in AWS, a member that is null is absent, and one that
 * nobody knows is ignored.
 */

import { EnvolError } from "../../errors.ts";
import type { FieldRule, FieldRules } from "../../kms/embedded/fields.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

/** RFC 4648, section 4: whole groups, padded. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
/** Ends the name of a time here. */
const TIME_SUFFIX = "Ms";
/** The one member of which AWS writes more than the first letter in upper case. */
const ACCOUNT_ID = { here: "awsAccountId", aws: "AWSAccountId" } as const;
/** In responses: members whose keys are a caller's own. */
const MAPS: ReadonlySet<string> = new Set(["encryptionContextSubset", "encryptionContextEquals"]);

/** The body of a request: an object, or nothing. @throws REQUEST_MALFORMED */
export function parseJson(body: Buffer): JsonObject {
  if (body.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(body.toString());
  } catch {
    throw malformed("The body is not JSON.");
  }
  return requireObject(value, "The body");
}

/** @throws REQUEST_MALFORMED, which names the member and never shows its value: it may be a secret in the wrong place */
export function decodeFields(rules: FieldRules, json: JsonObject, path = ""): Record<string, unknown> {
  const request: Record<string, unknown> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const member = requestMember(name, rule);
    const value = Object.hasOwn(json, member) ? json[member] : undefined;
    if (value !== undefined && value !== null) request[name] = decode(rule, value, path + member);
  }
  return request;
}

/**
 * What AWS calls a field of a request.
 * @internal Exported for its own tests.
 */
export function requestMember(name: string, rule: FieldRule): string {
  return capitalised(rule.type === "timestamp" ? name.slice(0, -TIME_SUFFIX.length) : name);
}

function decode(rule: FieldRule, value: unknown, member: string): unknown {
  switch (rule.type) {
    case "text":
      return typeof value === "string" ? value : wrongType(member, "a string");
    case "blob":
      return typeof value === "string" && BASE64.test(value)
        ? Buffer.from(value, "base64")
        : wrongType(member, "bytes in base64");
    case "integer":
      return Number.isInteger(value) ? value : wrongType(member, "an integer");
    case "timestamp":
      return typeof value === "number" ? Math.round(value * 1000) : wrongType(member, "seconds since 1970");
    case "boolean":
      return typeof value === "boolean" ? value : wrongType(member, "true or false");
    case "map":
      return requireTexts(requireObject(value, member), member);
    case "list":
      return requireList(value, member).map((item, at) => decode(rule.member, item, `${member}[${at}]`));
    case "structure":
      return decodeFields(rule.members, requireObject(value, member), `${member}.`);
  }
}

function requireObject(value: unknown, member: string): JsonObject {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonObject;
  return wrongType(member, "an object");
}

function requireList(value: unknown, member: string): readonly unknown[] {
  return Array.isArray(value) ? value : wrongType(member, "a list");
}

function requireTexts(map: JsonObject, member: string): JsonObject {
  return Object.values(map).every((value) => typeof value === "string") ? map : wrongType(member, "strings by string");
}

function wrongType(member: string, expected: string): never {
  throw malformed(`${member}: expected ${expected}.`);
}

function malformed(message: string): EnvolError {
  return new EnvolError("REQUEST_MALFORMED", message);
}

/** A response of the KMS, or a part of one, as AWS writes it. */
export function encodeMembers(response: object): JsonObject {
  const members: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(response)) {
    if (value === undefined) continue;
    if (name.endsWith(TIME_SUFFIX)) {
      members[capitalised(name.slice(0, -TIME_SUFFIX.length))] = (value as number) / 1000;
    } else {
      members[capitalised(name)] = MAPS.has(name) ? value : encode(value);
    }
  }
  return members;
}

function encode(value: unknown): unknown {
  if (value instanceof Uint8Array) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("base64");
  }
  if (Array.isArray(value)) return value.map(encode);
  return typeof value === "object" && value !== null ? encodeMembers(value) : value;
}

function capitalised(name: string): string {
  return name === ACCOUNT_ID.here ? ACCOUNT_ID.aws : name.charAt(0).toUpperCase() + name.slice(1);
}
