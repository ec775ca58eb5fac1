// Original file: proto/envol/v1/key_service.proto


export interface GenerateDataKeyResponse {
  'ciphertextBlob'?: (Buffer | Uint8Array | string);
  'plaintext'?: (Buffer | Uint8Array | string);
  /**
   * The key's ARN.
   */
  'keyId'?: (string);
  'keyMaterialId'?: (string);
}

export interface GenerateDataKeyResponse__Output {
  'ciphertextBlob': (Buffer);
  'plaintext': (Buffer);
  /**
   * The key's ARN.
   */
  'keyId': (string);
  'keyMaterialId': (string);
}
