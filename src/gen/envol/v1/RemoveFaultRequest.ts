// Original file: proto/envol/v1/harness_service.proto


export interface RemoveFaultRequest {
  /**
   * Required.
   */
  'faultId'?: (string);
}

export interface RemoveFaultRequest__Output {
  /**
   * Required.
   */
  'faultId': (string);
}
