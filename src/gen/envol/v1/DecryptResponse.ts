// Original file: proto/envol/v1/key_service.proto


export interface DecryptResponse {
  'plaintext'?: (Buffer | Uint8Array | string);
  /**
   * The key's ARN.
   */
  'keyId'?: (string);
  /**
   * SYMMETRIC_DEFAULT.
   */
  'encryptionAlgorithm'?: (string);
  /**
   * Which key material it was made with.
   */
  'keyMaterialId'?: (string);
}

export interface DecryptResponse__Output {
  'plaintext': (Buffer);
  /**
   * The key's ARN.
   */
  'keyId': (string);
  /**
   * SYMMETRIC_DEFAULT.
   */
  'encryptionAlgorithm': (string);
  /**
   * Which key material it was made with.
   */
  'keyMaterialId': (string);
}
