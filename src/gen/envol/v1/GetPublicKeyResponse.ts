// Original file: proto/envol/v1/key_service.proto


export interface GetPublicKeyResponse {
  /**
   * The key's ARN.
   */
  'keyId'?: (string);
  /**
   * DER-encoded SubjectPublicKeyInfo (RFC 5280).
   */
  'publicKey'?: (Buffer | Uint8Array | string);
  'keySpec'?: (string);
  'keyUsage'?: (string);
  'encryptionAlgorithms'?: (string)[];
  'signingAlgorithms'?: (string)[];
  'keyAgreementAlgorithms'?: (string)[];
}

export interface GetPublicKeyResponse__Output {
  /**
   * The key's ARN.
   */
  'keyId': (string);
  /**
   * DER-encoded SubjectPublicKeyInfo (RFC 5280).
   */
  'publicKey': (Buffer);
  'keySpec': (string);
  'keyUsage': (string);
  'encryptionAlgorithms': (string)[];
  'signingAlgorithms': (string)[];
  'keyAgreementAlgorithms': (string)[];
}
