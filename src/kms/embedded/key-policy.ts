/**
 * Key policies as documents: the default one, whether one is well formed, and whether it would lock its caller out. What a
 * policy allows is decided where callers are authorized, not here.
 */

import { EnvolError } from "../../errors.ts";
import { LIMITS } from "../../limits.ts";
import type { KmsCaller } from "../kms-client.ts";
import type { KeyRecord } from "./records.ts";

/** The only name that a key policy has. */
export const POLICY_NAME_DEFAULT = "default";

type OneOrMore = string | readonly string[];

interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*" | Readonly<Record<string, OneOrMore>>;
  readonly NotPrincipal?: unknown;
  readonly Action?: OneOrMore;
  readonly NotAction?: OneOrMore;
}

/** The policy of a key as JSON; of one that was given none, KMS developer guide, "Default key policy". */
export function policyOf(key: KeyRecord, accountId: string): string {
  return key.policy ?? (key.keyManager === "AWS" ? managedPolicy(accountId) : defaultPolicy(accountId));
}

function defaultPolicy(accountId: string): string {
  return policyText("key-default-1", [
    {
      Sid: "Enable IAM User Permissions",
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${accountId}:root` },
      Action: "kms:*",
      Resource: "*",
    },
  ]);
}

/** The account may look at the key; use is for its principals through the service (KMS developer guide, "AWS managed keys"). */
function managedPolicy(accountId: string): string {
  return policyText("auto-service-1", [
    {
      Sid: "Allow access through the service for all principals in the account",
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:CreateGrant"],
      Resource: "*",
      Condition: { StringEquals: { "kms:CallerAccount": accountId } },
    },
    {
      Sid: "Allow direct access to key metadata to the account",
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${accountId}:root` },
      Action: ["kms:Describe*", "kms:Get*", "kms:List*", "kms:RevokeGrant"],
      Resource: "*",
    },
  ]);
}

function policyText(id: string, statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Id: id, Statement: statements }, null, 2);
}

/**
 * Takes a policy that a caller gives a key.
 * @throws KMS_LIMIT_EXCEEDED, POLICY_INVALID when it is malformed, or would not let the caller put another one in its place
 */
export function requirePolicy(text: string, caller: KmsCaller, bypassLockoutCheck: boolean): void {
  if (Buffer.byteLength(text) > LIMITS.kmsPolicyLengthMax) {
    const message = `The key policy is longer than ${LIMITS.kmsPolicyLengthMax} bytes, the most for one.`;
    throw new EnvolError("KMS_LIMIT_EXCEEDED", message, { field: "policy" });
  }
  const statements = parsePolicy(text);
  if (bypassLockoutCheck || allowsPutKeyPolicy(statements, caller)) return;
  throw malformed("The new key policy will not allow you to update the key policy in the future.");
}

/** IAM user guide, "Grammar of the IAM JSON policy language", as far as a key policy needs it. */
function parsePolicy(text: string): Statement[] {
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
  if (Version !== undefined && Version !== "2012-10-17" && Version !== "2008-10-17") {
    throw malformed("The policy's Version must be 2012-10-17 or 2008-10-17.");
  }
  if (Id !== undefined && typeof Id !== "string") throw malformed("The policy's Id must be a text.");
  const statements = Array.isArray(Statement) ? Statement : [Statement];
  if (statements.length === 0) throw malformed("The policy has no statement.");
  for (const statement of statements) requireStatement(statement);
  return statements as Statement[];
}

const STATEMENT_ELEMENTS: readonly string[] = [
  ...["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"],
];

function requireStatement(statement: unknown): void {
  if (!isObject(statement)) throw malformed("A statement of the policy is not a JSON object.");
  const other = Object.keys(statement).find((name) => !STATEMENT_ELEMENTS.includes(name));
  if (other !== undefined) throw malformed(`A statement of the policy has an unknown element '${other}'.`);
  if (statement.Effect !== "Allow" && statement.Effect !== "Deny") {
    throw malformed("A statement of the policy must have the Effect Allow or Deny.");
  }
  requireOneOf(statement, "Principal", "NotPrincipal", isPrincipal);
  requireOneOf(statement, "Action", "NotAction", isTexts);
  requireOneOf(statement, "Resource", "NotResource", isTexts);
  if (statement.Condition !== undefined && !isObject(statement.Condition)) {
    throw malformed("The Condition of a statement of the policy is not a JSON object.");
  }
}

function requireOneOf(
  statement: Readonly<Record<string, unknown>>,
  name: string,
  negated: string,
  isValid: (value: unknown) => boolean,
): void {
  const values = [statement[name], statement[negated]].filter((value) => value !== undefined);
  if (values.length !== 1) throw malformed(`A statement of the policy must have one of ${name} and ${negated}.`);
  if (!isValid(values[0])) throw malformed(`The ${name} of a statement of the policy is malformed.`);
}

function isPrincipal(value: unknown): boolean {
  if (value === "*") return true;
  if (!isObject(value)) return false;
  const entries = Object.entries(value);
  const kinds = ["AWS", "Service", "Federated", "CanonicalUser"];
  return entries.length > 0 && entries.every(([kind, names]) => kinds.includes(kind) && isTexts(names));
}

function isTexts(value: unknown): value is OneOrMore {
  if (typeof value === "string") return value !== "";
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "string" && item !== "");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The lockout safety check (KMS API, PutKeyPolicy): the policy must let its caller, or the caller's account, change it
 * again. Conditions are not looked at: whether they hold later is not known now.
 */
function allowsPutKeyPolicy(statements: readonly Statement[], caller: KmsCaller): boolean {
  const about = statements.filter((statement) => namesAction(statement) && namesCaller(statement, caller));
  return about.some(({ Effect }) => Effect === "Allow") && !about.some(isUnconditionalDeny);
}

function isUnconditionalDeny(statement: Statement): boolean {
  return statement.Effect === "Deny" && !("Condition" in statement);
}

const CHECKED_ACTION = "kms:PutKeyPolicy";

function namesAction({ Action, NotAction }: Statement): boolean {
  if (Action !== undefined) return texts(Action).some((pattern) => matches(pattern, CHECKED_ACTION));
  return !texts(NotAction ?? []).some((pattern) => matches(pattern, CHECKED_ACTION));
}

/** A principal that is named as an account stands for everyone in it whom IAM lets. */
function namesCaller({ Principal, NotPrincipal }: Statement, caller: KmsCaller): boolean {
  if (Principal === undefined) return !principalsOf(NotPrincipal).some((name) => isCaller(name, caller));
  return principalsOf(Principal).some((name) => isCaller(name, caller));
}

function principalsOf(principal: unknown): readonly string[] {
  if (principal === "*") return ["*"];
  return isObject(principal) && isTexts(principal.AWS) ? texts(principal.AWS) : [];
}

function isCaller(name: string, caller: KmsCaller): boolean {
  const accountNames = [caller.accountId, `arn:aws:iam::${caller.accountId}:root`];
  return name === "*" || name === caller.arn || name === roleOf(caller.arn) || accountNames.includes(name);
}

/** The role of an assumed role's session: policies name either. */
function roleOf(arn: string): string | undefined {
  const [, accountId, role] = /^arn:aws:sts::(\d+):assumed-role\/([^/]+)\//.exec(arn) ?? [];
  return role === undefined ? undefined : `arn:aws:iam::${accountId}:role/${role}`;
}

function texts(value: OneOrMore): readonly string[] {
  return typeof value === "string" ? [value] : value;
}

/** Action names are matched without regard to case; `*` stands for any characters and `?` for one. */
function matches(pattern: string, action: string): boolean {
  const escaped = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${escaped}$`, "i").test(action);
}

function malformed(message: string): EnvolError {
  return new EnvolError("POLICY_INVALID", message, { field: "policy" });
}

/** @throws KEY_NOT_FOUND */
export function requirePolicyName(policyName: string | undefined): void {
  if (policyName === undefined || policyName === POLICY_NAME_DEFAULT) return;
  throw new EnvolError("KEY_NOT_FOUND", "No such policy exists", { field: "policyName" });
}
