// Original file: proto/envol/v1/key_service.proto


export interface DisableKeyResponse {
}

export interface DisableKeyResponse__Output {
}
