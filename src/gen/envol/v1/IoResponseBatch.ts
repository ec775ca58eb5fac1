// Original file: proto/envol/v1/block_service.proto

import type { IoResponse as _envol_v1_IoResponse, IoResponse__Output as _envol_v1_IoResponse__Output } from '../../envol/v1/IoResponse.ts';

export interface IoResponseBatch {
  /**
   * In order of completion, not of asking.
   */
  'responses'?: (_envol_v1_IoResponse)[];
}

export interface IoResponseBatch__Output {
  /**
   * In order of completion, not of asking.
   */
  'responses': (_envol_v1_IoResponse__Output)[];
}
