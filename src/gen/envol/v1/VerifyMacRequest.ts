// Original file: proto/envol/v1/key_service.proto


export interface VerifyMacRequest {
  /**
   * Key id, key ARN, alias name or alias ARN.
   */
  'keyId'?: (string);
  /**
   * 1 to 4096 bytes.
   */
  'message'?: (Buffer | Uint8Array | string);
  /**
   * As in GenerateMacRequest.
   */
  'macAlgorithm'?: (string);
  /**
   * 1 to 6144 bytes.
   */
  'mac'?: (Buffer | Uint8Array | string);
  /**
   * Up to 10, which CreateGrant gave.
   */
  'grantTokens'?: (string)[];
  /**
   * Refuses with DRY_RUN where it would have done it.
   */
  'dryRun'?: (boolean);
}

export interface VerifyMacRequest__Output {
  /**
   * Key id, key ARN, alias name or alias ARN.
   */
  'keyId': (string);
  /**
   * 1 to 4096 bytes.
   */
  'message': (Buffer);
  /**
   * As in GenerateMacRequest.
   */
  'macAlgorithm': (string);
  /**
   * 1 to 6144 bytes.
   */
  'mac': (Buffer);
  /**
   * Up to 10, which CreateGrant gave.
   */
  'grantTokens': (string)[];
  /**
   * Refuses with DRY_RUN where it would have done it.
   */
  'dryRun': (boolean);
}
