// Original file: proto/envol/v1/event_service.proto

import type { AuditFilter as _envol_v1_AuditFilter, AuditFilter__Output as _envol_v1_AuditFilter__Output } from '../../envol/v1/AuditFilter.ts';
import type { Long } from '@grpc/proto-loader';

export interface WatchRecordsRequest {
  'filter'?: (_envol_v1_AuditFilter | null);
  /**
   * With the records still kept after this sequence number: 0 for all of them.
   */
  'afterSequence'?: (number | string | Long);
  /**
   * Where to begin; with new records when absent.
   */
  'start'?: "afterSequence";
}

export interface WatchRecordsRequest__Output {
  'filter': (_envol_v1_AuditFilter__Output | null);
  /**
   * With the records still kept after this sequence number: 0 for all of them.
   */
  'afterSequence'?: (number);
  /**
   * Where to begin; with new records when absent.
   */
  'start'?: "afterSequence";
}
