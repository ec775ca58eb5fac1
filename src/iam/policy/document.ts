/** Policies as documents: IAM user guide, "Grammar of the IAM JSON policy language". */

import { EnvolError } from "../../errors.ts";
import { type Condition, MalformedCondition, parseCondition } from "./condition.ts";
import { type PrincipalElement, parsePrincipal } from "./principal.ts";
import { parseTemplate, type Template } from "./template.ts";
import { lowerCased, type Pattern, parsePattern } from "./wildcard.ts";

/** A key policy says whom it is about; an identity policy is about the one that has it. */
export type PolicyKind = "key" | "identity";

export interface Statement {
  readonly effect: "Allow" | "Deny";
  /** Of a key policy. */
  readonly principal: PrincipalElement | undefined;
  readonly action: { readonly negated: boolean; readonly patterns: readonly Pattern[] };
  readonly resource: { readonly negated: boolean; readonly templates: readonly Template[] };
  readonly conditions: readonly Condition[];
}

export interface Policy {
  readonly statements: readonly Statement[];
}

type Json = Readonly<Record<string, unknown>>;

const VERSIONS = ["2012-10-17", "2008-10-17"];

/** @throws POLICY_INVALID, saying what is malformed */
export function parsePolicy(text: string, kind: PolicyKind): Policy {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw malformed("The policy is not valid JSON.");
  }
  if (!isObject(document)) throw malformed("The policy is not a JSON object.");
  const { Version, Id, Statement, ...others } = document;
  const [other] = Object.keys(others);
  if (other !== undefined) throw malformed(`The policy has an unknown element '${other}'.`);
  if (Version !== undefined && !VERSIONS.includes(Version as string)) {
    throw malformed("The policy's Version must be 2012-10-17 or 2008-10-17.");
  }
  if (Id !== undefined && typeof Id !== "string") throw malformed("The policy's Id must be a text.");
  const statements = Array.isArray(Statement) ? Statement : [Statement];
  if (statements.length === 0) throw malformed("The policy has no statement.");
  // Without a version, a policy is of the older one, which has no variables.
  const variables = Version === VERSIONS[0];
  return { statements: statements.map((statement) => parseStatement(statement, kind, variables)) };
}

const ELEMENTS: readonly string[] = [
  ...["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"],
];

function parseStatement(json: unknown, kind: PolicyKind, variables: boolean): Statement {
  if (!isObject(json)) throw malformed("A statement of the policy is not a JSON object.");
  const other = Object.keys(json).find((name) => !ELEMENTS.includes(name));
  if (other !== undefined) throw malformed(`A statement of the policy has an unknown element '${other}'.`);
  if (json.Sid !== undefined && typeof json.Sid !== "string") throw malformed("The Sid of a statement must be a text.");
  if (json.Effect !== "Allow" && json.Effect !== "Deny") {
    throw malformed("A statement of the policy must have the Effect Allow or Deny.");
  }
  const action = oneOf(json, "Action");
  const resource = oneOf(json, "Resource");
  return {
    effect: json.Effect,
    principal: kind === "key" ? principalOf(json) : requireNoPrincipal(json),
    action: { negated: action.negated, patterns: textsOf(action).map((name) => lowerCased(parsePattern(name))) },
    resource: {
      negated: resource.negated,
      templates: textsOf(resource).map((arn) => parseTemplate(arn, { wildcards: true, variables })),
    },
    conditions: json.Condition === undefined ? [] : conditionsOf(json.Condition, variables),
  };
}

function principalOf(json: Json): PrincipalElement {
  const { name, negated, value } = oneOf(json, "Principal");
  const principal = parsePrincipal(value, negated);
  if (principal === undefined) throw malformed(`The ${name} of a statement of the policy is malformed.`);
  return principal;
}

function requireNoPrincipal(json: Json): undefined {
  if (json.Principal === undefined && json.NotPrincipal === undefined) return;
  throw malformed("A statement of a policy of a user or role must not have a Principal.");
}

interface Element {
  readonly name: string;
  readonly negated: boolean;
  readonly value: unknown;
}

/** The element, or its negation: a statement has one of the two. */
function oneOf(json: Json, name: string): Element {
  const negation = `Not${name}`;
  const present = [name, negation].filter((element) => json[element] !== undefined);
  const [only] = present;
  if (only === undefined || present.length > 1) {
    throw malformed(`A statement of the policy must have one of ${name} and ${negation}.`);
  }
  return { name: only, negated: only === negation, value: json[only] };
}

function textsOf({ name, value }: Element): string[] {
  const texts: unknown[] = Array.isArray(value) ? value : [value];
  if (texts.length > 0 && texts.every((item) => typeof item === "string" && item !== "")) return texts as string[];
  throw malformed(`The ${name} of a statement of the policy is malformed.`);
}

function conditionsOf(json: unknown, variables: boolean): Condition[] {
  try {
    return parseCondition(json, variables);
  } catch (error) {
    if (error instanceof MalformedCondition) throw malformed(`A statement of the policy ${error.message}`);
    throw error;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function malformed(message: string): EnvolError {
  return new EnvolError("POLICY_INVALID", message, { field: "policy" });
}
