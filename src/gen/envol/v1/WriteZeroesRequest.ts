// Original file: proto/envol/v1/block_service.proto

import type { Long } from '@grpc/proto-loader';

export interface WriteZeroesRequest {
  'volumeId'?: (string);
  'attachmentId'?: (string);
  /**
   * From 0.
   */
  'offsetBytes'?: (number | string | Long);
  /**
   * At least 1.
   */
  'lengthBytes'?: (number | string | Long);
  /**
   * Keeps the space allocated: writes zeroes in place of freeing the range.
   */
  'allocate'?: (boolean);
  /**
   * Answers only when it is on the disk.
   */
  'forceUnitAccess'?: (boolean);
}

export interface WriteZeroesRequest__Output {
  'volumeId': (string);
  'attachmentId': (string);
  /**
   * From 0.
   */
  'offsetBytes': (number);
  /**
   * At least 1.
   */
  'lengthBytes': (number);
  /**
   * Keeps the space allocated: writes zeroes in place of freeing the range.
   */
  'allocate': (boolean);
  /**
   * Answers only when it is on the disk.
   */
  'forceUnitAccess': (boolean);
}
