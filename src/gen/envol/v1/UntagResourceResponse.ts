// Original file: proto/envol/v1/key_service.proto


export interface UntagResourceResponse {
}

export interface UntagResourceResponse__Output {
}
