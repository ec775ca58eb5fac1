// Original file: proto/envol/v1/key_service.proto


export interface RotateKeyOnDemandResponse {
  /**
   * The key's ARN.
   */
  'keyId'?: (string);
}

export interface RotateKeyOnDemandResponse__Output {
  /**
   * The key's ARN.
   */
  'keyId': (string);
}
