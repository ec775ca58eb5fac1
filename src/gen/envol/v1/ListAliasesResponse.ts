// Original file: proto/envol/v1/key_service.proto

import type { AliasListEntry as _envol_v1_AliasListEntry, AliasListEntry__Output as _envol_v1_AliasListEntry__Output } from '../../envol/v1/AliasListEntry.ts';

export interface ListAliasesResponse {
  'aliases'?: (_envol_v1_AliasListEntry)[];
  /**
   * Empty on the last page.
   */
  'nextMarker'?: (string);
  /**
   * Whether there are more.
   */
  'truncated'?: (boolean);
}

export interface ListAliasesResponse__Output {
  'aliases': (_envol_v1_AliasListEntry__Output)[];
  /**
   * Empty on the last page.
   */
  'nextMarker': (string);
  /**
   * Whether there are more.
   */
  'truncated': (boolean);
}
