// Original file: proto/envol/v1/key_service.proto


export interface EncryptRequest {
  /**
   * Key id, key ARN, alias name or alias ARN.
   */
  'keyId'?: (string);
  /**
   * 1 to 4096 bytes.
   */
  'plaintext'?: (Buffer | Uint8Array | string);
  /**
   * As in GenerateDataKeyRequest.
   */
  'encryptionContext'?: ({[key: string]: string});
  /**
   * SYMMETRIC_DEFAULT (also when empty).
   */
  'encryptionAlgorithm'?: (string);
}

export interface EncryptRequest__Output {
  /**
   * Key id, key ARN, alias name or alias ARN.
   */
  'keyId': (string);
  /**
   * 1 to 4096 bytes.
   */
  'plaintext': (Buffer);
  /**
   * As in GenerateDataKeyRequest.
   */
  'encryptionContext': ({[key: string]: string});
  /**
   * SYMMETRIC_DEFAULT (also when empty).
   */
  'encryptionAlgorithm': (string);
}
