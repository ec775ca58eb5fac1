/** What one policy says about one request. How policies together decide is for whoever has them all to say. */

import type { Identity } from "../identity.ts";
import { conditionsHold } from "./condition.ts";
import type { Policy, Statement } from "./document.ts";
import { matchPrincipal } from "./principal.ts";
import { type LookUp, resolveTemplate } from "./template.ts";
import { fitsArnPattern, fitsPattern } from "./wildcard.ts";

export interface PolicyRequest {
  readonly identity: Identity;
  /** With the service's prefix, such as `kms:Decrypt`. */
  readonly action: string;
  /** The ARN, or `*` for an action that is about nothing in particular. */
  readonly resource: string;
  readonly lookUp: LookUp;
}

/** What a key policy says: a denial; that this principal may; or that its account may, and says itself who. */
export type KeyPolicyVerdict = "deny" | "principal" | "account" | undefined;

export function evaluateKeyPolicy({ statements }: Policy, request: PolicyRequest): KeyPolicyVerdict {
  let verdict: KeyPolicyVerdict;
  for (const statement of statements) {
    const { principal, effect } = statement;
    const match = principal && matchPrincipal(principal, request.identity, effect);
    if (match === undefined || !isAbout(statement, request)) continue;
    if (effect === "Deny") return "deny";
    if (verdict !== "principal") verdict = match;
  }
  return verdict;
}

/** What the policies of a user or role say together. */
export function evaluateIdentityPolicies(
  policies: readonly Policy[],
  request: PolicyRequest,
): "deny" | "allow" | undefined {
  let verdict: "allow" | undefined;
  for (const { statements } of policies) {
    for (const statement of statements) {
      if (!isAbout(statement, request)) continue;
      if (statement.effect === "Deny") return "deny";
      verdict = "allow";
    }
  }
  return verdict;
}

/** Whether the statement's action, resource and conditions are those of the request. */
function isAbout({ action, resource, conditions }: Statement, request: PolicyRequest): boolean {
  // Names of actions are the same in any case.
  const name = request.action.toLowerCase();
  if (action.patterns.some((pattern) => fitsPattern(pattern, name)) === action.negated) return false;
  const fits = resource.templates.some((template) => {
    const pattern = resolveTemplate(template, request.lookUp);
    return pattern !== undefined && fitsArnPattern(pattern, request.resource);
  });
  return fits !== resource.negated && conditionsHold(conditions, request.lookUp);
}
