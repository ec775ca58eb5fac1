// Original file: proto/envol/v1/volume_service.proto


export interface DeleteVolumeRequest {
  'volumeId'?: (string);
}

export interface DeleteVolumeRequest__Output {
  'volumeId': (string);
}
