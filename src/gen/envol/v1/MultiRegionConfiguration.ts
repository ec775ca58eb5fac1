// Original file: proto/envol/v1/key_service.proto

import type { MultiRegionKey as _envol_v1_MultiRegionKey, MultiRegionKey__Output as _envol_v1_MultiRegionKey__Output } from '../../envol/v1/MultiRegionKey.ts';

/**
 * Where the keys of one multi-Region key are.
 */
export interface MultiRegionConfiguration {
  /**
   * PRIMARY or REPLICA.
   */
  'multiRegionKeyType'?: (string);
  'primaryKey'?: (_envol_v1_MultiRegionKey | null);
  /**
   * In order of their Regions.
   */
  'replicaKeys'?: (_envol_v1_MultiRegionKey)[];
}

/**
 * Where the keys of one multi-Region key are.
 */
export interface MultiRegionConfiguration__Output {
  /**
   * PRIMARY or REPLICA.
   */
  'multiRegionKeyType': (string);
  'primaryKey': (_envol_v1_MultiRegionKey__Output | null);
  /**
   * In order of their Regions.
   */
  'replicaKeys': (_envol_v1_MultiRegionKey__Output)[];
}
