// Original file: proto/envol/v1/volume_service.proto

/**
 * How the sectors of a volume are encrypted.
 */
export const Cipher = {
  /**
   * As a request: AES_256_XTS. As an answer: the volume is not encrypted.
   */
  CIPHER_UNSPECIFIED: 'CIPHER_UNSPECIFIED',
  /**
   * AES-256-XTS (IEEE 1619): the sector number is the tweak; length-preserving, no integrity.
   */
  AES_256_XTS: 'AES_256_XTS',
  /**
   * AES-256-GCM (SP 800-38D): each sector has a nonce and a tag of its own; a changed or moved sector is an error.
   */
  AES_256_GCM: 'AES_256_GCM',
} as const;

/**
 * How the sectors of a volume are encrypted.
 */
export type Cipher =
  /**
   * As a request: AES_256_XTS. As an answer: the volume is not encrypted.
   */
  | 'CIPHER_UNSPECIFIED'
  | 0
  /**
   * AES-256-XTS (IEEE 1619): the sector number is the tweak; length-preserving, no integrity.
   */
  | 'AES_256_XTS'
  | 1
  /**
   * AES-256-GCM (SP 800-38D): each sector has a nonce and a tag of its own; a changed or moved sector is an error.
   */
  | 'AES_256_GCM'
  | 2

/**
 * How the sectors of a volume are encrypted.
 */
export type Cipher__Output = typeof Cipher[keyof typeof Cipher]
