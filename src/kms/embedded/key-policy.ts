/** Key policies: the one that a key has, and the ones that it may be given. */

import { EnvolError } from "../../errors.ts";
import { identityOf } from "../../iam/identity.ts";
import { malformed, type Policy, parsePolicy } from "../../iam/policy/document.ts";
import { evaluateKeyPolicy } from "../../iam/policy/evaluate.ts";
import { LIMITS } from "../../limits.ts";
import type { KmsCaller } from "../kms-client.ts";
import { conditionValues } from "./condition-values.ts";
import { type Kms, keyArnOf } from "./kms.ts";
import { managedPolicy } from "./managed-services.ts";
import type { KeyRecord } from "./records.ts";

/** The only name that a key policy has. */
export const POLICY_NAME_DEFAULT = "default";

type Place = Pick<Kms, "region" | "accountId">;

/** The policy of a key as JSON; of one that was given none, KMS developer guide, "Default key policy". */
export function policyOf(place: Place, key: KeyRecord): string {
  return (
    key.policy ?? (key.keyManager === "AWS" ? managedPolicy(key.description, place) : defaultPolicy(place.accountId))
  );
}

function defaultPolicy(accountId: string): string {
  const statement = {
    Sid: "Enable IAM User Permissions",
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${accountId}:root` },
    Action: "kms:*",
    Resource: "*",
  };
  return JSON.stringify({ Version: "2012-10-17", Id: "key-default-1", Statement: [statement] }, null, 2);
}

/** Policies that were read, by their text, or by what makes up the text of one that no caller gave. */
const read = new Map<string, Policy>();
/** Beyond it all are read anew. Most keys share one text. */
const READ_MAX = 1000;
/** Says nothing, so it lets nobody in. */
const NO_POLICY: Policy = { statements: [] };

/** The policy of a key, read once for all calls. It does not fail: one that cannot be read, from an older store, says nothing. */
export function readPolicyOf(place: Place, key: KeyRecord): Policy {
  const { policy, keyManager, description } = key;
  const name = policy ?? `${place.accountId} ${keyManager === "AWS" ? `${place.region} ${description}` : ""}`;
  const known = read.get(name);
  if (known !== undefined) return known;
  if (read.size >= READ_MAX) read.clear();
  const parsed = readable(policyOf(place, key));
  read.set(name, parsed);
  return parsed;
}

function readable(text: string): Policy {
  try {
    return parsePolicy(text, "key");
  } catch {
    return NO_POLICY;
  }
}

/** Takes the text of a policy that a caller gives a key. @throws KMS_LIMIT_EXCEEDED, POLICY_INVALID */
export function requireKeyPolicy(text: string): void {
  if (Buffer.byteLength(text) > LIMITS.kmsPolicyLengthMax) {
    const message = `The key policy is longer than ${LIMITS.kmsPolicyLengthMax} bytes, the most for one.`;
    throw new EnvolError("KMS_LIMIT_EXCEEDED", message, { field: "policy" });
  }
  parsePolicy(text, "key");
}

/** What is known of a key before it is made. */
type ChosenFacts = Omit<KeyRecord, "state" | "creationDateMs" | "materials">;

/**
 * The lockout safety check (KMS API, PutKeyPolicy): under the policy, the caller, or whom the caller's account lets, can
 * put another one in its place. Its conditions are held against such a call, made now and in the same way.
 * @throws POLICY_INVALID
 */
export function requireNoLockout(kms: Kms, caller: KmsCaller, key: ChosenFacts, text: string): void {
  const next: KeyRecord = { state: "Enabled", creationDateMs: kms.clock.now(), materials: [], ...key, policy: text };
  const resource = keyArnOf(kms, key.keyId);
  const asked = { kms, caller, action: "PutKeyPolicy", resource, key: next, request: { keyId: resource } } as const;
  const identity = identityOf(caller);
  const verdict = evaluateKeyPolicy(readPolicyOf(kms, next), {
    identity,
    action: "kms:PutKeyPolicy",
    resource,
    lookUp: conditionValues(asked, identity),
  });
  if (verdict === "principal" || verdict === "account") return;
  throw malformed("The new key policy will not allow you to update the key policy in the future.");
}

/** @throws KEY_NOT_FOUND */
export function requirePolicyName(policyName: string | undefined): void {
  if (policyName === undefined || policyName === POLICY_NAME_DEFAULT) return;
  throw new EnvolError("KEY_NOT_FOUND", "No such policy exists", { field: "policyName" });
}
