// Original file: proto/envol/v1/key_service.proto

import type { Long } from '@grpc/proto-loader';

export interface ScheduleKeyDeletionResponse {
  /**
   * The key's ARN.
   */
  'keyId'?: (string);
  /**
   * When the key material will be destroyed, in milliseconds since 1970-01-01T00:00:00Z.
   */
  'deletionDateMs'?: (number | string | Long);
  /**
   * PendingDeletion.
   */
  'keyState'?: (string);
  'pendingWindowInDays'?: (number);
}

export interface ScheduleKeyDeletionResponse__Output {
  /**
   * The key's ARN.
   */
  'keyId': (string);
  /**
   * When the key material will be destroyed, in milliseconds since 1970-01-01T00:00:00Z.
   */
  'deletionDateMs': (number);
  /**
   * PendingDeletion.
   */
  'keyState': (string);
  'pendingWindowInDays': (number);
}
