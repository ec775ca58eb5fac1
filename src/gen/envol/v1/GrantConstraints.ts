// Original file: proto/envol/v1/key_service.proto


/**
 * What the encryption context must be where a grant is used. One of the two, for symmetric encryption keys.
 */
export interface GrantConstraints {
  /**
   * It must have these pairs, and may have others.
   */
  'encryptionContextSubset'?: ({[key: string]: string});
  /**
   * It must have these pairs and no others.
   */
  'encryptionContextEquals'?: ({[key: string]: string});
}

/**
 * What the encryption context must be where a grant is used. One of the two, for symmetric encryption keys.
 */
export interface GrantConstraints__Output {
  /**
   * It must have these pairs, and may have others.
   */
  'encryptionContextSubset': ({[key: string]: string});
  /**
   * It must have these pairs and no others.
   */
  'encryptionContextEquals': ({[key: string]: string});
}
