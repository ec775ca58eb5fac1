/**
 * Who may do what: the single place where that is decided. The account's root and its principals may do everything with
 * the account's keys; of an AWS managed key they cannot change anything; a call that bears grant tokens must keep within
 * one of those grants.
 */

import { EnvolError } from "../../errors.ts";
import type { EncryptionContext, KmsCaller } from "../kms-client.ts";
import { containsContext } from "./encryption-context.ts";
import { grantOfToken } from "./grants.ts";
import { type KeyOperation, requireKeyState } from "./key-states.ts";
import { currentKey, type Kms, keyArnOf } from "./kms.ts";
import type { KeyRecord } from "./records.ts";
import type { OperationName } from "./validation.ts";

/** The part of IAM's action name behind `kms:`. ReEncrypt needs one on each of its two keys. */
export type Action = Exclude<OperationName, "ReEncrypt"> | "ReEncryptFrom" | "ReEncryptTo";

/** What a grant may be limited by. */
export interface Scope {
  readonly encryptionContext?: EncryptionContext | undefined;
  readonly grantTokens?: readonly string[] | undefined;
}

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
]);

/** @throws ACCESS_DENIED, GRANT_TOKEN_INVALID */
export function authorize(kms: Kms, caller: KmsCaller, action: Action, key?: KeyRecord, scope: Scope = {}): void {
  const resource = key === undefined ? "*" : keyArnOf(kms, key.keyId);
  if (caller.accountId !== kms.accountId) throw denied(caller, action, resource);
  if (key === undefined) return;
  if (key.keyManager === "AWS" && AWS_MANAGED_KEY_REFUSES.has(action)) throw denied(caller, action, resource);
  if (scope.grantTokens === undefined || scope.grantTokens.length === 0) return;
  const grants = scope.grantTokens.map((token) => grantOfToken(kms, key.keyId, token));
  const granted = grants.some(
    (grant) =>
      grant.granteePrincipal === caller.arn &&
      grant.operations.includes(action) &&
      containsContext(scope.encryptionContext, grant.encryptionContextSubset),
  );
  if (!granted) throw denied(caller, action, resource);
}

/**
 * The key as it is now, if the caller may use it for the operation and its state allows that. What follows must not wait
 * for anything before it has its result: then no plaintext leaves after a state change has been answered.
 * @throws KEY_NOT_FOUND, ACCESS_DENIED, GRANT_TOKEN_INVALID, KEY_DISABLED, KEY_STATE_INVALID
 */
export function requireKey(
  kms: Kms,
  caller: KmsCaller,
  operation: KeyOperation,
  keyId: string,
  options: Scope & { readonly action?: Action } = {},
): KeyRecord {
  const key = currentKey(kms, keyId);
  const action = options.action ?? (operation === "ReEncrypt" ? "ReEncryptTo" : operation);
  authorize(kms, caller, action, key, options);
  requireKeyState(operation, key.state, keyArnOf(kms, keyId));
  return key;
}

function denied(caller: KmsCaller, action: Action, resource: string): EnvolError {
  return new EnvolError(
    "ACCESS_DENIED",
    `User: ${caller.arn} is not authorized to perform: kms:${action} on resource: ${resource} because no resource-based policy allows the kms:${action} action`,
  );
}
