// Original file: proto/envol/v1/key_service.proto


export interface GenerateDataKeyWithoutPlaintextResponse {
  /**
   * The data key, wrapped.
   */
  'ciphertextBlob'?: (Buffer | Uint8Array | string);
  /**
   * The key's ARN.
   */
  'keyId'?: (string);
  /**
   * Which key material wrapped it.
   */
  'keyMaterialId'?: (string);
}

export interface GenerateDataKeyWithoutPlaintextResponse__Output {
  /**
   * The data key, wrapped.
   */
  'ciphertextBlob': (Buffer);
  /**
   * The key's ARN.
   */
  'keyId': (string);
  /**
   * Which key material wrapped it.
   */
  'keyMaterialId': (string);
}
