/**
 * Whether a request keeps the rules of its fields, and AWS's words when it does not: "1 validation error detected: Value
 * '0' at 'numberOfBytes' failed to satisfy constraint: Member must have value greater than or equal to 1". What one field
 * means for another is left to the operations.
 */

import { EnvolError } from "../../errors.ts";
import type { FieldRule, FieldRules } from "./fields.ts";

interface Fault {
  /** The field of the request, whichever of its members is at fault. */
  readonly field: string;
  readonly text: string;
}

/** AWS shows every value; a longer one is left out here, because an error must fit into a gRPC trailer. */
const SHOWN_LENGTH_MAX = 512;
/** And so must all faults together. */
const FAULTS_SHOWN_MAX = 10;

/** @throws KMS_VALIDATION, which lists every rule that is broken */
export function validate(rules: FieldRules, request: object): void {
  const faults = structureFaults(rules, request, "");
  const first = faults[0];
  if (first === undefined) return;
  const count = faults.length === 1 ? "1 validation error" : `${faults.length} validation errors`;
  const shown = faults.slice(0, FAULTS_SHOWN_MAX).map(({ text }) => text);
  throw invalid(`${count} detected: ${shown.join("; ")}`, first.field);
}

/** For rules that no single field can hold. */
export function invalid(message: string, field: string): EnvolError {
  return new EnvolError("KMS_VALIDATION", message, { field });
}

/** @param path of the structure, with a dot at its end; empty for the request itself */
function structureFaults(rules: FieldRules, structure: object, path: string): Fault[] {
  const values: Readonly<Record<string, unknown>> = { ...structure };
  return Object.entries(rules).flatMap(([name, rule]) => {
    const member = path + name;
    const field = member.split(".", 1)[0] ?? member;
    return fieldFaults(rule, values[name], member).map((text) => ({ field, text }));
  });
}

function fieldFaults(rule: FieldRule, value: unknown, member: string): string[] {
  if (value === undefined) {
    return rule.required ? [`Value null at '${member}' failed to satisfy constraint: Member must not be null`] : [];
  }
  if (rule.type === "structure") return structureFaults(rule.members, value as object, `${member}.`).map(textOf);
  const own = brokenRules(rule, value).map(
    (text) => `Value ${printed(rule, value)}at '${member}' failed to satisfy constraint: ${text}`,
  );
  if (rule.type !== "list" || rule.member.type !== "structure") return own;
  const { members } = rule.member;
  const inMembers = (value as readonly object[]).flatMap((item, at) =>
    structureFaults(members, item, `${member}.${at + 1}.member.`),
  );
  return [...own, ...inMembers.map(textOf)];
}

function textOf({ text }: Fault): string {
  return text;
}

/** The rules that a value breaks, in AWS's words. */
function brokenRules(rule: FieldRule, value: unknown): string[] {
  switch (rule.type) {
    case "text":
      return textFaults(rule, value as string);
    case "blob":
      return lengthFaults(rule.length, (value as Uint8Array).length);
    case "integer":
      return rangeFaults(rule.range, value as number);
    case "map":
      return isContext(value) ? [] : ["Map keys and values must be well-formed Unicode texts"];
    case "list":
      return listFaults(rule, value as readonly unknown[]);
    default:
      return [];
  }
}

/** A pattern of the API's model is for the whole text, whether or not it says so with ^ and $. */
function textFaults(rule: Extract<FieldRule, { type: "text" }>, value: string): string[] {
  const { length, pattern, values } = rule;
  return [
    ...(length === undefined ? [] : lengthFaults(length, value.length)),
    ...(values === undefined || values.includes(value) ? [] : [valueSetRule(values)]),
    ...(pattern === undefined || pattern.exec(value)?.[0] === value ? [] : [patternRule(pattern)]),
  ];
}

function listFaults(rule: Extract<FieldRule, { type: "list" }>, list: readonly unknown[]): string[] {
  const own = rule.length === undefined ? [] : lengthFaults(rule.length, list.length);
  if (rule.member.type === "structure") return own;
  const member = rule.member;
  if (list.every((item) => textFaults(member, item as string).length === 0)) return own;
  return [...own, `Member must satisfy constraint: [${allRules(member).join(", ")}]`];
}

/** Every rule of a list's members: AWS names them all when a member breaks one. */
function allRules({ length, pattern, values }: Extract<FieldRule, { type: "text" }>): string[] {
  return [
    ...(length === undefined ? [] : [lengthMaxRule(length[1]), lengthMinRule(length[0])]),
    ...(pattern === undefined ? [] : [patternRule(pattern)]),
    ...(values === undefined ? [] : [valueSetRule(values)]),
  ];
}

function lengthFaults([min, max]: readonly [number, number], length: number): string[] {
  if (length < min) return [lengthMinRule(min)];
  return length > max ? [lengthMaxRule(max)] : [];
}

const lengthMinRule = (min: number) => `Member must have length greater than or equal to ${min}`;
const lengthMaxRule = (max: number) => `Member must have length less than or equal to ${max}`;
const valueSetRule = (values: readonly string[]) => `Member must satisfy enum value set: [${values.join(", ")}]`;
const patternRule = (pattern: RegExp) =>
  `Member must satisfy regular expression pattern: ${pattern.source.replaceAll("\\/", "/")}`;

/** What is no whole number is below every minimum: the API's model has integers only. */
function rangeFaults([min, max]: readonly [number, number], value: number): string[] {
  if (!Number.isInteger(value) || value < min) return [`Member must have value greater than or equal to ${min}`];
  return value > max ? [`Member must have value less than or equal to ${max}`] : [];
}

/** A lone surrogate has no UTF-8 form: it would become U+FFFD, and two contexts would be the same bytes. */
function isContext(value: unknown): boolean {
  return Object.entries(value as object)
    .flat()
    .every((text) => typeof text === "string" && !/\p{Surrogate}/u.test(text));
}

/** Texts, numbers and lists of names are shown; blobs, maps, structures and secrets are not. */
function printed(rule: FieldRule, value: unknown): string {
  if (rule.type === "integer") return `'${value}' `;
  const text =
    rule.type === "text" && !rule.secret
      ? (value as string)
      : rule.type === "list" && rule.member.type === "text" && !rule.member.secret
        ? `[${(value as readonly string[]).join(", ")}]`
        : undefined;
  return text !== undefined && text.length <= SHOWN_LENGTH_MAX ? `'${text}' ` : "";
}
