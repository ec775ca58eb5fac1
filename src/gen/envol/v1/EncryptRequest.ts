// Original file: proto/envol/v1/key_service.proto


export interface EncryptRequest {
  'keyId'?: (string);
  /**
   * 1 to 4096 bytes.
   */
  'plaintext'?: (Buffer | Uint8Array | string);
  'encryptionContext'?: ({[key: string]: string});
  /**
   * SYMMETRIC_DEFAULT (also when empty).
   */
  'encryptionAlgorithm'?: (string);
}

export interface EncryptRequest__Output {
  'keyId': (string);
  /**
   * 1 to 4096 bytes.
   */
  'plaintext': (Buffer);
  'encryptionContext': ({[key: string]: string});
  /**
   * SYMMETRIC_DEFAULT (also when empty).
   */
  'encryptionAlgorithm': (string);
}
