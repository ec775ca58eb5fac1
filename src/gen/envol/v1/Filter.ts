// Original file: proto/envol/v1/volume_service.proto


/**
 * A condition on volumes.
 */
export interface Filter {
  /**
   * volume-id, status, encrypted, kms-key-id, size, cipher, sector-size, multi-attach-enabled,
   * attachment.instance-id, attachment.attachment-id, attachment.device, attachment.status, tag-key or tag:KEY.
   */
  'name'?: (string);
  /**
   * A volume passes if it has any of these values; * and ? are wildcards. It must pass every filter.
   */
  'values'?: (string)[];
}

/**
 * A condition on volumes.
 */
export interface Filter__Output {
  /**
   * volume-id, status, encrypted, kms-key-id, size, cipher, sector-size, multi-attach-enabled,
   * attachment.instance-id, attachment.attachment-id, attachment.device, attachment.status, tag-key or tag:KEY.
   */
  'name': (string);
  /**
   * A volume passes if it has any of these values; * and ? are wildcards. It must pass every filter.
   */
  'values': (string)[];
}
