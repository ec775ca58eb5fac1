// Original file: proto/envol/v1/principal_service.proto


export interface UpdateAccessKeyRequest {
  'accessKeyId'?: (string);
  /**
   * Active or Inactive.
   */
  'status'?: (string);
}

export interface UpdateAccessKeyRequest__Output {
  'accessKeyId': (string);
  /**
   * Active or Inactive.
   */
  'status': (string);
}
