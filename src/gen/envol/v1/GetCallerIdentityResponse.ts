// Original file: proto/envol/v1/principal_service.proto


export interface GetCallerIdentityResponse {
  'arn'?: (string);
  /**
   * 12 digits.
   */
  'accountId'?: (string);
}

export interface GetCallerIdentityResponse__Output {
  'arn': (string);
  /**
   * 12 digits.
   */
  'accountId': (string);
}
