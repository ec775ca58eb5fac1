// Original file: proto/envol/v1/harness_service.proto

import type { DeviceSite as _envol_v1_DeviceSite, DeviceSite__Output as _envol_v1_DeviceSite__Output } from '../../envol/v1/DeviceSite.ts';
import type { KmsSite as _envol_v1_KmsSite, KmsSite__Output as _envol_v1_KmsSite__Output } from '../../envol/v1/KmsSite.ts';
import type { StoreSite as _envol_v1_StoreSite, StoreSite__Output as _envol_v1_StoreSite__Output } from '../../envol/v1/StoreSite.ts';
import type { DelayEffect as _envol_v1_DelayEffect, DelayEffect__Output as _envol_v1_DelayEffect__Output } from '../../envol/v1/DelayEffect.ts';
import type { StallEffect as _envol_v1_StallEffect, StallEffect__Output as _envol_v1_StallEffect__Output } from '../../envol/v1/StallEffect.ts';
import type { FailEffect as _envol_v1_FailEffect, FailEffect__Output as _envol_v1_FailEffect__Output } from '../../envol/v1/FailEffect.ts';
import type { DisableKeyEffect as _envol_v1_DisableKeyEffect, DisableKeyEffect__Output as _envol_v1_DisableKeyEffect__Output } from '../../envol/v1/DisableKeyEffect.ts';
import type { KillEffect as _envol_v1_KillEffect, KillEffect__Output as _envol_v1_KillEffect__Output } from '../../envol/v1/KillEffect.ts';
import type { CorruptEffect as _envol_v1_CorruptEffect, CorruptEffect__Output as _envol_v1_CorruptEffect__Output } from '../../envol/v1/CorruptEffect.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * Where, when and what.
 */
export interface FaultSpec {
  'device'?: (_envol_v1_DeviceSite | null);
  'kms'?: (_envol_v1_KmsSite | null);
  'store'?: (_envol_v1_StoreSite | null);
  /**
   * When: lets so many operations pass that the site matches. Default: none.
   */
  'afterOperations'?: (number | string | Long);
  /**
   * When: fires at most so many times; 0 is without limit.
   */
  'times'?: (number | string | Long);
  /**
   * 1 when absent.
   */
  'probability'?: (number | string);
  /**
   * Begins the fault's own random numbers: with the same seed it fires at the same matches. The daemon chooses one for 0.
   */
  'seed'?: (number);
  'delay'?: (_envol_v1_DelayEffect | null);
  'stall'?: (_envol_v1_StallEffect | null);
  'fail'?: (_envol_v1_FailEffect | null);
  'disableKey'?: (_envol_v1_DisableKeyEffect | null);
  'kill'?: (_envol_v1_KillEffect | null);
  'corrupt'?: (_envol_v1_CorruptEffect | null);
  /**
   * Where. One of them is required.
   */
  'site'?: "device"|"kms"|"store";
  /**
   * When: the probability with which it fires at each further match, above 0 and at most 1. A oneof of one field tells 0,
   * which is refused, from absent.
   */
  'chance'?: "probability";
  /**
   * What. One of them is required.
   */
  'effect'?: "delay"|"stall"|"fail"|"disableKey"|"kill"|"corrupt";
}

/**
 * Where, when and what.
 */
export interface FaultSpec__Output {
  'device'?: (_envol_v1_DeviceSite__Output | null);
  'kms'?: (_envol_v1_KmsSite__Output | null);
  'store'?: (_envol_v1_StoreSite__Output | null);
  /**
   * When: lets so many operations pass that the site matches. Default: none.
   */
  'afterOperations': (number);
  /**
   * When: fires at most so many times; 0 is without limit.
   */
  'times': (number);
  /**
   * 1 when absent.
   */
  'probability'?: (number);
  /**
   * Begins the fault's own random numbers: with the same seed it fires at the same matches. The daemon chooses one for 0.
   */
  'seed': (number);
  'delay'?: (_envol_v1_DelayEffect__Output | null);
  'stall'?: (_envol_v1_StallEffect__Output | null);
  'fail'?: (_envol_v1_FailEffect__Output | null);
  'disableKey'?: (_envol_v1_DisableKeyEffect__Output | null);
  'kill'?: (_envol_v1_KillEffect__Output | null);
  'corrupt'?: (_envol_v1_CorruptEffect__Output | null);
  /**
   * Where. One of them is required.
   */
  'site'?: "device"|"kms"|"store";
  /**
   * When: the probability with which it fires at each further match, above 0 and at most 1. A oneof of one field tells 0,
   * which is refused, from absent.
   */
  'chance'?: "probability";
  /**
   * What. One of them is required.
   */
  'effect'?: "delay"|"stall"|"fail"|"disableKey"|"kill"|"corrupt";
}
