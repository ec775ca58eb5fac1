// Original file: proto/envol/v1/key_service.proto

import type { GrantListEntry as _envol_v1_GrantListEntry, GrantListEntry__Output as _envol_v1_GrantListEntry__Output } from '../../envol/v1/GrantListEntry.ts';

export interface ListRetirableGrantsResponse {
  'grants'?: (_envol_v1_GrantListEntry)[];
  /**
   * Empty on the last page.
   */
  'nextMarker'?: (string);
  /**
   * Whether there are more.
   */
  'truncated'?: (boolean);
}

export interface ListRetirableGrantsResponse__Output {
  'grants': (_envol_v1_GrantListEntry__Output)[];
  /**
   * Empty on the last page.
   */
  'nextMarker': (string);
  /**
   * Whether there are more.
   */
  'truncated': (boolean);
}
