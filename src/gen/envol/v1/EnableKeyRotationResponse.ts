// Original file: proto/envol/v1/key_service.proto


export interface EnableKeyRotationResponse {
}

export interface EnableKeyRotationResponse__Output {
}
