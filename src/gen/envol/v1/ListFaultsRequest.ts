// Original file: proto/envol/v1/harness_service.proto


export interface ListFaultsRequest {
}

export interface ListFaultsRequest__Output {
}
