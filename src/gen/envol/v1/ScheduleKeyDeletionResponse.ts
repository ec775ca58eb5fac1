// Original file: proto/envol/v1/key_service.proto

import type { Long } from '@grpc/proto-loader';

export interface ScheduleKeyDeletionResponse {
  /**
   * The key's ARN.
   */
  'keyId'?: (string);
  'deletionDateMs'?: (number | string | Long);
  'keyState'?: (string);
  'pendingWindowInDays'?: (number);
}

export interface ScheduleKeyDeletionResponse__Output {
  /**
   * The key's ARN.
   */
  'keyId': (string);
  'deletionDateMs': (number);
  'keyState': (string);
  'pendingWindowInDays': (number);
}
