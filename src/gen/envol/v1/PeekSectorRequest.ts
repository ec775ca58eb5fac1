// Original file: proto/envol/v1/block_service.proto

import type { Long } from '@grpc/proto-loader';

export interface PeekSectorRequest {
  'volumeId'?: (string);
  'sector'?: (number | string | Long);
}

export interface PeekSectorRequest__Output {
  'volumeId': (string);
  'sector': (number);
}
