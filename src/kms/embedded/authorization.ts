/** Where every operation asks whether its caller may, and whether the key is in a state for it. */

import { EnvolError } from "../../errors.ts";
import type { EncryptionContext } from "../kms-client.ts";
import type { Action, Call } from "./call.ts";
import { type KeyOperation, requireKeyState } from "./key-states.ts";
import { aliasArnOf, currentKey, type Kms, keyArnOf } from "./kms.ts";
import type { GrantRecord, KeyRecord, KeyTag } from "./records.ts";

/** How one key of a call is asked for; what is absent is taken from the request. */
interface KeyUse {
  readonly action?: Action;
  readonly encryptionContext?: EncryptionContext | undefined;
  /** When the key is not in the caller's Region. */
  readonly kms?: Kms;
  readonly onSameKey?: boolean;
  readonly grant?: GrantRecord | undefined;
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
    onSameKey: use.onSameKey,
    grant: use.grant,
  });
}

/** For a new key in a Region: whoever gives it tags must be let tag it too (KMS API, CreateKey). @throws ACCESS_DENIED */
export function authorizeCreation(call: Call, tags: readonly KeyTag[], kms = call.kms): void {
  authorize(call, undefined, { action: "CreateKey", kms });
  if (tags.length > 0) authorize(call, undefined, { action: "TagResource", kms });
}

/** An operation on an alias needs the permission on the alias beside the one on its key. @throws ACCESS_DENIED */
export function authorizeAlias({ kms, caller, operation, request }: Call, aliasName: string): void {
  kms.authorize({ kms, caller, action: operation as Action, resource: aliasArnOf(kms, aliasName), request });
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
