/** The KMS operations that front doors offer, with the AWS KMS API's names and shapes; times are milliseconds since 1970. */

import type { EncryptionContext, KmsCaller } from "./kms-client.ts";

/** KMS developer guide, "Key states of AWS KMS keys". */
export type KeyState =
  | "Enabled"
  | "Disabled"
  | "PendingDeletion"
  | "PendingReplicaDeletion"
  | "PendingImport"
  | "Unavailable"
  | "Creating"
  | "Updating";

export interface KeyMetadata {
  readonly keyId: string;
  readonly arn: string;
  readonly awsAccountId: string;
  readonly creationDateMs: number;
  readonly enabled: boolean;
  readonly description: string;
  readonly keyUsage: string;
  readonly keyState: KeyState;
  readonly deletionDateMs?: number;
  readonly origin: string;
  readonly keyManager: "CUSTOMER" | "AWS";
  readonly keySpec: string;
  /** Empty when the key is for something else. */
  readonly encryptionAlgorithms: readonly string[];
  readonly multiRegion: boolean;
  readonly currentKeyMaterialId?: string;
}

export interface AliasEntry {
  readonly aliasName: string;
  readonly aliasArn: string;
  readonly targetKeyId: string;
  readonly creationDateMs: number;
  readonly lastUpdatedDateMs: number;
}

export interface GrantEntry {
  /** The key's ARN. */
  readonly keyId: string;
  readonly grantId: string;
  readonly name?: string;
  readonly creationDateMs: number;
  readonly granteePrincipal: string;
  readonly retiringPrincipal: string;
  readonly issuingAccount: string;
  readonly operations: readonly string[];
  readonly encryptionContextSubset: EncryptionContext;
}

export interface DataKeyRequest {
  readonly keyId: string;
  readonly encryptionContext?: EncryptionContext;
  readonly numberOfBytes?: number;
  readonly keySpec?: string;
}

export interface KeyOperations {
  createKey(
    caller: KmsCaller,
    request: {
      description?: string;
      keyUsage?: string;
      keySpec?: string;
      tags?: readonly { tagKey: string; tagValue: string }[];
    },
  ): Promise<{ keyMetadata: KeyMetadata }>;
  describeKey(caller: KmsCaller, request: { keyId: string }): Promise<{ keyMetadata: KeyMetadata }>;
  listKeys(
    caller: KmsCaller,
    request: { limit?: number; marker?: string },
  ): Promise<{ keys: { keyId: string; keyArn: string }[]; nextMarker?: string; truncated: boolean }>;
  enableKey(caller: KmsCaller, request: { keyId: string }): Promise<void>;
  /** Settles once no front door gives or takes plaintext under the key (in mode strict). */
  disableKey(caller: KmsCaller, request: { keyId: string }): Promise<void>;
  scheduleKeyDeletion(
    caller: KmsCaller,
    request: { keyId: string; pendingWindowInDays?: number },
  ): Promise<{ keyId: string; deletionDateMs?: number; keyState: KeyState; pendingWindowInDays: number }>;
  cancelKeyDeletion(caller: KmsCaller, request: { keyId: string }): Promise<{ keyId: string }>;
  createAlias(caller: KmsCaller, request: { aliasName: string; targetKeyId: string }): Promise<void>;
  updateAlias(caller: KmsCaller, request: { aliasName: string; targetKeyId: string }): Promise<void>;
  deleteAlias(caller: KmsCaller, request: { aliasName: string }): Promise<void>;
  listAliases(
    caller: KmsCaller,
    request: { keyId?: string; limit?: number; marker?: string },
  ): Promise<{ aliases: AliasEntry[]; nextMarker?: string; truncated: boolean }>;
  listGrants(
    caller: KmsCaller,
    request: { keyId: string; limit?: number; marker?: string },
  ): Promise<{ grants: GrantEntry[]; nextMarker?: string; truncated: boolean }>;
  revokeGrant(caller: KmsCaller, request: { keyId: string; grantId: string }): Promise<void>;
  generateDataKey(
    caller: KmsCaller,
    request: DataKeyRequest,
  ): Promise<{ ciphertextBlob: Uint8Array; plaintext: Uint8Array; keyId: string; keyMaterialId: string }>;
  generateDataKeyWithoutPlaintext(
    caller: KmsCaller,
    request: DataKeyRequest,
  ): Promise<{ ciphertextBlob: Uint8Array; keyId: string; keyMaterialId: string }>;
  encrypt(
    caller: KmsCaller,
    request: {
      keyId: string;
      plaintext: Uint8Array;
      encryptionContext?: EncryptionContext;
      encryptionAlgorithm?: string;
    },
  ): Promise<{ ciphertextBlob: Uint8Array; keyId: string; encryptionAlgorithm: string }>;
  decrypt(
    caller: KmsCaller,
    request: {
      ciphertextBlob: Uint8Array;
      encryptionContext?: EncryptionContext;
      keyId?: string;
      encryptionAlgorithm?: string;
      grantTokens?: readonly string[];
    },
  ): Promise<{ plaintext: Uint8Array; keyId: string; encryptionAlgorithm: string; keyMaterialId?: string }>;
  reEncrypt(
    caller: KmsCaller,
    request: {
      ciphertextBlob: Uint8Array;
      sourceEncryptionContext?: EncryptionContext;
      sourceKeyId?: string;
      destinationKeyId: string;
      destinationEncryptionContext?: EncryptionContext;
    },
  ): Promise<{
    ciphertextBlob: Uint8Array;
    sourceKeyId: string;
    keyId: string;
    sourceKeyMaterialId?: string;
    destinationKeyMaterialId?: string;
  }>;
}
