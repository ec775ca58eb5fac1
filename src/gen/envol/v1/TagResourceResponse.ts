// Original file: proto/envol/v1/key_service.proto


export interface TagResourceResponse {
}

export interface TagResourceResponse__Output {
}
