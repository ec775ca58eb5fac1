// Original file: proto/envol/v1/key_service.proto


export interface UpdateKeyDescriptionRequest {
  /**
   * Key id or key ARN.
   */
  'keyId'?: (string);
  /**
   * Up to 8192 characters.
   */
  'description'?: (string);
}

export interface UpdateKeyDescriptionRequest__Output {
  /**
   * Key id or key ARN.
   */
  'keyId': (string);
  /**
   * Up to 8192 characters.
   */
  'description': (string);
}
