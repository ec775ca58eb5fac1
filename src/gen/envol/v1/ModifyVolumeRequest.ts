// Original file: proto/envol/v1/volume_service.proto


export interface ModifyVolumeRequest {
  /**
   * vol- and 17 hexadecimal digits. Required.
   */
  'volumeId'?: (string);
  /**
   * The new size in GiB: not below the present one, at most 65536.
   */
  'sizeGib'?: (number);
}

export interface ModifyVolumeRequest__Output {
  /**
   * vol- and 17 hexadecimal digits. Required.
   */
  'volumeId': (string);
  /**
   * The new size in GiB: not below the present one, at most 65536.
   */
  'sizeGib': (number);
}
