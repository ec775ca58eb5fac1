// Original file: proto/envol/v1/event_service.proto

import type { Long } from '@grpc/proto-loader';

export interface OperationUsage {
  'operation'?: (string);
  'requests'?: (number | string | Long);
}

export interface OperationUsage__Output {
  'operation': (string);
  'requests': (number);
}
