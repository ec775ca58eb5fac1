// Original file: proto/envol/v1/key_service.proto


export interface GetKeyPolicyRequest {
  /**
   * Key id or key ARN.
   */
  'keyId'?: (string);
  /**
   * default (also when empty).
   */
  'policyName'?: (string);
}

export interface GetKeyPolicyRequest__Output {
  /**
   * Key id or key ARN.
   */
  'keyId': (string);
  /**
   * default (also when empty).
   */
  'policyName': (string);
}
