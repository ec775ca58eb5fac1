// Original file: proto/envol/v1/block_service.proto

import type { Long } from '@grpc/proto-loader';

/**
 * A run of the volume.
 */
export interface Extent {
  'offsetBytes'?: (number | string | Long);
  'lengthBytes'?: (number | string | Long);
  /**
   * Written and not discarded; a run that is not allocated reads as zeroes.
   */
  'allocated'?: (boolean);
}

/**
 * A run of the volume.
 */
export interface Extent__Output {
  'offsetBytes': (number);
  'lengthBytes': (number);
  /**
   * Written and not discarded; a run that is not allocated reads as zeroes.
   */
  'allocated': (boolean);
}
