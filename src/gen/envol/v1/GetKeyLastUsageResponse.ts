// Original file: proto/envol/v1/key_service.proto

import type { KeyLastUsage as _envol_v1_KeyLastUsage, KeyLastUsage__Output as _envol_v1_KeyLastUsage__Output } from '../../envol/v1/KeyLastUsage.ts';
import type { Long } from '@grpc/proto-loader';

export interface GetKeyLastUsageResponse {
  /**
   * The key's ARN.
   */
  'keyId'?: (string);
  /**
   * Absent when the key has not been used.
   */
  'keyLastUsage'?: (_envol_v1_KeyLastUsage | null);
  /**
   * Since when uses are noted, in milliseconds since 1970-01-01T00:00:00Z.
   */
  'trackingStartDateMs'?: (number | string | Long);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'keyCreationDateMs'?: (number | string | Long);
}

export interface GetKeyLastUsageResponse__Output {
  /**
   * The key's ARN.
   */
  'keyId': (string);
  /**
   * Absent when the key has not been used.
   */
  'keyLastUsage': (_envol_v1_KeyLastUsage__Output | null);
  /**
   * Since when uses are noted, in milliseconds since 1970-01-01T00:00:00Z.
   */
  'trackingStartDateMs': (number);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'keyCreationDateMs': (number);
}
