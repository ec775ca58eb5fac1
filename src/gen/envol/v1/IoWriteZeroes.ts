// Original file: proto/envol/v1/block_service.proto

import type { Long } from '@grpc/proto-loader';

export interface IoWriteZeroes {
  'offsetBytes'?: (number | string | Long);
  /**
   * 1 to 33,554,432 (32 MiB).
   */
  'lengthBytes'?: (number | string | Long);
  /**
   * Keeps the space allocated.
   */
  'allocate'?: (boolean);
  /**
   * Answers only when it is on the disk.
   */
  'forceUnitAccess'?: (boolean);
}

export interface IoWriteZeroes__Output {
  'offsetBytes': (number);
  /**
   * 1 to 33,554,432 (32 MiB).
   */
  'lengthBytes': (number);
  /**
   * Keeps the space allocated.
   */
  'allocate': (boolean);
  /**
   * Answers only when it is on the disk.
   */
  'forceUnitAccess': (boolean);
}
