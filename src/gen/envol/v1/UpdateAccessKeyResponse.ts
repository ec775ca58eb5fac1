// Original file: proto/envol/v1/principal_service.proto


export interface UpdateAccessKeyResponse {
}

export interface UpdateAccessKeyResponse__Output {
}
