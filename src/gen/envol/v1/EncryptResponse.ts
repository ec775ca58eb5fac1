// Original file: proto/envol/v1/key_service.proto


export interface EncryptResponse {
  'ciphertextBlob'?: (Buffer | Uint8Array | string);
  /**
   * The key's ARN.
   */
  'keyId'?: (string);
  'encryptionAlgorithm'?: (string);
}

export interface EncryptResponse__Output {
  'ciphertextBlob': (Buffer);
  /**
   * The key's ARN.
   */
  'keyId': (string);
  'encryptionAlgorithm': (string);
}
