// Original file: proto/envol/v1/key_service.proto


export interface DisableKeyRotationResponse {
}

export interface DisableKeyRotationResponse__Output {
}
