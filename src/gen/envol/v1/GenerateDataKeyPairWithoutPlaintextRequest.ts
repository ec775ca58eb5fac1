// Original file: proto/envol/v1/key_service.proto


export interface GenerateDataKeyPairWithoutPlaintextRequest {
  /**
   * Key id, key ARN, alias name or alias ARN.
   */
  'keyId'?: (string);
  /**
   * As in GenerateDataKeyRequest; bound into the wrapped private key.
   */
  'encryptionContext'?: ({[key: string]: string});
  /**
   * RSA_2048, RSA_3072, RSA_4096, ECC_NIST_P256, ECC_NIST_P384, ECC_NIST_P521, ECC_SECG_P256K1 or ECC_NIST_EDWARDS25519.
   */
  'keyPairSpec'?: (string);
  /**
   * Up to 10, which CreateGrant gave.
   */
  'grantTokens'?: (string)[];
  /**
   * Refuses with DRY_RUN where it would have done it.
   */
  'dryRun'?: (boolean);
}

export interface GenerateDataKeyPairWithoutPlaintextRequest__Output {
  /**
   * Key id, key ARN, alias name or alias ARN.
   */
  'keyId': (string);
  /**
   * As in GenerateDataKeyRequest; bound into the wrapped private key.
   */
  'encryptionContext': ({[key: string]: string});
  /**
   * RSA_2048, RSA_3072, RSA_4096, ECC_NIST_P256, ECC_NIST_P384, ECC_NIST_P521, ECC_SECG_P256K1 or ECC_NIST_EDWARDS25519.
   */
  'keyPairSpec': (string);
  /**
   * Up to 10, which CreateGrant gave.
   */
  'grantTokens': (string)[];
  /**
   * Refuses with DRY_RUN where it would have done it.
   */
  'dryRun': (boolean);
}
