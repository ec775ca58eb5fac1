// Original file: proto/envol/v1/key_service.proto


export interface DecryptRequest {
  /**
   * 1 to 6144 bytes.
   */
  'ciphertextBlob'?: (Buffer | Uint8Array | string);
  /**
   * The same as at its making.
   */
  'encryptionContext'?: ({[key: string]: string});
  /**
   * May be empty: the ciphertext tells. If given, it must be the key that made it.
   */
  'keyId'?: (string);
  /**
   * SYMMETRIC_DEFAULT (also when empty).
   */
  'encryptionAlgorithm'?: (string);
}

export interface DecryptRequest__Output {
  /**
   * 1 to 6144 bytes.
   */
  'ciphertextBlob': (Buffer);
  /**
   * The same as at its making.
   */
  'encryptionContext': ({[key: string]: string});
  /**
   * May be empty: the ciphertext tells. If given, it must be the key that made it.
   */
  'keyId': (string);
  /**
   * SYMMETRIC_DEFAULT (also when empty).
   */
  'encryptionAlgorithm': (string);
}
