// Original file: proto/envol/v1/key_service.proto


export interface RotateKeyOnDemandRequest {
  /**
   * Key id or key ARN.
   */
  'keyId'?: (string);
}

export interface RotateKeyOnDemandRequest__Output {
  /**
   * Key id or key ARN.
   */
  'keyId': (string);
}
