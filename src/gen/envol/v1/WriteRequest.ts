// Original file: proto/envol/v1/block_service.proto

import type { Long } from '@grpc/proto-loader';

export interface WriteRequest {
  'volumeId'?: (string);
  'attachmentId'?: (string);
  /**
   * From 0.
   */
  'offsetBytes'?: (number | string | Long);
  /**
   * 1 to 4,128,768 bytes (4 MiB less 64 KiB).
   */
  'data'?: (Buffer | Uint8Array | string);
  /**
   * Answers only when the data is on the disk.
   */
  'forceUnitAccess'?: (boolean);
}

export interface WriteRequest__Output {
  'volumeId': (string);
  'attachmentId': (string);
  /**
   * From 0.
   */
  'offsetBytes': (number);
  /**
   * 1 to 4,128,768 bytes (4 MiB less 64 KiB).
   */
  'data': (Buffer);
  /**
   * Answers only when the data is on the disk.
   */
  'forceUnitAccess': (boolean);
}
