/** The state of one embedded KMS: what every operation is handed, beside who calls and what is asked. */

import type { Cancel, Clock } from "../../clock.ts";
import { EnvolError } from "../../errors.ts";
import type { EventBus } from "../../events.ts";
import type { Table } from "../../store/table.ts";
import type { KeyMetadata } from "../key-operations.ts";
import type { KeyUsabilityListener } from "../kms-client.ts";
import type { MaterialVault } from "./key-material.ts";
import type { OwnerIndex } from "./owner-index.ts";
import type { AliasRecord, GrantRecord, KeyRecord } from "./records.ts";
import type { Serializer } from "./serializer.ts";

export interface KmsTables {
  readonly keys: Table<KeyRecord>;
  readonly aliases: Table<AliasRecord>;
  readonly grants: Table<GrantRecord>;
}

export interface Kms {
  readonly region: string;
  readonly accountId: string;
  readonly clock: Clock;
  readonly events: EventBus;
  readonly tables: KmsTables;
  readonly vault: MaterialVault;
  /** Authenticates the headers of ciphertext blobs. */
  readonly blobHeaderKey: Buffer;
  /** Authenticates page markers and grant tokens. */
  readonly textKey: Buffer;
  /** Plaintext key material by material id, of usable keys only; zeroed when it leaves the map. */
  readonly held: Map<string, Buffer>;
  readonly aliasesOf: OwnerIndex;
  readonly grantsOf: OwnerIndex;
  /** State changes of one key run under `key <id>`, changes of its grants under `grants <id>`, of aliases under `aliases`. */
  readonly serializer: Serializer;
  readonly listeners: Set<KeyUsabilityListener>;
  /** The timers of scheduled deletions, by key id. */
  readonly deletions: Map<string, Cancel>;
  readonly counters: { keysBeingMade: number };
  /** Told of what failed with no caller to tell. */
  readonly onFailure: (error: unknown) => void;
}

export function keyArnOf(kms: Kms, keyId: string): string {
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

/** The plaintext of one of a usable key's materials. @throws KEY_UNAVAILABLE when it could not be opened */
export function heldMaterial(kms: Kms, key: KeyRecord, materialId: string): Buffer {
  const material = kms.held.get(materialId);
  if (material === undefined) throw new EnvolError("KEY_UNAVAILABLE", `${keyArnOf(kms, key.keyId)} is unavailable.`);
  return material;
}

/** Zeroes and forgets the plaintext of a key's material. */
export function dropMaterial(kms: Kms, key: KeyRecord): void {
  for (const { materialId } of key.materials) {
    kms.held.get(materialId)?.fill(0);
    kms.held.delete(materialId);
  }
}

/** DescribeKey's KeyMetadata. */
export function keyMetadata(kms: Kms, key: KeyRecord): KeyMetadata {
  const current = key.materials.at(-1);
  return {
    keyId: key.keyId,
    arn: keyArnOf(kms, key.keyId),
    awsAccountId: kms.accountId,
    creationDateMs: key.creationDateMs,
    enabled: key.state === "Enabled",
    description: key.description,
    keyUsage: key.keyUsage,
    keyState: key.state,
    ...(key.deletionDateMs === undefined ? {} : { deletionDateMs: key.deletionDateMs }),
    origin: key.origin,
    keyManager: key.keyManager,
    keySpec: key.keySpec,
    encryptionAlgorithms: ["SYMMETRIC_DEFAULT"],
    multiRegion: key.multiRegion,
    ...(current === undefined ? {} : { currentKeyMaterialId: current.materialId }),
  };
}
