// Original file: proto/envol/v1/block_service.proto

import type { Long } from '@grpc/proto-loader';

export interface IoWriteZeroes {
  'offsetBytes'?: (number | string | Long);
  'lengthBytes'?: (number | string | Long);
  'allocate'?: (boolean);
  'forceUnitAccess'?: (boolean);
}

export interface IoWriteZeroes__Output {
  'offsetBytes': (number);
  'lengthBytes': (number);
  'allocate': (boolean);
  'forceUnitAccess': (boolean);
}
