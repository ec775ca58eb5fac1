// Original file: proto/envol/v1/block_service.proto

import type { Long } from '@grpc/proto-loader';

export interface IoDiscard {
  'offsetBytes'?: (number | string | Long);
  /**
   * 1 to 33,554,432 (32 MiB).
   */
  'lengthBytes'?: (number | string | Long);
}

export interface IoDiscard__Output {
  'offsetBytes': (number);
  /**
   * 1 to 33,554,432 (32 MiB).
   */
  'lengthBytes': (number);
}
