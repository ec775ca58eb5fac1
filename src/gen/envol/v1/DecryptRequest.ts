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
   * May be empty: the ciphertext tells, unless it was made with the public key of an asymmetric key. If given, it must be
   * the key that made it.
   */
  'keyId'?: (string);
  /**
   * SYMMETRIC_DEFAULT (also when empty), or one of the key's.
   */
  'encryptionAlgorithm'?: (string);
  /**
   * Up to 10, which CreateGrant gave.
   */
  'grantTokens'?: (string)[];
  /**
   * Refuses with DRY_RUN where it would have done it.
   */
  'dryRun'?: (boolean);
  /**
   * IGNORE_CIPHERTEXT, in a dry run: ciphertext_blob may then be empty, and key_id is needed.
   */
  'dryRunModifiers'?: (string)[];
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
   * May be empty: the ciphertext tells, unless it was made with the public key of an asymmetric key. If given, it must be
   * the key that made it.
   */
  'keyId': (string);
  /**
   * SYMMETRIC_DEFAULT (also when empty), or one of the key's.
   */
  'encryptionAlgorithm': (string);
  /**
   * Up to 10, which CreateGrant gave.
   */
  'grantTokens': (string)[];
  /**
   * Refuses with DRY_RUN where it would have done it.
   */
  'dryRun': (boolean);
  /**
   * IGNORE_CIPHERTEXT, in a dry run: ciphertext_blob may then be empty, and key_id is needed.
   */
  'dryRunModifiers': (string)[];
}
