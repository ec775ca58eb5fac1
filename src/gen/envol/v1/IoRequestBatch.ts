// Original file: proto/envol/v1/block_service.proto

import type { IoRequest as _envol_v1_IoRequest, IoRequest__Output as _envol_v1_IoRequest__Output } from '../../envol/v1/IoRequest.ts';

export interface IoRequestBatch {
  /**
   * In the first message of the stream only.
   */
  'volumeId'?: (string);
  /**
   * In the first message of the stream only; may be empty.
   */
  'attachmentId'?: (string);
  /**
   * In the order in which they are begun. Keep a message below 8 MiB.
   */
  'requests'?: (_envol_v1_IoRequest)[];
}

export interface IoRequestBatch__Output {
  /**
   * In the first message of the stream only.
   */
  'volumeId': (string);
  /**
   * In the first message of the stream only; may be empty.
   */
  'attachmentId': (string);
  /**
   * In the order in which they are begun. Keep a message below 8 MiB.
   */
  'requests': (_envol_v1_IoRequest__Output)[];
}
