// Original file: proto/envol/v1/key_service.proto

import type { KeyListEntry as _envol_v1_KeyListEntry, KeyListEntry__Output as _envol_v1_KeyListEntry__Output } from '../../envol/v1/KeyListEntry.ts';

export interface ListKeysResponse {
  'keys'?: (_envol_v1_KeyListEntry)[];
  /**
   * Empty on the last page.
   */
  'nextMarker'?: (string);
  /**
   * Whether there are more.
   */
  'truncated'?: (boolean);
}

export interface ListKeysResponse__Output {
  'keys': (_envol_v1_KeyListEntry__Output)[];
  /**
   * Empty on the last page.
   */
  'nextMarker': (string);
  /**
   * Whether there are more.
   */
  'truncated': (boolean);
}
