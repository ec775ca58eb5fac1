// Original file: proto/envol/v1/key_service.proto

import type { MultiRegionConfiguration as _envol_v1_MultiRegionConfiguration, MultiRegionConfiguration__Output as _envol_v1_MultiRegionConfiguration__Output } from '../../envol/v1/MultiRegionConfiguration.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * A key as DescribeKey shows it.
 */
export interface KeyMetadata {
  /**
   * A UUID.
   */
  'keyId'?: (string);
  'arn'?: (string);
  'awsAccountId'?: (string);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'creationDateMs'?: (number | string | Long);
  /**
   * Whether key_state is Enabled.
   */
  'enabled'?: (boolean);
  'description'?: (string);
  /**
   * ENCRYPT_DECRYPT, SIGN_VERIFY, GENERATE_VERIFY_MAC or KEY_AGREEMENT.
   */
  'keyUsage'?: (string);
  /**
   * Enabled, Disabled, PendingDeletion, PendingReplicaDeletion, PendingImport or Unavailable.
   */
  'keyState'?: (string);
  /**
   * When the key material will be destroyed, in milliseconds since 1970-01-01T00:00:00Z; 0 unless the deletion is scheduled.
   */
  'deletionDateMs'?: (number | string | Long);
  /**
   * AWS_KMS, or EXTERNAL for imported key material.
   */
  'origin'?: (string);
  /**
   * CUSTOMER or AWS.
   */
  'keyManager'?: (string);
  /**
   * SYMMETRIC_DEFAULT, which volumes need, or another of AWS's key specs.
   */
  'keySpec'?: (string);
  /**
   * Such as SYMMETRIC_DEFAULT; empty when the key is not for encryption.
   */
  'encryptionAlgorithms'?: (string)[];
  'multiRegion'?: (boolean);
  /**
   * 64 hexadecimal digits, which name the key material in use; empty under other key specs.
   */
  'currentKeyMaterialId'?: (string);
  /**
   * Such as RSASSA_PSS_SHA_256; empty when the key is not for signing.
   */
  'signingAlgorithms'?: (string)[];
  /**
   * Such as HMAC_SHA_256; empty when the key is not for MACs.
   */
  'macAlgorithms'?: (string)[];
  /**
   * ECDH; empty when the key is not for key agreement.
   */
  'keyAgreementAlgorithms'?: (string)[];
  /**
   * Present when multi_region.
   */
  'multiRegionConfiguration'?: (_envol_v1_MultiRegionConfiguration | null);
  /**
   * The waiting period that will begin when the last replica is gone; 0 unless key_state is PendingReplicaDeletion.
   */
  'pendingDeletionWindowInDays'?: (number);
  /**
   * KEY_MATERIAL_EXPIRES or KEY_MATERIAL_DOES_NOT_EXPIRE; empty unless imported material is there.
   */
  'expirationModel'?: (string);
  /**
   * When imported material expires, in milliseconds since 1970-01-01T00:00:00Z; 0 when it does not.
   */
  'validToMs'?: (number | string | Long);
}

/**
 * A key as DescribeKey shows it.
 */
export interface KeyMetadata__Output {
  /**
   * A UUID.
   */
  'keyId': (string);
  'arn': (string);
  'awsAccountId': (string);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'creationDateMs': (number);
  /**
   * Whether key_state is Enabled.
   */
  'enabled': (boolean);
  'description': (string);
  /**
   * ENCRYPT_DECRYPT, SIGN_VERIFY, GENERATE_VERIFY_MAC or KEY_AGREEMENT.
   */
  'keyUsage': (string);
  /**
   * Enabled, Disabled, PendingDeletion, PendingReplicaDeletion, PendingImport or Unavailable.
   */
  'keyState': (string);
  /**
   * When the key material will be destroyed, in milliseconds since 1970-01-01T00:00:00Z; 0 unless the deletion is scheduled.
   */
  'deletionDateMs': (number);
  /**
   * AWS_KMS, or EXTERNAL for imported key material.
   */
  'origin': (string);
  /**
   * CUSTOMER or AWS.
   */
  'keyManager': (string);
  /**
   * SYMMETRIC_DEFAULT, which volumes need, or another of AWS's key specs.
   */
  'keySpec': (string);
  /**
   * Such as SYMMETRIC_DEFAULT; empty when the key is not for encryption.
   */
  'encryptionAlgorithms': (string)[];
  'multiRegion': (boolean);
  /**
   * 64 hexadecimal digits, which name the key material in use; empty under other key specs.
   */
  'currentKeyMaterialId': (string);
  /**
   * Such as RSASSA_PSS_SHA_256; empty when the key is not for signing.
   */
  'signingAlgorithms': (string)[];
  /**
   * Such as HMAC_SHA_256; empty when the key is not for MACs.
   */
  'macAlgorithms': (string)[];
  /**
   * ECDH; empty when the key is not for key agreement.
   */
  'keyAgreementAlgorithms': (string)[];
  /**
   * Present when multi_region.
   */
  'multiRegionConfiguration': (_envol_v1_MultiRegionConfiguration__Output | null);
  /**
   * The waiting period that will begin when the last replica is gone; 0 unless key_state is PendingReplicaDeletion.
   */
  'pendingDeletionWindowInDays': (number);
  /**
   * KEY_MATERIAL_EXPIRES or KEY_MATERIAL_DOES_NOT_EXPIRE; empty unless imported material is there.
   */
  'expirationModel': (string);
  /**
   * When imported material expires, in milliseconds since 1970-01-01T00:00:00Z; 0 when it does not.
   */
  'validToMs': (number);
}
