// Original file: proto/envol/v1/key_service.proto


export interface ListKeyPoliciesResponse {
  /**
   * default.
   */
  'policyNames'?: (string)[];
  /**
   * Empty on the last page.
   */
  'nextMarker'?: (string);
  /**
   * Whether there are more.
   */
  'truncated'?: (boolean);
}

export interface ListKeyPoliciesResponse__Output {
  /**
   * default.
   */
  'policyNames': (string)[];
  /**
   * Empty on the last page.
   */
  'nextMarker': (string);
  /**
   * Whether there are more.
   */
  'truncated': (boolean);
}
