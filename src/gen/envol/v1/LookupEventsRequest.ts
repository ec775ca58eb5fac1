// Original file: proto/envol/v1/event_service.proto

import type { AuditFilter as _envol_v1_AuditFilter, AuditFilter__Output as _envol_v1_AuditFilter__Output } from '../../envol/v1/AuditFilter.ts';

export interface LookupEventsRequest {
  'filter'?: (_envol_v1_AuditFilter | null);
  /**
   * Records of one page, 1 to 1,000; 50 when 0.
   */
  'maxResults'?: (number);
  /**
   * From the page before, which must have had the same filter; empty for the first page.
   */
  'nextToken'?: (string);
}

export interface LookupEventsRequest__Output {
  'filter': (_envol_v1_AuditFilter__Output | null);
  /**
   * Records of one page, 1 to 1,000; 50 when 0.
   */
  'maxResults': (number);
  /**
   * From the page before, which must have had the same filter; empty for the first page.
   */
  'nextToken': (string);
}
