// Original file: proto/envol/v1/key_service.proto


export interface UpdateKeyDescriptionResponse {
}

export interface UpdateKeyDescriptionResponse__Output {
}
