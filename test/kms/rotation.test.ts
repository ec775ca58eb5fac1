import { expect, test } from "vitest";
import { ACCOUNT, CALLER, DAY_MS, type Fixture, refusal, startFixture, until } from "./fixture.ts";

const PLAINTEXT = Buffer.from("text");

async function materialId(fixture: Fixture, keyId: string): Promise<string> {
  return (await fixture.kms.call("DescribeKey", CALLER, { keyId })).keyMetadata.currentKeyMaterialId!;
}

async function rotations(fixture: Fixture, keyId: string, all = false) {
  const includeKeyMaterial = all ? "ALL_KEY_MATERIAL" : "ROTATIONS_ONLY";
  return (await fixture.kms.call("ListKeyRotations", CALLER, { keyId, includeKeyMaterial })).rotations;
}

test("material is rotated whenever a period has passed; what was encrypted before still decrypts", async () => {
  await using fixture = await startFixture();
  const { keyId, arn } = await fixture.key();
  await fixture.kms.call("EnableKeyRotation", CALLER, { keyId, rotationPeriodInDays: 90 });
  const startMs = fixture.clock.now();
  expect(await fixture.kms.call("GetKeyRotationStatus", CALLER, { keyId })).toEqual({
    keyId: arn,
    keyRotationEnabled: true,
    rotationPeriodInDays: 90,
    nextRotationDateMs: startMs + 90 * DAY_MS,
  });
  const blobs: Uint8Array[] = [];
  const ids: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    blobs.push((await fixture.kms.call("Encrypt", CALLER, { keyId, plaintext: PLAINTEXT })).ciphertextBlob);
    ids.push(await materialId(fixture, keyId));
    fixture.clock.advance(90 * DAY_MS - 1);
    expect(await materialId(fixture, keyId)).toBe(ids.at(-1));
    fixture.clock.advance(1);
    await until(async () => (await materialId(fixture, keyId)) !== ids.at(-1));
    if (round === 1) await fixture.restart();
  }
  expect(new Set(ids).size).toBe(3);
  for (const [at, ciphertextBlob] of blobs.entries()) {
    const opened = await fixture.kms.call("Decrypt", CALLER, { ciphertextBlob });
    expect(opened).toMatchObject({ keyId: arn, keyMaterialId: ids[at] });
    expect(Buffer.from(opened.plaintext)).toEqual(PLAINTEXT);
  }
  const current = await materialId(fixture, keyId);
  const entry = (at: number) => ({
    keyId,
    keyMaterialId: [...ids, current][at],
    keyMaterialState: at === 3 ? "CURRENT" : "NON_CURRENT",
    rotationType: "AUTOMATIC",
    rotationDateMs: startMs + at * 90 * DAY_MS,
  });
  expect(await rotations(fixture, keyId)).toEqual([entry(1), entry(2), entry(3)]);
  const { rotationType: _, rotationDateMs: __, ...first } = entry(0);
  expect(await rotations(fixture, keyId, true)).toEqual([first, entry(1), entry(2), entry(3)]);
  const firstPage = await fixture.kms.call("ListKeyRotations", CALLER, { keyId, limit: 2 });
  const marker = firstPage.nextMarker;
  const secondPage = await fixture.kms.call("ListKeyRotations", CALLER, { keyId, limit: 2, marker });
  expect([...firstPage.rotations, ...secondPage.rotations]).toEqual([entry(1), entry(2), entry(3)]);
  expect((await fixture.files()).size).toBe(4);
});

test("a disabled key is not rotated; what is overdue happens when it is enabled, once", async () => {
  await using fixture = await startFixture();
  const { keyId } = await fixture.key();
  const { call } = fixture.kms;
  await call("EnableKeyRotation", CALLER, { keyId, rotationPeriodInDays: 100 });
  await call("DisableKey", CALLER, { keyId });
  fixture.clock.advance(350 * DAY_MS);
  expect(await rotations(fixture, keyId)).toEqual([]);
  expect((await call("GetKeyRotationStatus", CALLER, { keyId })).keyRotationEnabled).toBe(true);
  await call("EnableKey", CALLER, { keyId });
  await until(async () => (await rotations(fixture, keyId)).length > 0);
  const nowMs = fixture.clock.now();
  expect(await rotations(fixture, keyId)).toHaveLength(1);
  expect(await call("GetKeyRotationStatus", CALLER, { keyId })).toMatchObject({
    nextRotationDateMs: nowMs + 100 * DAY_MS,
  });
});

test("while a key is pending deletion its rotation reads false; cancelled, as before", async () => {
  await using fixture = await startFixture();
  const { keyId, arn } = await fixture.key();
  const { call } = fixture.kms;
  await call("EnableKeyRotation", CALLER, { keyId });
  await call("ScheduleKeyDeletion", CALLER, { keyId });
  expect(await call("GetKeyRotationStatus", CALLER, { keyId })).toEqual({ keyId: arn, keyRotationEnabled: false });
  await call("CancelKeyDeletion", CALLER, { keyId });
  expect(await call("GetKeyRotationStatus", CALLER, { keyId })).toMatchObject({
    keyRotationEnabled: true,
    rotationPeriodInDays: 365,
  });
  await call("EnableKey", CALLER, { keyId });
  await call("DisableKeyRotation", CALLER, { keyId });
  fixture.clock.advance(400 * DAY_MS);
  expect(await call("GetKeyRotationStatus", CALLER, { keyId })).toEqual({ keyId: arn, keyRotationEnabled: false });
  expect(await rotations(fixture, keyId)).toEqual([]);
});

test("a rotation that came due while the KMS was down happens at the start", async () => {
  await using fixture = await startFixture();
  const { keyId } = await fixture.key();
  await fixture.kms.call("EnableKeyRotation", CALLER, { keyId, rotationPeriodInDays: 90 });
  await fixture.kms.close();
  fixture.clock.advance(91 * DAY_MS);
  await fixture.restart();
  expect(await rotations(fixture, keyId)).toHaveLength(1);
});

test("a key can be rotated on demand 25 times, and its schedule stays", async () => {
  await using fixture = await startFixture();
  const { keyId, arn } = await fixture.key();
  const { call } = fixture.kms;
  await call("EnableKeyRotation", CALLER, { keyId, rotationPeriodInDays: 730 });
  const status = await call("GetKeyRotationStatus", CALLER, { keyId });
  const { ciphertextBlob } = await call("Encrypt", CALLER, { keyId, plaintext: PLAINTEXT });
  for (let count = 0; count < 25; count += 1) {
    expect(await call("RotateKeyOnDemand", CALLER, { keyId })).toEqual({ keyId: arn });
  }
  expect(await refusal(call("RotateKeyOnDemand", CALLER, { keyId }))).toMatchObject({
    code: "KMS_LIMIT_EXCEEDED",
    message: `The on-demand rotations limit has been reached for the given keyId. No more on-demand rotations can be performed for this key: ${arn}`,
  });
  expect(await call("GetKeyRotationStatus", CALLER, { keyId })).toEqual(status);
  expect(Buffer.from((await call("Decrypt", CALLER, { ciphertextBlob })).plaintext)).toEqual(PLAINTEXT);
  const listed = await rotations(fixture, keyId);
  expect(listed.map(({ rotationType }) => rotationType)).toEqual(Array(25).fill("ON_DEMAND"));
});

test("a rotation that cannot be written leaves the key as it was", async () => {
  await using fixture = await startFixture();
  const { keyId } = await fixture.key();
  const before = await materialId(fixture, keyId);
  const { beforeCommit } = fixture.tables.keys;
  fixture.tables.keys.beforeCommit = () => Promise.reject(new Error("disk full"));
  await expect(fixture.kms.call("RotateKeyOnDemand", CALLER, { keyId })).rejects.toThrow("disk full");
  fixture.tables.keys.beforeCommit = beforeCommit;
  expect(await materialId(fixture, keyId)).toBe(before);
  await fixture.kms.call("Encrypt", CALLER, { keyId, plaintext: PLAINTEXT });
  await fixture.restart();
  expect((await fixture.files()).size).toBe(1);
});

test("only symmetric encryption keys are rotated, from 90 to 2,560 days", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const { keyId } = await fixture.key();
  for (const [rotationPeriodInDays, rule] of [
    [89, "greater than or equal to 90"],
    [2561, "less than or equal to 2560"],
  ] as const) {
    expect((await refusal(call("EnableKeyRotation", CALLER, { keyId, rotationPeriodInDays }))).message).toBe(
      `1 validation error detected: Value '${rotationPeriodInDays}' at 'rotationPeriodInDays' failed to satisfy constraint: Member must have value ${rule}`,
    );
  }
  const request = { keySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" } as const;
  const { keyId: macKeyId } = (await call("CreateKey", CALLER, request)).keyMetadata;
  for (const operation of ["EnableKeyRotation", "GetKeyRotationStatus", "RotateKeyOnDemand"] as const) {
    expect(await refusal(call(operation, CALLER, { keyId: macKeyId })), operation).toMatchObject({
      code: "KMS_UNSUPPORTED",
    });
  }
});

test("AWS managed keys are rotated every year", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const { keyId } = (await call("DescribeKey", CALLER, { keyId: "alias/aws/ebs" })).keyMetadata;
  const before = await materialId(fixture, keyId);
  fixture.clock.advance(365 * DAY_MS);
  await until(async () => (await materialId(fixture, keyId)) !== before);
  expect(keyId).not.toContain(ACCOUNT);
});
