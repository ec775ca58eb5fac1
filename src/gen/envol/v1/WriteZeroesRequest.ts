// Original file: proto/envol/v1/block_service.proto

import type { Long } from '@grpc/proto-loader';

export interface WriteZeroesRequest {
  'volumeId'?: (string);
  'attachmentId'?: (string);
  'offsetBytes'?: (number | string | Long);
  'lengthBytes'?: (number | string | Long);
  /**
   * Keeps the space allocated: writes zeroes in place of freeing the range.
   */
  'allocate'?: (boolean);
  'forceUnitAccess'?: (boolean);
}

export interface WriteZeroesRequest__Output {
  'volumeId': (string);
  'attachmentId': (string);
  'offsetBytes': (number);
  'lengthBytes': (number);
  /**
   * Keeps the space allocated: writes zeroes in place of freeing the range.
   */
  'allocate': (boolean);
  'forceUnitAccess': (boolean);
}
