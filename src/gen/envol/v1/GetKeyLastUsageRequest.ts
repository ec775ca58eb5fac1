// Original file: proto/envol/v1/key_service.proto


export interface GetKeyLastUsageRequest {
  /**
   * Key id or key ARN.
   */
  'keyId'?: (string);
}

export interface GetKeyLastUsageRequest__Output {
  /**
   * Key id or key ARN.
   */
  'keyId': (string);
}
