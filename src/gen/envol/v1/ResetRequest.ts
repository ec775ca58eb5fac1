// Original file: proto/envol/v1/harness_service.proto


export interface ResetRequest {
}

export interface ResetRequest__Output {
}
