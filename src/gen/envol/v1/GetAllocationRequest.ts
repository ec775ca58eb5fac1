// Original file: proto/envol/v1/block_service.proto

import type { Long } from '@grpc/proto-loader';

export interface GetAllocationRequest {
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
}

export interface GetAllocationRequest__Output {
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
}
