/**
 * Who may do what: IAM user guide, "Policy evaluation logic", and KMS developer guide, "Troubleshooting key access". An
 * explicit denial in any policy is the end of it. Otherwise the key policy lets a principal in; or it lets the account
 * in, and the account's policies let the principal; or a grant does. A principal of another account needs its own
 * account's policies beside the key's.
 */

import { EnvolError } from "../../errors.ts";
import { type Identity, identityOf, isAwsItself, rootArnOf } from "../../iam/identity.ts";
import {
  evaluateIdentityPolicies,
  evaluateKeyPolicy,
  type KeyPolicyVerdict,
  type PolicyRequest,
} from "../../iam/policy/evaluate.ts";
import type { Action, AuthorizationRequest } from "./call.ts";
import { conditionValues } from "./condition-values.ts";
import { grantAllows, grantByToken, grantCovers, grantOnKeyByToken, grantsToGrantee } from "./grants.ts";
import { readPolicyOf } from "./key-policy.ts";
import type { GrantRecord, KeyRecord } from "./records.ts";

/** Why not. */
type Refusal =
  | "denied by a key policy"
  | "denied by an identity policy"
  | "no key policy allows"
  | "no identity policy allows"
  | "unseen from another account";

/** KMS developer guide, "AWS KMS permissions": the operations that principals of other accounts can be let into. */
const CROSS_ACCOUNT: ReadonlySet<Action> = new Set([
  ...(["CreateGrant", "Decrypt", "DeriveSharedSecret", "DescribeKey", "Encrypt", "GenerateDataKey"] as const),
  ...(["GenerateDataKeyPair", "GenerateDataKeyPairWithoutPlaintext", "GenerateDataKeyWithoutPlaintext"] as const),
  ...(["GenerateMac", "GetKeyRotationStatus", "GetPublicKey", "ListGrants", "ReEncryptFrom", "ReEncryptTo"] as const),
  ...(["RetireGrant", "RevokeGrant", "Sign", "Verify", "VerifyMac"] as const),
]);

/** The rule that holds unless the KMS is given another one. */
export function authorizeByPolicies(asked: AuthorizationRequest): void {
  const { key } = asked;
  const refusal = key === undefined ? decideWithoutKey(asked) : decideOnKey(asked, key, namedGrants(asked, key));
  if (refusal !== undefined) throw new EnvolError("ACCESS_DENIED", refusalText(asked, refusal));
}

/**
 * Tokens let in nobody whom the grants would not: here a grant is effective as soon as it is made. But they must be of
 * grants on the key; those of ReEncrypt may be of either of its two.
 */
function namedGrants(
  { kms, action, grantTokens = [] }: AuthorizationRequest,
  { keyId }: KeyRecord,
): readonly GrantRecord[] {
  const find = action.startsWith("ReEncrypt")
    ? (token: string) => grantByToken(kms, token, "grantTokens")
    : (token: string) => grantOnKeyByToken(kms, keyId, token);
  return grantTokens.map(find).filter((grant) => grant.keyId === keyId);
}

/** What is about no key, or about an alias, is for the account's own policies alone. */
function decideWithoutKey(asked: AuthorizationRequest): Refusal | undefined {
  const { kms, caller } = asked;
  const verdict = identityVerdict(asked, policyRequest(asked, identityOf(caller)));
  if (verdict === "deny") return "denied by an identity policy";
  if (caller.accountId !== kms.accountId) return "unseen from another account";
  return verdict === "allow" ? undefined : "no identity policy allows";
}

function decideOnKey(asked: AuthorizationRequest, key: KeyRecord, named: readonly GrantRecord[]): Refusal | undefined {
  const { kms, caller, action } = asked;
  const identity = identityOf(caller);
  const isForeign = caller.accountId !== kms.accountId;
  const request = policyRequest(asked, identity);
  const own = identityVerdict(asked, request);
  if (own === "deny") return "denied by an identity policy";
  const keys = evaluateKeyPolicy(readPolicyOf(kms, key), request);
  if (keys === "deny") return isForeign ? "unseen from another account" : "denied by a key policy";
  if (isForeign && !CROSS_ACCOUNT.has(action)) return "unseen from another account";
  const isLetIn =
    action === "RetireGrant"
      ? mayRetire(asked, identity, own)
      : policiesAllow(identity, isForeign, keys, own) || aGrantAllows(asked, key, named, identity, own);
  if (isLetIn) return undefined;
  if (keys !== undefined && action !== "RetireGrant") return "no identity policy allows";
  return isForeign ? "unseen from another account" : "no key policy allows";
}

function policyRequest(asked: AuthorizationRequest, identity: Identity): PolicyRequest {
  const { action, resource } = asked;
  return { identity, action: `kms:${action}`, resource, lookUp: conditionValues(asked, identity) };
}

type IdentityVerdict = ReturnType<typeof evaluateIdentityPolicies>;

/** The root of an account may do all that the account may; AWS itself has no policies. */
function identityVerdict({ kms }: AuthorizationRequest, request: PolicyRequest): IdentityVerdict {
  const { identity } = request;
  if (identity.kind === "root") return "allow";
  if (isAwsItself(identity)) return undefined;
  return evaluateIdentityPolicies(kms.identities.policiesOf(identity.principalArn), request);
}

function policiesAllow(identity: Identity, isForeign: boolean, keys: KeyPolicyVerdict, own: IdentityVerdict): boolean {
  // AWS's services and their roles come in by grants.
  if (keys === undefined || isAwsItself(identity)) return false;
  return own === "allow" || (keys === "principal" && !isForeign);
}

/** A grant to an account leaves it to the account's policies who may; one to a principal is enough, in any account. */
function aGrantAllows(
  asked: AuthorizationRequest,
  key: KeyRecord,
  named: readonly GrantRecord[],
  { arn, principalArn, accountId }: Identity,
  own: IdentityVerdict,
): boolean {
  const root = rootArnOf(accountId);
  const grantees = new Set([arn, principalArn, ...(own === "allow" ? [root] : [])]);
  // Whoever names its grant is spared a look through all of its grants: there is one for each volume.
  if (named.some((grant) => grantees.has(grant.granteePrincipal) && allows(grant, asked))) return true;
  return [...grantees].some((grantee) =>
    grantsToGrantee(asked.kms, key.keyId, grantee).some((grant) => allows(grant, asked)),
  );
}

function allows(grant: GrantRecord, { action, encryptionContext, request }: AuthorizationRequest): boolean {
  if (!grantAllows(grant, action, encryptionContext)) return false;
  if (action !== "CreateGrant") return true;
  return grantCovers(grant, request.operations as readonly string[], {
    ...(request.constraints as object | undefined),
  });
}

/**
 * KMS developer guide, "Retiring and revoking grants": its retiring principal may retire a grant, its grantee if the grant
 * says so, and the account that made it. What is an account's, its policies can let others do. A grant that is not there
 * is nobody's: the operation says so.
 */
function mayRetire({ grant }: AuthorizationRequest, identity: Identity, own: IdentityVerdict): boolean {
  if (grant === undefined) return true;
  const grantee = grant.operations.includes("RetireGrant") ? [grant.granteePrincipal] : [];
  const named = [...grantee, ...(grant.retiringPrincipal === undefined ? [] : [grant.retiringPrincipal])];
  if (named.includes(identity.arn) || named.includes(identity.principalArn)) return true;
  return own === "allow" && [...named, rootArnOf(grant.issuingAccount)].includes(rootArnOf(identity.accountId));
}

/** In AWS's words; from another account, AWS does not tell a key that refuses from one that is not there. */
function refusalText({ caller, action, resource }: AuthorizationRequest, refusal: Refusal): string {
  const beginning = `User: ${caller.arn} is not authorized to perform: kms:${action}`;
  switch (refusal) {
    case "denied by a key policy":
      return `${beginning} on resource: ${resource} with an explicit deny in a resource-based policy`;
    case "denied by an identity policy":
      return `${beginning} on resource: ${resource} with an explicit deny in an identity-based policy`;
    case "no key policy allows":
      return `${beginning} on resource: ${resource} because no resource-based policy allows the kms:${action} action`;
    case "no identity policy allows":
      return `${beginning} on resource: ${resource} because no identity-based policy allows the kms:${action} action`;
    default:
      return `${beginning} on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`;
  }
}
