// Original file: proto/envol/v1/principal_service.proto


export interface DeletePrincipalResponse {
}

export interface DeletePrincipalResponse__Output {
}
