/** The Principal and NotPrincipal of a key policy's statement: IAM user guide, "Principal". */

import { arnsOf, type Identity, rootArnOf } from "../identity.ts";

export interface PrincipalElement {
  readonly negated: boolean;
  readonly everybody: boolean;
  /** Of users, roles, sessions and accounts; an account's is its root's. */
  readonly arns: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
}

/** A principal is named itself, or its account is, which leaves it to the account's own policies who may. */
export type PrincipalMatch = "principal" | "account" | undefined;

const KINDS = ["AWS", "Service", "Federated", "CanonicalUser"];
/** Wildcards are not allowed in the name of a principal: it is everybody, or one. */
const AWS_NAMES: readonly RegExp[] = [
  /^\d{12}$/,
  /^arn:aws:iam::\d{12}:root$/,
  /^arn:aws:iam::\d{12}:(user|role)\/[\w+=,.@:/-]+$/,
  /^arn:aws:sts::\d{12}:(assumed-role\/[\w+=,.@:-]+\/[\w+=,.@:-]+|federated-user\/[\w+=,.@:-]+)$/,
  // What a policy shows for a user or role that has been deleted.
  /^(AIDA|AROA)[A-Z0-9]{12,124}$/,
];

/** @returns undefined when it is malformed */
export function parsePrincipal(json: unknown, negated: boolean): PrincipalElement | undefined {
  const nobody = { negated, everybody: false, arns: new Set<string>(), services: new Set<string>() };
  if (json === "*") return { ...nobody, everybody: true };
  if (typeof json !== "object" || json === null || Array.isArray(json)) return undefined;
  const entries = Object.entries(json);
  if (entries.length === 0 || entries.some(([kind, names]) => !KINDS.includes(kind) || !isTexts(names)))
    return undefined;
  const names = (kind: string) => entries.filter(([name]) => name === kind).flatMap(([, value]) => value as string[]);
  const aws = names("AWS");
  if (aws.some((name) => name !== "*" && !AWS_NAMES.some((form) => form.test(name)))) return undefined;
  return {
    negated,
    everybody: aws.includes("*"),
    arns: new Set(aws.map((name) => (/^\d{12}$/.test(name) ? rootArnOf(name) : name))),
    services: new Set(names("Service")),
  };
}

function isTexts(value: unknown): boolean {
  const values = Array.isArray(value) ? value : [value];
  return values.length > 0 && values.every((item) => typeof item === "string" && item !== "");
}

/** @param effect of the statement: NotPrincipal means less under Allow than it means under Deny */
export function matchPrincipal(
  element: PrincipalElement,
  identity: Identity,
  effect: "Allow" | "Deny",
): PrincipalMatch {
  if (element.negated) return matchesAllBut(element, identity, effect) ? "principal" : undefined;
  if (element.everybody) return "principal";
  if (identity.kind === "service") return element.services.has(identity.arn) ? "principal" : undefined;
  const { arn, principalArn, accountId } = identity;
  if (element.arns.has(arn) || element.arns.has(principalArn)) return "principal";
  return element.arns.has(rootArnOf(accountId)) ? "account" : undefined;
}

/**
 * A Deny with NotPrincipal spares only those of whom every ARN is listed: the user's and the account's, or the session's,
 * the role's and the account's (IAM user guide, "NotPrincipal"). An Allow with it takes in nobody of whom any is.
 */
function matchesAllBut(element: PrincipalElement, identity: Identity, effect: "Allow" | "Deny"): boolean {
  if (element.everybody) return false;
  if (identity.kind === "service") return !element.services.has(identity.arn);
  const listed = (arn: string) => element.arns.has(arn);
  return effect === "Deny" ? !arnsOf(identity).every(listed) : !arnsOf(identity).some(listed);
}
