// Original file: proto/envol/v1/key_service.proto


export interface PutKeyPolicyResponse {
}

export interface PutKeyPolicyResponse__Output {
}
