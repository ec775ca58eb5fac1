// Original file: proto/envol/v1/key_service.proto

import type { KeyRotation as _envol_v1_KeyRotation, KeyRotation__Output as _envol_v1_KeyRotation__Output } from '../../envol/v1/KeyRotation.ts';

export interface ListKeyRotationsResponse {
  'rotations'?: (_envol_v1_KeyRotation)[];
  /**
   * Empty on the last page.
   */
  'nextMarker'?: (string);
  /**
   * Whether there are more.
   */
  'truncated'?: (boolean);
}

export interface ListKeyRotationsResponse__Output {
  'rotations': (_envol_v1_KeyRotation__Output)[];
  /**
   * Empty on the last page.
   */
  'nextMarker': (string);
  /**
   * Whether there are more.
   */
  'truncated': (boolean);
}
