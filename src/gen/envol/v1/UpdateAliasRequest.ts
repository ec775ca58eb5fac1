// Original file: proto/envol/v1/key_service.proto


export interface UpdateAliasRequest {
  'aliasName'?: (string);
  /**
   * Key id or key ARN.
   */
  'targetKeyId'?: (string);
}

export interface UpdateAliasRequest__Output {
  'aliasName': (string);
  /**
   * Key id or key ARN.
   */
  'targetKeyId': (string);
}
