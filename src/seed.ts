/**
 * The seed file: keys and principals that are there when the daemon starts, with ids, material, policies and access keys
 * that are the same every run. It is YAML 1.2, of which JSON is a part:
 *
 *     keys:
 *       - keyId: 1234abcd-12ab-34cd-56ef-1234567890ab     # a UUID, or mrk- and 32 hexadecimal digits
 *         region: eu-west-1                               # without it, the home Region
 *         keySpec: SYMMETRIC_DEFAULT
 *         keyUsage: ENCRYPT_DECRYPT
 *         material: AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=
 *                                                         # base64: the bytes of a symmetric or HMAC key, or DER-encoded
 *                                                         # PKCS #8; of a symmetric encryption key also a list, oldest first
 *         description: for the tests
 *         enabled: true
 *         aliases: [alias/a]
 *         tags: { team: storage }
 *         policy: { Version: "2012-10-17", Statement: [...] }   # a key policy
 *         rotationPeriodInDays: 365                       # turns automatic rotation on
 *     principals:
 *       - kind: user                                      # or role, or root: the root of an account, which has no name
 *         name: alice
 *         accountId: "111122223333"                       # without it, the daemon's account
 *         tags: { team: storage }
 *         policies: { may-use-keys: { Version: "2012-10-17", Statement: [...] } }
 *         accessKeys:
 *           - { accessKeyId: AKIAIOSFODNN7EXAMPLE, secretAccessKey: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY }
 *
 * Of a key, keyId and material are required; of a principal, kind and name.
 */

import { isNode, LineCounter, parseDocument } from "yaml";
import { EnvolError } from "./errors.ts";

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

export interface SeedPrincipal {
  readonly kind: "user" | "role" | "root";
  /** Empty for a root. */
  readonly name: string;
  readonly accountId?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** JSON documents by name. */
  readonly policies?: Readonly<Record<string, string>>;
  readonly accessKeys?: readonly { readonly accessKeyId: string; readonly secretAccessKey: string }[];
}

export interface Seed {
  readonly keys: readonly SeedKey[];
  readonly principals: readonly SeedPrincipal[];
  /**
   * An error about one of its fields, which says the line and column.
   * @param path such as `keys[0].keyId` @param rule that it breaks, as the rest of a sentence
   */
  fault(path: string, rule: string): EnvolError;
}

/** Checks the form of a value; gives what the rule says when it is another. */
type Check = (value: unknown) => string | undefined;
type Fields = Readonly<Record<string, Check>>;
type Json = Readonly<Record<string, unknown>>;
type Fault = Seed["fault"];

const text: Check = (value) => (typeof value === "string" ? undefined : "must be a text");
const texts: Check = (value) =>
  Array.isArray(value) && value.every((item) => typeof item === "string") ? undefined : "must be a list of texts";
const flag: Check = (value) => (typeof value === "boolean" ? undefined : "must be true or false");
const number: Check = (value) => (typeof value === "number" ? undefined : "must be a number");
const object: Check = (value) => (isObject(value) ? undefined : "must be an object");
const list: Check = (value) => (Array.isArray(value) ? undefined : "must be a list");
const textsByName: Check = (value) =>
  isObject(value) && Object.values(value).every((item) => typeof item === "string")
    ? undefined
    : "must be an object of texts";
const objectsByName: Check = (value) =>
  isObject(value) && Object.values(value).every(isObject) ? undefined : "must be an object of objects";
const kind: Check = (value) =>
  ["user", "role", "root"].includes(value as string) ? undefined : "must be user, role or root";
/** YAML reads digits without quotes as a number, and drops the zeros in front. */
const accountId: Check = (value) =>
  typeof value === "string" && /^\d{12}$/.test(value) ? undefined : "must be 12 digits in quotes";

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

const SEED_FIELDS: Fields = { keys: list, principals: list };
const KEY_FIELDS: Readonly<Record<keyof SeedKey, Check>> = {
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
const PRINCIPAL_FIELDS: Readonly<Record<keyof SeedPrincipal, Check>> = {
  kind,
  name: text,
  accountId,
  tags: textsByName,
  policies: objectsByName,
  accessKeys: list,
};
const ACCESS_KEY_FIELDS: Fields = { accessKeyId: text, secretAccessKey: text };

/** Reads a seed. What its values mean is checked when keys and principals are made. @throws CONFIG_INVALID */
export function parseSeed(source: string): Seed {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken !== undefined) {
    throw invalidSeed(
      "The seed",
      lines.linePos(broken.pos[0]),
      `is not valid YAML or JSON: ${asClause(broken.message)}`,
    );
  }
  const fault: Fault = (path, rule) => {
    const subject = path === "" ? "The seed" : `The seed's ${path}`;
    const offset = offsetOf(document, path);
    return invalidSeed(subject, offset === undefined ? undefined : lines.linePos(offset), rule);
  };
  let seed: unknown;
  try {
    seed = document.toJS();
  } catch {
    // Aliases that would make it many times as large.
    throw fault("", "has too many aliases of anchors");
  }
  checkFields(seed, "", "a seed", SEED_FIELDS, [], fault);
  const { keys = [], principals = [] } = seed as { keys?: unknown[]; principals?: unknown[] };
  return {
    keys: keys.map((key, at) => parseKey(key, `keys[${at}]`, fault)),
    principals: principals.map((principal, at) => parsePrincipal(principal, `principals[${at}]`, fault)),
    fault,
  };
}

function parseKey(key: unknown, path: string, fault: Fault): SeedKey {
  checkFields(key, path, "a key", KEY_FIELDS, ["keyId", "material"], fault);
  const given = key as Omit<SeedKey, "material"> & { material: string | readonly string[] };
  const encoded = typeof given.material === "string" ? [given.material] : given.material;
  return { ...given, material: encoded.map((bytes) => Buffer.from(bytes, "base64")) };
}

function parsePrincipal(principal: unknown, path: string, fault: Fault): SeedPrincipal {
  const isRoot = isObject(principal) && principal.kind === "root";
  checkFields(principal, path, "a principal", PRINCIPAL_FIELDS, isRoot ? ["kind"] : ["kind", "name"], fault);
  const { policies, ...given } = principal as Omit<SeedPrincipal, "policies"> & { policies?: Record<string, object> };
  if (isRoot && given.name !== undefined) throw fault(`${path}.name`, "is given for a root, which has none");
  for (const [at, key] of (given.accessKeys ?? []).entries()) {
    const place = `${path}.accessKeys[${at}]`;
    checkFields(key, place, "an access key", ACCESS_KEY_FIELDS, Object.keys(ACCESS_KEY_FIELDS), fault);
  }
  const documents = Object.entries(policies ?? {}).map(([name, document]) => [name, JSON.stringify(document)] as const);
  return { ...given, name: given.name ?? "", policies: Object.fromEntries(documents) };
}

/** @param thing what has the fields, in the words of an error @throws CONFIG_INVALID, naming the field */
function checkFields(
  value: unknown,
  path: string,
  thing: string,
  fields: Fields,
  required: readonly string[],
  fault: Fault,
): void {
  if (!isObject(value)) throw fault(path, "must be an object");
  const prefix = path === "" ? "" : `${path}.`;
  for (const name of required) if (value[name] === undefined) throw fault(prefix + name, "is required");
  for (const [name, member] of Object.entries(value)) {
    const check = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (check === undefined) throw fault(prefix + name, `is no field of ${thing}`);
    const rule = check(member);
    if (rule !== undefined) throw fault(prefix + name, rule);
  }
}

/** Where a field begins, or, of one that is not there, what it should be in. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: string): number | undefined {
  const names = path.split(/[.[\]]+/).filter((name) => name !== "");
  for (let length = names.length; length >= 0; length--) {
    const steps = names.slice(0, length).map((name) => (/^\d+$/.test(name) ? Number(name) : name));
    const node = length === 0 ? document.contents : document.getIn(steps, true);
    if (isNode(node)) return node.range?.[0];
  }
  return undefined;
}

function invalidSeed(subject: string, at: { line: number; col: number } | undefined, rule: string): EnvolError {
  const place = at === undefined ? "" : `, in line ${at.line}, column ${at.col},`;
  return new EnvolError("CONFIG_INVALID", `${subject}${place} ${rule}.`, { field: "seed" });
}

/** A message of the YAML reader, as the rest of a sentence. */
function asClause(message: string): string {
  return (message.charAt(0).toLowerCase() + message.slice(1)).replace(/\.$/, "");
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
