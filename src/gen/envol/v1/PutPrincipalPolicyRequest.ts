// Original file: proto/envol/v1/principal_service.proto


export interface PutPrincipalPolicyRequest {
  'principal'?: (string);
  'policyName'?: (string);
  /**
   * JSON: IAM User Guide, "Grammar of the IAM JSON policy language".
   */
  'document'?: (string);
}

export interface PutPrincipalPolicyRequest__Output {
  'principal': (string);
  'policyName': (string);
  /**
   * JSON: IAM User Guide, "Grammar of the IAM JSON policy language".
   */
  'document': (string);
}
