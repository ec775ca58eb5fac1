// Original file: proto/envol/v1/key_service.proto

import type { Long } from '@grpc/proto-loader';

export interface KeyMetadata {
  'keyId'?: (string);
  'arn'?: (string);
  'awsAccountId'?: (string);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'creationDateMs'?: (number | string | Long);
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
   * When the key material will be destroyed; 0 unless the deletion is scheduled.
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
   * SYMMETRIC_DEFAULT.
   */
  'keySpec'?: (string);
  'encryptionAlgorithms'?: (string)[];
  'multiRegion'?: (boolean);
  /**
   * 64 hexadecimal digits, which name the key material in use.
   */
  'currentKeyMaterialId'?: (string);
}

export interface KeyMetadata__Output {
  'keyId': (string);
  'arn': (string);
  'awsAccountId': (string);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'creationDateMs': (number);
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
   * When the key material will be destroyed; 0 unless the deletion is scheduled.
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
   * SYMMETRIC_DEFAULT.
   */
  'keySpec': (string);
  'encryptionAlgorithms': (string)[];
  'multiRegion': (boolean);
  /**
   * 64 hexadecimal digits, which name the key material in use.
   */
  'currentKeyMaterialId': (string);
}
