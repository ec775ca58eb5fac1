// Original file: proto/envol/v1/key_service.proto


export interface UpdatePrimaryRegionResponse {
}

export interface UpdatePrimaryRegionResponse__Output {
}
