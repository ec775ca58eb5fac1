// Original file: proto/envol/v1/harness_service.proto

import type { Fault as _envol_v1_Fault, Fault__Output as _envol_v1_Fault__Output } from '../../envol/v1/Fault.ts';

export interface AddFaultResponse {
  'fault'?: (_envol_v1_Fault | null);
}

export interface AddFaultResponse__Output {
  'fault': (_envol_v1_Fault__Output | null);
}
