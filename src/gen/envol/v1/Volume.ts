// Original file: proto/envol/v1/volume_service.proto

import type { Cipher as _envol_v1_Cipher, Cipher__Output as _envol_v1_Cipher__Output } from '../../envol/v1/Cipher.ts';
import type { Attachment as _envol_v1_Attachment, Attachment__Output as _envol_v1_Attachment__Output } from '../../envol/v1/Attachment.ts';
import type { Tag as _envol_v1_Tag, Tag__Output as _envol_v1_Tag__Output } from '../../envol/v1/Tag.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * A volume as it is described.
 */
export interface Volume {
  /**
   * vol- and 17 hexadecimal digits.
   */
  'volumeId'?: (string);
  /**
   * 1 to 65536; a GiB is 2^30 bytes.
   */
  'sizeGib'?: (number);
  /**
   * creating, available, in-use or deleting.
   */
  'state'?: (string);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'createTimeMs'?: (number | string | Long);
  /**
   * Whether its sectors are encrypted.
   */
  'encrypted'?: (boolean);
  /**
   * ARN of the KMS key; empty when the volume is not encrypted.
   */
  'kmsKeyArn'?: (string);
  /**
   * How; CIPHER_UNSPECIFIED when it is not encrypted.
   */
  'cipher'?: (_envol_v1_Cipher);
  /**
   * The crypto unit: 4096 or 512 bytes.
   */
  'sectorSizeBytes'?: (number);
  /**
   * The data key as the KMS wrapped it, under the encryption context {"aws:ebs:id": volume_id}. Empty when not encrypted.
   */
  'wrappedDataKey'?: (Buffer | Uint8Array | string);
  /**
   * Whether it may have several attachments at a time.
   */
  'multiAttachEnabled'?: (boolean);
  /**
   * In order of attaching; the first serves requests that name no attachment.
   */
  'attachments'?: (_envol_v1_Attachment)[];
  /**
   * In the order given.
   */
  'tags'?: (_envol_v1_Tag)[];
  /**
   * Bytes of sectors written and not discarded, as far as committed.
   */
  'allocatedBytes'?: (number | string | Long);
  /**
   * Whether reads and writes are refused for the moment, because the KMS key is unusable.
   */
  'ioRevoked'?: (boolean);
}

/**
 * A volume as it is described.
 */
export interface Volume__Output {
  /**
   * vol- and 17 hexadecimal digits.
   */
  'volumeId': (string);
  /**
   * 1 to 65536; a GiB is 2^30 bytes.
   */
  'sizeGib': (number);
  /**
   * creating, available, in-use or deleting.
   */
  'state': (string);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'createTimeMs': (number);
  /**
   * Whether its sectors are encrypted.
   */
  'encrypted': (boolean);
  /**
   * ARN of the KMS key; empty when the volume is not encrypted.
   */
  'kmsKeyArn': (string);
  /**
   * How; CIPHER_UNSPECIFIED when it is not encrypted.
   */
  'cipher': (_envol_v1_Cipher__Output);
  /**
   * The crypto unit: 4096 or 512 bytes.
   */
  'sectorSizeBytes': (number);
  /**
   * The data key as the KMS wrapped it, under the encryption context {"aws:ebs:id": volume_id}. Empty when not encrypted.
   */
  'wrappedDataKey': (Buffer);
  /**
   * Whether it may have several attachments at a time.
   */
  'multiAttachEnabled': (boolean);
  /**
   * In order of attaching; the first serves requests that name no attachment.
   */
  'attachments': (_envol_v1_Attachment__Output)[];
  /**
   * In the order given.
   */
  'tags': (_envol_v1_Tag__Output)[];
  /**
   * Bytes of sectors written and not discarded, as far as committed.
   */
  'allocatedBytes': (number);
  /**
   * Whether reads and writes are refused for the moment, because the KMS key is unusable.
   */
  'ioRevoked': (boolean);
}
