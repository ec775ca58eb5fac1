// Original file: proto/envol/v1/principal_service.proto


export interface GetCallerIdentityRequest {
}

export interface GetCallerIdentityRequest__Output {
}
