// Original file: proto/envol/v1/block_service.proto

import type { Long } from '@grpc/proto-loader';

export interface IoDiscard {
  'offsetBytes'?: (number | string | Long);
  /**
   * At least 1.
   */
  'lengthBytes'?: (number | string | Long);
}

export interface IoDiscard__Output {
  'offsetBytes': (number);
  /**
   * At least 1.
   */
  'lengthBytes': (number);
}
