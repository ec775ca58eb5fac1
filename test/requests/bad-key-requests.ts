/** Bad requests to KeyService. What the messages say is what AWS KMS says. */

import { generateKeyPairSync } from "node:crypto";
import { type BadRequest, NO_SUCH_KEY } from "./bad-request.ts";
import { conditionsOf } from "./contract.ts";
import type { World } from "./world.ts";

const OTHER_ARN = "arn:aws:s3:::bucket";
const CONTEXT = { purpose: "test" };
const keyTags = (count: number) => Array.from({ length: count }, (_, i) => ({ tagKey: `key ${i}`, tagValue: "" }));

const PUBLIC_KEY = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "der", type: "spki" });
const OTHER_CURVE = generateKeyPairSync("ec", { namedCurve: "P-384" }).publicKey.export({
  format: "der",
  type: "spki",
});
const SIGNING = { message: Buffer.of(1), signingAlgorithm: "ECDSA_SHA_256" };
const MAC = { message: Buffer.of(1), macAlgorithm: "HMAC_SHA_256" };
const AGREEMENT = { publicKey: PUBLIC_KEY, keyAgreementAlgorithm: "ECDH" };
const PAIR = { keyPairSpec: "ECC_NIST_P256" };
const DATA_KEY = { keySpec: "AES_256" };
const GRANT = { granteePrincipal: "arn:aws:iam::000000000000:user/alice", operations: ["DescribeKey"] };
const POLICY = JSON.stringify({ Statement: { Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" } });
const WRAPPING = { wrappingAlgorithm: "RSAES_OAEP_SHA_256", wrappingKeySpec: "RSA_2048" };
const IMPORT = {
  importToken: Buffer.of(1),
  encryptedKeyMaterial: Buffer.of(1),
  expirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE",
};

/** Requests of methods that take a key id or alias, but for the id. */
const OF_A_KEY_OR_ALIAS: Readonly<Record<string, object>> = {
  DescribeKey: {},
  GenerateDataKey: DATA_KEY,
  GenerateDataKeyWithoutPlaintext: DATA_KEY,
  GenerateDataKeyPair: PAIR,
  GenerateDataKeyPairWithoutPlaintext: PAIR,
  Encrypt: { plaintext: Buffer.of(1) },
  GetPublicKey: {},
  Sign: SIGNING,
  Verify: { ...SIGNING, signature: Buffer.of(1) },
  GenerateMac: MAC,
  VerifyMac: { ...MAC, mac: Buffer.of(1) },
  DeriveSharedSecret: AGREEMENT,
};

/** The same of methods that take no alias. */
const OF_A_KEY_ALONE: Readonly<Record<string, object>> = {
  EnableKey: {},
  DisableKey: {},
  ScheduleKeyDeletion: {},
  CancelKeyDeletion: {},
  UpdateKeyDescription: {},
  TagResource: { tags: keyTags(1) },
  UntagResource: { tagKeys: ["k"] },
  ListResourceTags: {},
  GetKeyPolicy: {},
  PutKeyPolicy: { policy: POLICY },
  ListKeyPolicies: {},
  EnableKeyRotation: {},
  DisableKeyRotation: {},
  GetKeyRotationStatus: {},
  RotateKeyOnDemand: {},
  ListKeyRotations: {},
  GetParametersForImport: WRAPPING,
  ImportKeyMaterial: IMPORT,
  DeleteImportedKeyMaterial: {},
  ReplicateKey: { replicaRegion: "eu-west-1" },
  UpdatePrimaryRegion: { primaryRegion: "eu-west-1" },
  GetKeyLastUsage: {},
};
const OF_A_KEY = { ...OF_A_KEY_OR_ALIAS, ...OF_A_KEY_ALONE };

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

/** The key that a method fits. */
function keyOf(rpc: string, { keys }: World): string {
  if (["GetPublicKey", "Sign", "Verify"].includes(rpc)) return keys.signing;
  if (rpc === "DeriveSharedSecret") return keys.agreement;
  return rpc.endsWith("Mac") ? keys.mac : keys.enabled;
}

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

const tagsOf = (rpc: string, rest: (w: World) => object): readonly BadRequest[] => {
  const of = (tags: object) => (w: World) => ({ ...rest(w), tags });
  // biome-ignore format: as above.
  return [
    [rpc, "A key or value of a tag has a wrong length", "tags", "'tags.1.member.tagKey' failed to satisfy constraint: Member must have length greater than or equal to 1", of([{ tagValue: "v" }])],
    [rpc, "A key or value of a tag has a wrong length", "tags", "length less than or equal to 128", of([{ tagKey: "k".repeat(129) }])],
    [rpc, "A key or value of a tag has a wrong length", "tags", "length less than or equal to 256", of([{ tagKey: "k", tagValue: "v".repeat(257) }])],
    [rpc, "A tag is doubled or reserved", "tags", "Duplicate tag keys", of([...keyTags(2), ...keyTags(1)])],
    [rpc, "A tag is doubled or reserved", "tags", "Tags beginning with aws: are reserved", of([{ tagKey: "aws:name" }])],
    [rpc, "More than 50 tags", "tags", "Too many tags", of(keyTags(51))],
  ];
};

const policiesOf = (rpc: string, rest: (w: World) => object): readonly BadRequest[] => {
  const condition = "policy is malformed, or locks the caller out";
  const of = (policy: string) => (w: World) => ({ ...rest(w), policy });
  const locked = { Effect: "Allow", Principal: { AWS: GRANT.granteePrincipal }, Action: "kms:*", Resource: "*" };
  // biome-ignore format: as above.
  return [
    [rpc, condition, "policy", "is not valid JSON", of("{")],
    [rpc, condition, "policy", "will not allow you to update the key policy", of(JSON.stringify({ Statement: [locked] }))],
    [rpc, "policy is above 32768 bytes", "policy", "is longer than 32768 bytes", of(" ".repeat(32769))],
  ];
};

/** Of the lists that page by limit and marker. */
const pagesOf = (rpc: string, limitMax: number, rest: (w: World) => object): readonly BadRequest[] => {
  // biome-ignore format: as above.
  return [
    [rpc, `limit is above ${limitMax}`, "limit", `value less than or equal to ${limitMax}`, (w) => ({ ...rest(w), limit: limitMax + 1 })],
    [rpc, "marker was not made by this call", "marker", "was not made by this call", (w) => ({ ...rest(w), marker: "next" })],
  ];
};

const enabled = (w: World) => ({ keyId: w.keys.enabled });

// biome-ignore format: as above.
const ADMINISTRATION: readonly BadRequest[] = [
  ...tagsOf("CreateKey", () => ({})),
  ...tagsOf("TagResource", enabled),
  ...tagsOf("ReplicateKey", (w) => ({ keyId: w.keys.primary, replicaRegion: "eu-west-2" })),
  ...policiesOf("CreateKey", () => ({})),
  ...policiesOf("PutKeyPolicy", enabled),
  ...policiesOf("ReplicateKey", (w) => ({ keyId: w.keys.primary, replicaRegion: "eu-west-2" })),
  ...pagesOf("ListResourceTags", 50, enabled),
  ...pagesOf("ListKeyPolicies", 1000, enabled),
  ...pagesOf("ListKeyRotations", 1000, enabled),
  ...pagesOf("ListRetirableGrants", 100, () => ({ retiringPrincipal: GRANT.granteePrincipal })),
  ["CreateKey", "origin is unknown", "origin", "at 'origin' failed to satisfy constraint", () => ({ origin: "MARS" })],
  ["CreateKey", "origin is a custom key store", "origin", "ustom key store", () => ({ origin: "AWS_CLOUDHSM" })],
  ["UpdateKeyDescription", "description is above 8192 characters", "description", "length less than or equal to 8192", (w) => ({ ...enabled(w), description: "d".repeat(8193) })],
  ["UntagResource", "A tag key has a wrong length", "tagKeys", "at 'tagKeys'", (w) => ({ ...enabled(w), tagKeys: [""] })],
  ["GetKeyPolicy", "policy_name is not default", "policyName", "No such policy exists", (w) => ({ ...enabled(w), policyName: "other" })],
  ["PutKeyPolicy", "policy_name is not default", "policyName", "No such policy exists", (w) => ({ ...enabled(w), policy: POLICY, policyName: "other" })],
  ["PutKeyPolicy", "policy is absent", "policy", "at 'policy' failed to satisfy constraint", enabled],
  ["EnableKeyRotation", "rotation_period_in_days is not 90 to 2560", "rotationPeriodInDays", "greater than or equal to 90", (w) => ({ ...enabled(w), rotationPeriodInDays: 89 })],
  ["EnableKeyRotation", "rotation_period_in_days is not 90 to 2560", "rotationPeriodInDays", "less than or equal to 2560", (w) => ({ ...enabled(w), rotationPeriodInDays: 2561 })],
  ["EnableKeyRotation", "The key is not symmetric, imported, or a replica", undefined, "cannot be rotated", (w) => ({ keyId: w.keys.mac })],
  ["EnableKeyRotation", "The key is not symmetric, imported, or a replica", undefined, "origin is EXTERNAL", (w) => ({ keyId: w.keys.external })],
  ["DisableKeyRotation", "The key is not symmetric, imported, or a replica", undefined, "cannot be rotated", (w) => ({ keyId: w.keys.rsa })],
  ["GetKeyRotationStatus", "The key is not symmetric, or imported", undefined, "cannot be rotated", (w) => ({ keyId: w.keys.signing })],
  ["GetKeyRotationStatus", "The key is not symmetric, or imported", undefined, "origin is EXTERNAL", (w) => ({ keyId: w.keys.external })],
  ["RotateKeyOnDemand", "The key is not symmetric, or a replica", undefined, "cannot be rotated", (w) => ({ keyId: w.keys.signing })],
  ["RotateKeyOnDemand", "No imported material waits for a rotation", undefined, "No available key material pending rotation", (w) => ({ keyId: w.keys.externalOnce })],
  ["RotateKeyOnDemand", "The key was rotated on demand 25 times", undefined, "on-demand rotations limit", (w) => ({ keyId: w.keys.rotated })],
  ["ListKeyRotations", "include_key_material is unknown", "includeKeyMaterial", "at 'includeKeyMaterial'", (w) => ({ ...enabled(w), includeKeyMaterial: "SOME" })],
  ["ListKeyRotations", "The key is not symmetric", undefined, "cannot be rotated", (w) => ({ keyId: w.keys.mac })],
  ["ReplicateKey", "replica_region is absent or malformed", "replicaRegion", "length greater than or equal to 1", (w) => ({ keyId: w.keys.primary })],
  ["ReplicateKey", "replica_region is absent or malformed", "replicaRegion", "regular expression pattern", (w) => ({ keyId: w.keys.primary, replicaRegion: "Europe" })],
  ["ReplicateKey", "The Region has the key already", "replicaRegion", "already exists", (w) => ({ keyId: w.keys.primary, replicaRegion: "eu-west-1" })],
  ["ReplicateKey", "description is above 8192 characters", "description", "length less than or equal to 8192", (w) => ({ keyId: w.keys.primary, replicaRegion: "eu-west-2", description: "d".repeat(8193) })],
  ["UpdatePrimaryRegion", "primary_region is absent or malformed", "primaryRegion", "length greater than or equal to 1", (w) => ({ keyId: w.keys.primary })],
  ["UpdatePrimaryRegion", "The Region has no replica", undefined, "does not exist", (w) => ({ keyId: w.keys.primary, primaryRegion: "eu-west-2" })],
];

const createGrant = (fields: object) => (w: World) => ({ ...enabled(w), ...GRANT, ...fields });

// biome-ignore format: as above.
const NEW_GRANTS: readonly BadRequest[] = [
  ["CreateGrant", "key_id or grantee_principal is absent", "keyId", "length greater than or equal to 1", createGrant({ keyId: "" })],
  ["CreateGrant", "key_id or grantee_principal is absent", "granteePrincipal", "length greater than or equal to 1", createGrant({ granteePrincipal: "" })],
  ["CreateGrant", "No such key", undefined, "does not exist", createGrant({ keyId: NO_SUCH_KEY })],
  ["CreateGrant", "key_id is a malformed ARN", "keyId", "is not the ARN of a KMS key or alias", createGrant({ keyId: OTHER_ARN })],
  ["CreateGrant", "A principal or name has other characters", "granteePrincipal", "regular expression pattern", createGrant({ granteePrincipal: "alice & bob" })],
  ["CreateGrant", "A principal or name has other characters", "retiringPrincipal", "regular expression pattern", createGrant({ retiringPrincipal: "alice & bob" })],
  ["CreateGrant", "A principal or name has other characters", "name", "regular expression pattern", createGrant({ name: "alice & bob" })],
  ["CreateGrant", "operations is empty, unknown or CreateGrant only", "operations", "must not contain only the CreateGrant operation", createGrant({ operations: [] })],
  ["CreateGrant", "operations is empty, unknown or CreateGrant only", "operations", "must not contain only the CreateGrant operation", createGrant({ operations: ["CreateGrant"] })],
  ["CreateGrant", "operations is empty, unknown or CreateGrant only", "operations", "at 'operations' failed to satisfy constraint", createGrant({ operations: ["Dance"] })],
  ["CreateGrant", "operations do not fit the key", "operations", "does not fit a key of spec", createGrant({ operations: ["Sign"] })],
  ["CreateGrant", "constraints do not fit the key, or are too many", "constraints", "More than one constraint", createGrant({ constraints: { encryptionContextSubset: CONTEXT, encryptionContextEquals: CONTEXT } })],
  ["CreateGrant", "constraints do not fit the key, or are too many", "constraints", "can be constrained", (w) => ({ ...GRANT, keyId: w.keys.mac, constraints: { encryptionContextEquals: CONTEXT } })],
  ["CreateGrant", "A grant token is not of a grant on the key", "grantTokens", "is not of a grant on", createGrant({ grantTokens: ["token"] })],
  ["CreateGrant", "The key is disabled", undefined, "is disabled.", (w) => ({ ...GRANT, keyId: w.keys.disabled })],
  ["CreateGrant", "The key is pending deletion", undefined, "is pending deletion.", (w) => ({ ...GRANT, keyId: w.keys.pending })],
  ["CreateGrant", "dry_run is set, and all else is well", "dryRun", "would have succeeded", createGrant({ dryRun: true })],
  ["ListGrants", "The key has no grant of grant_id", "grantId", "0000", (w) => ({ ...enabled(w), grantId: "0".repeat(64) })],
  ["RevokeGrant", "dry_run is set, and all else is well", "dryRun", "would have succeeded", (w) => ({ keyId: w.grant.keyId, grantId: w.grant.grantId, dryRun: true })],
  ["RetireGrant", "dry_run is set, and all else is well", "dryRun", "would have succeeded", (w) => ({ grantToken: w.grant.grantToken, dryRun: true })],
  ["RetireGrant", "Neither grant_token alone nor key_id and grant_id", "grantToken", "either a grant token, or a key and a grant ID", () => ({})],
  ["RetireGrant", "Neither grant_token alone nor key_id and grant_id", "grantToken", "either a grant token, or a key and a grant ID", (w) => ({ ...w.grant })],
  ["RetireGrant", "key_id names no key", undefined, "does not exist", () => ({ keyId: NO_SUCH_KEY, grantId: "0".repeat(64) })],
  ["RetireGrant", "key_id is a malformed ARN", "keyId", "is not the ARN of a KMS key or alias", () => ({ keyId: OTHER_ARN, grantId: "0".repeat(64) })],
  ["RetireGrant", "The key has no such grant", "grantId", "0000", (w) => ({ ...enabled(w), grantId: "0".repeat(64) })],
  ["RetireGrant", "grant_token is of no grant", "grantToken", "is not of a grant", () => ({ grantToken: "token" })],
  ["ListRetirableGrants", "retiring_principal is absent or malformed", "retiringPrincipal", "length greater than or equal to 1", () => ({})],
  ["ListRetirableGrants", "retiring_principal is absent or malformed", "retiringPrincipal", "regular expression pattern", () => ({ retiringPrincipal: "alice & bob" })],
];

const importing = (fields: object) => (w: World) => {
  const { keyId, importToken, expirationModel, wrapped } = w.imports;
  return { keyId, importToken, expirationModel, encryptedKeyMaterial: wrapped, ...fields };
};

// biome-ignore format: as above.
const IMPORTS: readonly BadRequest[] = [
  ["GetParametersForImport", "wrapping_algorithm or wrapping_key_spec is unknown", "wrappingAlgorithm", "enum value set", (w) => ({ ...WRAPPING, keyId: w.keys.external, wrappingAlgorithm: "PAPER" })],
  ["GetParametersForImport", "wrapping_algorithm or wrapping_key_spec is unknown", "wrappingKeySpec", "enum value set", (w) => ({ ...WRAPPING, keyId: w.keys.external, wrappingKeySpec: "" })],
  ["GetParametersForImport", "wrapping_algorithm cannot wrap an RSA key", "wrappingAlgorithm", "use an RSA_AES wrapping algorithm", (w) => ({ ...WRAPPING, keyId: w.keys.externalRsa })],
  ["GetParametersForImport", "wrapping_algorithm or _key_spec is not offered", "wrappingAlgorithm", "SM2PKE is not offered", (w) => ({ ...WRAPPING, keyId: w.keys.external, wrappingAlgorithm: "SM2PKE" })],
  ["ImportKeyMaterial", "import_token or encrypted_key_material is absent", "importToken", "length greater than or equal to 1", importing({ importToken: Buffer.alloc(0) })],
  ["ImportKeyMaterial", "import_token or encrypted_key_material is absent", "encryptedKeyMaterial", "length greater than or equal to 1", importing({ encryptedKeyMaterial: Buffer.alloc(0) })],
  ["ImportKeyMaterial", "expiration_model and valid_to_ms contradict", "validToMs", "must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES", importing({ expirationModel: "" })],
  ["ImportKeyMaterial", "expiration_model and valid_to_ms contradict", "validToMs", "must be in the future", importing({ expirationModel: "", validToMs: 1 })],
  ["ImportKeyMaterial", "import_type or expiration_model is unknown", "importType", "enum value set", importing({ importType: "USED" })],
  ["ImportKeyMaterial", "import_type or expiration_model is unknown", "expirationModel", "enum value set", importing({ expirationModel: "NEVER" })],
  ["ImportKeyMaterial", "key_material_description has other characters", "keyMaterialDescription", "regular expression pattern", importing({ keyMaterialDescription: "?" })],
  ["ImportKeyMaterial", "import_token was not made for the key", "importToken", "was not made for", importing({ importToken: Buffer.of(1) })],
  ["ImportKeyMaterial", "import_token was not made for the key", "importToken", "was not made for", (w) => ({ ...importing({})(w), keyId: w.keys.externalOnce })],
  ["ImportKeyMaterial", "encrypted_key_material does not open", "encryptedKeyMaterial", "is not valid", importing({ encryptedKeyMaterial: Buffer.alloc(256) })],
  ["ImportKeyMaterial", "The material does not fit the key", "encryptedKeyMaterial", "is not of the kind that the key takes", (w) => ({ ...importing({})(w), encryptedKeyMaterial: w.imports.tooShort })],
  ["ImportKeyMaterial", "The material does not fit the key", "encryptedKeyMaterial", "is not of the kind that the key takes", importing({ importType: "EXISTING_KEY_MATERIAL" })],
  ["ImportKeyMaterial", "Material waits for a rotation already", undefined, "is pending rotation", importing({ importType: "NEW_KEY_MATERIAL" })],
  ["DeleteImportedKeyMaterial", "key_material_id is not of the key", "encryptedKeyMaterial", "is not of the kind that the key takes", (w) => ({ keyId: w.keys.external, keyMaterialId: "0".repeat(64) })],
];

const use = (rpc: string, fields: object) => (w: World) => ({ ...OF_A_KEY[rpc], keyId: keyOf(rpc, w), ...fields });
const ARBITRARY_DIGEST = { message: Buffer.alloc(31), messageType: "DIGEST" };

const SIGNATURES = ["Sign", "Verify"].flatMap((rpc): BadRequest[] => {
  // biome-ignore format: as above.
  return [
    [rpc, "message is empty or above 4096 bytes", "message", "length greater than or equal to 1", use(rpc, { message: Buffer.alloc(0) })],
    [rpc, "message is empty or above 4096 bytes", "message", "length less than or equal to 4096", use(rpc, { message: Buffer.alloc(4097) })],
    [rpc, "message_type or signing_algorithm is unknown", "messageType", "enum value set", use(rpc, { messageType: "COOKED" })],
    [rpc, "message_type or signing_algorithm is unknown", "signingAlgorithm", "enum value set", use(rpc, { signingAlgorithm: "WAX" })],
    [rpc, "The digest has a wrong length", "message", "Digest is invalid length", use(rpc, ARBITRARY_DIGEST)],
    [rpc, "The key is not for signing", "keyId", "key usage is ENCRYPT_DECRYPT", (w) => use(rpc, { keyId: w.keys.enabled })(w)],
    [rpc, "signing_algorithm does not fit the key", "signingAlgorithm", "is incompatible with key spec", use(rpc, { signingAlgorithm: "ECDSA_SHA_512" })],
    [rpc, "signing_algorithm or message_type is not offered", "signingAlgorithm", "SM2DSA is not offered", use(rpc, { signingAlgorithm: "SM2DSA" })],
  ];
});

const MACS = ["GenerateMac", "VerifyMac"].flatMap((rpc): BadRequest[] => {
  // biome-ignore format: as above.
  return [
    [rpc, "message is empty or above 4096 bytes", "message", "length greater than or equal to 1", use(rpc, { message: Buffer.alloc(0) })],
    [rpc, "mac_algorithm is unknown", "macAlgorithm", "enum value set", use(rpc, { macAlgorithm: "" })],
    [rpc, "The key is not for MACs", "keyId", "key usage is ENCRYPT_DECRYPT", (w) => use(rpc, { keyId: w.keys.enabled })(w)],
    [rpc, "mac_algorithm does not fit the key", "macAlgorithm", "is incompatible with key spec", use(rpc, { macAlgorithm: "HMAC_SHA_512" })],
  ];
});

const PAIRS = ["GenerateDataKeyPair", "GenerateDataKeyPairWithoutPlaintext"].flatMap((rpc): BadRequest[] => {
  // biome-ignore format: as above.
  return [
    [rpc, "key_pair_spec is unknown", "keyPairSpec", "enum value set", use(rpc, { keyPairSpec: "" })],
    [rpc, "key_pair_spec is not offered", "keyPairSpec", "SM2 is not offered", use(rpc, { keyPairSpec: "SM2" })],
    [rpc, "The key is not for data keys", "keyId", "key usage is GENERATE_VERIFY_MAC", (w) => use(rpc, { keyId: w.keys.mac })(w)],
  ];
});

const decrypting = (fields: object) => (w: World) => ({
  ciphertextBlob: w.ciphertexts.enabled,
  encryptionContext: CONTEXT,
  ...fields,
});

const reEncrypting = (fields: object) => (w: World) => ({ ...reEncryptTo((v) => v.keys.enabled)(w), ...fields });

// biome-ignore format: as above.
const FURTHER_USES: readonly BadRequest[] = [
  ...[...SIGNATURES, ...MACS, ...PAIRS],
  ["GetPublicKey", "The key has no public key", "keyId", "has no public key", enabled],
  ["Verify", "signature is empty or above 6144 bytes", "signature", "length greater than or equal to 1", use("Verify", { signature: Buffer.alloc(0) })],
  ["Verify", "signature is not of message under the key", "signature", "is not of this message", use("Verify", {})],
  ["Verify", "dry_run is set, and all else is well", "dryRun", "would have succeeded", (w) => use("Verify", { signature: w.signature, dryRun: true })(w)],
  ["VerifyMac", "mac is empty or above 6144 bytes", "mac", "length greater than or equal to 1", use("VerifyMac", { mac: Buffer.alloc(0) })],
  ["VerifyMac", "mac is not of message under the key", "mac", "is not of this message", use("VerifyMac", {})],
  ["VerifyMac", "dry_run is set, and all else is well", "dryRun", "would have succeeded", (w) => use("VerifyMac", { mac: w.mac, dryRun: true })(w)],
  ["DeriveSharedSecret", "key_agreement_algorithm is not ECDH", "keyAgreementAlgorithm", "enum value set", use("DeriveSharedSecret", { keyAgreementAlgorithm: "" })],
  ["DeriveSharedSecret", "public_key is none, or not on the key's curve", "publicKey", "is not a DER-encoded public key of key spec ECC_NIST_P256", use("DeriveSharedSecret", { publicKey: Buffer.of(1) })],
  ["DeriveSharedSecret", "public_key is none, or not on the key's curve", "publicKey", "is not a DER-encoded public key of key spec ECC_NIST_P256", use("DeriveSharedSecret", { publicKey: OTHER_CURVE })],
  ["DeriveSharedSecret", "The key is not for key agreement", "keyId", "key usage is SIGN_VERIFY", (w) => use("DeriveSharedSecret", { keyId: w.keys.signing })(w)],
  ["GenerateRandom", "number_of_bytes is absent or above 1024", "numberOfBytes", "NumberOfBytes is required", () => ({})],
  ["GenerateRandom", "number_of_bytes is absent or above 1024", "numberOfBytes", "less than or equal to 1024", () => ({ numberOfBytes: 1025 })],
  ["Decrypt", "dry_run_modifiers is unknown", "dryRunModifiers", "at 'dryRunModifiers'", decrypting({ dryRunModifiers: ["IGNORE_ALL"] })],
  ["Decrypt", "A grant token is not of a grant on the key", "grantTokens", "is not of a grant on", decrypting({ grantTokens: ["token"] })],
  ["Decrypt", "dry_run is set, and all else is well", "dryRun", "would have succeeded", decrypting({ dryRun: true })],
  ["Decrypt", "dry_run is set, and all else is well", "dryRun", "would have succeeded", (w) => ({ ...enabled(w), dryRun: true, dryRunModifiers: ["IGNORE_CIPHERTEXT"] })],
  ["ReEncrypt", "An algorithm or modifier is unknown", "destinationEncryptionAlgorithm", "enum value set", reEncrypting({ destinationEncryptionAlgorithm: "ROT13" })],
  ["ReEncrypt", "An algorithm or modifier is unknown", "dryRunModifiers", "at 'dryRunModifiers'", reEncrypting({ dryRunModifiers: ["IGNORE_ALL"] })],
  ["ReEncrypt", "An algorithm does not fit its key", "destinationEncryptionAlgorithm", "is incompatible with key spec", reEncrypting({ destinationEncryptionAlgorithm: "RSAES_OAEP_SHA_256" })],
  ["ReEncrypt", "A grant token is not of a grant on the key", "grantTokens", "is not of a grant on", reEncrypting({ grantTokens: ["token"] })],
  ["ReEncrypt", "dry_run is set, and all else is well", "dryRun", "would have succeeded", reEncrypting({ dryRun: true })],
];

export const BAD_KEY_REQUESTS: readonly BadRequest[] = [
  ...[...KEY_IDS, ...NO_ALIASES, ...STATES, ...DATA_KEYS, ...KEYS],
  ...[...ALIAS_NAMES, ...ALIAS_TARGETS, ...ALIASES, ...GRANTS, ...GRANTS_OF_A_KEY, ...CIPHERTEXTS, ...CRYPTOGRAPHY],
  ...[...ADMINISTRATION, ...NEW_GRANTS, ...IMPORTS, ...FURTHER_USES],
];
