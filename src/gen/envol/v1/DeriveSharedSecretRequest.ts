// Original file: proto/envol/v1/key_service.proto


export interface DeriveSharedSecretRequest {
  /**
   * Key id, key ARN, alias name or alias ARN.
   */
  'keyId'?: (string);
  /**
   * ECDH.
   */
  'keyAgreementAlgorithm'?: (string);
  /**
   * The peer's, as DER-encoded SubjectPublicKeyInfo (RFC 5280), on the key's curve.
   */
  'publicKey'?: (Buffer | Uint8Array | string);
  /**
   * Up to 10, which CreateGrant gave.
   */
  'grantTokens'?: (string)[];
  /**
   * Refuses with DRY_RUN where it would have done it.
   */
  'dryRun'?: (boolean);
}

export interface DeriveSharedSecretRequest__Output {
  /**
   * Key id, key ARN, alias name or alias ARN.
   */
  'keyId': (string);
  /**
   * ECDH.
   */
  'keyAgreementAlgorithm': (string);
  /**
   * The peer's, as DER-encoded SubjectPublicKeyInfo (RFC 5280), on the key's curve.
   */
  'publicKey': (Buffer);
  /**
   * Up to 10, which CreateGrant gave.
   */
  'grantTokens': (string)[];
  /**
   * Refuses with DRY_RUN where it would have done it.
   */
  'dryRun': (boolean);
}
