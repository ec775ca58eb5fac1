// Original file: proto/envol/v1/volume_service.proto


export interface DetachVolumeRequest {
  /**
   * vol- and 17 hexadecimal digits. Required.
   */
  'volumeId'?: (string);
  /**
   * May be empty when the volume has one attachment.
   */
  'attachmentId'?: (string);
}

export interface DetachVolumeRequest__Output {
  /**
   * vol- and 17 hexadecimal digits. Required.
   */
  'volumeId': (string);
  /**
   * May be empty when the volume has one attachment.
   */
  'attachmentId': (string);
}
