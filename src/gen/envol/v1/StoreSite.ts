// Original file: proto/envol/v1/harness_service.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Records of sectors in the store. What was written within the last second may not have become a record yet: Flush first.
 * The cleaner, which moves records, reads past the faults, so that none lasts longer than it is asked to.
 */
export interface StoreSite {
  /**
   * PUT, a record's commit, or GET, a record read for a request; all on which the effect means something when empty. A PUT
   * that fails is tried again, as one to a full disk is.
   */
  'operations'?: (string)[];
  /**
   * Only records of this volume. Required by corrupt, else any when empty.
   */
  'volumeId'?: (string);
  /**
   * With length_bytes: only records that hold a sector which this range touches.
   */
  'offsetBytes'?: (number | string | Long);
  /**
   * 0 reaches to the end of the volume.
   */
  'lengthBytes'?: (number | string | Long);
}

/**
 * Records of sectors in the store. What was written within the last second may not have become a record yet: Flush first.
 * The cleaner, which moves records, reads past the faults, so that none lasts longer than it is asked to.
 */
export interface StoreSite__Output {
  /**
   * PUT, a record's commit, or GET, a record read for a request; all on which the effect means something when empty. A PUT
   * that fails is tried again, as one to a full disk is.
   */
  'operations': (string)[];
  /**
   * Only records of this volume. Required by corrupt, else any when empty.
   */
  'volumeId': (string);
  /**
   * With length_bytes: only records that hold a sector which this range touches.
   */
  'offsetBytes': (number);
  /**
   * 0 reaches to the end of the volume.
   */
  'lengthBytes': (number);
}
