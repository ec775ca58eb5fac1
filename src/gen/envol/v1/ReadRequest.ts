// Original file: proto/envol/v1/block_service.proto

import type { Long } from '@grpc/proto-loader';

export interface ReadRequest {
  'volumeId'?: (string);
  /**
   * May be empty: then the volume's oldest attachment serves.
   */
  'attachmentId'?: (string);
  /**
   * From 0.
   */
  'offsetBytes'?: (number | string | Long);
  /**
   * 1 to 4,128,768 (4 MiB less 64 KiB).
   */
  'lengthBytes'?: (number);
}

export interface ReadRequest__Output {
  'volumeId': (string);
  /**
   * May be empty: then the volume's oldest attachment serves.
   */
  'attachmentId': (string);
  /**
   * From 0.
   */
  'offsetBytes': (number);
  /**
   * 1 to 4,128,768 (4 MiB less 64 KiB).
   */
  'lengthBytes': (number);
}
