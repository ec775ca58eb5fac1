// Original file: proto/envol/v1/key_service.proto


export interface ListAliasesRequest {
  /**
   * Only the aliases of this key (key id or key ARN); all when empty.
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
}

export interface ListAliasesRequest__Output {
  /**
   * Only the aliases of this key (key id or key ARN); all when empty.
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
}
