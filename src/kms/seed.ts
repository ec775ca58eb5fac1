/**
 * The seed file: keys that are there when the KMS starts, with ids, material, aliases, policies and tags that are the same
 * every run. It is JSON (RFC 8259):
 *
 *     { "keys": [ {
 *       "keyId": "1234abcd-12ab-34cd-56ef-1234567890ab",   a UUID, or mrk- and 32 hexadecimal digits
 *       "region": "eu-west-1",                             without it, the home Region
 *       "keySpec": "SYMMETRIC_DEFAULT", "keyUsage": "ENCRYPT_DECRYPT",
 *       "material": "...",                                 base64: the bytes of a symmetric or HMAC key, or DER-encoded
 *                                                          PKCS #8; of a symmetric encryption key also a list, oldest first
 *       "description": "...", "enabled": true,
 *       "aliases": ["alias/a"], "tags": { "key": "value" },
 *       "policy": { ... },                                 a key policy, as an object
 *       "rotationPeriodInDays": 365                        turns automatic rotation on
 *     } ] }
 *
 * Only keyId and material are required.
 */

import { EnvolError } from "../errors.ts";

export interface SeedKey {
  readonly keyId: string;
  readonly material: readonly Uint8Array[];
  readonly region?: string;
  readonly keySpec?: string;
  readonly keyUsage?: string;
  readonly description?: string;
  readonly enabled?: boolean;
  readonly aliases?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  readonly policy?: object;
  readonly rotationPeriodInDays?: number;
}

/** Checks the form of a value; gives what the rule says when it is another. */
type Check = (value: unknown) => string | undefined;

const text: Check = (value) => (typeof value === "string" ? undefined : "must be a text");
const texts: Check = (value) =>
  Array.isArray(value) && value.every((item) => typeof item === "string") ? undefined : "must be a list of texts";
const flag: Check = (value) => (typeof value === "boolean" ? undefined : "must be true or false");
const number: Check = (value) => (typeof value === "number" ? undefined : "must be a number");
const object: Check = (value) => (isObject(value) ? undefined : "must be an object");
const textsByName: Check = (value) =>
  isObject(value) && Object.values(value).every((item) => typeof item === "string")
    ? undefined
    : "must be an object of texts";

/** Four digits to three bytes, the last group padded. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const base64: Check = (value) =>
  typeof value === "string" && value !== "" && BASE64.test(value) ? undefined : "must be base64";
const material: Check = (value) =>
  Array.isArray(value)
    ? value.length > 0 && value.every((item) => base64(item) === undefined)
      ? undefined
      : "must be base64, or a list of base64 texts"
    : base64(value);

const FIELDS: Readonly<Record<keyof SeedKey, Check>> = {
  keyId: text,
  material,
  region: text,
  keySpec: text,
  keyUsage: text,
  description: text,
  enabled: flag,
  aliases: texts,
  tags: textsByName,
  policy: object,
  rotationPeriodInDays: number,
};
const REQUIRED: readonly (keyof SeedKey)[] = ["keyId", "material"];

/** Reads a seed file. What its values mean is checked when the keys are made. @throws CONFIG_INVALID, naming the field */
export function parseSeed(json: string): readonly SeedKey[] {
  let seed: unknown;
  try {
    seed = JSON.parse(json);
  } catch {
    throw invalidSeed("", "is not valid JSON");
  }
  if (!isObject(seed)) throw invalidSeed("", "must be an object");
  const other = Object.keys(seed).find((name) => name !== "keys");
  if (other !== undefined) throw invalidSeed(other, "is no field of a seed");
  if (!Array.isArray(seed.keys)) throw invalidSeed("keys", "must be a list");
  return seed.keys.map((key, at) => parseKey(key, `keys[${at}]`));
}

function parseKey(key: unknown, path: string): SeedKey {
  if (!isObject(key)) throw invalidSeed(path, "must be an object");
  for (const name of REQUIRED) if (key[name] === undefined) throw invalidSeed(`${path}.${name}`, "is required");
  for (const [name, value] of Object.entries(key)) {
    const check = (FIELDS as Readonly<Record<string, Check>>)[name];
    if (check === undefined || !Object.hasOwn(FIELDS, name))
      throw invalidSeed(`${path}.${name}`, "is no field of a key");
    const rule = check(value);
    if (rule !== undefined) throw invalidSeed(`${path}.${name}`, rule);
  }
  const given = key as unknown as Omit<SeedKey, "material"> & { material: string | readonly string[] };
  const encoded = typeof given.material === "string" ? [given.material] : given.material;
  return { ...given, material: encoded.map((bytes) => Buffer.from(bytes, "base64")) };
}

/** @param path of the field; empty for the whole seed @param rule that it breaks, as the rest of a sentence */
export function invalidSeed(path: string, rule: string): EnvolError {
  const subject = path === "" ? "The seed" : `The seed's ${path}`;
  return new EnvolError("CONFIG_INVALID", `${subject} ${rule}.`, { field: "seed" });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
