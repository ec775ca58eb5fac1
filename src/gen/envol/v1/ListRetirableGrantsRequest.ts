// Original file: proto/envol/v1/key_service.proto


export interface ListRetirableGrantsRequest {
  /**
   * The principal that the grants name to retire them.
   */
  'retiringPrincipal'?: (string);
  /**
   * 1 to 100; 50 when 0.
   */
  'limit'?: (number);
  /**
   * next_marker of the answer before; empty for the first page.
   */
  'marker'?: (string);
}

export interface ListRetirableGrantsRequest__Output {
  /**
   * The principal that the grants name to retire them.
   */
  'retiringPrincipal': (string);
  /**
   * 1 to 100; 50 when 0.
   */
  'limit': (number);
  /**
   * next_marker of the answer before; empty for the first page.
   */
  'marker': (string);
}
