// Original file: proto/envol/v1/block_service.proto

import type { Long } from '@grpc/proto-loader';

export interface WriteStreamRequest {
  /**
   * In the first message only.
   */
  'volumeId'?: (string);
  /**
   * In the first message only.
   */
  'attachmentId'?: (string);
  /**
   * Where the data goes; any order.
   */
  'offsetBytes'?: (number | string | Long);
  /**
   * Up to 1,048,576 bytes (1 MiB); may be empty.
   */
  'data'?: (Buffer | Uint8Array | string);
  /**
   * In the first message only: answers only when all of it is on the disk.
   */
  'flush'?: (boolean);
}

export interface WriteStreamRequest__Output {
  /**
   * In the first message only.
   */
  'volumeId': (string);
  /**
   * In the first message only.
   */
  'attachmentId': (string);
  /**
   * Where the data goes; any order.
   */
  'offsetBytes': (number);
  /**
   * Up to 1,048,576 bytes (1 MiB); may be empty.
   */
  'data': (Buffer);
  /**
   * In the first message only: answers only when all of it is on the disk.
   */
  'flush': (boolean);
}
