// Original file: proto/envol/v1/key_service.proto


export interface ListGrantsRequest {
  /**
   * Key id or key ARN.
   */
  'keyId'?: (string);
  /**
   * 1 to 100; 50 when 0.
   */
  'limit'?: (number);
  /**
   * next_marker of the answer before; empty for the first page.
   */
  'marker'?: (string);
  /**
   * Only this grant; all when empty.
   */
  'grantId'?: (string);
  /**
   * Only those of this principal; all when empty.
   */
  'granteePrincipal'?: (string);
}

export interface ListGrantsRequest__Output {
  /**
   * Key id or key ARN.
   */
  'keyId': (string);
  /**
   * 1 to 100; 50 when 0.
   */
  'limit': (number);
  /**
   * next_marker of the answer before; empty for the first page.
   */
  'marker': (string);
  /**
   * Only this grant; all when empty.
   */
  'grantId': (string);
  /**
   * Only those of this principal; all when empty.
   */
  'granteePrincipal': (string);
}
