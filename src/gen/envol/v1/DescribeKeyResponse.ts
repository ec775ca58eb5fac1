// Original file: proto/envol/v1/key_service.proto

import type { KeyMetadata as _envol_v1_KeyMetadata, KeyMetadata__Output as _envol_v1_KeyMetadata__Output } from '../../envol/v1/KeyMetadata.ts';

export interface DescribeKeyResponse {
  'keyMetadata'?: (_envol_v1_KeyMetadata | null);
}

export interface DescribeKeyResponse__Output {
  'keyMetadata': (_envol_v1_KeyMetadata__Output | null);
}
