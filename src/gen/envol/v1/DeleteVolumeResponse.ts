// Original file: proto/envol/v1/volume_service.proto


export interface DeleteVolumeResponse {
}

export interface DeleteVolumeResponse__Output {
}
