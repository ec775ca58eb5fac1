// Original file: proto/envol/v1/key_service.proto


export interface RevokeGrantRequest {
  /**
   * Key id or key ARN.
   */
  'keyId'?: (string);
  'grantId'?: (string);
  /**
   * Refuses with DRY_RUN where it would have done it.
   */
  'dryRun'?: (boolean);
}

export interface RevokeGrantRequest__Output {
  /**
   * Key id or key ARN.
   */
  'keyId': (string);
  'grantId': (string);
  /**
   * Refuses with DRY_RUN where it would have done it.
   */
  'dryRun': (boolean);
}
