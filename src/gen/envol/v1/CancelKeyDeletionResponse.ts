// Original file: proto/envol/v1/key_service.proto


export interface CancelKeyDeletionResponse {
  /**
   * The key's ARN.
   */
  'keyId'?: (string);
}

export interface CancelKeyDeletionResponse__Output {
  /**
   * The key's ARN.
   */
  'keyId': (string);
}
