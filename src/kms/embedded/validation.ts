/**
 * What the fields of a request must look like, and AWS's words when they do not: "1 validation error detected: Value '0'
 * at 'numberOfBytes' failed to satisfy constraint: Member must have value greater than or equal to 1". The rules are
 * those of the AWS KMS API model; what one field means for another is left to the operations.
 */

import { EnvolError } from "../../errors.ts";
import { LIMITS } from "../../limits.ts";

/** A rule for one field. Lengths count UTF-16 units of a text, bytes of a blob, members of a list. */
interface FieldRule {
  readonly required?: true;
  readonly length?: readonly [min: number, max: number];
  readonly range?: readonly [min: number, max: number];
  readonly values?: readonly string[];
  readonly pattern?: RegExp;
  readonly context?: true;
}

const KEY_SPECS = [
  ...["SYMMETRIC_DEFAULT", "RSA_2048", "RSA_3072", "RSA_4096", "ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521"],
  ...["ECC_SECG_P256K1", "ECC_NIST_EDWARDS25519", "HMAC_224", "HMAC_256", "HMAC_384", "HMAC_512", "SM2"],
  ...["ML_DSA_44", "ML_DSA_65", "ML_DSA_87", "ML_KEM_512", "ML_KEM_768", "ML_KEM_1024"],
];
const KEY_USAGES = [
  ...["ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT", "ENCAPSULATE_DECAPSULATE"],
];
const ENCRYPTION_ALGORITHMS = ["SYMMETRIC_DEFAULT", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "SM2PKE"];
const GRANT_OPERATIONS = [
  ...["Decrypt", "Encrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext", "ReEncryptFrom", "ReEncryptTo"],
  ...["Sign", "Verify", "GetPublicKey", "CreateGrant", "RetireGrant", "DescribeKey", "GenerateDataKeyPair"],
  ...["GenerateDataKeyPairWithoutPlaintext", "GenerateMac", "VerifyMac", "DeriveSharedSecret"],
];

const KEY: FieldRule = { required: true, length: [1, LIMITS.kmsKeyIdLengthMax] };
const OPTIONAL_KEY: FieldRule = { length: [1, LIMITS.kmsKeyIdLengthMax] };
const ALIAS: FieldRule = { required: true, length: [1, LIMITS.kmsAliasNameLengthMax], pattern: /^[a-zA-Z0-9:/_-]+$/ };
const CONTEXT: FieldRule = { context: true };
const ALGORITHM: FieldRule = { values: ENCRYPTION_ALGORITHMS };
const CIPHERTEXT: FieldRule = { required: true, length: [1, LIMITS.kmsCiphertextBytesMax] };
const MARKER: FieldRule = { length: [1, LIMITS.kmsMarkerLengthMax] };
const PRINCIPAL: FieldRule = { required: true, length: [1, LIMITS.kmsPrincipalLengthMax] };
const GRANT_ID: FieldRule = { required: true, length: [1, LIMITS.kmsGrantIdLengthMax] };
const DATA_KEY = {
  keyId: KEY,
  encryptionContext: CONTEXT,
  numberOfBytes: { range: [1, LIMITS.kmsDataKeyBytesMax] },
  keySpec: { values: ["AES_256", "AES_128"] },
} as const;

const REQUESTS = {
  CreateKey: {
    description: { length: [0, LIMITS.kmsDescriptionLengthMax] },
    keyUsage: { values: KEY_USAGES },
    keySpec: { values: KEY_SPECS },
  },
  DescribeKey: { keyId: KEY },
  ListKeys: { limit: { range: [1, LIMITS.kmsListKeysMax] }, marker: MARKER },
  EnableKey: { keyId: KEY },
  DisableKey: { keyId: KEY },
  ScheduleKeyDeletion: {
    keyId: KEY,
    pendingWindowInDays: { range: [LIMITS.kmsPendingWindowDaysMin, LIMITS.kmsPendingWindowDaysMax] },
  },
  CancelKeyDeletion: { keyId: KEY },
  CreateAlias: { aliasName: ALIAS, targetKeyId: KEY },
  UpdateAlias: { aliasName: ALIAS, targetKeyId: KEY },
  DeleteAlias: { aliasName: ALIAS },
  ListAliases: { keyId: OPTIONAL_KEY, limit: { range: [1, LIMITS.kmsListAliasesMax] }, marker: MARKER },
  GenerateDataKey: DATA_KEY,
  GenerateDataKeyWithoutPlaintext: DATA_KEY,
  Encrypt: {
    keyId: KEY,
    plaintext: { required: true, length: [1, LIMITS.kmsPlaintextBytesMax] },
    encryptionContext: CONTEXT,
    encryptionAlgorithm: ALGORITHM,
  },
  Decrypt: {
    ciphertextBlob: CIPHERTEXT,
    encryptionContext: CONTEXT,
    keyId: OPTIONAL_KEY,
    encryptionAlgorithm: ALGORITHM,
    grantTokens: { length: [0, LIMITS.kmsGrantTokensMax] },
  },
  ReEncrypt: {
    ciphertextBlob: CIPHERTEXT,
    sourceEncryptionContext: CONTEXT,
    sourceKeyId: OPTIONAL_KEY,
    destinationKeyId: KEY,
    destinationEncryptionContext: CONTEXT,
  },
  CreateGrant: {
    keyId: KEY,
    granteePrincipal: PRINCIPAL,
    retiringPrincipal: PRINCIPAL,
    operations: { required: true, length: [1, GRANT_OPERATIONS.length], values: GRANT_OPERATIONS },
    encryptionContextSubset: CONTEXT,
    name: { length: [1, LIMITS.kmsGrantNameLengthMax], pattern: /^[a-zA-Z0-9:/_-]+$/ },
  },
  ListGrants: { keyId: KEY, limit: { range: [1, LIMITS.kmsListGrantsMax] }, marker: MARKER },
  RetireGrant: { keyArn: KEY, grantId: GRANT_ID },
  RevokeGrant: { keyId: KEY, grantId: GRANT_ID },
} as const satisfies Record<string, Readonly<Record<string, FieldRule>>>;

/** Longer texts are left out of error messages. */
const SHOWN_LENGTH_MAX = 256;

/** Every operation of the KMS, by its AWS name. */
export type OperationName = keyof typeof REQUESTS;

/** @throws KMS_VALIDATION, which lists every field at fault */
export function validate(operation: OperationName, request: object): void {
  const rules: Readonly<Record<string, FieldRule>> = REQUESTS[operation];
  const values: Readonly<Record<string, unknown>> = { ...request };
  const faults = Object.entries(rules).flatMap(([field, rule]) =>
    faultsOf(field, values[field], rule).map((text) => ({ field, text })),
  );
  const first = faults[0];
  if (first === undefined) return;
  const count = faults.length === 1 ? "1 validation error" : `${faults.length} validation errors`;
  throw invalid(`${count} detected: ${faults.map(({ text }) => text).join("; ")}`, first.field);
}

/** For rules that no single field can hold. */
export function invalid(message: string, field: string): EnvolError {
  return new EnvolError("KMS_VALIDATION", message, { field });
}

/** How AWS words one broken rule. */
export function constraintFault(field: string, value: unknown, rule: string): string {
  return `Value ${printed(value)}at '${field}' failed to satisfy constraint: ${rule}`;
}

function faultsOf(field: string, value: unknown, rule: FieldRule): string[] {
  if (value === undefined) {
    return rule.required === undefined
      ? []
      : [`Value null at '${field}' failed to satisfy constraint: Member must not be null`];
  }
  const broken = [
    ...(rule.length === undefined ? [] : lengthFaults(value as { length: number }, rule.length)),
    ...(rule.range === undefined ? [] : rangeFaults(value as number, rule.range)),
    ...(rule.values === undefined ? [] : valueFaults(value as string | readonly string[], rule.values)),
    ...(rule.pattern === undefined || rule.pattern.test(value as string)
      ? []
      : [`Member must satisfy regular expression pattern: ${rule.pattern.source.replaceAll("\\/", "/")}`]),
    ...(rule.context === undefined || isContext(value)
      ? []
      : ["Map keys and values must be well-formed Unicode texts"]),
  ];
  return broken.map((text) => constraintFault(field, rule.context === undefined ? value : undefined, text));
}

function lengthFaults(value: { length: number }, [min, max]: readonly [number, number]): string[] {
  if (value.length < min) return [`Member must have length greater than or equal to ${min}`];
  return value.length > max ? [`Member must have length less than or equal to ${max}`] : [];
}

/** What is no whole number is below every minimum: the API's model has integers only. */
function rangeFaults(value: number, [min, max]: readonly [number, number]): string[] {
  if (!Number.isInteger(value) || value < min) return [`Member must have value greater than or equal to ${min}`];
  return value > max ? [`Member must have value less than or equal to ${max}`] : [];
}

function valueFaults(value: string | readonly string[], allowed: readonly string[]): string[] {
  const rule = `Member must satisfy enum value set: [${allowed.join(", ")}]`;
  if (typeof value === "string") return allowed.includes(value) ? [] : [rule];
  return value.every((member) => allowed.includes(member)) ? [] : [`Member must satisfy constraint: [${rule}]`];
}

/** A lone surrogate has no UTF-8 form: it would become U+FFFD, and two contexts would be the same bytes. */
function isContext(value: unknown): boolean {
  return Object.entries(value as object)
    .flat()
    .every((text) => typeof text === "string" && !/\p{Surrogate}/u.test(text));
}

/** Texts and numbers are shown; blobs, maps and lists are not, nor are long texts: an error must fit into a gRPC trailer. */
function printed(value: unknown): string {
  if (typeof value === "number") return `'${value}' `;
  return typeof value === "string" && value.length <= SHOWN_LENGTH_MAX ? `'${value}' ` : "";
}
