// Original file: proto/envol/v1/key_service.proto


export interface RetireGrantResponse {
}

export interface RetireGrantResponse__Output {
}
