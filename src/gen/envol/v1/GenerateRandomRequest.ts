// Original file: proto/envol/v1/key_service.proto


export interface GenerateRandomRequest {
  /**
   * 1 to 1024.
   */
  'numberOfBytes'?: (number);
}

export interface GenerateRandomRequest__Output {
  /**
   * 1 to 1024.
   */
  'numberOfBytes': (number);
}
