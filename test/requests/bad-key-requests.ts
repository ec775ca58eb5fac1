/** Bad requests to KeyService. What the messages say is what AWS KMS says. */

import { BAD_KEY_ADMINISTRATION } from "./bad-key-administration.ts";
import { BAD_KEY_USES } from "./bad-key-uses.ts";
import { type BadRequest, NO_SUCH_KEY } from "./bad-request.ts";
import { conditionsOf } from "./contract.ts";
import { CONTEXT, keyOf, OF_A_KEY, OF_A_KEY_ALONE, OTHER_ARN } from "./key-requests.ts";
import type { World } from "./world.ts";

const KEY_IDS = Object.entries(OF_A_KEY).flatMap(([rpc, rest]): BadRequest[] => {
  const to = (keyId: string) => ({ ...rest, keyId });
  // biome-ignore format: a table reads best with a row on a line.
  return [
    [rpc, "key_id is absent", "keyId", "length greater than or equal to 1", () => rest],
    [rpc, "No such key", undefined, "does not exist", () => to(NO_SUCH_KEY)],
    [rpc, "No such key", "keyId", "Invalid keyId 'no key'", () => to("no key")],
    [rpc, "No such key", "keyId", "Invalid arn eu-west-1", (w) => to(w.keys.arn.replace("us-east-1", "eu-west-1"))],
    [rpc, "No such key", "keyId", "does not exist", (w) => to(w.keys.arn.replace("000000000000", "111111111111"))],
    [rpc, "key_id is a malformed ARN", "keyId", "is not the ARN of a KMS key or alias", () => to(OTHER_ARN)],
  ];
});

const NO_ALIASES = Object.entries(OF_A_KEY_ALONE).flatMap(([rpc, rest]): BadRequest[] => {
  // biome-ignore format: as above.
  return [
    [rpc, "No such key", "keyId", "Invalid keyId 'alias/enabled'", () => ({ ...rest, keyId: "alias/enabled" })],
    [rpc, "key_id is a malformed ARN", "keyId", "is the ARN of an alias; give a key ARN", (w) => ({ ...rest, keyId: w.keys.arn.replace(/key\/.*/, "alias/enabled") })],
  ];
});

/** What the state of a key or its manager refuses, and what is asked of any use: of each method that documents it. */
const STATES = Object.entries(OF_A_KEY).flatMap(([rpc, rest]): BadRequest[] => {
  const imports = rpc.includes("Import");
  const to = (key: (w: World) => string) => (w: World) => ({ ...rest, keyId: key(w) });
  // biome-ignore format: as above.
  const rows: readonly BadRequest[] = [
    [rpc, "The key is AWS managed", undefined, `is not authorized to perform: kms:${rpc}`, to((w) => w.keys.ebs)],
    [rpc, "The key is disabled", undefined, "is disabled.", to((w) => w.keys.disabled)],
    [rpc, "The key is pending deletion", undefined, "is pending deletion.", to((w) => imports ? w.keys.externalPending : w.keys.pending)],
    [rpc, "The key is not of origin EXTERNAL", undefined, "origin is AWS_KMS which is not valid", to((w) => w.keys.enabled)],
    [rpc, "The key is not a multi-Region primary key", undefined, "is not a multi-region primary key", to((w) => w.keys.enabled)],
    [rpc, "A grant token is not of a grant on the key", "grantTokens", "is not of a grant on", (w) => ({ ...rest, keyId: keyOf(rpc, w), grantTokens: ["token"] })],
    [rpc, "dry_run is set, and all else is well", "dryRun", "would have succeeded", (w) => ({ ...rest, keyId: keyOf(rpc, w), dryRun: true })],
  ];
  // A row is for those methods whose table has its condition; Verify and VerifyMac come with a valid signature below.
  const verifies = rpc.startsWith("Verify");
  return rows.filter(
    ([, condition]) => conditionsOf(rpc).includes(condition) && !(verifies && condition.startsWith("dry_run")),
  );
});

const DATA_KEYS = ["GenerateDataKey", "GenerateDataKeyWithoutPlaintext"].flatMap((rpc): BadRequest[] => {
  const of = (fields: object) => (w: World) => ({ keyId: w.keys.enabled, ...fields });
  const one = "Both or none of number_of_bytes and key_spec";
  const range = "number_of_bytes is above 1024, or key_spec unknown";
  // biome-ignore format: as above.
  return [
    [rpc, one, "numberOfBytes", "specify either number of bytes or key spec", of({})],
    [rpc, one, "numberOfBytes", "specify either number of bytes or key spec", of({ numberOfBytes: 0 })],
    [rpc, one, "numberOfBytes", "specify either number of bytes or key spec", of({ numberOfBytes: 32, keySpec: "AES_256" })],
    [rpc, range, "numberOfBytes", "'1025' at 'numberOfBytes' failed to satisfy constraint: Member must have value less than or equal to 1024", of({ numberOfBytes: 1025 })],
    [rpc, range, "keySpec", "enum value set: [AES_256, AES_128]", of({ keySpec: "AES_512" })],
    [rpc, range, "keySpec", "enum value set: [AES_256, AES_128]", of({ keySpec: "constructor" })],
  ];
});

// biome-ignore format: as above.
const KEYS: readonly BadRequest[] = [
  ["CreateKey", "description is above 8192 characters", "description", "length less than or equal to 8192", () => ({ description: "d".repeat(8193) })],
  ["CreateKey", "key_usage and key_spec unknown, or unfit together", "keySpec", "at 'keySpec' failed to satisfy constraint: Member must satisfy enum value set", () => ({ keySpec: "DES" })],
  ["CreateKey", "key_usage and key_spec unknown, or unfit together", "keyUsage", "at 'keyUsage' failed to satisfy constraint: Member must satisfy enum value set", () => ({ keyUsage: "DOORSTOP" })],
  ["CreateKey", "key_usage and key_spec unknown, or unfit together", "keyUsage", "SIGN_VERIFY is not compatible with KeySpec SYMMETRIC_DEFAULT", () => ({ keyUsage: "SIGN_VERIFY" })],
  ["CreateKey", "key_usage and key_spec unknown, or unfit together", "keyUsage", "You must specify a KeyUsage value", () => ({ keySpec: "RSA_2048" })],
  ["CreateKey", "key_spec is known, but not offered", "keySpec", "SM2 is not offered", () => ({ keySpec: "SM2", keyUsage: "ENCRYPT_DECRYPT" })],
  ["DescribeKey", "No such key", undefined, "alias/none is not found", () => ({ keyId: "alias/none" })],
  ["ListKeys", "limit is above 1000", "limit", "value less than or equal to 1000", () => ({ limit: 1001 })],
  ["ListKeys", "marker was not made by this call", "marker", "was not made by this call", () => ({ marker: "next" })],
  ["ScheduleKeyDeletion", "pending_window_in_days is not 7 to 30", "pendingWindowInDays", "value greater than or equal to 7", (w) => ({ keyId: w.keys.enabled, pendingWindowInDays: 6 })],
  ["ScheduleKeyDeletion", "pending_window_in_days is not 7 to 30", "pendingWindowInDays", "value less than or equal to 30", (w) => ({ keyId: w.keys.enabled, pendingWindowInDays: 31 })],
  ["ScheduleKeyDeletion", "A deletion is scheduled already", undefined, "is pending deletion", (w) => ({ keyId: w.keys.pending })],
  ["CancelKeyDeletion", "No deletion is scheduled", undefined, "is not pending deletion", (w) => ({ keyId: w.keys.enabled })],
  ["CancelKeyDeletion", "No deletion is scheduled", undefined, "is not pending deletion", (w) => ({ keyId: w.keys.disabled })],
];

/** What CreateAlias, UpdateAlias and DeleteAlias refuse about a name. */
const ALIAS_NAMES = ["CreateAlias", "UpdateAlias", "DeleteAlias"].flatMap((rpc): BadRequest[] => {
  const of = (aliasName: string) => (w: World) => ({
    aliasName,
    ...(rpc === "DeleteAlias" ? {} : { targetKeyId: w.keys.enabled }),
  });
  const absent = rpc === "DeleteAlias" ? "alias_name is absent" : "alias_name or target_key_id is absent";
  // biome-ignore format: as above.
  return [
    [rpc, absent, "aliasName", "at 'aliasName' failed to satisfy constraint: Member must have length greater than or equal to 1", of("")],
    [rpc, "alias_name does not begin with alias/", "aliasName", 'must start with the prefix "alias/"', of("enabled")],
    [rpc, "alias_name does not begin with alias/", "aliasName", 'must start with the prefix "alias/"', of("Alias/enabled")],
    [rpc, "alias_name is too long, or has other characters", "aliasName", "length less than or equal to 256", of(`alias/${"a".repeat(251)}`)],
    [rpc, "alias_name is too long, or has other characters", "aliasName", "regular expression pattern: ^[a-zA-Z0-9:/_-]+$", of("alias/two words")],
    [rpc, "alias_name is empty after that, or has a colon", "aliasName", "must not be empty", of("alias/")],
    [rpc, "alias_name is empty after that, or has a colon", "aliasName", "contains invalid characters", of("alias/a:b")],
    [rpc, "alias_name begins with alias/aws/", "aliasName", "reserved", of("alias/aws/mine")],
    [rpc, "alias_name begins with alias/aws/", "aliasName", "reserved", of("alias/aws/ebs")],
  ];
});

/** What CreateAlias and UpdateAlias refuse about the key that an alias is to name. */
const ALIAS_TARGETS = ["CreateAlias", "UpdateAlias"].flatMap((rpc): BadRequest[] => {
  const aliasName = rpc === "CreateAlias" ? "alias/new" : "alias/enabled";
  const noSuchKey = rpc === "CreateAlias" ? "No such key" : "No such alias or key";
  // biome-ignore format: as above.
  return [
    [rpc, "alias_name or target_key_id is absent", "targetKeyId", "at 'targetKeyId' failed to satisfy constraint: Member must have length greater than or equal to 1", () => ({ aliasName })],
    [rpc, noSuchKey, undefined, "does not exist", () => ({ aliasName, targetKeyId: NO_SUCH_KEY })],
    [rpc, noSuchKey, "targetKeyId", "Invalid keyId 'no key'", () => ({ aliasName, targetKeyId: "no key" })],
    [rpc, "target_key_id is an alias name", "targetKeyId", "Aliases must refer to keys. Not aliases", () => ({ aliasName, targetKeyId: "alias/enabled" })],
    [rpc, "target_key_id is a malformed ARN", "targetKeyId", "is not the ARN of a KMS key or alias", () => ({ aliasName, targetKeyId: OTHER_ARN })],
    [rpc, "target_key_id is a malformed ARN", "targetKeyId", "is the ARN of an alias", (w) => ({ aliasName, targetKeyId: w.keys.arn.replace(/key\/.*/, "alias/enabled") })],
    [rpc, "The key is AWS managed", undefined, `not authorized to perform: kms:${rpc}`, (w) => ({ aliasName, targetKeyId: w.keys.ebs })],
    [rpc, "The key is pending deletion", undefined, "is pending deletion", (w) => ({ aliasName, targetKeyId: w.keys.pending })],
    [rpc, "The key has 50 aliases", undefined, "has 50 aliases, the most for one key", (w) => ({ aliasName, targetKeyId: w.keys.full })],
  ];
});

// biome-ignore format: as above.
const ALIASES: readonly BadRequest[] = [
  ["CreateAlias", "The alias is taken", "aliasName", "alias/enabled already exists", (w) => ({ aliasName: "alias/enabled", targetKeyId: w.keys.enabled })],
  ["UpdateAlias", "No such alias or key", undefined, "alias/none is not found", (w) => ({ aliasName: "alias/none", targetKeyId: w.keys.enabled })],
  ["DeleteAlias", "No such alias", undefined, "alias/none is not found", () => ({ aliasName: "alias/none" })],
  ["ListAliases", "limit is above 100", "limit", "value less than or equal to 100", () => ({ limit: 101 })],
  ["ListAliases", "key_id names no key", undefined, "does not exist", () => ({ keyId: NO_SUCH_KEY })],
  ["ListAliases", "key_id is a malformed ARN", "keyId", "is not the ARN of a KMS key or alias", () => ({ keyId: OTHER_ARN })],
  ["ListAliases", "marker was not made by this call", "marker", "was not made by this call", () => ({ marker: "next" })],
];

const GRANTS = ["ListGrants", "RevokeGrant"].flatMap((rpc): BadRequest[] => {
  const rest = rpc === "ListGrants" ? {} : { grantId: "0".repeat(64) };
  const absent = rpc === "ListGrants" ? "key_id is absent" : "key_id or grant_id is absent";
  // biome-ignore format: as above.
  return [
    [rpc, absent, "keyId", "length greater than or equal to 1", () => rest],
    [rpc, "key_id names no key", undefined, "does not exist", () => ({ ...rest, keyId: NO_SUCH_KEY })],
    [rpc, "key_id names no key", "keyId", "Invalid keyId 'alias/enabled'", () => ({ ...rest, keyId: "alias/enabled" })],
    [rpc, "key_id is a malformed ARN", "keyId", "is not the ARN of a KMS key or alias", () => ({ ...rest, keyId: OTHER_ARN })],
    [rpc, "key_id is a malformed ARN", "keyId", "is the ARN of an alias", (w) => ({ ...rest, keyId: w.keys.arn.replace(/key\/.*/, "alias/enabled") })],
  ];
});

// biome-ignore format: as above.
const GRANTS_OF_A_KEY: readonly BadRequest[] = [
  ["ListGrants", "limit is above 100", "limit", "value less than or equal to 100", (w) => ({ keyId: w.keys.enabled, limit: 101 })],
  ["ListGrants", "marker was not made by this call", "marker", "was not made by this call", (w) => ({ keyId: w.keys.enabled, marker: "next" })],
  ["RevokeGrant", "key_id or grant_id is absent", "grantId", "length greater than or equal to 1", (w) => ({ keyId: w.keys.enabled })],
  ["RevokeGrant", "The key has no such grant", "grantId", "0000", (w) => ({ keyId: w.keys.enabled, grantId: "0".repeat(64) })],
];

/** The same for Decrypt and ReEncrypt, which spell the fields of the ciphertext's key differently. */
const CIPHERTEXTS = ["Decrypt", "ReEncrypt"].flatMap((rpc): BadRequest[] => {
  const decrypt = rpc === "Decrypt";
  const of = (request: (w: World) => { blob?: Buffer; context?: object; keyId?: string }) => (w: World) => {
    const { blob = w.ciphertexts.enabled, context = CONTEXT, keyId = "" } = request(w);
    return decrypt
      ? { ciphertextBlob: blob, encryptionContext: context, keyId }
      : {
          ciphertextBlob: blob,
          sourceEncryptionContext: context,
          sourceKeyId: keyId,
          destinationKeyId: w.keys.enabled,
        };
  };
  const size = "ciphertext_blob is empty or above 6144 bytes";
  const damaged = "The ciphertext or the context is not the one made";
  const incorrect = decrypt
    ? "key_id is another key than the one that made it"
    : "source_key_id is not the key that made it";
  const noSuchKey = decrypt ? "The key named does not exist" : "A key named does not exist";
  const malformed = decrypt ? "key_id is a malformed ARN" : "A key is named by a malformed ARN";
  const either = decrypt ? "The key" : "Either key";
  const field = decrypt ? "keyId" : "sourceKeyId";
  const changed = (blob: Buffer, at: number) => {
    const copy = Buffer.from(blob);
    copy[at] = (copy.at(at) as number) ^ 1;
    return copy;
  };
  // biome-ignore format: as above.
  return [
    [rpc, size, "ciphertextBlob", "Member must not be null", of(() => ({ blob: Buffer.alloc(0) }))],
    [rpc, size, "ciphertextBlob", "length less than or equal to 6144", of(() => ({ blob: Buffer.alloc(6145) }))],
    [rpc, damaged, "ciphertextBlob", "is not valid", of(() => ({ blob: Buffer.from("garbage") }))],
    [rpc, damaged, "ciphertextBlob", "is not valid", of((w) => ({ blob: w.ciphertexts.enabled.subarray(0, -1) }))],
    [rpc, damaged, "ciphertextBlob", "is not valid", of((w) => ({ blob: Buffer.concat([w.ciphertexts.enabled, Buffer.of(0)]) }))],
    [rpc, damaged, "ciphertextBlob", "is not valid", of((w) => ({ blob: changed(w.ciphertexts.enabled, 20) }))],
    [rpc, damaged, "ciphertextBlob", "is not valid", of((w) => ({ blob: changed(w.ciphertexts.enabled, w.ciphertexts.enabled.length - 1) }))],
    [rpc, damaged, "ciphertextBlob", "is not valid", of(() => ({ context: { purpose: "Test" } }))],
    [rpc, damaged, "ciphertextBlob", "is not valid", of(() => ({ context: {} }))],
    [rpc, damaged, "ciphertextBlob", "is not valid", of(() => ({ context: { ...CONTEXT, more: "" } }))],
    [rpc, incorrect, field, "does not identify a CMK that can perform this operation", of((w) => ({ keyId: w.keys.other }))],
    [rpc, noSuchKey, undefined, "does not exist", of(() => ({ keyId: NO_SUCH_KEY }))],
    [rpc, malformed, field, "is not the ARN of a KMS key or alias", of(() => ({ keyId: OTHER_ARN }))],
    [rpc, `${either} is disabled`, undefined, "is disabled.", of((w) => ({ blob: w.ciphertexts.disabled }))],
    [rpc, `${either} is pending deletion`, undefined, "is pending deletion.", of((w) => ({ blob: w.ciphertexts.pending }))],
  ];
});

const reEncryptTo = (destinationKeyId: (w: World) => string) => (w: World) => ({
  ciphertextBlob: w.ciphertexts.enabled,
  sourceEncryptionContext: CONTEXT,
  destinationKeyId: destinationKeyId(w),
});

// biome-ignore format: as above.
const CRYPTOGRAPHY: readonly BadRequest[] = [
  ["Encrypt", "plaintext is empty or above 4096 bytes", "plaintext", "length greater than or equal to 1", (w) => ({ keyId: w.keys.enabled })],
  ["Encrypt", "plaintext is empty or above 4096 bytes", "plaintext", "length less than or equal to 4096", (w) => ({ keyId: w.keys.enabled, plaintext: Buffer.alloc(4097) })],
  ["Encrypt", "encryption_algorithm is unknown", "encryptionAlgorithm", "Member must satisfy enum value set", (w) => ({ keyId: w.keys.enabled, plaintext: Buffer.of(1), encryptionAlgorithm: "ROT13" })],
  ["Encrypt", "encryption_algorithm does not fit the key", "encryptionAlgorithm", "RSAES_OAEP_SHA_256 is incompatible with key spec SYMMETRIC_DEFAULT", (w) => ({ keyId: w.keys.enabled, plaintext: Buffer.of(1), encryptionAlgorithm: "RSAES_OAEP_SHA_256" })],
  ["Decrypt", "encryption_algorithm is unknown", "encryptionAlgorithm", "Member must satisfy enum value set", (w) => ({ ciphertextBlob: w.ciphertexts.enabled, encryptionContext: CONTEXT, encryptionAlgorithm: "ROT13" })],
  ["Decrypt", "encryption_algorithm does not fit the key", "encryptionAlgorithm", "SM2PKE is incompatible", (w) => ({ ciphertextBlob: w.ciphertexts.enabled, encryptionContext: CONTEXT, encryptionAlgorithm: "SM2PKE" })],
  ["ReEncrypt", "destination_key_id is absent", "destinationKeyId", "at 'destinationKeyId' failed to satisfy constraint: Member must have length greater than or equal to 1", reEncryptTo(() => "")],
  ["ReEncrypt", "A key named does not exist", undefined, "does not exist", reEncryptTo(() => NO_SUCH_KEY)],
  ["ReEncrypt", "A key is named by a malformed ARN", "destinationKeyId", "is not the ARN of a KMS key or alias", reEncryptTo(() => OTHER_ARN)],
  ["ReEncrypt", "Either key is disabled", undefined, "is disabled.", reEncryptTo((w) => w.keys.disabled)],
  ["ReEncrypt", "Either key is pending deletion", undefined, "is pending deletion.", reEncryptTo((w) => w.keys.pending)],
];

export const BAD_KEY_REQUESTS: readonly BadRequest[] = [
  ...[...KEY_IDS, ...NO_ALIASES, ...STATES, ...DATA_KEYS, ...KEYS],
  ...[...ALIAS_NAMES, ...ALIAS_TARGETS, ...ALIASES, ...GRANTS, ...GRANTS_OF_A_KEY, ...CIPHERTEXTS, ...CRYPTOGRAPHY],
  ...[...BAD_KEY_ADMINISTRATION, ...BAD_KEY_USES],
];
