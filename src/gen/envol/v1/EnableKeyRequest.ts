// Original file: proto/envol/v1/key_service.proto


export interface EnableKeyRequest {
  /**
   * Key id or key ARN.
   */
  'keyId'?: (string);
}

export interface EnableKeyRequest__Output {
  /**
   * Key id or key ARN.
   */
  'keyId': (string);
}
