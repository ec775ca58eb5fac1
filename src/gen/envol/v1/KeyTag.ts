// Original file: proto/envol/v1/key_service.proto


/**
 * A label on a key.
 */
export interface KeyTag {
  /**
   * 1 to 128 characters; not beginning with aws:.
   */
  'tagKey'?: (string);
  /**
   * Up to 256 characters.
   */
  'tagValue'?: (string);
}

/**
 * A label on a key.
 */
export interface KeyTag__Output {
  /**
   * 1 to 128 characters; not beginning with aws:.
   */
  'tagKey': (string);
  /**
   * Up to 256 characters.
   */
  'tagValue': (string);
}
