// Original file: proto/envol/v1/block_service.proto

import type { Long } from '@grpc/proto-loader';

export interface WriteStreamResponse {
  'bytesWritten'?: (number | string | Long);
}

export interface WriteStreamResponse__Output {
  'bytesWritten': (number);
}
