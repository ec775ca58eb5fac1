// Original file: proto/envol/v1/key_service.proto


export interface PutKeyPolicyRequest {
  /**
   * Key id or key ARN.
   */
  'keyId'?: (string);
  /**
   * default (also when empty).
   */
  'policyName'?: (string);
  /**
   * A key policy as JSON, up to 32768 bytes.
   */
  'policy'?: (string);
  /**
   * Takes a policy although it would not let the caller put another one in its place.
   */
  'bypassPolicyLockoutSafetyCheck'?: (boolean);
}

export interface PutKeyPolicyRequest__Output {
  /**
   * Key id or key ARN.
   */
  'keyId': (string);
  /**
   * default (also when empty).
   */
  'policyName': (string);
  /**
   * A key policy as JSON, up to 32768 bytes.
   */
  'policy': (string);
  /**
   * Takes a policy although it would not let the caller put another one in its place.
   */
  'bypassPolicyLockoutSafetyCheck': (boolean);
}
