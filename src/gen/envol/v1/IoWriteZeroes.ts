// Original file: proto/envol/v1/block_service.proto

import type { Long } from '@grpc/proto-loader';

export interface IoWriteZeroes {
  'offsetBytes'?: (number | string | Long);
  /**
   * At least 1.
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
   * At least 1.
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
