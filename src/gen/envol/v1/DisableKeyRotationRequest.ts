// Original file: proto/envol/v1/key_service.proto


export interface DisableKeyRotationRequest {
  /**
   * Key id or key ARN.
   */
  'keyId'?: (string);
}

export interface DisableKeyRotationRequest__Output {
  /**
   * Key id or key ARN.
   */
  'keyId': (string);
}
