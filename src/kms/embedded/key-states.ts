/**
 * Which operation a key's state allows, and how it is refused otherwise: AWS KMS developer guide, "Key states of AWS KMS
 * keys", the table "How key state affects use of a KMS key". The checks and their tests read this one table.
 */

import type { ErrorCode } from "../../errors.ts";
import { EnvolError } from "../../errors.ts";
import type { KeyState } from "../key-state.ts";
import type { OperationName } from "./operation-names.ts";
import type { KeyRecord } from "./records.ts";

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
  originExternal: { code: "KMS_UNSUPPORTED", text: "origin is EXTERNAL which is not valid for this operation." }, // 6
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
const READ: Row =       { Enabled: "ok", Disabled: "ok", PendingDeletion: "pendingDeletion", PendingReplicaDeletion: "pendingReplicaDeletion", PendingImport: "ok", Unavailable: "unavailable", Creating: "creating", Updating: "ok" };
// biome-ignore format: as above.
const ROTATION: Row =   { Enabled: "ok", Disabled: "disabled", PendingDeletion: "pendingDeletion", PendingReplicaDeletion: "pendingReplicaDeletion", PendingImport: "originExternal", Unavailable: "unavailable", Creating: "creating", Updating: "ok" };
// biome-ignore format: as above.
const ROTATE_NOW: Row = { Enabled: "ok", Disabled: "disabled", PendingDeletion: "pendingDeletion", PendingReplicaDeletion: "pendingReplicaDeletion", PendingImport: "pendingImport", Unavailable: "unavailable", Creating: "creating", Updating: "updating" };
// biome-ignore format: as above.
const STATUS: Row =     { Enabled: "ok", Disabled: "ok", PendingDeletion: "ok", PendingReplicaDeletion: "ok", PendingImport: "originExternal", Unavailable: "unavailable", Creating: "ok", Updating: "ok" };
// biome-ignore format: as above.
const PARAMETERS: Row = { Enabled: "ok", Disabled: "ok", PendingDeletion: "pendingDeletion", PendingReplicaDeletion: "pendingReplicaDeletion", PendingImport: "ok", Unavailable: "ok", Creating: "creating", Updating: "updating" };
// biome-ignore format: as above.
const IMPORT: Row =     { Enabled: "ok", Disabled: "ok", PendingDeletion: "pendingDeletion", PendingReplicaDeletion: "pendingReplicaDeletion", PendingImport: "ok", Unavailable: "ok", Creating: "creating", Updating: "ok" };
// biome-ignore format: as above.
const UNIMPORT: Row =   { Enabled: "ok", Disabled: "ok", PendingDeletion: "ok", PendingReplicaDeletion: "ok", PendingImport: "ok", Unavailable: "ok", Creating: "creating", Updating: "updating" };
// biome-ignore format: as above.
const REPLICATE: Row =  { Enabled: "ok", Disabled: "disabled", PendingDeletion: "pendingDeletion", PendingReplicaDeletion: "pendingReplicaDeletion", PendingImport: "pendingImport", Unavailable: "unavailable", Creating: "creating", Updating: "updating" };
// biome-ignore format: as above.
const ALWAYS: Row =     { Enabled: "ok", Disabled: "ok", PendingDeletion: "ok", PendingReplicaDeletion: "ok", PendingImport: "ok", Unavailable: "ok", Creating: "ok", Updating: "ok" };

/**
 * A row for each operation on a key. For UpdateAlias, the key is the alias's new target. The guide has no row for
 * DeriveSharedSecret, RotateKeyOnDemand, ListKeyRotations and GetKeyLastUsage: the first is a use like Sign, the second
 * changes a key's rotation (and its errors have the states of EnableKeyRotation), and the others only read.
 * GetPublicKey answers on a disabled key, as AWS does, although the guide's table says otherwise.
 */
export const KEY_STATES = {
  Encrypt: USE,
  Decrypt: USE,
  ReEncrypt: USE,
  GenerateDataKey: USE,
  GenerateDataKeyWithoutPlaintext: USE,
  GenerateDataKeyPair: USE,
  GenerateDataKeyPairWithoutPlaintext: USE,
  Sign: USE,
  Verify: USE,
  GenerateMac: USE,
  VerifyMac: USE,
  DeriveSharedSecret: USE,
  GetPublicKey: { ...READ, PendingImport: "pendingImport" },
  CreateGrant: GRANT,
  EnableKey: SWITCH,
  DisableKey: SWITCH,
  ScheduleKeyDeletion: DELETE,
  CancelKeyDeletion: CANCEL,
  CreateAlias: LABEL,
  UpdateAlias: LABEL,
  TagResource: LABEL,
  UntagResource: LABEL,
  UpdateKeyDescription: LABEL,
  EnableKeyRotation: ROTATION,
  DisableKeyRotation: ROTATION,
  GetKeyRotationStatus: STATUS,
  RotateKeyOnDemand: ROTATE_NOW,
  GetParametersForImport: PARAMETERS,
  ImportKeyMaterial: IMPORT,
  DeleteImportedKeyMaterial: UNIMPORT,
  ReplicateKey: REPLICATE,
  UpdatePrimaryRegion: REPLICATE,
  DeleteAlias: ALWAYS,
  ListAliases: ALWAYS,
  DescribeKey: ALWAYS,
  GetKeyLastUsage: ALWAYS,
  GetKeyPolicy: ALWAYS,
  PutKeyPolicy: ALWAYS,
  ListKeyPolicies: ALWAYS,
  ListKeyRotations: ALWAYS,
  ListResourceTags: ALWAYS,
  ListGrants: ALWAYS,
  RetireGrant: ALWAYS,
  RevokeGrant: ALWAYS,
} as const satisfies Partial<Record<OperationName, Row>>;

/** An operation on one key. */
export type KeyOperation = keyof typeof KEY_STATES;

/**
 * The origin that a key must have for an operation; asked before its state is (footnotes 6 to 9). Without an entry, any
 * origin will do.
 * @internal The test of the table reads this part of it too.
 */
export const KEY_ORIGINS: Readonly<Partial<Record<KeyOperation, "AWS_KMS" | "EXTERNAL">>> = {
  EnableKeyRotation: "AWS_KMS",
  DisableKeyRotation: "AWS_KMS",
  GetKeyRotationStatus: "AWS_KMS",
  GetParametersForImport: "EXTERNAL",
  ImportKeyMaterial: "EXTERNAL",
  DeleteImportedKeyMaterial: "EXTERNAL",
};

/** @throws KEY_DISABLED, KEY_STATE_INVALID, KMS_UNSUPPORTED */
export function requireKeyState(
  operation: KeyOperation,
  { state, origin }: Pick<KeyRecord, "state" | "origin">,
  keyArn: string,
): void {
  if (origin !== (KEY_ORIGINS[operation] ?? origin)) {
    throw new EnvolError("KMS_UNSUPPORTED", `${keyArn} origin is ${origin} which is not valid for this operation.`);
  }
  const verdict = KEY_STATES[operation][state];
  if (verdict !== "ok") throw new EnvolError(REFUSALS[verdict].code, `${keyArn} ${REFUSALS[verdict].text}`);
}

/** Whether data keys may be unwrapped in this state. The plaintext of the key material is in memory just as long. */
export function isUsable(state: KeyState): boolean {
  return KEY_STATES.Decrypt[state] === "ok";
}
