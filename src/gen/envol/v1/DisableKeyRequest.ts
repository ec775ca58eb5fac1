// Original file: proto/envol/v1/key_service.proto


export interface DisableKeyRequest {
  /**
   * Key id or key ARN.
   */
  'keyId'?: (string);
}

export interface DisableKeyRequest__Output {
  /**
   * Key id or key ARN.
   */
  'keyId': (string);
}
