// Original file: proto/envol/v1/key_service.proto


export interface GenerateDataKeyWithoutPlaintextResponse {
  'ciphertextBlob'?: (Buffer | Uint8Array | string);
  /**
   * The key's ARN.
   */
  'keyId'?: (string);
  'keyMaterialId'?: (string);
}

export interface GenerateDataKeyWithoutPlaintextResponse__Output {
  'ciphertextBlob': (Buffer);
  /**
   * The key's ARN.
   */
  'keyId': (string);
  'keyMaterialId': (string);
}
