// Original file: proto/envol/v1/key_service.proto


export interface GenerateMacRequest {
  /**
   * Key id, key ARN, alias name or alias ARN.
   */
  'keyId'?: (string);
  /**
   * 1 to 4096 bytes.
   */
  'message'?: (Buffer | Uint8Array | string);
  /**
   * HMAC_SHA_224, HMAC_SHA_256, HMAC_SHA_384 or HMAC_SHA_512, whichever is the key's.
   */
  'macAlgorithm'?: (string);
  /**
   * Up to 10, which CreateGrant gave.
   */
  'grantTokens'?: (string)[];
  /**
   * Refuses with DRY_RUN where it would have done it.
   */
  'dryRun'?: (boolean);
}

export interface GenerateMacRequest__Output {
  /**
   * Key id, key ARN, alias name or alias ARN.
   */
  'keyId': (string);
  /**
   * 1 to 4096 bytes.
   */
  'message': (Buffer);
  /**
   * HMAC_SHA_224, HMAC_SHA_256, HMAC_SHA_384 or HMAC_SHA_512, whichever is the key's.
   */
  'macAlgorithm': (string);
  /**
   * Up to 10, which CreateGrant gave.
   */
  'grantTokens': (string)[];
  /**
   * Refuses with DRY_RUN where it would have done it.
   */
  'dryRun': (boolean);
}
