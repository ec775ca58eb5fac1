// Original file: proto/envol/v1/harness_service.proto

import type { FaultSpec as _envol_v1_FaultSpec, FaultSpec__Output as _envol_v1_FaultSpec__Output } from '../../envol/v1/FaultSpec.ts';

export interface AddFaultRequest {
  /**
   * Required.
   */
  'spec'?: (_envol_v1_FaultSpec | null);
}

export interface AddFaultRequest__Output {
  /**
   * Required.
   */
  'spec': (_envol_v1_FaultSpec__Output | null);
}
