/** What the embedded KMS keeps in its tables. Plain values: text, numbers, lists and objects of them. */

import type { KeyState } from "../key-state.ts";
import type { EncryptionContext } from "../kms-client.ts";

export interface KeyTag {
  readonly tagKey: string;
  readonly tagValue: string;
}

/** Under the key id. */
export interface KeyRecord {
  readonly keyId: string;
  readonly state: KeyState;
  readonly creationDateMs: number;
  readonly description: string;
  readonly keyManager: "CUSTOMER" | "AWS";
  readonly keySpec: string;
  readonly keyUsage: string;
  readonly origin: string;
  readonly multiRegion: boolean;
  /** Of a multi-Region key: where its primary key is. Its replicas are the keys of the same id in other Regions. */
  readonly primaryRegion?: string;
  /** In order of making. The current one is the last that is not pending rotation. */
  readonly materials: readonly KeyMaterialRecord[];
  /** Of an asymmetric key: DER-encoded SubjectPublicKeyInfo (RFC 5280), in base64. */
  readonly publicKey?: string;
  readonly tags: readonly KeyTag[];
  /** The key policy; absent while it is the default one. */
  readonly policy?: string;
  /** Present while automatic rotation is enabled. */
  readonly rotation?: { readonly periodInDays: number; readonly nextRotationDateMs: number };
  /** When the key is to be destroyed; present while it is pending deletion. */
  readonly deletionDateMs?: number;
  /** Of a primary key that waits for its replicas to be deleted: the waiting period that starts then. */
  readonly pendingDeletionWindowInDays?: number;
}

export interface KeyMaterialRecord {
  /** 64 hexadecimal digits. */
  readonly materialId: string;
  readonly creationDateMs: number;
  /** When, and why, it became current; absent for the first one. */
  readonly rotationDateMs?: number;
  readonly rotationType?: "AUTOMATIC" | "ON_DEMAND";
  /** Of imported material; absent for material that the KMS made. */
  readonly imported?: ImportFacts;
}

export interface ImportFacts {
  readonly state: "IMPORTED" | "PENDING_IMPORT";
  /** Whether it waits for RotateKeyOnDemand to become current. */
  readonly pendingRotation: boolean;
  readonly description?: string;
  /** When it expires, if it does. */
  readonly validToMs?: number;
}

/** Under the alias name. */
export interface AliasRecord {
  readonly aliasName: string;
  readonly targetKeyId: string;
  readonly creationDateMs: number;
  readonly lastUpdatedDateMs: number;
}

/** Under `<keyId>/<grantId>`. */
export interface GrantRecord {
  /** 64 hexadecimal digits. */
  readonly grantId: string;
  readonly keyId: string;
  readonly name?: string;
  readonly granteePrincipal: string;
  readonly retiringPrincipal?: string;
  readonly operations: readonly string[];
  /** The constraint EncryptionContextSubset; empty when there is none. */
  readonly encryptionContextSubset: EncryptionContext;
  /** The constraint EncryptionContextEquals. */
  readonly encryptionContextEquals?: EncryptionContext;
  readonly issuingAccount: string;
  readonly creationDateMs: number;
}
