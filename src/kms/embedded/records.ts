/** What the embedded KMS keeps in its tables. Plain values: text, numbers, lists and objects of them. */

import type { KeyState } from "../key-operations.ts";
import type { EncryptionContext } from "../kms-client.ts";

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
  /** In order of making; the last one is current. */
  readonly materials: readonly KeyMaterialRecord[];
  readonly tags: readonly { readonly tagKey: string; readonly tagValue: string }[];
  /** When the key is to be destroyed; present while it is pending deletion. */
  readonly deletionDateMs?: number;
}

export interface KeyMaterialRecord {
  /** 64 hexadecimal digits. */
  readonly materialId: string;
  readonly creationDateMs: number;
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
  readonly retiringPrincipal: string;
  readonly operations: readonly string[];
  /** The constraint EncryptionContextSubset; empty when there is none. */
  readonly encryptionContextSubset: EncryptionContext;
  readonly issuingAccount: string;
  readonly creationDateMs: number;
}
