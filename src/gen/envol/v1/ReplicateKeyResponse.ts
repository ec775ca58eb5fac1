// Original file: proto/envol/v1/key_service.proto

import type { KeyMetadata as _envol_v1_KeyMetadata, KeyMetadata__Output as _envol_v1_KeyMetadata__Output } from '../../envol/v1/KeyMetadata.ts';
import type { KeyTag as _envol_v1_KeyTag, KeyTag__Output as _envol_v1_KeyTag__Output } from '../../envol/v1/KeyTag.ts';

export interface ReplicateKeyResponse {
  'replicaKeyMetadata'?: (_envol_v1_KeyMetadata | null);
  'replicaPolicy'?: (string);
  'replicaTags'?: (_envol_v1_KeyTag)[];
}

export interface ReplicateKeyResponse__Output {
  'replicaKeyMetadata': (_envol_v1_KeyMetadata__Output | null);
  'replicaPolicy': (string);
  'replicaTags': (_envol_v1_KeyTag__Output)[];
}
