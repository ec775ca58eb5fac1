// Original file: proto/envol/v1/principal_service.proto


export interface DeleteAccessKeyResponse {
}

export interface DeleteAccessKeyResponse__Output {
}
