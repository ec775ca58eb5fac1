// Original file: proto/envol/v1/volume_service.proto


/**
 * A label on a volume or a key.
 */
export interface Tag {
  'key'?: (string);
  'value'?: (string);
}

/**
 * A label on a volume or a key.
 */
export interface Tag__Output {
  'key': (string);
  'value': (string);
}
