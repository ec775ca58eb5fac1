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
  'data': (Buffer);
  /**
   * In the first message only: answers only when all of it is on the disk.
   */
  'flush': (boolean);
}
