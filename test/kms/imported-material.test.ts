import { execFile } from "node:child_process";
import { createPublicKey, generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import type { OperationRequest } from "#envol/kms/embedded/operations/registry.ts";
import { CALLER, DAY_MS, type Fixture, refusal, startFixture, until } from "./fixture.ts";
import { importMaterial, wrapMaterial } from "./importing.ts";

const run = promisify(execFile);
const PLAINTEXT = Buffer.from("text");

async function externalKey(fixture: Fixture, more: OperationRequest<"CreateKey"> = {}) {
  return (await fixture.kms.call("CreateKey", CALLER, { origin: "EXTERNAL", ...more })).keyMetadata;
}

async function describe(fixture: Fixture, keyId: string) {
  return (await fixture.kms.call("DescribeKey", CALLER, { keyId })).keyMetadata;
}

async function encrypt(fixture: Fixture, keyId: string): Promise<Uint8Array> {
  return (await fixture.kms.call("Encrypt", CALLER, { keyId, plaintext: PLAINTEXT })).ciphertextBlob;
}

async function decrypts(fixture: Fixture, ciphertextBlob: Uint8Array): Promise<void> {
  const { plaintext } = await fixture.kms.call("Decrypt", CALLER, { ciphertextBlob });
  expect(Buffer.from(plaintext)).toEqual(PLAINTEXT);
}

async function materials(fixture: Fixture, keyId: string) {
  const request = { keyId, includeKeyMaterial: "ALL_KEY_MATERIAL" } as const;
  const { rotations } = await fixture.kms.call("ListKeyRotations", CALLER, request);
  return rotations.map(({ keyMaterialState, importState }) => [keyMaterialState, importState]);
}

test("a key of origin EXTERNAL waits for its material, and works once it has it", async () => {
  await using fixture = await startFixture();
  const created = await externalKey(fixture);
  const { keyId, arn } = created;
  expect(created).toMatchObject({ keyState: "PendingImport", enabled: false, origin: "EXTERNAL" });
  expect(created).not.toHaveProperty("currentKeyMaterialId");
  expect(await refusal(encrypt(fixture, keyId))).toMatchObject({ message: `${arn} is pending import.` });
  const material = randomBytes(32);
  const { keyMaterialId, keyId: importedInto } = await importMaterial(fixture.kms, keyId, material);
  expect(importedInto).toBe(arn);
  expect(keyMaterialId).toMatch(/^[0-9a-f]{64}$/);
  expect(await describe(fixture, keyId)).toMatchObject({
    keyState: "Enabled",
    enabled: true,
    expirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE",
    currentKeyMaterialId: keyMaterialId,
  });
  const blob = await encrypt(fixture, keyId);
  await fixture.restart();
  await decrypts(fixture, blob);
  for (const file of (await fixture.files()).values()) expect(file.includes(material)).toBe(false);

  expect(await fixture.kms.call("DeleteImportedKeyMaterial", CALLER, { keyId })).toEqual({ keyId: arn, keyMaterialId });
  expect((await fixture.files()).size).toBe(0);
  expect(await describe(fixture, keyId)).toMatchObject({ keyState: "PendingImport" });
  expect(await refusal(decrypts(fixture, blob))).toMatchObject({ code: "KEY_STATE_INVALID" });
  await fixture.kms.call("DeleteImportedKeyMaterial", CALLER, { keyId });
  await fixture.restart();
  // Only the same material again.
  const other = await refusal(importMaterial(fixture.kms, keyId, randomBytes(32)));
  expect(other).toMatchObject({ code: "KEY_MATERIAL_INCORRECT" });
  expect(await importMaterial(fixture.kms, keyId, material)).toMatchObject({ keyMaterialId });
  await decrypts(fixture, blob);
});

test.each(["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "RSA_AES_KEY_WRAP_SHA_1", "RSA_AES_KEY_WRAP_SHA_256"] as const)(
  "material wrapped with %s is imported",
  async (wrapping) => {
    await using fixture = await startFixture();
    const { keyId } = await externalKey(fixture);
    await importMaterial(fixture.kms, keyId, randomBytes(32), { wrapping });
    await decrypts(fixture, await encrypt(fixture, keyId));
  },
);

test("material wrapped by openssl is imported", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const { keyId } = await externalKey(fixture);
  const asked = { keyId, wrappingAlgorithm: "RSAES_OAEP_SHA_256", wrappingKeySpec: "RSA_4096" } as const;
  const { publicKey, importToken, parametersValidToMs } = await call("GetParametersForImport", CALLER, asked);
  expect(parametersValidToMs).toBe(fixture.clock.now() + DAY_MS);
  expect(createPublicKey({ key: publicKey, format: "der", type: "spki" }).asymmetricKeyDetails).toMatchObject({
    modulusLength: 4096,
  });
  const home = await mkdtemp(join(tmpdir(), "envol-openssl-"));
  try {
    const at = (name: string) => join(home, name);
    await writeFile(at("public.der"), publicKey);
    await writeFile(at("material"), randomBytes(32));
    await run("openssl", [
      ...["pkeyutl", "-encrypt", "-pubin", "-inkey", at("public.der"), "-keyform", "DER"],
      ...["-in", at("material"), "-out", at("wrapped"), "-pkeyopt", "rsa_padding_mode:oaep"],
      ...["-pkeyopt", "rsa_oaep_md:sha256", "-pkeyopt", "rsa_mgf1_md:sha256"],
    ]);
    const encryptedKeyMaterial = await readFile(at("wrapped"));
    const expirationModel = "KEY_MATERIAL_DOES_NOT_EXPIRE";
    await call("ImportKeyMaterial", CALLER, { keyId, importToken, encryptedKeyMaterial, expirationModel });
  } finally {
    await rm(home, { recursive: true });
  }
  await decrypts(fixture, await encrypt(fixture, keyId));
});

test("private keys are imported: only of the key's spec, and with a wrapping that is long enough", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const { keyId } = await externalKey(fixture, { keySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" });
  const direct = { keyId, wrappingAlgorithm: "RSAES_OAEP_SHA_256", wrappingKeySpec: "RSA_4096" } as const;
  expect(await refusal(call("GetParametersForImport", CALLER, direct))).toMatchObject({
    code: "KMS_VALIDATION",
    field: "wrappingAlgorithm",
  });
  const encoding = { format: "der", type: "pkcs8" } as const;
  const wrong = generateKeyPairSync("rsa", { modulusLength: 3072 }).privateKey.export(encoding);
  const right = generateKeyPairSync("rsa", { modulusLength: 2048 });
  for (const material of [wrong, randomBytes(32), right.publicKey.export({ format: "der", type: "spki" })]) {
    expect(await refusal(importMaterial(fixture.kms, keyId, material))).toMatchObject({
      code: "KEY_MATERIAL_INCORRECT",
    });
  }
  expect(await importMaterial(fixture.kms, keyId, right.privateKey.export(encoding))).not.toHaveProperty(
    "keyMaterialId",
  );
  const { publicKey } = await call("GetPublicKey", CALLER, { keyId });
  expect(Buffer.from(publicKey)).toEqual(right.publicKey.export({ format: "der", type: "spki" }));
  const again = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export(encoding);
  expect(await refusal(importMaterial(fixture.kms, keyId, again))).toMatchObject({ code: "KEY_MATERIAL_INCORRECT" });
});

test("an import token is for one key and 24 hours, and damaged material or tokens are refused", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const [{ keyId }, other] = [await externalKey(fixture), await externalKey(fixture)];
  const asked = { keyId, wrappingAlgorithm: "RSAES_OAEP_SHA_256", wrappingKeySpec: "RSA_2048" } as const;
  const { importToken, publicKey } = await call("GetParametersForImport", CALLER, asked);
  const encryptedKeyMaterial = wrapMaterial("RSAES_OAEP_SHA_256", publicKey, randomBytes(32));
  const expirationModel = "KEY_MATERIAL_DOES_NOT_EXPIRE";
  const request = { keyId, importToken, encryptedKeyMaterial, expirationModel } as const;
  const code = async (changes: Partial<OperationRequest<"ImportKeyMaterial">>) =>
    (await refusal(fixture.kms.call("ImportKeyMaterial", CALLER, { ...request, ...changes }))).code;
  expect(await code({ keyId: other.keyId })).toBe("IMPORT_TOKEN_INVALID");
  for (const at of [0, 12, 20, 100, importToken.length - 1]) {
    const damaged = Buffer.from(importToken);
    damaged[at]! ^= 1;
    expect(await code({ importToken: damaged })).toBe("IMPORT_TOKEN_INVALID");
  }
  expect(await code({ importToken: Buffer.alloc(3) })).toBe("IMPORT_TOKEN_INVALID");
  expect(await code({ encryptedKeyMaterial: Buffer.from(encryptedKeyMaterial).fill(1, 0, 4) })).toBe(
    "CIPHERTEXT_INVALID",
  );
  fixture.clock.advance(DAY_MS);
  expect(await code({})).toBe("IMPORT_TOKEN_EXPIRED");
  expect(await describe(fixture, keyId)).toMatchObject({ keyState: "PendingImport" });
});

test("wrappings that are not offered say so", async () => {
  await using fixture = await startFixture();
  const { keyId } = await externalKey(fixture);
  for (const [wrappingAlgorithm, wrappingKeySpec] of [
    ["RSAES_PKCS1_V1_5", "RSA_2048"],
    ["SM2PKE", "SM2"],
    ["RSAES_OAEP_SHA_256", "SM2"],
  ] as const) {
    const asked = fixture.kms.call("GetParametersForImport", CALLER, { keyId, wrappingAlgorithm, wrappingKeySpec });
    expect(await refusal(asked)).toMatchObject({ code: "KMS_UNSUPPORTED" });
  }
});

test("material expires by the clock, also while the KMS is down, and can be imported again", async () => {
  await using fixture = await startFixture();
  const { keyId } = await externalKey(fixture);
  const material = randomBytes(32);
  const validToMs = fixture.clock.now() + 10 * DAY_MS;
  const told: string[] = [];
  fixture.kms.client.onKeyUsability(async ({ keyState }) => void told.push(keyState));
  await importMaterial(fixture.kms, keyId, material, { validToMs });
  expect(await describe(fixture, keyId)).toMatchObject({ expirationModel: "KEY_MATERIAL_EXPIRES", validToMs });
  const blob = await encrypt(fixture, keyId);
  fixture.clock.advance(10 * DAY_MS - 1);
  await decrypts(fixture, blob);
  fixture.clock.advance(1);
  await until(async () => (await describe(fixture, keyId)).keyState === "PendingImport");
  await until(() => told.length === 2);
  expect(told).toEqual(["Enabled", "PendingImport"]);
  expect((await fixture.files()).size).toBe(0);
  await importMaterial(fixture.kms, keyId, material, { validToMs: fixture.clock.now() + DAY_MS });
  await decrypts(fixture, blob);
  await fixture.kms.close();
  fixture.clock.advance(DAY_MS);
  await fixture.restart();
  expect(await describe(fixture, keyId)).toMatchObject({ keyState: "PendingImport" });
  expect((await fixture.files()).size).toBe(0);
});

test("when material expires must be said, in the future and within a year", async () => {
  await using fixture = await startFixture();
  const { keyId } = await externalKey(fixture);
  const nowMs = fixture.clock.now();
  const asked = (more: Partial<OperationRequest<"ImportKeyMaterial">>) =>
    refusal(importMaterial(fixture.kms, keyId, randomBytes(32), more));
  expect(await asked({ expirationModel: "KEY_MATERIAL_EXPIRES" })).toMatchObject({
    code: "KMS_VALIDATION",
    message: "A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES",
  });
  for (const validToMs of [nowMs, nowMs + 365 * DAY_MS + 1]) {
    expect(await asked({ validToMs })).toMatchObject({ code: "KMS_VALIDATION", field: "validToMs" });
  }
  const both = { expirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE", validToMs: nowMs + 1 } as const;
  expect(await asked(both)).toMatchObject({ code: "KMS_VALIDATION", field: "validToMs" });
});

test("a key rotates on demand to new material that was imported, and needs all of it", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const { keyId, arn } = await externalKey(fixture);
  const [first, second] = [randomBytes(32), randomBytes(32)];
  const { keyMaterialId: firstId } = await importMaterial(fixture.kms, keyId, first);
  const oldBlob = await encrypt(fixture, keyId);
  expect(await refusal(call("RotateKeyOnDemand", CALLER, { keyId }))).toMatchObject({
    code: "KEY_STATE_INVALID",
    message: `No available key material pending rotation for the key: ${arn}.`,
  });
  const isNew = { importType: "NEW_KEY_MATERIAL" } as const;
  const described = { ...isNew, keyMaterialDescription: "the second" };
  const { keyMaterialId: secondId } = await importMaterial(fixture.kms, keyId, second, described);
  expect(await materials(fixture, keyId)).toEqual([
    ["CURRENT", "IMPORTED"],
    ["PENDING_ROTATION", "IMPORTED"],
  ]);
  expect((await describe(fixture, keyId)).currentKeyMaterialId).toBe(firstId);
  const third = randomBytes(32);
  const refused = await refusal(importMaterial(fixture.kms, keyId, third, isNew));
  expect(refused.code).toBe("KEY_STATE_INVALID");
  expect(refused.message).toMatch(
    new RegExp(
      `^New key material \\(id: [0-9a-f]{64}\\) cannot be imported into KMS key ${keyId}, because another key material \\(id: ${secondId}\\) is pending rotation\\.$`,
    ),
  );
  await call("RotateKeyOnDemand", CALLER, { keyId });
  expect((await describe(fixture, keyId)).currentKeyMaterialId).toBe(secondId);
  const newBlob = await encrypt(fixture, keyId);
  await fixture.restart();
  await decrypts(fixture, oldBlob);
  await decrypts(fixture, newBlob);
  const { rotations } = await fixture.kms.call("ListKeyRotations", CALLER, { keyId });
  expect(rotations).toEqual([
    {
      keyId,
      keyMaterialId: secondId,
      keyMaterialDescription: "the second",
      importState: "IMPORTED",
      keyMaterialState: "CURRENT",
      expirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE",
      rotationDateMs: fixture.clock.now(),
      rotationType: "ON_DEMAND",
    },
  ]);
  // The old material gone, the key is pending import, until it is back.
  await fixture.kms.call("DeleteImportedKeyMaterial", CALLER, { keyId, keyMaterialId: firstId });
  expect(await describe(fixture, keyId)).toMatchObject({ keyState: "PendingImport" });
  const named = { keyMaterialId: secondId! };
  expect(await refusal(importMaterial(fixture.kms, keyId, first, named))).toMatchObject({
    code: "KEY_MATERIAL_INCORRECT",
  });
  await importMaterial(fixture.kms, keyId, first, { keyMaterialId: firstId });
  await decrypts(fixture, oldBlob);
});

test("material that waits for a rotation can be taken away without harm", async () => {
  await using fixture = await startFixture();
  const { keyId } = await externalKey(fixture);
  await importMaterial(fixture.kms, keyId, randomBytes(32));
  const { keyMaterialId } = await importMaterial(fixture.kms, keyId, randomBytes(32), {
    importType: "NEW_KEY_MATERIAL",
  });
  await fixture.kms.call("DeleteImportedKeyMaterial", CALLER, { keyId, keyMaterialId });
  expect(await describe(fixture, keyId)).toMatchObject({ keyState: "Enabled" });
  expect(await materials(fixture, keyId)).toEqual([["CURRENT", "IMPORTED"]]);
  expect((await fixture.files()).size).toBe(1);
});

test("a key whose deletion is cancelled without material is pending import", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const { keyId } = await externalKey(fixture);
  await importMaterial(fixture.kms, keyId, randomBytes(32));
  await call("ScheduleKeyDeletion", CALLER, { keyId });
  await call("DeleteImportedKeyMaterial", CALLER, { keyId });
  expect(await describe(fixture, keyId)).toMatchObject({ keyState: "PendingDeletion" });
  await call("CancelKeyDeletion", CALLER, { keyId });
  expect(await describe(fixture, keyId)).toMatchObject({ keyState: "PendingImport" });
});
