// Original file: proto/envol/v1/key_service.proto


export interface ReEncryptRequest {
  'ciphertextBlob'?: (Buffer | Uint8Array | string);
  'sourceEncryptionContext'?: ({[key: string]: string});
  /**
   * May be empty. If given, it must be the key that made the ciphertext.
   */
  'sourceKeyId'?: (string);
  'destinationKeyId'?: (string);
  'destinationEncryptionContext'?: ({[key: string]: string});
}

export interface ReEncryptRequest__Output {
  'ciphertextBlob': (Buffer);
  'sourceEncryptionContext': ({[key: string]: string});
  /**
   * May be empty. If given, it must be the key that made the ciphertext.
   */
  'sourceKeyId': (string);
  'destinationKeyId': (string);
  'destinationEncryptionContext': ({[key: string]: string});
}
