/** What a text must be, said once for flags, environment variables and configuration fields alike. */

import { isIPv4 } from "node:net";
import { resolve } from "node:path";
import { EnvolError } from "../errors.ts";
import { LIMITS } from "../limits.ts";

export interface Rule<Value> {
  /** What is expected, to follow the word "expected". */
  readonly expected: string;
  /** The value, or nothing when the rule is broken. `directory` is what relative paths start from. */
  parse(text: string, directory: string): Value | undefined;
}

/** The longest piece of a wrong value that a message repeats. */
const QUOTED_LENGTH_MAX = 60;

/** How a message says that a rule was broken. */
export function brokenRule(where: string, rule: Rule<unknown>, text: string): string {
  const shown = text.length > QUOTED_LENGTH_MAX ? `${text.slice(0, QUOTED_LENGTH_MAX)}...` : text;
  return `${where}: expected ${rule.expected}, got ${JSON.stringify(shown)}.`;
}

/** Makes a rule into what commander calls on an option's text or an argument's. @throws INVALID_ARGUMENT */
export function argument<Value>(name: string, rule: Rule<Value>): (text: string) => Value {
  return (text) => {
    const value = rule.parse(text, process.cwd());
    if (value === undefined) throw new EnvolError("INVALID_ARGUMENT", brokenRule(name, rule, text), { field: name });
    return value;
  };
}

/** The same for an option that may be given several times: its values, in order. @throws INVALID_ARGUMENT */
export function repeatable<Value>(name: string, rule: Rule<Value>): (text: string, before?: Value[]) => Value[] {
  const one = argument(name, rule);
  return (text, before = []) => [...before, one(text)];
}

export function wholeNumber(min: number, max: number): Rule<number> {
  return {
    expected: `a whole number from ${min} to ${max}`,
    parse(text) {
      const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
      return value >= min && value <= max ? value : undefined;
    },
  };
}

/** A number that may have a fraction. */
export function decimal(min: number, max: number): Rule<number> {
  return {
    expected: `a number from ${min} to ${max}`,
    parse(text) {
      const value = /^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
      return value >= min && value <= max ? value : undefined;
    },
  };
}

export function oneOf<const Value extends string>(values: readonly Value[]): Rule<Value> {
  return { expected: `one of ${values.join(", ")}`, parse: (text) => values.find((value) => value === text) };
}

/** Several values with commas between them, each once and in the order given. */
export function listOf<Value>(rule: Rule<Value>): Rule<readonly Value[]> {
  return {
    expected: `${rule.expected}; or several of them with commas between`,
    parse(text, directory) {
      const values = text.split(",").map((part) => rule.parse(part.trim(), directory));
      return values.includes(undefined) ? undefined : [...new Set(values as Value[])];
    },
  };
}

export function matching(pattern: RegExp, expected: string): Rule<string> {
  return { expected, parse: (text) => (pattern.test(text) ? text : undefined) };
}

export const path: Rule<string> = {
  expected: "a path",
  parse: (text, directory) => (text === "" ? undefined : resolve(directory, text)),
};

/** A time in milliseconds since 1970. Only forms that say their time zone are taken: no other is the same everywhere. */
export const time: Rule<number> = {
  expected: "a time such as 2030-01-31T12:00:00Z",
  parse(text) {
    const isWhole = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text);
    const timeMs = isWhole ? Date.parse(text) : Number.NaN;
    return Number.isNaN(timeMs) ? undefined : timeMs;
  },
};

export const yesOrNo: Rule<boolean> = {
  expected: "true or false",
  parse: (text) => (text === "true" ? true : text === "false" ? false : undefined),
};

const UNIT_BYTES: Readonly<Record<string, number>> = {
  "": 1,
  b: 1,
  k: 2 ** 10,
  kib: 2 ** 10,
  m: 2 ** 20,
  mib: 2 ** 20,
  g: 2 ** 30,
  gib: 2 ** 30,
  t: 2 ** 40,
  tib: 2 ** 40,
};

/** A number and a binary unit in bytes; `bareUnit` is the unit of a number alone. */
function sizeBytes(text: string, bareUnit: string): number | undefined {
  const hexadecimal = /^0x[0-9a-f]{1,14}$/i.test(text);
  const match = /^(\d{1,16})\s?([a-z]*)$/i.exec(text);
  const bytes = hexadecimal
    ? Number(text)
    : Number(match?.[1]) * (UNIT_BYTES[(match?.[2] || bareUnit).toLowerCase()] ?? Number.NaN);
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}

/** A number of bytes from `min`, such as 4096, 0x1000, 4KiB or 1GiB. */
export function byteCount(min: number): Rule<number> {
  return {
    expected: `a whole number of bytes from ${min}, such as 4096, 0x1000, 4KiB or 1GiB (units of 1024)`,
    parse(text) {
      const bytes = sizeBytes(text, "");
      return bytes !== undefined && bytes >= min ? bytes : undefined;
    },
  };
}

/** The size of a volume, in GiB. */
export const volumeSizeGib: Rule<number> = {
  expected: `a whole number of GiB from 1 to ${LIMITS.volumeSizeGibMax}, such as 10, 10GiB or 1TiB`,
  parse(text) {
    const gib = text.startsWith("0x") ? Number.NaN : (sizeBytes(text, "gib") ?? Number.NaN) / LIMITS.gibBytes;
    return Number.isInteger(gib) && gib >= 1 && gib <= LIMITS.volumeSizeGibMax ? gib : undefined;
  },
};

/** Bytes of a sector, or nothing. */
export const sectorSize: Rule<number> = {
  expected: `${LIMITS.sectorSizesBytes.join(" or ")} bytes`,
  parse: (text) => LIMITS.sectorSizesBytes.find((size) => size === sizeBytes(text, "")),
};

const CIPHERS = {
  AES_256_XTS: "AES_256_XTS",
  AES_256_GCM: "AES_256_GCM",
  XTS: "AES_256_XTS",
  GCM: "AES_256_GCM",
} as const;

export const cipher: Rule<"AES_256_XTS" | "AES_256_GCM"> = {
  expected: "AES_256_XTS (or xts) or AES_256_GCM (or gcm)",
  parse: (text) => Object.entries(CIPHERS).find(([name]) => name === text.toUpperCase())?.[1],
};

/** Name and value around the first "=", where the name is not empty; the value may hold further "=". */
export const nameAndValue: Rule<readonly [name: string, value: string]> = {
  expected: "NAME=VALUE",
  parse(text) {
    const at = text.indexOf("=");
    return at > 0 ? [text.slice(0, at), text.slice(at + 1)] : undefined;
  },
};

const AGO_MS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const ISO_TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** Milliseconds since 1970. A time without a zone is one in UTC, as all times that are shown are. */
export const pointInTime: Rule<number> = {
  expected: "a time such as 2026-01-31T12:00:00Z or 2026-01-31, or how long ago: 30s, 10m, 2h or 7d",
  parse(text) {
    const [, count, unit = ""] = /^(\d{1,9})([smhd])$/.exec(text) ?? [];
    if (count !== undefined) return Date.now() - Number(count) * (AGO_MS[unit] ?? Number.NaN);
    if (!ISO_TIME.test(text)) return undefined;
    const hasZone = !text.includes("T") || /(Z|[+-]\d{2}:\d{2})$/.test(text);
    const timeMs = Date.parse(hasZone ? text : `${text}Z`);
    return timeMs >= 0 ? timeMs : undefined;
  },
};

/** Base64 of at least one byte, strictly: no stray characters, whole groups. */
export const base64: Rule<Buffer> = {
  expected: "base64",
  parse(text) {
    const bytes = Buffer.from(text, "base64");
    return bytes.length > 0 && bytes.toString("base64") === text ? bytes : undefined;
  },
};

/** A secret of 32 bytes. */
export const rootKey: Rule<Buffer> = {
  expected: "32 bytes in base64",
  parse(text, directory) {
    const bytes = base64.parse(text, directory);
    return bytes?.length === 32 ? bytes : undefined;
  },
};

/** Where a service of HTTP is. */
export const httpUrl: Rule<string> = {
  expected: "a URL that begins with https:// or http://",
  parse: (text) => (/^https?:\/\//.test(text) && URL.canParse(text) ? text : undefined),
};

const HOST_PORT = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+):(\d{1,5})$/i;

/** Where a daemon listens: `unix:PATH` or `HOST:PORT`. */
export const address: Rule<string> = {
  expected: "unix:PATH or HOST:PORT",
  parse(text, directory) {
    if (text.startsWith("unix:")) return text.length > 5 ? `unix:${resolve(directory, text.slice(5))}` : undefined;
    return Number(HOST_PORT.exec(text)?.[2] ?? Number.NaN) <= 65_535 ? text : undefined;
  },
};

/** Where a door listens that may be left out: an address, or `none`. */
export const addressOrNone: Rule<string> = {
  expected: "unix:PATH, HOST:PORT or none",
  parse: (text, directory) => (text === "none" ? text : address.parse(text, directory)),
};

/** Whether only this machine can reach an address: a Unix socket, localhost, 127.0.0.0/8 or ::1. */
export function isLocal(text: string): boolean {
  if (text.startsWith("unix:")) return true;
  const host = HOST_PORT.exec(text)?.[1]?.toLowerCase() ?? "";
  return host === "localhost" || host === "[::1]" || (isIPv4(host) && host.startsWith("127."));
}
