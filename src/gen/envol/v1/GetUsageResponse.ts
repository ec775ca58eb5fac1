// Original file: proto/envol/v1/event_service.proto

import type { ClassUsage as _envol_v1_ClassUsage, ClassUsage__Output as _envol_v1_ClassUsage__Output } from '../../envol/v1/ClassUsage.ts';
import type { OperationUsage as _envol_v1_OperationUsage, OperationUsage__Output as _envol_v1_OperationUsage__Output } from '../../envol/v1/OperationUsage.ts';
import type { KeyUsage as _envol_v1_KeyUsage, KeyUsage__Output as _envol_v1_KeyUsage__Output } from '../../envol/v1/KeyUsage.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * Costs are in US dollars, at AWS's prices in us-east-1.
 */
export interface GetUsageResponse {
  'month'?: (string);
  /**
   * Up to when it is counted: now, or the end of the month. Milliseconds since 1970-01-01T00:00:00Z.
   */
  'untilMs'?: (number | string | Long);
  /**
   * One for each kind of request that has a price.
   */
  'classes'?: (_envol_v1_ClassUsage)[];
  /**
   * The most frequent first.
   */
  'operations'?: (_envol_v1_OperationUsage)[];
  /**
   * The costliest first, 1,000 at most. The totals are of all keys.
   */
  'keys'?: (_envol_v1_KeyUsage)[];
  /**
   * How many keys there are in all.
   */
  'keyCount'?: (number);
  'requests'?: (number | string | Long);
  'requestCostUsd'?: (number | string);
  /**
   * A customer managed key for a month is one; each of its first two rotations is one more.
   */
  'keyMonths'?: (number | string);
  'keyCostUsd'?: (number | string);
  /**
   * Requests that AWS gives for free, of those made, and what they come to.
   */
  'freeRequests'?: (number | string | Long);
  'freeUsd'?: (number | string);
  'freeTierSubtracted'?: (boolean);
  'totalCostUsd'?: (number | string);
}

/**
 * Costs are in US dollars, at AWS's prices in us-east-1.
 */
export interface GetUsageResponse__Output {
  'month': (string);
  /**
   * Up to when it is counted: now, or the end of the month. Milliseconds since 1970-01-01T00:00:00Z.
   */
  'untilMs': (number);
  /**
   * One for each kind of request that has a price.
   */
  'classes': (_envol_v1_ClassUsage__Output)[];
  /**
   * The most frequent first.
   */
  'operations': (_envol_v1_OperationUsage__Output)[];
  /**
   * The costliest first, 1,000 at most. The totals are of all keys.
   */
  'keys': (_envol_v1_KeyUsage__Output)[];
  /**
   * How many keys there are in all.
   */
  'keyCount': (number);
  'requests': (number);
  'requestCostUsd': (number);
  /**
   * A customer managed key for a month is one; each of its first two rotations is one more.
   */
  'keyMonths': (number);
  'keyCostUsd': (number);
  /**
   * Requests that AWS gives for free, of those made, and what they come to.
   */
  'freeRequests': (number);
  'freeUsd': (number);
  'freeTierSubtracted': (boolean);
  'totalCostUsd': (number);
}
