// Original file: proto/envol/v1/harness_service.proto


/**
 * Fails the operation, which is not carried out. The message says that it was injected, and by which fault.
 */
export interface FailEffect {
  /**
   * A reason of docs/errors.md.
   * 
   * device, any operation: STORE_FULL, STORE_FAILED, VOLUME_NOT_ATTACHED, UNAVAILABLE, INTERNAL
   * device, READ, WRITE, DISCARD and WRITE_ZEROES: KEY_REVOKED, INTEGRITY_ERROR, KMS_UNREACHABLE, KMS_INTERNAL
   * kms, any operation: KMS_UNREACHABLE, KMS_INTERNAL, ACCESS_DENIED
   * kms, all but DescribeKey: KEY_STATE_INVALID; all but RetireGrant: KEY_NOT_FOUND
   * kms, GenerateDataKeyWithoutPlaintext, Decrypt and CreateGrant: KEY_DISABLED, KEY_UNAVAILABLE
   * kms, Decrypt: CIPHERTEXT_INVALID, GRANT_TOKEN_INVALID; CreateGrant: KMS_LIMIT_EXCEEDED
   * store, PUT: STORE_FULL, STORE_FAILED; GET: INTEGRITY_ERROR, STORE_FAILED
   */
  'code'?: (string);
}

/**
 * Fails the operation, which is not carried out. The message says that it was injected, and by which fault.
 */
export interface FailEffect__Output {
  /**
   * A reason of docs/errors.md.
   * 
   * device, any operation: STORE_FULL, STORE_FAILED, VOLUME_NOT_ATTACHED, UNAVAILABLE, INTERNAL
   * device, READ, WRITE, DISCARD and WRITE_ZEROES: KEY_REVOKED, INTEGRITY_ERROR, KMS_UNREACHABLE, KMS_INTERNAL
   * kms, any operation: KMS_UNREACHABLE, KMS_INTERNAL, ACCESS_DENIED
   * kms, all but DescribeKey: KEY_STATE_INVALID; all but RetireGrant: KEY_NOT_FOUND
   * kms, GenerateDataKeyWithoutPlaintext, Decrypt and CreateGrant: KEY_DISABLED, KEY_UNAVAILABLE
   * kms, Decrypt: CIPHERTEXT_INVALID, GRANT_TOKEN_INVALID; CreateGrant: KMS_LIMIT_EXCEEDED
   * store, PUT: STORE_FULL, STORE_FAILED; GET: INTEGRITY_ERROR, STORE_FAILED
   */
  'code': (string);
}
