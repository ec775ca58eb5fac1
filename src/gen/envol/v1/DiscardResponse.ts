// Original file: proto/envol/v1/block_service.proto


export interface DiscardResponse {
}

export interface DiscardResponse__Output {
}
