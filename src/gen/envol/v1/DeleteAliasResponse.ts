// Original file: proto/envol/v1/key_service.proto


export interface DeleteAliasResponse {
}

export interface DeleteAliasResponse__Output {
}
