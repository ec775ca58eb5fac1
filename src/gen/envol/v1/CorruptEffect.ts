// Original file: proto/envol/v1/harness_service.proto


/**
 * Flips one bit of each stored sector in the range as it is read. What is on the disk stays as it is. At store, GET alone.
 */
export interface CorruptEffect {
  /**
   * Which one: bit 0 is the lowest of the sector's first byte, bit 8 the lowest of its second.
   */
  'bit'?: (number);
}

/**
 * Flips one bit of each stored sector in the range as it is read. What is on the disk stays as it is. At store, GET alone.
 */
export interface CorruptEffect__Output {
  /**
   * Which one: bit 0 is the lowest of the sector's first byte, bit 8 the lowest of its second.
   */
  'bit': (number);
}
