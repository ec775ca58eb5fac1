// Original file: proto/envol/v1/key_service.proto


export interface VerifyRequest {
  /**
   * Key id, key ARN, alias name or alias ARN.
   */
  'keyId'?: (string);
  /**
   * 1 to 4096 bytes: the message, or what message_type says.
   */
  'message'?: (Buffer | Uint8Array | string);
  /**
   * RAW (also when empty), or DIGEST when message is the digest of the message. EXTERNAL_MU is not offered.
   */
  'messageType'?: (string);
  /**
   * 1 to 6144 bytes.
   */
  'signature'?: (Buffer | Uint8Array | string);
  /**
   * One of the key's.
   */
  'signingAlgorithm'?: (string);
  /**
   * Up to 10, which CreateGrant gave.
   */
  'grantTokens'?: (string)[];
  /**
   * Refuses with DRY_RUN where it would have done it.
   */
  'dryRun'?: (boolean);
}

export interface VerifyRequest__Output {
  /**
   * Key id, key ARN, alias name or alias ARN.
   */
  'keyId': (string);
  /**
   * 1 to 4096 bytes: the message, or what message_type says.
   */
  'message': (Buffer);
  /**
   * RAW (also when empty), or DIGEST when message is the digest of the message. EXTERNAL_MU is not offered.
   */
  'messageType': (string);
  /**
   * 1 to 6144 bytes.
   */
  'signature': (Buffer);
  /**
   * One of the key's.
   */
  'signingAlgorithm': (string);
  /**
   * Up to 10, which CreateGrant gave.
   */
  'grantTokens': (string)[];
  /**
   * Refuses with DRY_RUN where it would have done it.
   */
  'dryRun': (boolean);
}
