// Original file: proto/envol/v1/harness_service.proto

import type { FaultSpec as _envol_v1_FaultSpec, FaultSpec__Output as _envol_v1_FaultSpec__Output } from '../../envol/v1/FaultSpec.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * A fault in force.
 */
export interface Fault {
  /**
   * fault- and a number, which no other fault of the same run of the daemon has.
   */
  'faultId'?: (string);
  /**
   * As it was asked for, with the operations that it applies to, the seed, and the key's ARN.
   */
  'spec'?: (_envol_v1_FaultSpec | null);
  /**
   * Operations that have met it.
   */
  'matched'?: (number | string | Long);
  /**
   * Times that it has fired.
   */
  'fired'?: (number | string | Long);
}

/**
 * A fault in force.
 */
export interface Fault__Output {
  /**
   * fault- and a number, which no other fault of the same run of the daemon has.
   */
  'faultId': (string);
  /**
   * As it was asked for, with the operations that it applies to, the seed, and the key's ARN.
   */
  'spec': (_envol_v1_FaultSpec__Output | null);
  /**
   * Operations that have met it.
   */
  'matched': (number);
  /**
   * Times that it has fired.
   */
  'fired': (number);
}
