// Original file: proto/envol/v1/event_service.proto

import type { Long } from '@grpc/proto-loader';

/**
 * The record of one call of the KMS, or of what KMS did by itself. Fields that do not apply are empty.
 */
export interface AuditRecord {
  /**
   * Counts up by one; it goes on when the daemon is started again.
   */
  'sequence'?: (number | string | Long);
  /**
   * When the call ended. Milliseconds since 1970-01-01T00:00:00Z.
   */
  'timeMs'?: (number | string | Long);
  'eventId'?: (string);
  'eventName'?: (string);
  'region'?: (string);
  'username'?: (string);
  'accessKeyId'?: (string);
  'readOnly'?: (boolean);
  /**
   * AWS's name of the error; empty when the call succeeded.
   */
  'errorCode'?: (string);
  /**
   * ARNs of the keys and the alias that it is about.
   */
  'resources'?: (string)[];
  /**
   * All of it, as CloudTrail would have it: JSON.
   */
  'recordJson'?: (string);
}

/**
 * The record of one call of the KMS, or of what KMS did by itself. Fields that do not apply are empty.
 */
export interface AuditRecord__Output {
  /**
   * Counts up by one; it goes on when the daemon is started again.
   */
  'sequence': (number);
  /**
   * When the call ended. Milliseconds since 1970-01-01T00:00:00Z.
   */
  'timeMs': (number);
  'eventId': (string);
  'eventName': (string);
  'region': (string);
  'username': (string);
  'accessKeyId': (string);
  'readOnly': (boolean);
  /**
   * AWS's name of the error; empty when the call succeeded.
   */
  'errorCode': (string);
  /**
   * ARNs of the keys and the alias that it is about.
   */
  'resources': (string)[];
  /**
   * All of it, as CloudTrail would have it: JSON.
   */
  'recordJson': (string);
}
