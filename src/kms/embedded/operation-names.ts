/** Every operation of the KMS, by its AWS name. `operations/registry.ts` has the operations themselves. */

export const OPERATION_NAMES = [
  ...(["CancelKeyDeletion", "ConnectCustomKeyStore", "CreateAlias", "CreateCustomKeyStore", "CreateGrant"] as const),
  ...(["CreateKey", "Decrypt", "DeleteAlias", "DeleteCustomKeyStore", "DeleteImportedKeyMaterial"] as const),
  ...(["DeriveSharedSecret", "DescribeCustomKeyStores", "DescribeKey", "DisableKey", "DisableKeyRotation"] as const),
  ...(["DisconnectCustomKeyStore", "EnableKey", "EnableKeyRotation", "Encrypt", "GenerateDataKey"] as const),
  ...(["GenerateDataKeyPair", "GenerateDataKeyPairWithoutPlaintext", "GenerateDataKeyWithoutPlaintext"] as const),
  ...(["GenerateMac", "GenerateRandom", "GetKeyLastUsage", "GetKeyPolicy", "GetKeyRotationStatus"] as const),
  ...(["GetParametersForImport", "GetPublicKey", "ImportKeyMaterial", "ListAliases", "ListGrants"] as const),
  ...(["ListKeyPolicies", "ListKeyRotations", "ListKeys", "ListResourceTags", "ListRetirableGrants"] as const),
  ...(["PutKeyPolicy", "ReEncrypt", "ReplicateKey", "RetireGrant", "RevokeGrant", "RotateKeyOnDemand"] as const),
  ...(["ScheduleKeyDeletion", "Sign", "TagResource", "UntagResource", "UpdateAlias", "UpdateCustomKeyStore"] as const),
  ...(["UpdateKeyDescription", "UpdatePrimaryRegion", "Verify", "VerifyMac"] as const),
] as const;

export type OperationName = (typeof OPERATION_NAMES)[number];
