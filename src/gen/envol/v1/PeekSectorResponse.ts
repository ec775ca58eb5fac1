// Original file: proto/envol/v1/block_service.proto

import type { Cipher as _envol_v1_Cipher, Cipher__Output as _envol_v1_Cipher__Output } from '../../envol/v1/Cipher.ts';
import type { Long } from '@grpc/proto-loader';

export interface PeekSectorResponse {
  'sector'?: (number | string | Long);
  /**
   * 512 or 4096.
   */
  'sectorSizeBytes'?: (number);
  /**
   * CIPHER_UNSPECIFIED on a volume that is not encrypted.
   */
  'cipher'?: (_envol_v1_Cipher);
  /**
   * False: never written, or discarded; then nothing is stored, and the fields below are empty.
   */
  'allocated'?: (boolean);
  /**
   * Sequence number of the record that holds the sector.
   */
  'recordSequence'?: (number | string | Long);
  /**
   * The sector's place in that record, from 0.
   */
  'slot'?: (number);
  /**
   * The bytes on the disk: ciphertext, or the data itself on an unencrypted volume.
   */
  'storedBytes'?: (Buffer | Uint8Array | string);
  /**
   * AES_256_GCM only: 12 bytes.
   */
  'nonce'?: (Buffer | Uint8Array | string);
  /**
   * AES_256_GCM only: 16 bytes.
   */
  'tag'?: (Buffer | Uint8Array | string);
  /**
   * AES_256_GCM only: the additional data that the tag covers.
   */
  'additionalData'?: (Buffer | Uint8Array | string);
}

export interface PeekSectorResponse__Output {
  'sector': (number);
  /**
   * 512 or 4096.
   */
  'sectorSizeBytes': (number);
  /**
   * CIPHER_UNSPECIFIED on a volume that is not encrypted.
   */
  'cipher': (_envol_v1_Cipher__Output);
  /**
   * False: never written, or discarded; then nothing is stored, and the fields below are empty.
   */
  'allocated': (boolean);
  /**
   * Sequence number of the record that holds the sector.
   */
  'recordSequence': (number);
  /**
   * The sector's place in that record, from 0.
   */
  'slot': (number);
  /**
   * The bytes on the disk: ciphertext, or the data itself on an unencrypted volume.
   */
  'storedBytes': (Buffer);
  /**
   * AES_256_GCM only: 12 bytes.
   */
  'nonce': (Buffer);
  /**
   * AES_256_GCM only: 16 bytes.
   */
  'tag': (Buffer);
  /**
   * AES_256_GCM only: the additional data that the tag covers.
   */
  'additionalData': (Buffer);
}
