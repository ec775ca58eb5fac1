// Original file: proto/envol/v1/event_service.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Which records are meant. All that is given must hold.
 */
export interface AuditFilter {
  /**
   * The operation, such as Decrypt; or what KMS does by itself, such as RotateKey.
   */
  'eventName'?: (string);
  /**
   * "root", the name of a user or role, or of a role's session; of EC2's infrastructure role that is the instance id.
   */
  'username'?: (string);
  /**
   * The key's ARN or id, or an alias's ARN.
   */
  'keyId'?: (string);
  'accessKeyId'?: (string);
  'eventId'?: (string);
  /**
   * "read" for calls that change nothing, "write" for the others; all when empty.
   */
  'access'?: (string);
  /**
   * Only calls that failed.
   */
  'errorsOnly'?: (boolean);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z, both included; no bound when 0.
   */
  'startTimeMs'?: (number | string | Long);
  'endTimeMs'?: (number | string | Long);
}

/**
 * Which records are meant. All that is given must hold.
 */
export interface AuditFilter__Output {
  /**
   * The operation, such as Decrypt; or what KMS does by itself, such as RotateKey.
   */
  'eventName': (string);
  /**
   * "root", the name of a user or role, or of a role's session; of EC2's infrastructure role that is the instance id.
   */
  'username': (string);
  /**
   * The key's ARN or id, or an alias's ARN.
   */
  'keyId': (string);
  'accessKeyId': (string);
  'eventId': (string);
  /**
   * "read" for calls that change nothing, "write" for the others; all when empty.
   */
  'access': (string);
  /**
   * Only calls that failed.
   */
  'errorsOnly': (boolean);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z, both included; no bound when 0.
   */
  'startTimeMs': (number);
  'endTimeMs': (number);
}
