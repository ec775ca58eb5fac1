// Original file: proto/envol/v1/volume_service.proto

import type { Volume as _envol_v1_Volume, Volume__Output as _envol_v1_Volume__Output } from '../../envol/v1/Volume.ts';

export interface CreateVolumeResponse {
  /**
   * As DescribeVolumes would show it.
   */
  'volume'?: (_envol_v1_Volume | null);
}

export interface CreateVolumeResponse__Output {
  /**
   * As DescribeVolumes would show it.
   */
  'volume': (_envol_v1_Volume__Output | null);
}
