// Original file: proto/envol/v1/block_service.proto


export interface ReadResponse {
  /**
   * As many bytes as were asked for.
   */
  'data'?: (Buffer | Uint8Array | string);
}

export interface ReadResponse__Output {
  /**
   * As many bytes as were asked for.
   */
  'data': (Buffer);
}
