// Original file: proto/envol/v1/key_service.proto


export interface GenerateDataKeyResponse {
  /**
   * The data key, wrapped.
   */
  'ciphertextBlob'?: (Buffer | Uint8Array | string);
  /**
   * The data key itself.
   */
  'plaintext'?: (Buffer | Uint8Array | string);
  /**
   * The key's ARN.
   */
  'keyId'?: (string);
  /**
   * Which key material wrapped it.
   */
  'keyMaterialId'?: (string);
}

export interface GenerateDataKeyResponse__Output {
  /**
   * The data key, wrapped.
   */
  'ciphertextBlob': (Buffer);
  /**
   * The data key itself.
   */
  'plaintext': (Buffer);
  /**
   * The key's ARN.
   */
  'keyId': (string);
  /**
   * Which key material wrapped it.
   */
  'keyMaterialId': (string);
}
