// Original file: proto/envol/v1/key_service.proto


export interface CreateGrantResponse {
  /**
   * 64 hexadecimal digits.
   */
  'grantId'?: (string);
  /**
   * Names the grant in the calls that it is to allow.
   */
  'grantToken'?: (string);
}

export interface CreateGrantResponse__Output {
  /**
   * 64 hexadecimal digits.
   */
  'grantId': (string);
  /**
   * Names the grant in the calls that it is to allow.
   */
  'grantToken': (string);
}
