// Original file: proto/envol/v1/key_service.proto

import type { KeyTag as _envol_v1_KeyTag, KeyTag__Output as _envol_v1_KeyTag__Output } from '../../envol/v1/KeyTag.ts';

export interface TagResourceRequest {
  /**
   * Key id or key ARN.
   */
  'keyId'?: (string);
  /**
   * At most 50, with those that the key has.
   */
  'tags'?: (_envol_v1_KeyTag)[];
}

export interface TagResourceRequest__Output {
  /**
   * Key id or key ARN.
   */
  'keyId': (string);
  /**
   * At most 50, with those that the key has.
   */
  'tags': (_envol_v1_KeyTag__Output)[];
}
