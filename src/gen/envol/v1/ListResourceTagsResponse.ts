// Original file: proto/envol/v1/key_service.proto

import type { KeyTag as _envol_v1_KeyTag, KeyTag__Output as _envol_v1_KeyTag__Output } from '../../envol/v1/KeyTag.ts';

export interface ListResourceTagsResponse {
  'tags'?: (_envol_v1_KeyTag)[];
  /**
   * Empty on the last page.
   */
  'nextMarker'?: (string);
  /**
   * Whether there are more.
   */
  'truncated'?: (boolean);
}

export interface ListResourceTagsResponse__Output {
  'tags': (_envol_v1_KeyTag__Output)[];
  /**
   * Empty on the last page.
   */
  'nextMarker': (string);
  /**
   * Whether there are more.
   */
  'truncated': (boolean);
}
