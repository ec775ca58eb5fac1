// Original file: proto/envol/v1/block_service.proto

import type { Long } from '@grpc/proto-loader';

export interface DiscardRequest {
  'volumeId'?: (string);
  'attachmentId'?: (string);
  'offsetBytes'?: (number | string | Long);
  'lengthBytes'?: (number | string | Long);
}

export interface DiscardRequest__Output {
  'volumeId': (string);
  'attachmentId': (string);
  'offsetBytes': (number);
  'lengthBytes': (number);
}
