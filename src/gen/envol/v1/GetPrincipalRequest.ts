// Original file: proto/envol/v1/principal_service.proto


export interface GetPrincipalRequest {
  /**
   * An ARN; or, in the daemon's own account, user/NAME, role/NAME or root. Also where other requests have this field.
   */
  'principal'?: (string);
}

export interface GetPrincipalRequest__Output {
  /**
   * An ARN; or, in the daemon's own account, user/NAME, role/NAME or root. Also where other requests have this field.
   */
  'principal': (string);
}
