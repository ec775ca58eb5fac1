// Original file: proto/envol/v1/volume_service.proto


export interface DetachVolumeRequest {
  'volumeId'?: (string);
  /**
   * May be empty when the volume has one attachment.
   */
  'attachmentId'?: (string);
}

export interface DetachVolumeRequest__Output {
  'volumeId': (string);
  /**
   * May be empty when the volume has one attachment.
   */
  'attachmentId': (string);
}
