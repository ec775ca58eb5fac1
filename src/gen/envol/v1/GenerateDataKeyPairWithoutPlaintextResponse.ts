// Original file: proto/envol/v1/key_service.proto


export interface GenerateDataKeyPairWithoutPlaintextResponse {
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
}

export interface GenerateDataKeyPairWithoutPlaintextResponse__Output {
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
}
