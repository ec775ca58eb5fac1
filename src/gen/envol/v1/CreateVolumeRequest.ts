// Original file: proto/envol/v1/volume_service.proto

import type { Cipher as _envol_v1_Cipher, Cipher__Output as _envol_v1_Cipher__Output } from '../../envol/v1/Cipher.ts';
import type { Tag as _envol_v1_Tag, Tag__Output as _envol_v1_Tag__Output } from '../../envol/v1/Tag.ts';

export interface CreateVolumeRequest {
  /**
   * 1 to 65536 (64 TiB). Required. Space on the disk is taken as it is written.
   */
  'sizeGib'?: (number);
  /**
   * Encrypts the volume under a KMS key. Default: no.
   */
  'encrypted'?: (boolean);
  /**
   * Key id, key ARN, alias name or alias ARN; alias/aws/ebs when empty. Needs encrypted.
   */
  'kmsKeyId'?: (string);
  /**
   * AES_256_XTS when unspecified. Needs encrypted.
   */
  'cipher'?: (_envol_v1_Cipher);
  /**
   * 4096 (also when 0) or 512.
   */
  'sectorSizeBytes'?: (number);
  /**
   * Allows up to 16 attachments at a time. Default: one.
   */
  'multiAttachEnabled'?: (boolean);
  /**
   * At most 50.
   */
  'tags'?: (_envol_v1_Tag)[];
  /**
   * Up to 64 printable ASCII characters. The same token with the same parameters answers with the same volume.
   */
  'clientToken'?: (string);
}

export interface CreateVolumeRequest__Output {
  /**
   * 1 to 65536 (64 TiB). Required. Space on the disk is taken as it is written.
   */
  'sizeGib': (number);
  /**
   * Encrypts the volume under a KMS key. Default: no.
   */
  'encrypted': (boolean);
  /**
   * Key id, key ARN, alias name or alias ARN; alias/aws/ebs when empty. Needs encrypted.
   */
  'kmsKeyId': (string);
  /**
   * AES_256_XTS when unspecified. Needs encrypted.
   */
  'cipher': (_envol_v1_Cipher__Output);
  /**
   * 4096 (also when 0) or 512.
   */
  'sectorSizeBytes': (number);
  /**
   * Allows up to 16 attachments at a time. Default: one.
   */
  'multiAttachEnabled': (boolean);
  /**
   * At most 50.
   */
  'tags': (_envol_v1_Tag__Output)[];
  /**
   * Up to 64 printable ASCII characters. The same token with the same parameters answers with the same volume.
   */
  'clientToken': (string);
}
