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
}
