/**
 * Who may do what: the one place that asks. Unless the KMS is given another rule, the account's root and its principals
 * may do everything with the account's keys, except what AWS managed keys refuse; a call that bears grant tokens must
 * keep within one of those grants.
 */

import { EnvolError } from "../../errors.ts";
import type { EncryptionContext } from "../kms-client.ts";
import type { Action, AuthorizationRequest, Call } from "./call.ts";
import { grantAllows, grantOfToken } from "./grants.ts";
import { type KeyOperation, requireKeyState } from "./key-states.ts";
import { currentKey, type Kms, keyArnOf } from "./kms.ts";
import type { KeyRecord } from "./records.ts";

/**
 * What AWS managed keys refuse, whoever asks: their policy, which cannot be changed, gives the account no more than
 * describing and listing, and use through the service (KMS developer guide, "AWS managed keys"; the policy is shown by
 * GetKeyPolicy). Use is not bound to the service here.
 */
const AWS_MANAGED_KEY_REFUSES: ReadonlySet<Action> = new Set([
  "EnableKey",
  "DisableKey",
  "ScheduleKeyDeletion",
  "CancelKeyDeletion",
  "CreateAlias",
  "UpdateAlias",
  "DeleteAlias",
  "UpdateKeyDescription",
  "TagResource",
  "UntagResource",
  "PutKeyPolicy",
  "EnableKeyRotation",
  "DisableKeyRotation",
  "RotateKeyOnDemand",
  "ReplicateKey",
  "UpdatePrimaryRegion",
]);

/** The rule that holds unless the KMS is given another one. */
export function authorizeByAccount(asked: AuthorizationRequest): void {
  const { kms, caller, action, key, grantTokens = [] } = asked;
  if (caller.accountId !== kms.accountId) throw denied(asked);
  if (key === undefined) return;
  if (key.keyManager === "AWS" && AWS_MANAGED_KEY_REFUSES.has(action)) throw denied(asked);
  if (grantTokens.length === 0) return;
  const grants = grantTokens.map((token) => grantOfToken(kms, key.keyId, token));
  const granted = grants.some(
    (grant) => grant.granteePrincipal === caller.arn && grantAllows(grant, action, asked.encryptionContext),
  );
  if (!granted) throw denied(asked);
}

/** How one key of a call is asked for; what is absent is taken from the request. */
interface KeyUse {
  readonly action?: Action;
  readonly encryptionContext?: EncryptionContext | undefined;
  /** When the key is not in the caller's Region. */
  readonly kms?: Kms;
}

/** @throws ACCESS_DENIED, GRANT_TOKEN_INVALID */
export function authorize(call: Call, key?: KeyRecord, use: KeyUse = {}): void {
  const kms = use.kms ?? call.kms;
  const resource = key === undefined ? "*" : keyArnOf(kms, key.keyId);
  if (key !== undefined) call.keyArns.add(resource);
  const request = call.request as {
    encryptionContext?: EncryptionContext;
    grantTokens?: readonly string[];
  };
  kms.authorize({
    kms,
    caller: call.caller,
    action: use.action ?? (call.operation as Action),
    resource,
    key,
    encryptionContext: use.encryptionContext ?? request.encryptionContext,
    grantTokens: request.grantTokens,
    request: call.request,
  });
}

/**
 * The key as it is now, if the caller may use it for the operation and its origin and state allow that. What follows must
 * not wait for anything before it has its result: then no plaintext leaves after a state change has been answered.
 * @throws KEY_NOT_FOUND, ACCESS_DENIED, GRANT_TOKEN_INVALID, KEY_DISABLED, KEY_STATE_INVALID, KMS_UNSUPPORTED
 */
export function requireKey(call: Call, keyId: string, use: KeyUse = {}): KeyRecord {
  const kms = use.kms ?? call.kms;
  const key = currentKey(kms, keyId);
  authorize(call, key, use);
  requireKeyState(call.operation as KeyOperation, key, keyArnOf(kms, keyId));
  return key;
}

/** The last step before an operation takes effect. @throws DRY_RUN when the request asked for a dry run */
export function requireNoDryRun(call: Call): void {
  if (call.request.dryRun !== true) return;
  throw new EnvolError("DRY_RUN", "The request would have succeeded, but the DryRun option is set.", {
    field: "dryRun",
  });
}

function denied({ caller, action, resource }: AuthorizationRequest): EnvolError {
  return new EnvolError(
    "ACCESS_DENIED",
    `User: ${caller.arn} is not authorized to perform: kms:${action} on resource: ${resource} because no resource-based policy allows the kms:${action} action`,
  );
}
