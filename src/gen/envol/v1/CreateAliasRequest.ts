// Original file: proto/envol/v1/key_service.proto


export interface CreateAliasRequest {
  /**
   * alias/ and letters, digits, / _ -, at most 256 characters; not alias/aws/.
   */
  'aliasName'?: (string);
  /**
   * Key id or key ARN.
   */
  'targetKeyId'?: (string);
}

export interface CreateAliasRequest__Output {
  /**
   * alias/ and letters, digits, / _ -, at most 256 characters; not alias/aws/.
   */
  'aliasName': (string);
  /**
   * Key id or key ARN.
   */
  'targetKeyId': (string);
}
