// Original file: proto/envol/v1/key_service.proto


export interface GenerateRandomResponse {
  'plaintext'?: (Buffer | Uint8Array | string);
}

export interface GenerateRandomResponse__Output {
  'plaintext': (Buffer);
}
