// Original file: proto/envol/v1/key_service.proto


export interface ReEncryptRequest {
  /**
   * 1 to 6144 bytes.
   */
  'ciphertextBlob'?: (Buffer | Uint8Array | string);
  /**
   * The same as at its making.
   */
  'sourceEncryptionContext'?: ({[key: string]: string});
  /**
   * May be empty. If given, it must be the key that made the ciphertext.
   */
  'sourceKeyId'?: (string);
  /**
   * Key id, key ARN, alias name or alias ARN.
   */
  'destinationKeyId'?: (string);
  /**
   * What the new ciphertext is bound to.
   */
  'destinationEncryptionContext'?: ({[key: string]: string});
}

export interface ReEncryptRequest__Output {
  /**
   * 1 to 6144 bytes.
   */
  'ciphertextBlob': (Buffer);
  /**
   * The same as at its making.
   */
  'sourceEncryptionContext': ({[key: string]: string});
  /**
   * May be empty. If given, it must be the key that made the ciphertext.
   */
  'sourceKeyId': (string);
  /**
   * Key id, key ARN, alias name or alias ARN.
   */
  'destinationKeyId': (string);
  /**
   * What the new ciphertext is bound to.
   */
  'destinationEncryptionContext': ({[key: string]: string});
}
