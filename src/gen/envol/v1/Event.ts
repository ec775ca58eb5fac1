// Original file: proto/envol/v1/event_service.proto

import type { Long } from '@grpc/proto-loader';

/**
 * One fact. Fields that do not apply are empty.
 */
export interface Event {
  /**
   * Counts up by one from 1 at each start of the daemon.
   */
  'sequence'?: (number | string | Long);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'timeMs'?: (number | string | Long);
  /**
   * VolumeStateChanged, VolumeModified, AttachmentStateChanged, KeyStateChanged, KeyRotated, KeySynchronized,
   * KeyMaterialExpired, KeyMaterialDestroyed, AliasChanged, DataKeyWrapped, DataKeyUnwrapped, DataKeyUnwrapRefused, DataKeyErased, GrantCreated, GrantRetired, IoRevoked, IoResumed,
   * IntegrityError, FaultFired or DaemonReset.
   */
  'type'?: (string);
  'volumeId'?: (string);
  'attachmentId'?: (string);
  'keyArn'?: (string);
  /**
   * The new state, as AWS spells it.
   */
  'state'?: (string);
  /**
   * Further facts by name.
   */
  'detail'?: ({[key: string]: string});
}

/**
 * One fact. Fields that do not apply are empty.
 */
export interface Event__Output {
  /**
   * Counts up by one from 1 at each start of the daemon.
   */
  'sequence': (number);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'timeMs': (number);
  /**
   * VolumeStateChanged, VolumeModified, AttachmentStateChanged, KeyStateChanged, KeyRotated, KeySynchronized,
   * KeyMaterialExpired, KeyMaterialDestroyed, AliasChanged, DataKeyWrapped, DataKeyUnwrapped, DataKeyUnwrapRefused, DataKeyErased, GrantCreated, GrantRetired, IoRevoked, IoResumed,
   * IntegrityError, FaultFired or DaemonReset.
   */
  'type': (string);
  'volumeId': (string);
  'attachmentId': (string);
  'keyArn': (string);
  /**
   * The new state, as AWS spells it.
   */
  'state': (string);
  /**
   * Further facts by name.
   */
  'detail': ({[key: string]: string});
}
