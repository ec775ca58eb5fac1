/** The condition operators of policies, as one table: IAM user guide, "Condition operators". */

import { BlockList, isIP } from "node:net";
import { fitsArnPattern, fitsPattern, lowerCased, type Pattern } from "./wildcard.ts";

export interface Operator {
  /** Whether a value of the request fits a value of the policy. */
  readonly fits: (wanted: Pattern, given: string) => boolean;
  /** Whether `*` and `?` are wildcards in the policy's values. */
  readonly wildcards: boolean;
  /** Holds when no value fits, and then also for a request without the key. */
  readonly negated: boolean;
}

/** The operator, and the one that holds when it does not. */
function pair(name: string, negatedName: string, fits: Operator["fits"], wildcards = false): [string, Operator][] {
  return [
    [name, { fits, wildcards, negated: false }],
    [negatedName, { fits, wildcards, negated: true }],
  ];
}

function comparison(name: string, fits: Operator["fits"]): [string, Operator] {
  return [name, { fits, wildcards: false, negated: false }];
}

/** Compares as numbers; what is no number on either side compares as nothing. */
function numbers(compare: (given: number, wanted: number) => boolean): Operator["fits"] {
  return (wanted, given) => compare(numberOf(given), numberOf(textOf(wanted)));
}

function dates(compare: (given: number, wanted: number) => boolean): Operator["fits"] {
  return (wanted, given) => compare(secondsOf(given), secondsOf(textOf(wanted)));
}

/** By name, without the prefixes ForAnyValue: and ForAllValues: and the suffix IfExists. `Null` is not among them. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ...pair("StringEquals", "StringNotEquals", fitsPattern),
  ...pair("StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", (wanted, given) =>
    fitsPattern(lowerCased(wanted), given.toLowerCase()),
  ),
  ...pair("StringLike", "StringNotLike", fitsPattern, true),
  ...pair(
    "NumericEquals",
    "NumericNotEquals",
    numbers((given, wanted) => given === wanted),
  ),
  comparison(
    "NumericLessThan",
    numbers((given, wanted) => given < wanted),
  ),
  comparison(
    "NumericLessThanEquals",
    numbers((given, wanted) => given <= wanted),
  ),
  comparison(
    "NumericGreaterThan",
    numbers((given, wanted) => given > wanted),
  ),
  comparison(
    "NumericGreaterThanEquals",
    numbers((given, wanted) => given >= wanted),
  ),
  ...pair(
    "DateEquals",
    "DateNotEquals",
    dates((given, wanted) => given === wanted),
  ),
  comparison(
    "DateLessThan",
    dates((given, wanted) => given < wanted),
  ),
  comparison(
    "DateLessThanEquals",
    dates((given, wanted) => given <= wanted),
  ),
  comparison(
    "DateGreaterThan",
    dates((given, wanted) => given > wanted),
  ),
  comparison(
    "DateGreaterThanEquals",
    dates((given, wanted) => given >= wanted),
  ),
  comparison("Bool", (wanted, given) => textOf(wanted).toLowerCase() === given.toLowerCase()),
  comparison("BinaryEquals", fitsPattern),
  ...pair("IpAddress", "NotIpAddress", (wanted, given) => isInRange(textOf(wanted), given)),
  // "ArnEquals and ArnLike behave identically", as the same page says.
  ...pair("ArnEquals", "ArnNotEquals", fitsArnPattern, true),
  ...pair("ArnLike", "ArnNotLike", fitsArnPattern, true),
]);

/** Of an operator without wildcards, every pattern is a text. */
function textOf(pattern: Pattern): string {
  return typeof pattern === "string" ? pattern : "";
}

function numberOf(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}

/** Seconds since 1970: what the number says, or the ISO 8601 date (IAM user guide, "Date condition operators"). */
function secondsOf(text: string): number {
  return /^-?\d+(\.\d+)?$/.test(text) && !/^\d{4}$/.test(text) ? Number(text) : Date.parse(text) / 1000;
}

/** @param range an address, or one with the length of its network prefix (CIDR, RFC 4632) */
function isInRange(range: string, address: string): boolean {
  const [network = "", prefix] = range.split("/");
  const version = isIP(network);
  const lengthMax = version === 4 ? 32 : 128;
  const length = prefix === undefined ? lengthMax : Number(prefix || "-1");
  if (version === 0 || isIP(address) !== version) return false;
  if (!Number.isInteger(length) || length < 0 || length > lengthMax) return false;
  const family = version === 4 ? "ipv4" : "ipv6";
  const list = new BlockList();
  list.addSubnet(network, length, family);
  return list.check(address, family);
}
