// Original file: proto/envol/v1/key_service.proto


export interface DeriveSharedSecretResponse {
  /**
   * The key's ARN.
   */
  'keyId'?: (string);
  /**
   * The x coordinate of the common point: to be put through a key derivation function.
   */
  'sharedSecret'?: (Buffer | Uint8Array | string);
  'keyAgreementAlgorithm'?: (string);
  /**
   * AWS_KMS or EXTERNAL.
   */
  'keyOrigin'?: (string);
}

export interface DeriveSharedSecretResponse__Output {
  /**
   * The key's ARN.
   */
  'keyId': (string);
  /**
   * The x coordinate of the common point: to be put through a key derivation function.
   */
  'sharedSecret': (Buffer);
  'keyAgreementAlgorithm': (string);
  /**
   * AWS_KMS or EXTERNAL.
   */
  'keyOrigin': (string);
}
