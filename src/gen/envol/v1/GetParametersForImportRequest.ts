// Original file: proto/envol/v1/key_service.proto


export interface GetParametersForImportRequest {
  /**
   * Key id or key ARN.
   */
  'keyId'?: (string);
  /**
   * RSAES_OAEP_SHA_1, RSAES_OAEP_SHA_256, RSA_AES_KEY_WRAP_SHA_1 or RSA_AES_KEY_WRAP_SHA_256.
   */
  'wrappingAlgorithm'?: (string);
  /**
   * RSA_2048, RSA_3072 or RSA_4096.
   */
  'wrappingKeySpec'?: (string);
}

export interface GetParametersForImportRequest__Output {
  /**
   * Key id or key ARN.
   */
  'keyId': (string);
  /**
   * RSAES_OAEP_SHA_1, RSAES_OAEP_SHA_256, RSA_AES_KEY_WRAP_SHA_1 or RSA_AES_KEY_WRAP_SHA_256.
   */
  'wrappingAlgorithm': (string);
  /**
   * RSA_2048, RSA_3072 or RSA_4096.
   */
  'wrappingKeySpec': (string);
}
