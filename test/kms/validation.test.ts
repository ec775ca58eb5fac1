import { expect, test } from "vitest";
import type { OperationName } from "#envol/kms/embedded/operation-names.ts";
import { CALLER, type Fixture, refusal, startFixture } from "./fixture.ts";

const KEY_ID = "00000000-0000-4000-8000-000000000000";
const ARN = `arn:aws:kms:us-east-1:111122223333:key/${KEY_ID}`;
const DATA_KEY_SPECS = "[AES_256, AES_128]";

function call(fixture: Fixture, name: OperationName, request: object): Promise<unknown> {
  return fixture.kms.call(name, CALLER, request as never);
}

const detected = (text: string) => `1 validation error detected: ${text}`;
const least = (value: string, field: string, min: number) =>
  detected(
    `Value '${value}' at '${field}' failed to satisfy constraint: Member must have value greater than or equal to ${min}`,
  );
const most = (value: string, field: string, max: number) =>
  detected(
    `Value '${value}' at '${field}' failed to satisfy constraint: Member must have value less than or equal to ${max}`,
  );
/** Long texts, blobs and lists are not shown. */
const longest = (field: string, max: number) =>
  detected(`Value at '${field}' failed to satisfy constraint: Member must have length less than or equal to ${max}`);
const absent = (field: string) =>
  detected(`Value null at '${field}' failed to satisfy constraint: Member must not be null`);

const LONG = "k".repeat(2049);
const TAG = { tagKey: "k", tagValue: "v" };

test.each<[OperationName, object, string, string]>([
  ["GenerateDataKey", { keyId: KEY_ID, numberOfBytes: 0 }, "numberOfBytes", least("0", "numberOfBytes", 1)],
  ["GenerateDataKey", { keyId: KEY_ID, numberOfBytes: 1025 }, "numberOfBytes", most("1025", "numberOfBytes", 1024)],
  ["GenerateDataKey", { keyId: KEY_ID, numberOfBytes: 1.5 }, "numberOfBytes", least("1.5", "numberOfBytes", 1)],
  ["GenerateDataKey", { keyId: KEY_ID, numberOfBytes: Number.NaN }, "numberOfBytes", least("NaN", "numberOfBytes", 1)],
  [
    "GenerateDataKeyWithoutPlaintext",
    { keyId: KEY_ID, numberOfBytes: 0 },
    "numberOfBytes",
    least("0", "numberOfBytes", 1),
  ],
  [
    "GenerateDataKey",
    { keyId: KEY_ID, keySpec: "AES_512" },
    "keySpec",
    detected(
      `Value 'AES_512' at 'keySpec' failed to satisfy constraint: Member must satisfy enum value set: ${DATA_KEY_SPECS}`,
    ),
  ],
  ["GenerateDataKey", { keyId: KEY_ID }, "numberOfBytes", "Please specify either number of bytes or key spec."],
  [
    "GenerateDataKey",
    { keyId: KEY_ID, keySpec: "AES_256", numberOfBytes: 32 },
    "numberOfBytes",
    "Please specify either number of bytes or key spec.",
  ],
  ["GenerateDataKey", { numberOfBytes: 64 }, "keyId", absent("keyId")],
  [
    "DescribeKey",
    { keyId: "" },
    "keyId",
    detected("Value '' at 'keyId' failed to satisfy constraint: Member must have length greater than or equal to 1"),
  ],
  ["DescribeKey", { keyId: LONG }, "keyId", longest("keyId", 2048)],
  ["Encrypt", { keyId: KEY_ID, plaintext: Buffer.alloc(4097) }, "plaintext", longest("plaintext", 4096)],
  [
    "Encrypt",
    { keyId: KEY_ID, plaintext: Buffer.alloc(0) },
    "plaintext",
    detected("Value at 'plaintext' failed to satisfy constraint: Member must have length greater than or equal to 1"),
  ],
  ["Decrypt", { ciphertextBlob: Buffer.alloc(6145) }, "ciphertextBlob", longest("ciphertextBlob", 6144)],
  [
    "Decrypt",
    { ciphertextBlob: Buffer.alloc(1), grantTokens: Array(11).fill("t") },
    "grantTokens",
    longest("grantTokens", 10),
  ],
  [
    "ScheduleKeyDeletion",
    { keyId: KEY_ID, pendingWindowInDays: 6 },
    "pendingWindowInDays",
    least("6", "pendingWindowInDays", 7),
  ],
  [
    "ScheduleKeyDeletion",
    { keyId: KEY_ID, pendingWindowInDays: 31 },
    "pendingWindowInDays",
    most("31", "pendingWindowInDays", 30),
  ],
  ["ListKeys", { limit: 0 }, "limit", least("0", "limit", 1)],
  ["ListKeys", { limit: 1001 }, "limit", most("1001", "limit", 1000)],
  ["ListAliases", { limit: 101 }, "limit", most("101", "limit", 100)],
  [
    "CreateAlias",
    { aliasName: "name", targetKeyId: KEY_ID },
    "aliasName",
    'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
  ],
  [
    "CreateAlias",
    { aliasName: "alias/a b", targetKeyId: KEY_ID },
    "aliasName",
    detected(
      "Value 'alias/a b' at 'aliasName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9:/_-]+$",
    ),
  ],
  [
    "CreateAlias",
    { aliasName: `alias/${"a".repeat(251)}`, targetKeyId: KEY_ID },
    "aliasName",
    detected(
      `Value 'alias/${"a".repeat(251)}' at 'aliasName' failed to satisfy constraint: Member must have length less than or equal to 256`,
    ),
  ],
  [
    "CreateAlias",
    { aliasName: "alias/a", targetKeyId: "alias/b" },
    "targetKeyId",
    "Aliases must refer to keys. Not aliases",
  ],
  [
    "CreateAlias",
    {},
    "aliasName",
    "2 validation errors detected: Value null at 'aliasName' failed to satisfy constraint: Member must not be null; Value null at 'targetKeyId' failed to satisfy constraint: Member must not be null",
  ],
  [
    "CreateKey",
    { keySpec: "RSA_2048" },
    "keyUsage",
    "You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.",
  ],
  [
    "CreateKey",
    { keyUsage: "SIGN_VERIFY" },
    "keyUsage",
    "KeyUsage SIGN_VERIFY is not compatible with KeySpec SYMMETRIC_DEFAULT",
  ],
  ["CreateKey", { description: "d".repeat(8193) }, "description", longest("description", 8192)],
  [
    "CreateKey",
    { tags: [{ tagKey: "", tagValue: "" }] },
    "tags",
    detected(
      "Value '' at 'tags.1.member.tagKey' failed to satisfy constraint: Member must have length greater than or equal to 1",
    ),
  ],
  [
    "CreateKey",
    { tags: [TAG, { tagKey: "l", tagValue: "v".repeat(257) }] },
    "tags",
    detected(
      `Value '${"v".repeat(257)}' at 'tags.2.member.tagValue' failed to satisfy constraint: Member must have length less than or equal to 256`,
    ),
  ],
])("%s %j: ValidationException on %s", async (name, request, field, message) => {
  await using fixture = await startFixture();
  expect(await refusal(call(fixture, name, request))).toEqual({ code: "KMS_VALIDATION", message, field });
  expect(fixture.tables.keys.size + fixture.tables.aliases.size).toBe(0);
});

test("an unknown key spec is refused with the whole set; one that Node.js cannot do says so", async () => {
  await using fixture = await startFixture();
  const unknown = await refusal(call(fixture, "CreateKey", { keySpec: "RSA_1024" }));
  expect(unknown).toMatchObject({ code: "KMS_VALIDATION", field: "keySpec" });
  expect(unknown.message).toMatch(
    /^1 validation error detected: Value 'RSA_1024' at 'keySpec' failed to satisfy constraint: Member must satisfy enum value set: \[RSA_2048, .*ML_KEM_1024\]$/,
  );
  for (const keySpec of ["SM2", "ML_KEM_768"]) {
    expect(await refusal(call(fixture, "CreateKey", { keySpec, keyUsage: "SIGN_VERIFY" }))).toEqual({
      code: "KMS_UNSUPPORTED",
      message: `${keySpec} is not offered: the cryptography of Node.js does not have it.`,
      field: "keySpec",
    });
  }
});

test("several faults are counted and joined, members of lists and structures are named, and secrets are not shown", async () => {
  await using fixture = await startFixture();
  const request = {
    keyId: KEY_ID,
    granteePrincipal: "a b",
    operations: ["Fly", "Decrypt"],
    grantTokens: [""],
    constraints: { encryptionContextSubset: { k: "\ud800" } },
  };
  const { code, message } = await refusal(fixture.kms.call("CreateGrant", CALLER, request as never));
  expect(code).toBe("KMS_VALIDATION");
  const faults = message.split("; ");
  expect(faults).toHaveLength(4);
  expect(faults[0]).toBe(
    "4 validation errors detected: Value 'a b' at 'granteePrincipal' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[\\w+=,.@:/-]+$",
  );
  expect(faults[1]).toMatch(
    /^Value '\[Fly, Decrypt\]' at 'operations' failed to satisfy constraint: Member must satisfy constraint: \[Member must satisfy enum value set: \[Decrypt, .*DeriveSharedSecret\]\]$/,
  );
  expect(faults[2]).toMatch(/^Value at 'constraints.encryptionContextSubset' failed to satisfy constraint: /);
  expect(faults[3]).toMatch(
    /^Value at 'grantTokens' failed to satisfy constraint: Member must satisfy constraint: \[Member must have length less than or equal to 8192, Member must have length greater than or equal to 1\]$/,
  );
});

test("a pattern is for the whole text", async () => {
  await using fixture = await startFixture();
  const asked = fixture.kms.call("GetKeyPolicy", CALLER, { keyId: KEY_ID, policyName: "default!" });
  expect((await refusal(asked)).message).toBe(
    "1 validation error detected: Value 'default!' at 'policyName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w]+",
  );
});

test.each<[string, { tagKey: string; tagValue: string }[]]>([
  ["Duplicate tag keys", [TAG, { ...TAG, tagValue: "w" }]],
  ["Too many tags", Array.from({ length: 51 }, (_, index) => ({ tagKey: `k${index}`, tagValue: "" }))],
  ["Tags beginning with aws: are reserved", [{ tagKey: "AWS:team", tagValue: "" }]],
])("TagException: %s", async (message, tags) => {
  await using fixture = await startFixture();
  const asked = call(fixture, "CreateKey", { tags });
  expect(await refusal(asked)).toEqual({ code: "TAG_INVALID", message, field: "tags" });
});

test.each<[OperationName, string, string, string]>([
  ["DescribeKey", KEY_ID, "KEY_NOT_FOUND", `Key '${ARN}' does not exist`],
  ["DescribeKey", ARN, "KEY_NOT_FOUND", `Key '${ARN}' does not exist`],
  ["EnableKey", ARN, "KEY_NOT_FOUND", `Key '${ARN}' does not exist`],
  ["DescribeKey", "x", "KEY_NOT_FOUND", "Invalid keyId 'x'"],
  [
    "DescribeKey",
    KEY_ID.toUpperCase().replace("0", "A"),
    "KEY_NOT_FOUND",
    "Invalid keyId 'A0000000-0000-4000-8000-000000000000'",
  ],
  ["DescribeKey", "alias/none", "KEY_NOT_FOUND", "Alias arn:aws:kms:us-east-1:111122223333:alias/none is not found."],
  [
    "DescribeKey",
    "arn:aws:kms:us-east-1:111122223333:alias/none",
    "KEY_NOT_FOUND",
    "Alias arn:aws:kms:us-east-1:111122223333:alias/none is not found.",
  ],
  [
    "DescribeKey",
    "alias/aws/unknown",
    "KEY_NOT_FOUND",
    "Alias arn:aws:kms:us-east-1:111122223333:alias/aws/unknown is not found.",
  ],
  ["DescribeKey", ARN.replace("us-east-1", "eu-west-1"), "KEY_NOT_FOUND", "Invalid arn eu-west-1"],
  ["DescribeKey", ARN.replace("1111", "9999"), "KEY_NOT_FOUND", `Key '${ARN.replace("1111", "9999")}' does not exist`],
  ["DescribeKey", "arn:aws:s3:::bucket", "ARN_INVALID", "arn:aws:s3:::bucket is not the ARN of a KMS key or alias."],
  [
    "DescribeKey",
    "arn:aws:kms:us-east-1:111122223333:",
    "ARN_INVALID",
    "arn:aws:kms:us-east-1:111122223333: is not the ARN of a KMS key or alias.",
  ],
  ["EnableKey", "alias/none", "KEY_NOT_FOUND", "Invalid keyId 'alias/none'"],
  ["DisableKey", "alias/aws/ebs", "KEY_NOT_FOUND", "Invalid keyId 'alias/aws/ebs'"],
  [
    "ScheduleKeyDeletion",
    "arn:aws:kms:us-east-1:111122223333:alias/a",
    "ARN_INVALID",
    "arn:aws:kms:us-east-1:111122223333:alias/a is the ARN of an alias; give a key ARN.",
  ],
])("%s of %s: %s", async (name, keyId, code, message) => {
  await using fixture = await startFixture();
  expect(await refusal(call(fixture, name, { keyId }))).toMatchObject({ code, message });
});

test("an alias name too long to exist is not found", async () => {
  await using fixture = await startFixture();
  for (const letter of ["a", "é", "𝄞"]) {
    const keyId = `alias/${letter.repeat(900)}`;
    expect(await refusal(call(fixture, "DescribeKey", { keyId }))).toMatchObject({ code: "KEY_NOT_FOUND" });
  }
});

test("Decrypt refuses a key that did not make the ciphertext, and an algorithm that does not fit", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const [maker, other] = [await fixture.key(), await fixture.key()];
  await call("CreateAlias", CALLER, { aliasName: "alias/maker", targetKeyId: maker.keyId });
  const plaintext = Buffer.from("text");
  const { ciphertextBlob } = await call("Encrypt", CALLER, { keyId: "alias/maker", plaintext });
  for (const keyId of [maker.keyId, maker.arn, "alias/maker", maker.arn.replace(/key.*/, "alias/maker")]) {
    expect((await call("Decrypt", CALLER, { ciphertextBlob, keyId })).keyId).toBe(maker.arn);
  }
  expect(await refusal(call("Decrypt", CALLER, { ciphertextBlob, keyId: other.keyId }))).toEqual({
    code: "KEY_INCORRECT",
    message: "The key ID in the request does not identify a CMK that can perform this operation.",
    field: "keyId",
  });
  const rewrap = { ciphertextBlob, sourceKeyId: other.keyId, destinationKeyId: maker.keyId };
  expect(await refusal(call("ReEncrypt", CALLER, rewrap))).toMatchObject({
    code: "KEY_INCORRECT",
    field: "sourceKeyId",
  });
  expect(await refusal(call("Decrypt", CALLER, { ciphertextBlob, keyId: KEY_ID }))).toMatchObject({
    message: `Key '${ARN}' does not exist`,
  });
  const algorithm = { ciphertextBlob, encryptionAlgorithm: "RSAES_OAEP_SHA_256" } as const;
  expect(await refusal(call("Decrypt", CALLER, algorithm))).toEqual({
    code: "KEY_USAGE_INVALID",
    message: "Algorithm RSAES_OAEP_SHA_256 is incompatible with key spec SYMMETRIC_DEFAULT.",
    field: "encryptionAlgorithm",
  });
  // As AWS, a disabled key is told of before its algorithm is.
  await call("DisableKey", CALLER, { keyId: maker.keyId });
  expect(await refusal(call("Decrypt", CALLER, algorithm))).toMatchObject({ code: "KEY_DISABLED" });
});

test("data keys have the length that was asked for", async () => {
  await using fixture = await startFixture();
  const { keyId } = await fixture.key();
  const lengthOf = async (request: object) => {
    const made = await fixture.kms.call("GenerateDataKey", CALLER, { keyId, ...request });
    const opened = await fixture.kms.call("Decrypt", CALLER, { ciphertextBlob: made.ciphertextBlob });
    expect(Buffer.from(opened.plaintext)).toEqual(Buffer.from(made.plaintext));
    expect(opened.keyMaterialId).toBe(made.keyMaterialId);
    return made.plaintext.length;
  };
  expect(await lengthOf({ keySpec: "AES_256" })).toBe(32);
  expect(await lengthOf({ keySpec: "AES_128" })).toBe(16);
  expect(await lengthOf({ numberOfBytes: 1 })).toBe(1);
  expect(await lengthOf({ numberOfBytes: 1024 })).toBe(1024);
});
