// Original file: proto/envol/v1/key_service.proto


export interface EnableKeyResponse {
}

export interface EnableKeyResponse__Output {
}
