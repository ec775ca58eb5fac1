// Original file: proto/envol/v1/block_service.proto

import type { Long } from '@grpc/proto-loader';

export interface ReadStreamResponse {
  'offsetBytes'?: (number | string | Long);
  'data'?: (Buffer | Uint8Array | string);
}

export interface ReadStreamResponse__Output {
  'offsetBytes': (number);
  'data': (Buffer);
}
