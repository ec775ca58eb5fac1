// Original file: proto/envol/v1/block_service.proto

import type { Cipher as _envol_v1_Cipher, Cipher__Output as _envol_v1_Cipher__Output } from '../../envol/v1/Cipher.ts';
import type { Long } from '@grpc/proto-loader';

export interface PeekSectorResponse {
  'sector'?: (number | string | Long);
  'sectorSizeBytes'?: (number);
  'cipher'?: (_envol_v1_Cipher);
  /**
   * False: never written, or discarded; then nothing is stored, and the fields below are empty.
   */
  'allocated'?: (boolean);
  /**
   * Sequence number of the record that holds the sector, and the sector's place in it.
   */
  'recordSequence'?: (number | string | Long);
  'slot'?: (number);
  /**
   * The bytes on the disk: ciphertext, or the data itself on an unencrypted volume.
   */
  'storedBytes'?: (Buffer | Uint8Array | string);
  /**
   * AES_256_GCM only: 12 and 16 bytes, and the additional data that the tag covers.
   */
  'nonce'?: (Buffer | Uint8Array | string);
  'tag'?: (Buffer | Uint8Array | string);
  'additionalData'?: (Buffer | Uint8Array | string);
}

export interface PeekSectorResponse__Output {
  'sector': (number);
  'sectorSizeBytes': (number);
  'cipher': (_envol_v1_Cipher__Output);
  /**
   * False: never written, or discarded; then nothing is stored, and the fields below are empty.
   */
  'allocated': (boolean);
  /**
   * Sequence number of the record that holds the sector, and the sector's place in it.
   */
  'recordSequence': (number);
  'slot': (number);
  /**
   * The bytes on the disk: ciphertext, or the data itself on an unencrypted volume.
   */
  'storedBytes': (Buffer);
  /**
   * AES_256_GCM only: 12 and 16 bytes, and the additional data that the tag covers.
   */
  'nonce': (Buffer);
  'tag': (Buffer);
  'additionalData': (Buffer);
}
