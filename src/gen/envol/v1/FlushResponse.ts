// Original file: proto/envol/v1/block_service.proto


export interface FlushResponse {
}

export interface FlushResponse__Output {
}
