// Original file: proto/envol/v1/volume_service.proto


export interface ModifyVolumeRequest {
  'volumeId'?: (string);
  /**
   * The new size: not below the present one, at most 65536.
   */
  'sizeGib'?: (number);
}

export interface ModifyVolumeRequest__Output {
  'volumeId': (string);
  /**
   * The new size: not below the present one, at most 65536.
   */
  'sizeGib': (number);
}
