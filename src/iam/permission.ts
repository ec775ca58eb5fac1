/** What a principal needs for calls that are about no key: its own policies must allow them. */

import { EnvolError } from "../errors.ts";
import type { Identities } from "./identities.ts";
import { type Identity, identityOf, userIdOf } from "./identity.ts";
import { evaluateIdentityPolicies } from "./policy/evaluate.ts";

/**
 * Returns when the caller may. The account root may; of condition keys, those about the principal have a value.
 * @param action with the service's prefix, such as `cloudtrail:LookupEvents` @throws ACCESS_DENIED
 */
export function requirePermission(
  identities: Identities,
  caller: { readonly arn: string; readonly accountId: string },
  action: string,
): void {
  const identity = identityOf(caller);
  if (identity.kind === "root") return;
  const lookUp = (key: string) => principalValue(key.toLowerCase(), identity);
  const policies = identities.policiesOf(identity.principalArn);
  const verdict = evaluateIdentityPolicies(policies, { identity, action, resource: "*", lookUp });
  if (verdict === "allow") return;
  const why =
    verdict === "deny"
      ? "with an explicit deny in an identity-based policy"
      : `because no identity-based policy allows the ${action} action`;
  throw new EnvolError("ACCESS_DENIED", `User: ${caller.arn} is not authorized to perform: ${action} ${why}`);
}

/** IAM user guide, "AWS global condition context keys"; their names are the same in any case. */
function principalValue(key: string, identity: Identity): string | undefined {
  switch (key) {
    case "aws:principalarn":
      return identity.principalArn;
    case "aws:principalaccount":
      return identity.accountId;
    case "aws:username":
      return identity.kind === "user" ? identity.name : undefined;
    case "aws:userid":
      return userIdOf(identity);
    default:
      return undefined;
  }
}
