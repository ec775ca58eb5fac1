// Original file: proto/envol/v1/volume_service.proto

import type { Filter as _envol_v1_Filter, Filter__Output as _envol_v1_Filter__Output } from '../../envol/v1/Filter.ts';

export interface DescribeVolumesRequest {
  /**
   * All volumes when empty; at most 500. An id that does not exist is an error.
   */
  'volumeIds'?: (string)[];
  /**
   * At most 50; a volume must pass all of them.
   */
  'filters'?: (_envol_v1_Filter)[];
  /**
   * 1 to 500; 500 when 0.
   */
  'maxResults'?: (number);
  /**
   * From the answer before; empty for the first page.
   */
  'nextToken'?: (string);
}

export interface DescribeVolumesRequest__Output {
  /**
   * All volumes when empty; at most 500. An id that does not exist is an error.
   */
  'volumeIds': (string)[];
  /**
   * At most 50; a volume must pass all of them.
   */
  'filters': (_envol_v1_Filter__Output)[];
  /**
   * 1 to 500; 500 when 0.
   */
  'maxResults': (number);
  /**
   * From the answer before; empty for the first page.
   */
  'nextToken': (string);
}
