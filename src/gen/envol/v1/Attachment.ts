// Original file: proto/envol/v1/volume_service.proto

import type { Long } from '@grpc/proto-loader';

/**
 * One attachment of a volume to a simulated instance.
 */
export interface Attachment {
  /**
   * An unguessable name, which dies with the attachment.
   */
  'attachmentId'?: (string);
  /**
   * The volume attached.
   */
  'volumeId'?: (string);
  /**
   * i- and 17 hexadecimal digits.
   */
  'instanceId'?: (string);
  /**
   * A device name such as /dev/sdf.
   */
  'device'?: (string);
  /**
   * attaching, attached, detaching or detached.
   */
  'state'?: (string);
  /**
   * Whether writes through this attachment are refused.
   */
  'readOnly'?: (boolean);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'attachTimeMs'?: (number | string | Long);
  /**
   * Where NBD clients find the attachment; empty when the daemon serves no NBD. Who knows it may use the attachment.
   */
  'nbdUri'?: (string);
}

/**
 * One attachment of a volume to a simulated instance.
 */
export interface Attachment__Output {
  /**
   * An unguessable name, which dies with the attachment.
   */
  'attachmentId': (string);
  /**
   * The volume attached.
   */
  'volumeId': (string);
  /**
   * i- and 17 hexadecimal digits.
   */
  'instanceId': (string);
  /**
   * A device name such as /dev/sdf.
   */
  'device': (string);
  /**
   * attaching, attached, detaching or detached.
   */
  'state': (string);
  /**
   * Whether writes through this attachment are refused.
   */
  'readOnly': (boolean);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'attachTimeMs': (number);
  /**
   * Where NBD clients find the attachment; empty when the daemon serves no NBD. Who knows it may use the attachment.
   */
  'nbdUri': (string);
}
