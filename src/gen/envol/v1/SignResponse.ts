// Original file: proto/envol/v1/key_service.proto


export interface SignResponse {
  /**
   * The key's ARN.
   */
  'keyId'?: (string);
  /**
   * As OpenSSL takes it: DER for ECDSA (RFC 3279), plain for the others.
   */
  'signature'?: (Buffer | Uint8Array | string);
  'signingAlgorithm'?: (string);
}

export interface SignResponse__Output {
  /**
   * The key's ARN.
   */
  'keyId': (string);
  /**
   * As OpenSSL takes it: DER for ECDSA (RFC 3279), plain for the others.
   */
  'signature': (Buffer);
  'signingAlgorithm': (string);
}
