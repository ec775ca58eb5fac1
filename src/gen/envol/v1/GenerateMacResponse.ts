// Original file: proto/envol/v1/key_service.proto


export interface GenerateMacResponse {
  /**
   * The key's ARN.
   */
  'keyId'?: (string);
  'mac'?: (Buffer | Uint8Array | string);
  'macAlgorithm'?: (string);
}

export interface GenerateMacResponse__Output {
  /**
   * The key's ARN.
   */
  'keyId': (string);
  'mac': (Buffer);
  'macAlgorithm': (string);
}
