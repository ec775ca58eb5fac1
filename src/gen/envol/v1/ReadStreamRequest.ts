// Original file: proto/envol/v1/block_service.proto

import type { Long } from '@grpc/proto-loader';

export interface ReadStreamRequest {
  'volumeId'?: (string);
  'attachmentId'?: (string);
  /**
   * From 0.
   */
  'offsetBytes'?: (number | string | Long);
  /**
   * To the end of the volume when 0.
   */
  'lengthBytes'?: (number | string | Long);
  /**
   * Leaves out runs that are not allocated: the chunks' offsets tell.
   */
  'skipUnallocated'?: (boolean);
}

export interface ReadStreamRequest__Output {
  'volumeId': (string);
  'attachmentId': (string);
  /**
   * From 0.
   */
  'offsetBytes': (number);
  /**
   * To the end of the volume when 0.
   */
  'lengthBytes': (number);
  /**
   * Leaves out runs that are not allocated: the chunks' offsets tell.
   */
  'skipUnallocated': (boolean);
}
