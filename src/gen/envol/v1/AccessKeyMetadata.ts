// Original file: proto/envol/v1/principal_service.proto

import type { Long } from '@grpc/proto-loader';

export interface AccessKeyMetadata {
  'accessKeyId'?: (string);
  /**
   * Active or Inactive.
   */
  'status'?: (string);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'createTimeMs'?: (number | string | Long);
}

export interface AccessKeyMetadata__Output {
  'accessKeyId': (string);
  /**
   * Active or Inactive.
   */
  'status': (string);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'createTimeMs': (number);
}
