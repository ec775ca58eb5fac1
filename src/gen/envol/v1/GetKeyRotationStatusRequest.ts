// Original file: proto/envol/v1/key_service.proto


export interface GetKeyRotationStatusRequest {
  /**
   * Key id or key ARN.
   */
  'keyId'?: (string);
}

export interface GetKeyRotationStatusRequest__Output {
  /**
   * Key id or key ARN.
   */
  'keyId': (string);
}
