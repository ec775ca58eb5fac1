// Original file: proto/envol/v1/key_service.proto


export interface ListKeysRequest {
  /**
   * 1 to 1000; 100 when 0.
   */
  'limit'?: (number);
  /**
   * next_marker of the answer before; empty for the first page.
   */
  'marker'?: (string);
}

export interface ListKeysRequest__Output {
  /**
   * 1 to 1000; 100 when 0.
   */
  'limit': (number);
  /**
   * next_marker of the answer before; empty for the first page.
   */
  'marker': (string);
}
