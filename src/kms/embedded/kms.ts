/** The state of the embedded KMS in one Region: what every operation works on. */

import type { Cancel, Clock } from "../../clock.ts";
import { EnvolError } from "../../errors.ts";
import type { EventBus } from "../../events.ts";
import type { Identities } from "../../iam/identities.ts";
import type { Table } from "../../store/table.ts";
import type { KeyUsabilityListener } from "../kms-client.ts";
import type { Authorizer, Recorder, ServiceEventRecorder } from "./call.ts";
import type { MaterialVault } from "./key-material.ts";
import type { OwnerIndex } from "./owner-index.ts";
import type { AliasRecord, GrantRecord, KeyRecord } from "./records.ts";
import type { Regions } from "./regions.ts";
import type { Serializer } from "./serializer.ts";

export interface KmsTables {
  readonly keys: Table<KeyRecord>;
  readonly aliases: Table<AliasRecord>;
  readonly grants: Table<GrantRecord>;
}

/** The last use of a key, for GetKeyLastUsage. */
export interface LastUse {
  readonly operation: string;
  readonly timestampMs: number;
  readonly requestId: string;
  readonly eventId: string;
}

export interface Kms {
  readonly region: string;
  readonly accountId: string;
  readonly clock: Clock;
  readonly events: EventBus;
  /** Of this Region alone. */
  readonly tables: KmsTables;
  readonly vault: MaterialVault;
  /** Authenticates the headers of ciphertext blobs. */
  readonly blobHeaderKey: Buffer;
  /** Authenticates page markers and grant tokens, and names imported key material. */
  readonly textKey: Buffer;
  /** Encrypts import tokens. */
  readonly importTokenKey: Buffer;
  /** Plaintext key material by material id, of usable keys only; zeroed when it leaves the map. */
  readonly held: Map<string, Buffer>;
  readonly aliasesOf: OwnerIndex;
  /** Grants by key. */
  readonly grantsOf: OwnerIndex;
  /** Grants by key and grantee (see `granteePath`), then by id. */
  readonly grantsTo: Map<string, Map<string, GrantRecord>>;
  /** State changes of one key run under `key <id>`, changes of its grants under `grants <id>`, of aliases under `aliases`. */
  readonly serializer: Serializer;
  /** Shared by all Regions. */
  readonly listeners: Set<KeyUsabilityListener>;
  /** The timer of what is due next for a key, by key id. */
  readonly timers: Map<string, Cancel>;
  /** Does what is due for a key. */
  readonly settleDue: (keyId: string) => Promise<void>;
  readonly counters: { keysBeingMade: number };
  readonly startedAtMs: number;
  readonly lastUses: Map<string, LastUse>;
  readonly identities: Identities;
  readonly authorize: Authorizer;
  readonly record: Recorder;
  readonly recordServiceEvent: ServiceEventRecorder;
  /** The same KMS in its other Regions. */
  readonly regions: Regions;
  /** Told of what failed with no caller to tell. */
  readonly onFailure: (error: unknown) => void;
}

export function keyArnOf(kms: { region: string; accountId: string }, keyId: string): string {
  return `arn:aws:kms:${kms.region}:${kms.accountId}:key/${keyId}`;
}

export function aliasArnOf(kms: Kms, aliasName: string): string {
  return `arn:aws:kms:${kms.region}:${kms.accountId}:${aliasName}`;
}

/** The key as it is now. @throws KEY_NOT_FOUND */
export function currentKey(kms: Kms, keyId: string): KeyRecord {
  const key = kms.tables.keys.get(keyId);
  if (key === undefined) throw new EnvolError("KEY_NOT_FOUND", `Key '${keyArnOf(kms, keyId)}' does not exist`);
  return key;
}

/** The id of the material that a key encrypts, signs and so on with. @throws KEY_UNAVAILABLE when it has none */
export function currentMaterialId(kms: Kms, key: KeyRecord): string {
  const materialId = key.materials.findLast(({ imported }) => !imported?.pendingRotation)?.materialId;
  if (materialId === undefined) throw unavailable(kms, key);
  return materialId;
}

/** The plaintext of one of a usable key's materials. @throws KEY_UNAVAILABLE when it could not be opened */
export function heldMaterial(kms: Kms, key: KeyRecord, materialId: string): Buffer {
  const material = kms.held.get(materialId);
  if (material === undefined) throw unavailable(kms, key);
  return material;
}

/** Zeroes and forgets the plaintext of a key's material. */
export function dropMaterial(kms: Kms, key: KeyRecord): void {
  for (const { materialId } of key.materials) {
    kms.held.get(materialId)?.fill(0);
    kms.held.delete(materialId);
  }
}

function unavailable(kms: Kms, key: KeyRecord): EnvolError {
  return new EnvolError("KEY_UNAVAILABLE", `${keyArnOf(kms, key.keyId)} is unavailable.`);
}
