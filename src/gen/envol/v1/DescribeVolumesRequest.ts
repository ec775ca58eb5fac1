// Original file: proto/envol/v1/volume_service.proto

import type { Filter as _envol_v1_Filter, Filter__Output as _envol_v1_Filter__Output } from '../../envol/v1/Filter.ts';

export interface DescribeVolumesRequest {
  /**
   * All volumes when empty. An id that does not exist is an error.
   */
  'volumeIds'?: (string)[];
  'filters'?: (_envol_v1_Filter)[];
  /**
   * 1 to 500; 500 when 0.
   */
  'maxResults'?: (number);
  'nextToken'?: (string);
}

export interface DescribeVolumesRequest__Output {
  /**
   * All volumes when empty. An id that does not exist is an error.
   */
  'volumeIds': (string)[];
  'filters': (_envol_v1_Filter__Output)[];
  /**
   * 1 to 500; 500 when 0.
   */
  'maxResults': (number);
  'nextToken': (string);
}
