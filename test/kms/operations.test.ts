import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { EnvolError } from "#envol/errors.ts";
import type { AuthorizationRequest, CallRecord } from "#envol/kms/embedded/call.ts";
import { OPERATION_NAMES } from "#envol/kms/embedded/operation-names.ts";
import { OPERATIONS } from "#envol/kms/embedded/operations/registry.ts";
import { CALLER, refusal, startFixture } from "./fixture.ts";

test("each operation has a file of its name, and each file an operation", async () => {
  const folder = new URL("../../src/kms/embedded/operations/", import.meta.url);
  const files = (await readdir(folder)).filter((name) => name !== "operation.ts" && name !== "registry.ts");
  const toFile = (name: string) => `${name.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()}.ts`;
  expect(files.sort()).toEqual(OPERATION_NAMES.map(toFile).sort());
  expect(Object.keys(OPERATIONS)).toEqual([...OPERATION_NAMES]);
  expect(OPERATION_NAMES).toHaveLength(54);
});

test("every call is recorded once, with its outcome and without what may be secret", async () => {
  const records: CallRecord[] = [];
  await using fixture = await startFixture();
  await fixture.restart({ record: (record) => records.push(record) });
  const { call } = fixture.kms;
  const { keyId, arn } = (await call("CreateKey", CALLER, { description: "d" })).keyMetadata;
  const encryptionContext = { purpose: "test" };
  const plaintext = Buffer.from("a plaintext that must not show");
  const { ciphertextBlob } = await call("Encrypt", CALLER, { keyId, plaintext, encryptionContext });
  await call("Decrypt", CALLER, { ciphertextBlob, encryptionContext, grantTokens: [] });
  await refusal(call("Decrypt", CALLER, { ciphertextBlob }));
  await refusal(call("DescribeKey", CALLER, { keyId: "" }));
  const { grantId } = await call("CreateGrant", CALLER, {
    keyId,
    granteePrincipal: CALLER.arn,
    operations: ["Decrypt"],
  });
  expect(records.map(({ operation, error }) => [operation, error?.code])).toEqual([
    ["CreateKey", undefined],
    ["Encrypt", undefined],
    ["Decrypt", undefined],
    ["Decrypt", "CIPHERTEXT_INVALID"],
    ["DescribeKey", "KMS_VALIDATION"],
    ["CreateGrant", undefined],
  ]);
  const { currentKeyMaterialId: keyMaterialId } = (await call("DescribeKey", CALLER, { keyId })).keyMetadata;
  expect(records[1]).toEqual({
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    eventId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    timeMs: fixture.clock.now(),
    region: "us-east-1",
    operation: "Encrypt",
    caller: CALLER,
    request: { keyId, encryptionContext },
    response: { keyId: arn, encryptionAlgorithm: "SYMMETRIC_DEFAULT" },
    keyArns: [arn],
    additional: { keyMaterialId },
  });
  expect(records[2]).toMatchObject({ request: { encryptionContext }, keyArns: [arn], additional: { keyMaterialId } });
  expect(records[3]).toMatchObject({ keyArns: [arn], error: { code: "CIPHERTEXT_INVALID" } });
  expect(records[5]).toMatchObject({ response: { grantId }, additional: { grantId } });
  expect(records[5]?.response).not.toHaveProperty("grantToken");
  const text = JSON.stringify(records);
  for (const bytes of [plaintext, ciphertextBlob]) {
    expect(text).not.toContain(Buffer.from(bytes).toString("base64"));
    expect(text).not.toContain(JSON.stringify([...bytes]).slice(1, -1));
  }
  expect(new Set(records.flatMap(({ requestId, eventId }) => [requestId, eventId])).size).toBe(2 * records.length);
});

test("who may is asked in one place, with the key, the context and the whole request", async () => {
  const asked: AuthorizationRequest[] = [];
  await using fixture = await startFixture();
  await fixture.restart({
    authorize(request) {
      asked.push(request);
      if (request.action === "Decrypt") throw new EnvolError("ACCESS_DENIED", "no");
    },
  });
  const { call } = fixture.kms;
  const { keyId, arn } = (await call("CreateKey", CALLER, {})).keyMetadata;
  const encryptionContext = { a: "b" };
  const request = { keyId, plaintext: Buffer.from("text"), encryptionContext };
  const { ciphertextBlob } = await call("Encrypt", CALLER, request);
  const rewrap = { ciphertextBlob, sourceEncryptionContext: encryptionContext, destinationKeyId: keyId };
  await call("ReEncrypt", CALLER, rewrap);
  expect(await refusal(call("Decrypt", CALLER, { ciphertextBlob, encryptionContext }))).toMatchObject({
    code: "ACCESS_DENIED",
  });
  expect(asked.map(({ action, resource, encryptionContext: context }) => [action, resource, context])).toEqual([
    ["CreateKey", "*", undefined],
    ["Encrypt", arn, encryptionContext],
    ["ReEncryptFrom", arn, encryptionContext],
    ["ReEncryptTo", arn, undefined],
    ["Decrypt", arn, encryptionContext],
  ]);
  expect(asked[1]).toMatchObject({ key: { keyId }, request, caller: CALLER });
});

test("custom key stores are refused by all their operations, and by CreateKey and GenerateRandom", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const refused = { code: "KMS_UNSUPPORTED", message: "Custom key stores are not offered." };
  const names = OPERATION_NAMES.filter((name) => name.includes("CustomKeyStore"));
  expect(names).toHaveLength(6);
  for (const name of names) expect(await refusal(call(name, CALLER, {} as never)), name).toMatchObject(refused);
  for (const request of [
    { origin: "AWS_CLOUDHSM" },
    { origin: "EXTERNAL_KEY_STORE" },
    { customKeyStoreId: "cks-1" },
  ] as const) {
    expect(await refusal(call("CreateKey", CALLER, request))).toMatchObject(refused);
  }
  const random = call("GenerateRandom", CALLER, { numberOfBytes: 1, customKeyStoreId: "cks-1" });
  expect(await refusal(random)).toMatchObject(refused);
});
