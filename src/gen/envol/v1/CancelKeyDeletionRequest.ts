// Original file: proto/envol/v1/key_service.proto


export interface CancelKeyDeletionRequest {
  /**
   * Key id or key ARN.
   */
  'keyId'?: (string);
}

export interface CancelKeyDeletionRequest__Output {
  /**
   * Key id or key ARN.
   */
  'keyId': (string);
}
