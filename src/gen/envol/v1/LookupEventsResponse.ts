// Original file: proto/envol/v1/event_service.proto

import type { AuditRecord as _envol_v1_AuditRecord, AuditRecord__Output as _envol_v1_AuditRecord__Output } from '../../envol/v1/AuditRecord.ts';

export interface LookupEventsResponse {
  /**
   * Newest first.
   */
  'records'?: (_envol_v1_AuditRecord)[];
  /**
   * For the next page; empty when there is none.
   */
  'nextToken'?: (string);
}

export interface LookupEventsResponse__Output {
  /**
   * Newest first.
   */
  'records': (_envol_v1_AuditRecord__Output)[];
  /**
   * For the next page; empty when there is none.
   */
  'nextToken': (string);
}
