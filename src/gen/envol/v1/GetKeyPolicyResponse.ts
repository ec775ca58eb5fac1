// Original file: proto/envol/v1/key_service.proto


export interface GetKeyPolicyResponse {
  /**
   * A key policy as JSON.
   */
  'policy'?: (string);
  /**
   * default.
   */
  'policyName'?: (string);
}

export interface GetKeyPolicyResponse__Output {
  /**
   * A key policy as JSON.
   */
  'policy': (string);
  /**
   * default.
   */
  'policyName': (string);
}
