// Original file: proto/envol/v1/block_service.proto

import type { Extent as _envol_v1_Extent, Extent__Output as _envol_v1_Extent__Output } from '../../envol/v1/Extent.ts';

export interface GetAllocationResponse {
  /**
   * In order and without gaps, from offset_bytes on. At most 4096 extents: ask again from where the last one ends.
   */
  'extents'?: (_envol_v1_Extent)[];
}

export interface GetAllocationResponse__Output {
  /**
   * In order and without gaps, from offset_bytes on. At most 4096 extents: ask again from where the last one ends.
   */
  'extents': (_envol_v1_Extent__Output)[];
}
