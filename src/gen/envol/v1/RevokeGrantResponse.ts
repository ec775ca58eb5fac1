// Original file: proto/envol/v1/key_service.proto


export interface RevokeGrantResponse {
}

export interface RevokeGrantResponse__Output {
}
