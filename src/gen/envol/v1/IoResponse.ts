// Original file: proto/envol/v1/block_service.proto

import type { IoError as _envol_v1_IoError, IoError__Output as _envol_v1_IoError__Output } from '../../envol/v1/IoError.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * The answer to one request.
 */
export interface IoResponse {
  /**
   * That of the request.
   */
  'tag'?: (number | string | Long);
  /**
   * What a read read.
   */
  'data'?: (Buffer | Uint8Array | string);
  /**
   * Set when the request was refused or failed; the stream goes on.
   */
  'error'?: (_envol_v1_IoError | null);
}

/**
 * The answer to one request.
 */
export interface IoResponse__Output {
  /**
   * That of the request.
   */
  'tag': (number);
  /**
   * What a read read.
   */
  'data': (Buffer);
  /**
   * Set when the request was refused or failed; the stream goes on.
   */
  'error': (_envol_v1_IoError__Output | null);
}
