// Original file: proto/envol/v1/principal_service.proto


export interface ListPrincipalsRequest {
}

export interface ListPrincipalsRequest__Output {
}
