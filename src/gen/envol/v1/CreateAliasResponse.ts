// Original file: proto/envol/v1/key_service.proto


export interface CreateAliasResponse {
}

export interface CreateAliasResponse__Output {
}
