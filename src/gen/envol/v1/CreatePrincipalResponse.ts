// Original file: proto/envol/v1/principal_service.proto

import type { Principal as _envol_v1_Principal, Principal__Output as _envol_v1_Principal__Output } from '../../envol/v1/Principal.ts';

export interface CreatePrincipalResponse {
  'principal'?: (_envol_v1_Principal | null);
}

export interface CreatePrincipalResponse__Output {
  'principal': (_envol_v1_Principal__Output | null);
}
