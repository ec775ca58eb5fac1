/** Records of calls, in CloudTrail's shape: each operation against a table, and nothing secret in any of them. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CallRecord } from "#envol/kms/embedded/call.ts";
import { OPERATION_NAMES } from "#envol/kms/embedded/operation-names.ts";
import { LIMITS } from "#envol/limits.ts";
import { apiCallRecord, type CloudTrailRecord, recordText } from "#envol/trail/cloudtrail-record.ts";
import { ACCOUNT, CALLER, refusal } from "../kms/fixture.ts";
import { callEverything, type Recorded, type Secrets, startRecorded } from "./every-call.ts";

let recorded: Recorded;
let secrets: Secrets;
let records: CloudTrailRecord[];
beforeAll(async () => {
  recorded = await startRecorded();
  secrets = await callEverything(recorded.fixture);
  records = recorded.calls.map((call) => apiCallRecord(call, ACCOUNT));
});
afterAll(() => recorded[Symbol.asyncDispose]());

/**
 * What the AWS KMS developer guide's "AWS KMS log entries" show of each operation: whether it is read-only, the parameters'
 * names, those of the response's elements (null: no elements), how many resources, and further data.
 */
// biome-ignore format: a table reads best with a row on a line.
const SHAPES: Readonly<Record<string, readonly [readOnly: boolean, parameters: string | null, elements: string | null, resources: number, additional?: string]>> = {
  CancelKeyDeletion: [false, "keyId", "keyId", 1],
  ConnectCustomKeyStore: [false, null, null, 0],
  CreateAlias: [false, "aliasName targetKeyId", "keyId", 2],
  CreateCustomKeyStore: [false, null, null, 0],
  CreateGrant: [false, "constraints granteePrincipal keyId name operations retiringPrincipal", "grantId keyId", 1],
  CreateKey: [false, "bypassPolicyLockoutSafetyCheck customerMasterKeySpec description keySpec keyUsage multiRegion origin tags", "keyMetadata", 1],
  Decrypt: [true, "encryptionAlgorithm encryptionContext", null, 1, "keyMaterialId"],
  DeleteAlias: [false, "aliasName", "keyId", 2],
  DeleteCustomKeyStore: [false, null, null, 0],
  DeleteImportedKeyMaterial: [false, "keyId", "keyId keyMaterialId", 1],
  DeriveSharedSecret: [true, "keyAgreementAlgorithm keyId", null, 1],
  DescribeCustomKeyStores: [true, null, null, 0],
  DescribeKey: [true, "keyId", null, 1],
  DisableKey: [false, "keyId", "keyId", 1],
  DisableKeyRotation: [false, "keyId", "keyId", 1],
  DisconnectCustomKeyStore: [false, null, null, 0],
  EnableKey: [false, "keyId", "keyId", 1],
  EnableKeyRotation: [false, "keyId rotationPeriodInDays", "keyId", 1],
  Encrypt: [true, "encryptionAlgorithm encryptionContext keyId", null, 1, "keyMaterialId"],
  GenerateDataKey: [true, "encryptionContext keyId numberOfBytes", null, 1, "keyMaterialId"],
  GenerateDataKeyPair: [true, "keyId keyPairSpec", null, 1, "keyMaterialId"],
  GenerateDataKeyPairWithoutPlaintext: [true, "keyId keyPairSpec", null, 1, "keyMaterialId"],
  GenerateDataKeyWithoutPlaintext: [true, "keyId keySpec", null, 1, "keyMaterialId"],
  GenerateMac: [true, "keyId macAlgorithm", null, 1],
  GenerateRandom: [true, null, null, 0],
  GetKeyLastUsage: [true, "keyId", null, 1],
  GetKeyPolicy: [true, "keyId policyName", null, 1],
  GetKeyRotationStatus: [true, "keyId", null, 1],
  GetParametersForImport: [true, "keyId wrappingAlgorithm wrappingKeySpec", null, 1],
  GetPublicKey: [true, "keyId", null, 1],
  ImportKeyMaterial: [false, "expirationModel keyId keyMaterialDescription validTo", "keyId keyMaterialId", 1],
  ListAliases: [true, "limit", null, 0],
  ListGrants: [true, "keyId", null, 1],
  ListKeyPolicies: [true, "keyId", null, 1],
  ListKeyRotations: [true, "keyId", null, 1],
  ListKeys: [true, null, null, 0],
  ListResourceTags: [true, "keyId", null, 1],
  ListRetirableGrants: [true, "retiringPrincipal", null, 0],
  PutKeyPolicy: [false, "bypassPolicyLockoutSafetyCheck keyId policy policyName", "keyId", 1],
  ReEncrypt: [true, "destinationEncryptionAlgorithm destinationEncryptionContext destinationKeyId sourceEncryptionAlgorithm sourceEncryptionContext", null, 2, "destinationKeyMaterialId sourceKeyMaterialId"],
  ReplicateKey: [false, "bypassPolicyLockoutSafetyCheck description keyId replicaRegion", "replicaKeyMetadata replicaPolicy replicaTags", 1],
  RetireGrant: [false, null, "keyId", 1, "grantId"],
  RevokeGrant: [false, "grantId keyId", "keyId", 1],
  RotateKeyOnDemand: [false, "keyId", "keyId", 1],
  ScheduleKeyDeletion: [false, "keyId pendingWindowInDays", "deletionDate keyId keyState pendingWindowInDays", 1],
  Sign: [true, "keyId messageType signingAlgorithm", null, 1],
  TagResource: [false, "keyId tags", "keyId", 1],
  UntagResource: [false, "keyId tagKeys", "keyId", 1],
  UpdateAlias: [false, "aliasName targetKeyId", "keyId", 3],
  UpdateCustomKeyStore: [false, null, null, 0],
  UpdateKeyDescription: [false, "description keyId", "keyId", 1],
  UpdatePrimaryRegion: [false, "keyId primaryRegion", "keyId", 2],
  Verify: [true, "keyId messageType signingAlgorithm", null, 1],
  VerifyMac: [true, "keyId macAlgorithm", null, 1],
};

const namesOf = (members: object | null | undefined) => members && Object.keys(members).sort().join(" ");
const recordOf = (name: string) => records.find(({ eventName }) => eventName === name) as CloudTrailRecord;

test("the table has every operation, and each was called", () => {
  expect(Object.keys(SHAPES)).toEqual([...OPERATION_NAMES]);
  expect(new Set(records.map(({ eventName }) => eventName))).toEqual(new Set(OPERATION_NAMES));
});

test.each(OPERATION_NAMES)("the record of %s has AWS's shape", (name) => {
  const [readOnly, parameters, elements, resources, additional] = SHAPES[name]!;
  const record = recordOf(name);
  const isRefused = name.includes("CustomKeyStore");
  expect({
    readOnly: record.readOnly,
    parameters: namesOf(record.requestParameters),
    elements: namesOf(record.responseElements),
    resources: record.resources.length,
    additional: namesOf(record.additionalEventData),
  }).toEqual({ readOnly, parameters, elements, resources, additional });
  expect(record).toMatchObject({
    eventVersion: "1.11",
    userIdentity: { type: "Root", arn: CALLER.arn },
    eventTime: "2027-01-15T08:00:00Z",
    eventSource: "kms.amazonaws.com",
    eventName: name,
    awsRegion: "us-east-1",
    requestID: expect.stringMatching(/^[0-9a-f-]{36}$/),
    eventID: expect.stringMatching(/^[0-9a-f-]{36}$/),
    eventType: "AwsApiCall",
    managementEvent: true,
    recipientAccountId: ACCOUNT,
    eventCategory: "Management",
  });
  expect(record.errorCode).toBe(isRefused ? "UnsupportedOperationException" : undefined);
  expect(record).not.toHaveProperty("tlsDetails");
});

test("dates and the account's id look as CloudTrail shows them, and what a caller names keeps its name", () => {
  expect(recordOf("CreateKey").responseElements).toMatchObject({
    keyMetadata: { aWSAccountId: ACCOUNT, creationDate: "Jan 15, 2027, 8:00:00 AM" },
  });
  expect(recordOf("ImportKeyMaterial").requestParameters).toMatchObject({ validTo: "Jan 16, 2027, 8:00:00 AM" });
  const [encrypt] = recorded.calls.filter(({ operation }) => operation === "Encrypt") as [CallRecord];
  const encryptionContext = { awsAccountId: "1", timeMs: "2" };
  const record = apiCallRecord({ ...encrypt, request: { ...encrypt.request, encryptionContext } }, ACCOUNT);
  expect(record.requestParameters).toMatchObject({ encryptionContext });
});

test("no record holds a byte of plaintext, ciphertext, tokens, MACs or signatures, however it is written", () => {
  expect(secrets.length).toBeGreaterThanOrEqual(20);
  const text = records.map(recordText).join("\n");
  for (const bytes of secrets) {
    const secret = Buffer.from(bytes);
    // Base64 of three bytes' alignment each: whatever came before the secret, one of them would be in the text.
    const shifted = [0, 1, 2].map((shift) => secret.subarray(shift).toString("base64").slice(0, 24));
    const forms = [secret.toString("hex"), secret.toString("base64url"), secret.toString("utf8"), ...shifted];
    const numbers = JSON.stringify([...secret.subarray(0, 8)]).slice(1, -1);
    for (const form of [...forms, numbers]) expect(text.includes(form), form).toBe(false);
  }
  // The search would find them: a record that did hold one is not missed.
  const planted = `${text}${secrets[0] && Buffer.from(secrets[0]).toString("base64")}`;
  expect(planted.includes(Buffer.from(secrets[0]!).toString("base64").slice(0, 24))).toBe(true);
});

describe("calls that fail", () => {
  const last = () => apiCallRecord(recorded.calls.at(-1) as CallRecord, ACCOUNT);

  test("have AWS's name of the error and its message, and no response", async () => {
    const { call } = recorded.fixture.kms;
    const { keyId, arn } = await recorded.fixture.key();
    await call("DisableKey", CALLER, { keyId });
    await refusal(call("Encrypt", CALLER, { keyId, plaintext: Buffer.from("text") }));
    expect(last()).toMatchObject({
      errorCode: "DisabledException",
      errorMessage: `${arn} is disabled.`,
      requestParameters: { keyId },
      responseElements: null,
      resources: [{ accountId: ACCOUNT, type: "AWS::KMS::Key", ARN: arn }],
    });
    await refusal(call("DisableKey", { ...CALLER, accountId: "999999999999" }, { keyId }));
    expect(last()).toMatchObject({
      errorCode: "AccessDenied",
      errorMessage: expect.stringContaining("kms:DisableKey"),
    });
    await refusal(call("DescribeKey", CALLER, { keyId: "2f4fe7d9-0000-4000-8000-000000000000" }));
    expect(last()).toMatchObject({ errorCode: "NotFoundException", resources: [] });
  });

  test("show no parameters when the request broke a field's rule: anything could stand in it", async () => {
    const { call } = recorded.fixture.kms;
    await refusal(call("DescribeKey", CALLER, { keyId: "" }));
    expect(last()).toMatchObject({ errorCode: "ValidationException", requestParameters: null });
    await call("DescribeKey", CALLER, { keyId: Buffer.from("secret") as never }).catch(() => undefined);
    expect(last()).toMatchObject({ errorCode: "InternalError", requestParameters: null });
  });

  test("have messages of 1 KB at most, and parameters of 100 KB", async () => {
    const [call] = recorded.calls as [CallRecord];
    const long = { ...call, error: { code: "KMS_INTERNAL" as const, message: "x".repeat(5000) } };
    expect(apiCallRecord(long, ACCOUNT).errorMessage).toHaveLength(1024);
    const tags = Array.from({ length: 10_000 }, () => ({ tagKey: "a-tag-key", tagValue: "b" }));
    const record = apiCallRecord({ ...call, request: { tags } }, ACCOUNT);
    expect(JSON.parse(recordText(record)).requestParameters).toEqual({ omitted: true });
    expect(JSON.stringify(record).length).toBeGreaterThan(LIMITS.kmsPolicyLengthMax);
  });
});
