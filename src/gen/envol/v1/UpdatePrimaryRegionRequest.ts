// Original file: proto/envol/v1/key_service.proto


export interface UpdatePrimaryRegionRequest {
  /**
   * Key id or key ARN.
   */
  'keyId'?: (string);
  /**
   * The Region of a replica.
   */
  'primaryRegion'?: (string);
}

export interface UpdatePrimaryRegionRequest__Output {
  /**
   * Key id or key ARN.
   */
  'keyId': (string);
  /**
   * The Region of a replica.
   */
  'primaryRegion': (string);
}
