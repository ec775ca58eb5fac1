// Original file: proto/envol/v1/block_service.proto

import type { IoRead as _envol_v1_IoRead, IoRead__Output as _envol_v1_IoRead__Output } from '../../envol/v1/IoRead.ts';
import type { IoWrite as _envol_v1_IoWrite, IoWrite__Output as _envol_v1_IoWrite__Output } from '../../envol/v1/IoWrite.ts';
import type { IoFlush as _envol_v1_IoFlush, IoFlush__Output as _envol_v1_IoFlush__Output } from '../../envol/v1/IoFlush.ts';
import type { IoDiscard as _envol_v1_IoDiscard, IoDiscard__Output as _envol_v1_IoDiscard__Output } from '../../envol/v1/IoDiscard.ts';
import type { IoWriteZeroes as _envol_v1_IoWriteZeroes, IoWriteZeroes__Output as _envol_v1_IoWriteZeroes__Output } from '../../envol/v1/IoWriteZeroes.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * One request on an Io stream.
 */
export interface IoRequest {
  /**
   * Chosen by the client, below 2^53; the answer carries it. Unique among the requests in flight on the stream.
   */
  'tag'?: (number | string | Long);
  'read'?: (_envol_v1_IoRead | null);
  'write'?: (_envol_v1_IoWrite | null);
  'flush'?: (_envol_v1_IoFlush | null);
  'discard'?: (_envol_v1_IoDiscard | null);
  'writeZeroes'?: (_envol_v1_IoWriteZeroes | null);
  'operation'?: "read"|"write"|"flush"|"discard"|"writeZeroes";
}

/**
 * One request on an Io stream.
 */
export interface IoRequest__Output {
  /**
   * Chosen by the client, below 2^53; the answer carries it. Unique among the requests in flight on the stream.
   */
  'tag': (number);
  'read'?: (_envol_v1_IoRead__Output | null);
  'write'?: (_envol_v1_IoWrite__Output | null);
  'flush'?: (_envol_v1_IoFlush__Output | null);
  'discard'?: (_envol_v1_IoDiscard__Output | null);
  'writeZeroes'?: (_envol_v1_IoWriteZeroes__Output | null);
  'operation'?: "read"|"write"|"flush"|"discard"|"writeZeroes";
}
