// Original file: proto/envol/v1/block_service.proto


export interface IoFlush {
}

export interface IoFlush__Output {
}
