// Original file: proto/envol/v1/harness_service.proto

import type { Fault as _envol_v1_Fault, Fault__Output as _envol_v1_Fault__Output } from '../../envol/v1/Fault.ts';

export interface ListFaultsResponse {
  'faults'?: (_envol_v1_Fault)[];
}

export interface ListFaultsResponse__Output {
  'faults': (_envol_v1_Fault__Output)[];
}
