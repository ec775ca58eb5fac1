// Original file: proto/envol/v1/key_service.proto

import type { Long } from '@grpc/proto-loader';

export interface GetParametersForImportResponse {
  /**
   * The key's ARN.
   */
  'keyId'?: (string);
  /**
   * What ImportKeyMaterial takes with the wrapped material.
   */
  'importToken'?: (Buffer | Uint8Array | string);
  /**
   * DER-encoded SubjectPublicKeyInfo (RFC 5280).
   */
  'publicKey'?: (Buffer | Uint8Array | string);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'parametersValidToMs'?: (number | string | Long);
}

export interface GetParametersForImportResponse__Output {
  /**
   * The key's ARN.
   */
  'keyId': (string);
  /**
   * What ImportKeyMaterial takes with the wrapped material.
   */
  'importToken': (Buffer);
  /**
   * DER-encoded SubjectPublicKeyInfo (RFC 5280).
   */
  'publicKey': (Buffer);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'parametersValidToMs': (number);
}
