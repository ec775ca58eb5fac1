// Original file: proto/envol/v1/volume_service.proto


/**
 * A label on a volume or a key.
 */
export interface Tag {
  /**
   * 1 to 128 characters; not beginning with aws:.
   */
  'key'?: (string);
  /**
   * Up to 256 characters.
   */
  'value'?: (string);
}

/**
 * A label on a volume or a key.
 */
export interface Tag__Output {
  /**
   * 1 to 128 characters; not beginning with aws:.
   */
  'key': (string);
  /**
   * Up to 256 characters.
   */
  'value': (string);
}
