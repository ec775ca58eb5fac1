// Original file: proto/envol/v1/key_service.proto


export interface DeleteImportedKeyMaterialRequest {
  /**
   * Key id or key ARN.
   */
  'keyId'?: (string);
  /**
   * The current one when empty.
   */
  'keyMaterialId'?: (string);
}

export interface DeleteImportedKeyMaterialRequest__Output {
  /**
   * Key id or key ARN.
   */
  'keyId': (string);
  /**
   * The current one when empty.
   */
  'keyMaterialId': (string);
}
