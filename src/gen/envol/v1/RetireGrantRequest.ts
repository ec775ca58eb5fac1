// Original file: proto/envol/v1/key_service.proto


export interface RetireGrantRequest {
  /**
   * What CreateGrant gave. Either this, or key_id and grant_id.
   */
  'grantToken'?: (string);
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

export interface RetireGrantRequest__Output {
  /**
   * What CreateGrant gave. Either this, or key_id and grant_id.
   */
  'grantToken': (string);
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
