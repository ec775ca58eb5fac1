// Original file: proto/envol/v1/block_service.proto


export interface WriteResponse {
}

export interface WriteResponse__Output {
}
