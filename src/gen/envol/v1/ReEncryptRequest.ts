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
  /**
   * SYMMETRIC_DEFAULT (also when empty), or one of the key's.
   */
  'sourceEncryptionAlgorithm'?: (string);
  /**
   * SYMMETRIC_DEFAULT (also when empty), or one of the key's.
   */
  'destinationEncryptionAlgorithm'?: (string);
  /**
   * Up to 10, which CreateGrant gave.
   */
  'grantTokens'?: (string)[];
  /**
   * Refuses with DRY_RUN where it would have done it.
   */
  'dryRun'?: (boolean);
  /**
   * IGNORE_CIPHERTEXT, in a dry run: ciphertext_blob may then be empty, and source_key_id is needed.
   */
  'dryRunModifiers'?: (string)[];
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
  /**
   * SYMMETRIC_DEFAULT (also when empty), or one of the key's.
   */
  'sourceEncryptionAlgorithm': (string);
  /**
   * SYMMETRIC_DEFAULT (also when empty), or one of the key's.
   */
  'destinationEncryptionAlgorithm': (string);
  /**
   * Up to 10, which CreateGrant gave.
   */
  'grantTokens': (string)[];
  /**
   * Refuses with DRY_RUN where it would have done it.
   */
  'dryRun': (boolean);
  /**
   * IGNORE_CIPHERTEXT, in a dry run: ciphertext_blob may then be empty, and source_key_id is needed.
   */
  'dryRunModifiers': (string)[];
}
