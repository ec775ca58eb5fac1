// Original file: proto/envol/v1/key_service.proto

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
   * ENCRYPT_DECRYPT.
   */
  'keyUsage'?: (string);
  /**
   * Enabled, Disabled or PendingDeletion.
   */
  'keyState'?: (string);
  /**
   * When the key material will be destroyed, in milliseconds since 1970-01-01T00:00:00Z; 0 unless the deletion is scheduled.
   */
  'deletionDateMs'?: (number | string | Long);
  /**
   * AWS_KMS.
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
   * SYMMETRIC_DEFAULT; those of the key, under other key specs.
   */
  'encryptionAlgorithms'?: (string)[];
  'multiRegion'?: (boolean);
  /**
   * 64 hexadecimal digits, which name the key material in use; empty under other key specs.
   */
  'currentKeyMaterialId'?: (string);
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
   * ENCRYPT_DECRYPT.
   */
  'keyUsage': (string);
  /**
   * Enabled, Disabled or PendingDeletion.
   */
  'keyState': (string);
  /**
   * When the key material will be destroyed, in milliseconds since 1970-01-01T00:00:00Z; 0 unless the deletion is scheduled.
   */
  'deletionDateMs': (number);
  /**
   * AWS_KMS.
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
   * SYMMETRIC_DEFAULT; those of the key, under other key specs.
   */
  'encryptionAlgorithms': (string)[];
  'multiRegion': (boolean);
  /**
   * 64 hexadecimal digits, which name the key material in use; empty under other key specs.
   */
  'currentKeyMaterialId': (string);
}
