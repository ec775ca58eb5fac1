// Original file: proto/envol/v1/harness_service.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Requests to attached volumes, through whatever front door, before the volume sees them. A request that the volume would
 * refuse as it is (out of range, too large, read-only) is refused, and matches nothing.
 */
export interface DeviceSite {
  /**
   * READ, WRITE, FLUSH, DISCARD, WRITE_ZEROES or ALLOCATION; all on which the effect means something when empty.
   */
  'operations'?: (string)[];
  /**
   * Any volume when empty.
   */
  'volumeId'?: (string);
  /**
   * With length_bytes: only requests that touch a sector which this range touches. A flush touches none.
   */
  'offsetBytes'?: (number | string | Long);
  /**
   * 0 reaches to the end of the volume.
   */
  'lengthBytes'?: (number | string | Long);
}

/**
 * Requests to attached volumes, through whatever front door, before the volume sees them. A request that the volume would
 * refuse as it is (out of range, too large, read-only) is refused, and matches nothing.
 */
export interface DeviceSite__Output {
  /**
   * READ, WRITE, FLUSH, DISCARD, WRITE_ZEROES or ALLOCATION; all on which the effect means something when empty.
   */
  'operations': (string)[];
  /**
   * Any volume when empty.
   */
  'volumeId': (string);
  /**
   * With length_bytes: only requests that touch a sector which this range touches. A flush touches none.
   */
  'offsetBytes': (number);
  /**
   * 0 reaches to the end of the volume.
   */
  'lengthBytes': (number);
}
