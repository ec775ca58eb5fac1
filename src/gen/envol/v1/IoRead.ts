// Original file: proto/envol/v1/block_service.proto

import type { Long } from '@grpc/proto-loader';

export interface IoRead {
  'offsetBytes'?: (number | string | Long);
  'lengthBytes'?: (number);
}

export interface IoRead__Output {
  'offsetBytes': (number);
  'lengthBytes': (number);
}
