// Original file: proto/envol/v1/key_service.proto


export interface UpdateAliasResponse {
}

export interface UpdateAliasResponse__Output {
}
