// Original file: proto/envol/v1/block_service.proto

import type { Long } from '@grpc/proto-loader';

export interface PeekSectorRequest {
  'volumeId'?: (string);
  /**
   * Counts from 0, in sectors of the volume's own size (512 or 4096 bytes).
   */
  'sector'?: (number | string | Long);
}

export interface PeekSectorRequest__Output {
  'volumeId': (string);
  /**
   * Counts from 0, in sectors of the volume's own size (512 or 4096 bytes).
   */
  'sector': (number);
}
