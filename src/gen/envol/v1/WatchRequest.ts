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
   * Begins with the events still kept after this sequence number: 0 for all of them. When absent, with new ones.
   */
  'afterSequence'?: (number | string | Long);
  '_afterSequence'?: "afterSequence";
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
   * Begins with the events still kept after this sequence number: 0 for all of them. When absent, with new ones.
   */
  'afterSequence'?: (number);
  '_afterSequence'?: "afterSequence";
}
