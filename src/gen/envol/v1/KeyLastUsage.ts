// Original file: proto/envol/v1/key_service.proto

import type { Long } from '@grpc/proto-loader';

export interface KeyLastUsage {
  /**
   * Such as Decrypt.
   */
  'operation'?: (string);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'timestampMs'?: (number | string | Long);
  /**
   * The event of the call's audit record.
   */
  'cloudTrailEventId'?: (string);
  'kmsRequestId'?: (string);
}

export interface KeyLastUsage__Output {
  /**
   * Such as Decrypt.
   */
  'operation': (string);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'timestampMs': (number);
  /**
   * The event of the call's audit record.
   */
  'cloudTrailEventId': (string);
  'kmsRequestId': (string);
}
