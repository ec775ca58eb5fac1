// Original file: proto/envol/v1/block_service.proto

import type { Long } from '@grpc/proto-loader';

export interface ReadStreamResponse {
  /**
   * Where the chunk lies in the volume; ascending.
   */
  'offsetBytes'?: (number | string | Long);
  /**
   * Up to 1,048,576 bytes (1 MiB).
   */
  'data'?: (Buffer | Uint8Array | string);
}

export interface ReadStreamResponse__Output {
  /**
   * Where the chunk lies in the volume; ascending.
   */
  'offsetBytes': (number);
  /**
   * Up to 1,048,576 bytes (1 MiB).
   */
  'data': (Buffer);
}
