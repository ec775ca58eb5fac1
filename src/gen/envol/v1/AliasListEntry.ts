// Original file: proto/envol/v1/key_service.proto

import type { Long } from '@grpc/proto-loader';

export interface AliasListEntry {
  'aliasName'?: (string);
  'aliasArn'?: (string);
  'targetKeyId'?: (string);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'creationDateMs'?: (number | string | Long);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'lastUpdatedDateMs'?: (number | string | Long);
}

export interface AliasListEntry__Output {
  'aliasName': (string);
  'aliasArn': (string);
  'targetKeyId': (string);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'creationDateMs': (number);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'lastUpdatedDateMs': (number);
}
