// Original file: proto/envol/v1/block_service.proto


export interface WriteZeroesResponse {
}

export interface WriteZeroesResponse__Output {
}
