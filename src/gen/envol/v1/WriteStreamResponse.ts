// Original file: proto/envol/v1/block_service.proto

import type { Long } from '@grpc/proto-loader';

export interface WriteStreamResponse {
  /**
   * Over all messages.
   */
  'bytesWritten'?: (number | string | Long);
}

export interface WriteStreamResponse__Output {
  /**
   * Over all messages.
   */
  'bytesWritten': (number);
}
