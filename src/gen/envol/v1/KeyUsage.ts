// Original file: proto/envol/v1/event_service.proto

import type { Long } from '@grpc/proto-loader';

export interface KeyUsage {
  'keyArn'?: (string);
  /**
   * Empty, as is the manager, for a key of which nothing is known any more.
   */
  'keySpec'?: (string);
  /**
   * CUSTOMER or AWS.
   */
  'keyManager'?: (string);
  'keyMonths'?: (number | string);
  'keyCostUsd'?: (number | string);
  /**
   * Requests about two keys count for the first one.
   */
  'requests'?: (number | string | Long);
  'requestCostUsd'?: (number | string);
}

export interface KeyUsage__Output {
  'keyArn': (string);
  /**
   * Empty, as is the manager, for a key of which nothing is known any more.
   */
  'keySpec': (string);
  /**
   * CUSTOMER or AWS.
   */
  'keyManager': (string);
  'keyMonths': (number);
  'keyCostUsd': (number);
  /**
   * Requests about two keys count for the first one.
   */
  'requests': (number);
  'requestCostUsd': (number);
}
