// Original file: proto/envol/v1/key_service.proto

import type { KeyMetadata as _envol_v1_KeyMetadata, KeyMetadata__Output as _envol_v1_KeyMetadata__Output } from '../../envol/v1/KeyMetadata.ts';

export interface CreateKeyResponse {
  'keyMetadata'?: (_envol_v1_KeyMetadata | null);
}

export interface CreateKeyResponse__Output {
  'keyMetadata': (_envol_v1_KeyMetadata__Output | null);
}
