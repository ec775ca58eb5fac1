// Original file: proto/envol/v1/key_service.proto


export interface DeleteAliasRequest {
  'aliasName'?: (string);
}

export interface DeleteAliasRequest__Output {
  'aliasName': (string);
}
