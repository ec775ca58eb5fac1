// Original file: proto/envol/v1/key_service.proto


export interface ListKeyPoliciesRequest {
  /**
   * Key id or key ARN.
   */
  'keyId'?: (string);
  /**
   * 1 to 1000; 100 when 0.
   */
  'limit'?: (number);
  /**
   * next_marker of the answer before; empty for the first page.
   */
  'marker'?: (string);
}

export interface ListKeyPoliciesRequest__Output {
  /**
   * Key id or key ARN.
   */
  'keyId': (string);
  /**
   * 1 to 1000; 100 when 0.
   */
  'limit': (number);
  /**
   * next_marker of the answer before; empty for the first page.
   */
  'marker': (string);
}
