// Original file: proto/envol/v1/harness_service.proto


export interface ResetResponse {
}

export interface ResetResponse__Output {
}
