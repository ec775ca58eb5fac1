// Original file: proto/envol/v1/key_service.proto


export interface GenerateDataKeyPairResponse {
  /**
   * The private key, wrapped.
   */
  'privateKeyCiphertextBlob'?: (Buffer | Uint8Array | string);
  /**
   * DER-encoded SubjectPublicKeyInfo (RFC 5280).
   */
  'publicKey'?: (Buffer | Uint8Array | string);
  /**
   * The key's ARN.
   */
  'keyId'?: (string);
  'keyPairSpec'?: (string);
  /**
   * Which key material wrapped it.
   */
  'keyMaterialId'?: (string);
  /**
   * The private key itself, as DER-encoded PKCS #8 (RFC 5958).
   */
  'privateKeyPlaintext'?: (Buffer | Uint8Array | string);
}

export interface GenerateDataKeyPairResponse__Output {
  /**
   * The private key, wrapped.
   */
  'privateKeyCiphertextBlob': (Buffer);
  /**
   * DER-encoded SubjectPublicKeyInfo (RFC 5280).
   */
  'publicKey': (Buffer);
  /**
   * The key's ARN.
   */
  'keyId': (string);
  'keyPairSpec': (string);
  /**
   * Which key material wrapped it.
   */
  'keyMaterialId': (string);
  /**
   * The private key itself, as DER-encoded PKCS #8 (RFC 5958).
   */
  'privateKeyPlaintext': (Buffer);
}
