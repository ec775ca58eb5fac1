// Original file: proto/envol/v1/key_service.proto


export interface ReEncryptResponse {
  'ciphertextBlob'?: (Buffer | Uint8Array | string);
  /**
   * ARN of the key that made the ciphertext given.
   */
  'sourceKeyId'?: (string);
  /**
   * ARN of the key that made the ciphertext returned.
   */
  'keyId'?: (string);
  /**
   * Which key material opened the ciphertext given.
   */
  'sourceKeyMaterialId'?: (string);
  /**
   * Which key material made the ciphertext returned.
   */
  'destinationKeyMaterialId'?: (string);
  'sourceEncryptionAlgorithm'?: (string);
  'destinationEncryptionAlgorithm'?: (string);
}

export interface ReEncryptResponse__Output {
  'ciphertextBlob': (Buffer);
  /**
   * ARN of the key that made the ciphertext given.
   */
  'sourceKeyId': (string);
  /**
   * ARN of the key that made the ciphertext returned.
   */
  'keyId': (string);
  /**
   * Which key material opened the ciphertext given.
   */
  'sourceKeyMaterialId': (string);
  /**
   * Which key material made the ciphertext returned.
   */
  'destinationKeyMaterialId': (string);
  'sourceEncryptionAlgorithm': (string);
  'destinationEncryptionAlgorithm': (string);
}
