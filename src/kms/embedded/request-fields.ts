/** The fields that several operations share, and the sets of names that they take. */

import { LIMITS } from "../../limits.ts";
import { required } from "./fields.ts";

const KEY_SPECS = [
  ...(["RSA_2048", "RSA_3072", "RSA_4096", "ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521"] as const),
  ...(["ECC_SECG_P256K1", "SYMMETRIC_DEFAULT", "HMAC_224", "HMAC_256", "HMAC_384", "HMAC_512", "SM2"] as const),
  ...(["ML_DSA_44", "ML_DSA_65", "ML_DSA_87", "ECC_NIST_EDWARDS25519"] as const),
  ...(["ML_KEM_512", "ML_KEM_768", "ML_KEM_1024"] as const),
] as const;
const KEY_USAGES = [
  ...(["SIGN_VERIFY", "ENCRYPT_DECRYPT", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT", "ENCAPSULATE_DECAPSULATE"] as const),
] as const;
const ENCRYPTION_ALGORITHMS = ["SYMMETRIC_DEFAULT", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "SM2PKE"] as const;
const SIGNING_ALGORITHMS = [
  ...(["RSASSA_PSS_SHA_256", "RSASSA_PSS_SHA_384", "RSASSA_PSS_SHA_512"] as const),
  ...(["RSASSA_PKCS1_V1_5_SHA_256", "RSASSA_PKCS1_V1_5_SHA_384", "RSASSA_PKCS1_V1_5_SHA_512"] as const),
  ...(["ECDSA_SHA_256", "ECDSA_SHA_384", "ECDSA_SHA_512", "SM2DSA", "ML_DSA_SHAKE_256"] as const),
  ...(["ED25519_SHA_512", "ED25519_PH_SHA_512"] as const),
] as const;
const MAC_ALGORITHMS = ["HMAC_SHA_224", "HMAC_SHA_256", "HMAC_SHA_384", "HMAC_SHA_512"] as const;
const KEY_PAIR_SPECS = [
  ...(["RSA_2048", "RSA_3072", "RSA_4096", "ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521"] as const),
  ...(["ECC_SECG_P256K1", "SM2", "ECC_NIST_EDWARDS25519"] as const),
] as const;
const GRANT_OPERATIONS = [
  ...(["Decrypt", "Encrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext", "ReEncryptFrom"] as const),
  ...(["ReEncryptTo", "Sign", "Verify", "GetPublicKey", "CreateGrant", "RetireGrant", "DescribeKey"] as const),
  ...(["GenerateDataKeyPair", "GenerateDataKeyPairWithoutPlaintext", "GenerateMac", "VerifyMac"] as const),
  "DeriveSharedSecret",
] as const;

export type KeySpec = (typeof KEY_SPECS)[number];
export type KeyUsage = (typeof KEY_USAGES)[number];
export type EncryptionAlgorithm = (typeof ENCRYPTION_ALGORITHMS)[number];
export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];
export type MacAlgorithm = (typeof MAC_ALGORITHMS)[number];
export type KeyPairSpec = (typeof KEY_PAIR_SPECS)[number];

/** The parameter of a list's page. @param max the largest Limit that the operation takes */
const limitUpTo = (max: number) => ({ type: "integer", range: [1, max] }) as const;

export const KEY_ID = { type: "text", length: [1, LIMITS.kmsKeyIdLengthMax] } as const;
export const REQUIRED_KEY_ID = required(KEY_ID);
export const ALIAS_NAME = required({
  type: "text",
  length: [1, LIMITS.kmsAliasNameLengthMax],
  pattern: /^[a-zA-Z0-9:/_-]+$/,
});
export const DESCRIPTION = { type: "text", length: [0, LIMITS.kmsDescriptionLengthMax] } as const;
export const CONTEXT = { type: "map" } as const;
export const FLAG = { type: "boolean" } as const;
export const GRANT_TOKENS = {
  type: "list",
  length: [0, LIMITS.kmsGrantTokensMax],
  member: { type: "text", length: [1, LIMITS.kmsGrantTokenLengthMax], secret: true },
} as const;
/** What most uses of a key take beside the rest. */
export const USE = { grantTokens: GRANT_TOKENS, dryRun: FLAG } as const;

export const KEY_SPEC = { type: "text", values: KEY_SPECS } as const;
export const KEY_USAGE = { type: "text", values: KEY_USAGES } as const;
export const ENCRYPTION_ALGORITHM = { type: "text", values: ENCRYPTION_ALGORITHMS } as const;
export const SIGNING_ALGORITHM = required({ type: "text", values: SIGNING_ALGORITHMS });
export const MAC_ALGORITHM = required({ type: "text", values: MAC_ALGORITHMS });
const KEY_PAIR_SPEC = required({ type: "text", values: KEY_PAIR_SPECS });
export const MESSAGE_TYPE = { type: "text", values: ["RAW", "DIGEST", "EXTERNAL_MU"] } as const;

/** Not required by the model: with DryRunModifiers, Decrypt and ReEncrypt take none. */
export const CIPHERTEXT = { type: "blob", length: [1, LIMITS.kmsCiphertextBytesMax] } as const;
export const MESSAGE = required({ type: "blob", length: [1, LIMITS.kmsMessageBytesMax] });
export const SIGNATURE = required({ type: "blob", length: [1, LIMITS.kmsSignatureBytesMax] });
export const DRY_RUN_MODIFIERS = { type: "list", member: { type: "text", values: ["IGNORE_CIPHERTEXT"] } } as const;
/** Of GenerateDataKey and GenerateDataKeyWithoutPlaintext. */
export const DATA_KEY = {
  keyId: REQUIRED_KEY_ID,
  encryptionContext: CONTEXT,
  numberOfBytes: { type: "integer", range: [1, LIMITS.kmsDataKeyBytesMax] },
  keySpec: { type: "text", values: ["AES_256", "AES_128"] },
  ...USE,
} as const;
/** Of GenerateDataKeyPair and GenerateDataKeyPairWithoutPlaintext. */
export const DATA_KEY_PAIR = {
  encryptionContext: CONTEXT,
  keyId: REQUIRED_KEY_ID,
  keyPairSpec: KEY_PAIR_SPEC,
  ...USE,
} as const;

const MARKER = { type: "text", length: [1, LIMITS.kmsMarkerLengthMax], pattern: /[\u0020-\u00FF]*/ } as const;
/** Of the lists whose Limit goes up to 1,000. */
export const PAGE = { limit: limitUpTo(LIMITS.kmsListKeysMax), marker: MARKER } as const;
/** Of ListAliases and the lists of grants, whose documentation says 1 to 100, whatever the model says. */
export const SHORT_PAGE = { limit: limitUpTo(LIMITS.kmsListGrantsMax), marker: MARKER } as const;
/** Of ListResourceTags, whose documentation says 1 to 50. */
export const TAG_PAGE = { limit: limitUpTo(LIMITS.tagsMax), marker: MARKER } as const;

const TAG_KEY = { type: "text", length: [1, LIMITS.tagKeyLengthMax] } as const;
export const TAG_KEYS = required({ type: "list", member: TAG_KEY });
export const TAGS = {
  type: "list",
  member: {
    type: "structure",
    members: {
      tagKey: required(TAG_KEY),
      tagValue: required({ type: "text", length: [0, LIMITS.tagValueLengthMax] }),
    },
  },
} as const;

export const PRINCIPAL = {
  type: "text",
  length: [1, LIMITS.kmsPrincipalLengthMax],
  pattern: /^[\w+=,.@:/-]+$/,
} as const;
export const GRANT_ID = { type: "text", length: [1, LIMITS.kmsGrantIdLengthMax] } as const;
export const GRANT_TOKEN = { type: "text", length: [1, LIMITS.kmsGrantTokenLengthMax], secret: true } as const;
export const GRANT_NAME = {
  type: "text",
  length: [1, LIMITS.kmsGrantNameLengthMax],
  pattern: /^[a-zA-Z0-9:/_-]+$/,
} as const;
export const GRANTED_OPERATIONS = required({ type: "list", member: { type: "text", values: GRANT_OPERATIONS } });
export const GRANT_CONSTRAINTS = {
  type: "structure",
  members: { encryptionContextSubset: CONTEXT, encryptionContextEquals: CONTEXT },
} as const;

/** The model's length; a policy longer than the quota is refused in other words. */
export const POLICY = {
  type: "text",
  length: [1, 131_072],
  pattern: /[\t\n\r\u0020-\u00FF]+/,
} as const;
export const POLICY_NAME = { type: "text", length: [1, 128], pattern: /[\w]+/ } as const;
export const REGION = required({ type: "text", length: [1, 32], pattern: /^([a-z]+-){2,3}\d+$/ });
export const KEY_MATERIAL_ID = { type: "text", length: [64, 64], pattern: /^[a-f0-9]+$/ } as const;
export const CUSTOM_KEY_STORE_ID = { type: "text", length: [1, LIMITS.kmsCustomKeyStoreIdLengthMax] } as const;
