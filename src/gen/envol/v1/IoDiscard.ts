// Original file: proto/envol/v1/block_service.proto

import type { Long } from '@grpc/proto-loader';

export interface IoDiscard {
  'offsetBytes'?: (number | string | Long);
  'lengthBytes'?: (number | string | Long);
}

export interface IoDiscard__Output {
  'offsetBytes': (number);
  'lengthBytes': (number);
}
