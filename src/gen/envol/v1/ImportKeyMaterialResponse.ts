// Original file: proto/envol/v1/key_service.proto


export interface ImportKeyMaterialResponse {
  /**
   * The key's ARN.
   */
  'keyId'?: (string);
  /**
   * Empty unless the key spec is SYMMETRIC_DEFAULT.
   */
  'keyMaterialId'?: (string);
}

export interface ImportKeyMaterialResponse__Output {
  /**
   * The key's ARN.
   */
  'keyId': (string);
  /**
   * Empty unless the key spec is SYMMETRIC_DEFAULT.
   */
  'keyMaterialId': (string);
}
