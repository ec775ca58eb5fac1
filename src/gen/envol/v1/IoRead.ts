// Original file: proto/envol/v1/block_service.proto

import type { Long } from '@grpc/proto-loader';

export interface IoRead {
  'offsetBytes'?: (number | string | Long);
  /**
   * 1 to 4,128,768 (4 MiB less 64 KiB).
   */
  'lengthBytes'?: (number);
}

export interface IoRead__Output {
  'offsetBytes': (number);
  /**
   * 1 to 4,128,768 (4 MiB less 64 KiB).
   */
  'lengthBytes': (number);
}
