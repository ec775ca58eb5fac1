// Original file: proto/envol/v1/principal_service.proto


export interface PutPrincipalPolicyResponse {
}

export interface PutPrincipalPolicyResponse__Output {
}
