// Original file: proto/envol/v1/volume_service.proto

import type { Volume as _envol_v1_Volume, Volume__Output as _envol_v1_Volume__Output } from '../../envol/v1/Volume.ts';

export interface ModifyVolumeResponse {
  /**
   * As it is now.
   */
  'volume'?: (_envol_v1_Volume | null);
  /**
   * The size before, in GiB.
   */
  'originalSizeGib'?: (number);
}

export interface ModifyVolumeResponse__Output {
  /**
   * As it is now.
   */
  'volume': (_envol_v1_Volume__Output | null);
  /**
   * The size before, in GiB.
   */
  'originalSizeGib': (number);
}
