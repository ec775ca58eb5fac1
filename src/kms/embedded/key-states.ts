/**
 * Which operation a key's state allows, and how it is refused otherwise: AWS KMS developer guide, "Key states of AWS KMS
 * keys", the table "How key state affects use of a KMS key". The checks and their tests read this one table.
 */

import type { ErrorCode } from "../../errors.ts";
import { EnvolError } from "../../errors.ts";
import type { KeyState } from "../key-operations.ts";

/** How a state refuses an operation; the comments give the footnotes of the guide's table. */
export const REFUSALS = {
  disabled: { code: "KEY_DISABLED", text: "is disabled." }, // 1
  pendingDeletion: { code: "KEY_STATE_INVALID", text: "is pending deletion." }, // 2, 3, 10
  pendingReplicaDeletion: { code: "KEY_STATE_INVALID", text: "is pending replica deletion." }, // 2, 3, 10
  notPendingDeletion: { code: "KEY_STATE_INVALID", text: "is not pending deletion." }, // 4
  pendingImport: { code: "KEY_STATE_INVALID", text: "is pending import." }, // 5
  unavailable: { code: "KEY_STATE_INVALID", text: "is unavailable." }, // 11
  creating: { code: "KEY_STATE_INVALID", text: "is creating." }, // 14
  updating: { code: "KEY_STATE_INVALID", text: "is updating." }, // 15
} as const satisfies Record<string, { code: ErrorCode; text: string }>;

export type Refusal = keyof typeof REFUSALS;
type Row = Readonly<Record<KeyState, "ok" | Refusal>>;

// The rows that several operations share. Where footnotes 2 and 3 both stand, 3 is what AWS answers today.
// biome-ignore format: a table reads best with a row on a line.
const USE: Row =        { Enabled: "ok", Disabled: "disabled", PendingDeletion: "pendingDeletion", PendingReplicaDeletion: "pendingReplicaDeletion", PendingImport: "pendingImport", Unavailable: "unavailable", Creating: "creating", Updating: "ok" };
// biome-ignore format: as above.
const GRANT: Row =      { Enabled: "ok", Disabled: "disabled", PendingDeletion: "pendingDeletion", PendingReplicaDeletion: "pendingReplicaDeletion", PendingImport: "pendingImport", Unavailable: "ok", Creating: "creating", Updating: "ok" };
// biome-ignore format: as above.
const SWITCH: Row =     { Enabled: "ok", Disabled: "ok", PendingDeletion: "pendingDeletion", PendingReplicaDeletion: "pendingReplicaDeletion", PendingImport: "pendingImport", Unavailable: "ok", Creating: "creating", Updating: "updating" };
// biome-ignore format: as above.
const DELETE: Row =     { Enabled: "ok", Disabled: "ok", PendingDeletion: "pendingDeletion", PendingReplicaDeletion: "pendingReplicaDeletion", PendingImport: "ok", Unavailable: "ok", Creating: "ok", Updating: "updating" };
// biome-ignore format: as above.
const CANCEL: Row =     { Enabled: "notPendingDeletion", Disabled: "notPendingDeletion", PendingDeletion: "ok", PendingReplicaDeletion: "ok", PendingImport: "notPendingDeletion", Unavailable: "notPendingDeletion", Creating: "notPendingDeletion", Updating: "notPendingDeletion" };
// biome-ignore format: as above.
const LABEL: Row =      { Enabled: "ok", Disabled: "ok", PendingDeletion: "pendingDeletion", PendingReplicaDeletion: "pendingReplicaDeletion", PendingImport: "ok", Unavailable: "ok", Creating: "ok", Updating: "ok" };
// biome-ignore format: as above.
const ALWAYS: Row =     { Enabled: "ok", Disabled: "ok", PendingDeletion: "ok", PendingReplicaDeletion: "ok", PendingImport: "ok", Unavailable: "ok", Creating: "ok", Updating: "ok" };

/** A row for each operation on a key. For UpdateAlias, the key is the alias's new target. */
export const KEY_STATES = {
  Encrypt: USE,
  Decrypt: USE,
  ReEncrypt: USE,
  GenerateDataKey: USE,
  GenerateDataKeyWithoutPlaintext: USE,
  CreateGrant: GRANT,
  EnableKey: SWITCH,
  DisableKey: SWITCH,
  ScheduleKeyDeletion: DELETE,
  CancelKeyDeletion: CANCEL,
  CreateAlias: LABEL,
  UpdateAlias: LABEL,
  DeleteAlias: ALWAYS,
  ListAliases: ALWAYS,
  DescribeKey: ALWAYS,
  ListGrants: ALWAYS,
  RetireGrant: ALWAYS,
  RevokeGrant: ALWAYS,
} as const satisfies Record<string, Row>;

/** An operation on one key. */
export type KeyOperation = keyof typeof KEY_STATES;

/** @throws KEY_DISABLED, KEY_STATE_INVALID */
export function requireKeyState(operation: KeyOperation, state: KeyState, keyArn: string): void {
  const verdict = KEY_STATES[operation][state];
  if (verdict !== "ok") throw new EnvolError(REFUSALS[verdict].code, `${keyArn} ${REFUSALS[verdict].text}`);
}

/** Whether data keys may be unwrapped in this state. The plaintext of the key material is in memory just as long. */
export function isUsable(state: KeyState): boolean {
  return KEY_STATES.Decrypt[state] === "ok";
}
