// Original file: proto/envol/v1/event_service.proto

import type { Long } from '@grpc/proto-loader';

export interface ClassUsage {
  /**
   * request, rsa2048, asymmetric, dataKeyPairEcc or dataKeyPairRsa.
   */
  'priceClass'?: (string);
  'description'?: (string);
  'requests'?: (number | string | Long);
  'per10000Usd'?: (number | string);
  'costUsd'?: (number | string);
}

export interface ClassUsage__Output {
  /**
   * request, rsa2048, asymmetric, dataKeyPairEcc or dataKeyPairRsa.
   */
  'priceClass': (string);
  'description': (string);
  'requests': (number);
  'per10000Usd': (number);
  'costUsd': (number);
}
