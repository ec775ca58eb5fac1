// Original file: proto/envol/v1/volume_service.proto

import type { Volume as _envol_v1_Volume, Volume__Output as _envol_v1_Volume__Output } from '../../envol/v1/Volume.ts';

export interface DescribeVolumesResponse {
  /**
   * In order of their ids.
   */
  'volumes'?: (_envol_v1_Volume)[];
  /**
   * Empty on the last page.
   */
  'nextToken'?: (string);
}

export interface DescribeVolumesResponse__Output {
  /**
   * In order of their ids.
   */
  'volumes': (_envol_v1_Volume__Output)[];
  /**
   * Empty on the last page.
   */
  'nextToken': (string);
}
