// Original file: proto/envol/v1/key_service.proto


export interface VerifyMacResponse {
  /**
   * The key's ARN.
   */
  'keyId'?: (string);
  /**
   * True: a MAC that is not valid is refused.
   */
  'macValid'?: (boolean);
  'macAlgorithm'?: (string);
}

export interface VerifyMacResponse__Output {
  /**
   * The key's ARN.
   */
  'keyId': (string);
  /**
   * True: a MAC that is not valid is refused.
   */
  'macValid': (boolean);
  'macAlgorithm': (string);
}
