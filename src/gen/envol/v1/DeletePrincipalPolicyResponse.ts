// Original file: proto/envol/v1/principal_service.proto


export interface DeletePrincipalPolicyResponse {
}

export interface DeletePrincipalPolicyResponse__Output {
}
