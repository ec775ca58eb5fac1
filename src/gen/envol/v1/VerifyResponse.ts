// Original file: proto/envol/v1/key_service.proto


export interface VerifyResponse {
  /**
   * The key's ARN.
   */
  'keyId'?: (string);
  /**
   * True: a signature that is not valid is refused.
   */
  'signatureValid'?: (boolean);
  'signingAlgorithm'?: (string);
}

export interface VerifyResponse__Output {
  /**
   * The key's ARN.
   */
  'keyId': (string);
  /**
   * True: a signature that is not valid is refused.
   */
  'signatureValid': (boolean);
  'signingAlgorithm': (string);
}
