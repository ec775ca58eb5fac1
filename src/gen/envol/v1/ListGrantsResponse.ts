// Original file: proto/envol/v1/key_service.proto

import type { GrantListEntry as _envol_v1_GrantListEntry, GrantListEntry__Output as _envol_v1_GrantListEntry__Output } from '../../envol/v1/GrantListEntry.ts';

export interface ListGrantsResponse {
  /**
   * In order of grant_id.
   */
  'grants'?: (_envol_v1_GrantListEntry)[];
  /**
   * Empty on the last page.
   */
  'nextMarker'?: (string);
  'truncated'?: (boolean);
}

export interface ListGrantsResponse__Output {
  /**
   * In order of grant_id.
   */
  'grants': (_envol_v1_GrantListEntry__Output)[];
  /**
   * Empty on the last page.
   */
  'nextMarker': (string);
  'truncated': (boolean);
}
