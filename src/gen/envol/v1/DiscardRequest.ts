// Original file: proto/envol/v1/block_service.proto

import type { Long } from '@grpc/proto-loader';

export interface DiscardRequest {
  'volumeId'?: (string);
  'attachmentId'?: (string);
  /**
   * From 0.
   */
  'offsetBytes'?: (number | string | Long);
  /**
   * 1 to 33,554,432 (32 MiB).
   */
  'lengthBytes'?: (number | string | Long);
}

export interface DiscardRequest__Output {
  'volumeId': (string);
  'attachmentId': (string);
  /**
   * From 0.
   */
  'offsetBytes': (number);
  /**
   * 1 to 33,554,432 (32 MiB).
   */
  'lengthBytes': (number);
}
