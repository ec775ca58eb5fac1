// Original file: proto/envol/v1/principal_service.proto


export interface DeletePrincipalPolicyRequest {
  'principal'?: (string);
  'policyName'?: (string);
}

export interface DeletePrincipalPolicyRequest__Output {
  'principal': (string);
  'policyName': (string);
}
