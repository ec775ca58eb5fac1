// Original file: proto/envol/v1/harness_service.proto


/**
 * The calls that volumes make of the KMS. Calls through KeyService are not among them.
 */
export interface KmsSite {
  /**
   * DescribeKey and GenerateDataKeyWithoutPlaintext (create), CreateGrant and Decrypt (attach; Decrypt also at the first
   * request after a revocation or a restart), RetireGrant (detach); all on which the effect means something when empty.
   */
  'operations'?: (string)[];
  /**
   * Key id, key ARN, alias name or alias ARN; any key when empty.
   */
  'keyId'?: (string);
}

/**
 * The calls that volumes make of the KMS. Calls through KeyService are not among them.
 */
export interface KmsSite__Output {
  /**
   * DescribeKey and GenerateDataKeyWithoutPlaintext (create), CreateGrant and Decrypt (attach; Decrypt also at the first
   * request after a revocation or a restart), RetireGrant (detach); all on which the effect means something when empty.
   */
  'operations': (string)[];
  /**
   * Key id, key ARN, alias name or alias ARN; any key when empty.
   */
  'keyId': (string);
}
