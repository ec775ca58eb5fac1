// Original file: proto/envol/v1/event_service.proto

import type { Long } from '@grpc/proto-loader';

export interface WatchRequest {
  /**
   * Only events of these types; all when empty.
   */
  'types'?: (string)[];
  /**
   * Only events about this volume; all when empty.
   */
  'volumeId'?: (string);
  /**
   * Only events about this key (ARN or id); all when empty.
   */
  'keyId'?: (string);
  /**
   * With the events still kept after this sequence number: 0 for all of them.
   */
  'afterSequence'?: (number | string | Long);
  /**
   * Where to begin; with new events when absent. A oneof of one field tells 0 from absent, for compilers of any age.
   */
  'start'?: "afterSequence";
}

export interface WatchRequest__Output {
  /**
   * Only events of these types; all when empty.
   */
  'types': (string)[];
  /**
   * Only events about this volume; all when empty.
   */
  'volumeId': (string);
  /**
   * Only events about this key (ARN or id); all when empty.
   */
  'keyId': (string);
  /**
   * With the events still kept after this sequence number: 0 for all of them.
   */
  'afterSequence'?: (number);
  /**
   * Where to begin; with new events when absent. A oneof of one field tells 0 from absent, for compilers of any age.
   */
  'start'?: "afterSequence";
}
