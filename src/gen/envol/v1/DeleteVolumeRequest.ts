// Original file: proto/envol/v1/volume_service.proto


export interface DeleteVolumeRequest {
  /**
   * vol- and 17 hexadecimal digits. Required.
   */
  'volumeId'?: (string);
}

export interface DeleteVolumeRequest__Output {
  /**
   * vol- and 17 hexadecimal digits. Required.
   */
  'volumeId': (string);
}
