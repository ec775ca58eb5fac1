// Original file: proto/envol/v1/key_service.proto


export interface GenerateDataKeyWithoutPlaintextRequest {
  /**
   * Key id, key ARN, alias name or alias ARN.
   */
  'keyId'?: (string);
  /**
   * As in GenerateDataKeyRequest.
   */
  'encryptionContext'?: ({[key: string]: string});
  /**
   * 1 to 1024. Either this or key_spec.
   */
  'numberOfBytes'?: (number);
  /**
   * AES_256 or AES_128. Either this or number_of_bytes.
   */
  'keySpec'?: (string);
  /**
   * Up to 10, which CreateGrant gave.
   */
  'grantTokens'?: (string)[];
  /**
   * Refuses with DRY_RUN where it would have done it.
   */
  'dryRun'?: (boolean);
}

export interface GenerateDataKeyWithoutPlaintextRequest__Output {
  /**
   * Key id, key ARN, alias name or alias ARN.
   */
  'keyId': (string);
  /**
   * As in GenerateDataKeyRequest.
   */
  'encryptionContext': ({[key: string]: string});
  /**
   * 1 to 1024. Either this or key_spec.
   */
  'numberOfBytes': (number);
  /**
   * AES_256 or AES_128. Either this or number_of_bytes.
   */
  'keySpec': (string);
  /**
   * Up to 10, which CreateGrant gave.
   */
  'grantTokens': (string)[];
  /**
   * Refuses with DRY_RUN where it would have done it.
   */
  'dryRun': (boolean);
}
