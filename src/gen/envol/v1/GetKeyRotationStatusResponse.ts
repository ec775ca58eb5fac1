// Original file: proto/envol/v1/key_service.proto

import type { Long } from '@grpc/proto-loader';

export interface GetKeyRotationStatusResponse {
  /**
   * The key's ARN.
   */
  'keyId'?: (string);
  'keyRotationEnabled'?: (boolean);
  /**
   * 0 unless enabled.
   */
  'rotationPeriodInDays'?: (number);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z; 0 unless enabled.
   */
  'nextRotationDateMs'?: (number | string | Long);
}

export interface GetKeyRotationStatusResponse__Output {
  /**
   * The key's ARN.
   */
  'keyId': (string);
  'keyRotationEnabled': (boolean);
  /**
   * 0 unless enabled.
   */
  'rotationPeriodInDays': (number);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z; 0 unless enabled.
   */
  'nextRotationDateMs': (number);
}
