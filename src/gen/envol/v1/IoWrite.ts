// Original file: proto/envol/v1/block_service.proto

import type { Long } from '@grpc/proto-loader';

export interface IoWrite {
  'offsetBytes'?: (number | string | Long);
  'data'?: (Buffer | Uint8Array | string);
  'forceUnitAccess'?: (boolean);
}

export interface IoWrite__Output {
  'offsetBytes': (number);
  'data': (Buffer);
  'forceUnitAccess': (boolean);
}
