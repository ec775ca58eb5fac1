import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createEmbeddedKms } from "#envol/kms/embedded/embedded-kms.ts";
import type { KmsCaller } from "#envol/kms/kms-client.ts";
import { openStore } from "#envol/store/store.ts";
import { CALLER, DAY_MS, type Fixture, refusal, startFixture, until } from "./fixture.ts";
import { importMaterial } from "./importing.ts";

const HOME = "us-east-1";
const IRELAND: KmsCaller = { ...CALLER, region: "eu-west-1" };
const MUMBAI: KmsCaller = { ...CALLER, region: "ap-south-1" };
const PLAINTEXT = Buffer.from("text");

const arnIn = (region: string, keyId: string) => `arn:aws:kms:${region}:111122223333:key/${keyId}`;

async function primaryKey(fixture: Fixture, more: object = {}): Promise<string> {
  return (await fixture.kms.call("CreateKey", CALLER, { multiRegion: true, ...more })).keyMetadata.keyId;
}

async function stateIn(fixture: Fixture, caller: KmsCaller, keyId: string): Promise<string> {
  return (await fixture.kms.call("DescribeKey", caller, { keyId })).keyMetadata.keyState;
}

test("each Region has keys, aliases and grants of its own", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const home = await fixture.key();
  const away = (await call("CreateKey", IRELAND, {})).keyMetadata;
  expect(away.arn).toBe(arnIn("eu-west-1", away.keyId));
  for (const [caller, keyId] of [
    [CALLER, home.keyId],
    [IRELAND, away.keyId],
  ] as const) {
    await call("CreateAlias", caller, { aliasName: "alias/same", targetKeyId: keyId });
    expect((await call("DescribeKey", caller, { keyId: "alias/same" })).keyMetadata.keyId).toBe(keyId);
    await call("CreateGrant", caller, { keyId, granteePrincipal: CALLER.arn, operations: ["Decrypt"] });
  }
  await fixture.restart();
  const again = fixture.kms.call;
  const missing = { code: "KEY_NOT_FOUND", message: `Key '${arnIn(HOME, away.keyId)}' does not exist` };
  expect(await refusal(again("DescribeKey", CALLER, { keyId: away.keyId }))).toMatchObject(missing);
  expect((await refusal(again("DescribeKey", CALLER, { keyId: away.arn }))).message).toBe("Invalid arn eu-west-1");
  const ids = async (caller: KmsCaller) => (await again("ListKeys", caller, {})).keys.map(({ keyId }) => keyId);
  expect(await ids(IRELAND)).toContain(away.keyId);
  expect(await ids(IRELAND)).not.toContain(home.keyId);
  expect(await ids(CALLER)).not.toContain(away.keyId);
  const aliases = (await again("ListAliases", IRELAND, {})).aliases.map(({ aliasArn }) => aliasArn);
  expect(aliases).toEqual([
    "arn:aws:kms:eu-west-1:111122223333:alias/aws/ebs",
    "arn:aws:kms:eu-west-1:111122223333:alias/same",
  ]);
  expect((await again("ListGrants", IRELAND, { keyId: away.keyId })).grants).toHaveLength(1);
  const { ciphertextBlob } = await again("Encrypt", IRELAND, { keyId: away.keyId, plaintext: PLAINTEXT });
  expect(await refusal(again("Decrypt", CALLER, { ciphertextBlob }))).toMatchObject({ code: "KEY_NOT_FOUND" });
});

test("a replica has the same id and material; the rest is its own", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const tags = [{ tagKey: "place", tagValue: "home" }];
  const keyId = await primaryKey(fixture, { tags, description: "primary" });
  expect(keyId).toMatch(/^mrk-[0-9a-f]{32}$/);
  await call("RotateKeyOnDemand", CALLER, { keyId });
  const { ciphertextBlob } = await call("Encrypt", CALLER, { keyId, plaintext: PLAINTEXT });
  const made = await call("ReplicateKey", CALLER, { keyId, replicaRegion: "eu-west-1" });
  expect(made.replicaKeyMetadata).toMatchObject({
    keyId,
    arn: arnIn("eu-west-1", keyId),
    description: "",
    multiRegion: true,
    multiRegionConfiguration: {
      multiRegionKeyType: "REPLICA",
      primaryKey: { arn: arnIn(HOME, keyId), region: HOME },
      replicaKeys: [{ arn: arnIn("eu-west-1", keyId), region: "eu-west-1" }],
    },
  });
  expect(made.replicaTags).toEqual([]);
  expect(JSON.parse(made.replicaPolicy)).toMatchObject({ Id: "key-default-1" });
  await fixture.restart();
  const again = fixture.kms.call;
  const opened = await again("Decrypt", IRELAND, { ciphertextBlob });
  expect(opened.keyId).toBe(arnIn("eu-west-1", keyId));
  expect(Buffer.from(opened.plaintext)).toEqual(PLAINTEXT);
  await again("DisableKey", IRELAND, { keyId });
  expect(await stateIn(fixture, CALLER, keyId)).toBe("Enabled");
  expect(await refusal(again("Decrypt", IRELAND, { ciphertextBlob }))).toMatchObject({ code: "KEY_DISABLED" });
  expect((await again("DescribeKey", CALLER, { keyId })).keyMetadata.multiRegionConfiguration).toMatchObject({
    multiRegionKeyType: "PRIMARY",
  });
});

test("ReplicateKey and UpdatePrimaryRegion are for the primary key, and replicas are made once", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const keyId = await primaryKey(fixture);
  await call("ReplicateKey", CALLER, { keyId, replicaRegion: "eu-west-1" });
  expect(await refusal(call("ReplicateKey", CALLER, { keyId, replicaRegion: "eu-west-1" }))).toMatchObject({
    code: "KEY_EXISTS",
  });
  expect(await refusal(call("ReplicateKey", IRELAND, { keyId, replicaRegion: "ap-south-1" }))).toMatchObject({
    code: "KMS_UNSUPPORTED",
    message: `${arnIn("eu-west-1", keyId)} is not a multi-region primary key.`,
  });
  const single = await fixture.key();
  expect(
    await refusal(call("ReplicateKey", CALLER, { keyId: single.keyId, replicaRegion: "eu-west-1" })),
  ).toMatchObject({ message: `${single.arn} is not a multi-region primary key.` });
  expect(await refusal(call("UpdatePrimaryRegion", CALLER, { keyId, primaryRegion: "ap-south-1" }))).toMatchObject({
    code: "KEY_NOT_FOUND",
  });
  expect((await refusal(call("ReplicateKey", CALLER, { keyId, replicaRegion: "Europe" }))).message).toBe(
    "1 validation error detected: Value 'Europe' at 'replicaRegion' failed to satisfy constraint: Member must satisfy regular expression pattern: ^([a-z]+-){2,3}\\d+$",
  );
});

test("rotation is configured on the primary key, reaches all replicas, and goes over with UpdatePrimaryRegion", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const keyId = await primaryKey(fixture);
  for (const replicaRegion of ["eu-west-1", "ap-south-1"]) await call("ReplicateKey", CALLER, { keyId, replicaRegion });
  expect(await refusal(call("EnableKeyRotation", IRELAND, { keyId }))).toMatchObject({ code: "KMS_UNSUPPORTED" });
  await call("EnableKeyRotation", CALLER, { keyId, rotationPeriodInDays: 100 });
  expect(await call("GetKeyRotationStatus", MUMBAI, { keyId })).toMatchObject({ rotationPeriodInDays: 100 });
  await call("UpdatePrimaryRegion", CALLER, { keyId, primaryRegion: "eu-west-1" });
  await fixture.restart();
  const again = fixture.kms.call;
  expect((await again("DescribeKey", MUMBAI, { keyId })).keyMetadata.multiRegionConfiguration).toEqual({
    multiRegionKeyType: "REPLICA",
    primaryKey: { arn: arnIn("eu-west-1", keyId), region: "eu-west-1" },
    replicaKeys: ["ap-south-1", HOME].map((region) => ({ arn: arnIn(region, keyId), region })),
  });
  const current = async (caller: KmsCaller) =>
    (await again("DescribeKey", caller, { keyId })).keyMetadata.currentKeyMaterialId;
  const before = await current(MUMBAI);
  fixture.clock.advance(100 * DAY_MS);
  await until(async () => (await current(MUMBAI)) !== before);
  expect(await current(CALLER)).toBe(await current(MUMBAI));
  expect(await current(IRELAND)).toBe(await current(MUMBAI));
  const { ciphertextBlob } = await again("Encrypt", CALLER, { keyId, plaintext: PLAINTEXT });
  await fixture.restart();
  for (const caller of [CALLER, IRELAND, MUMBAI]) await fixture.kms.call("Decrypt", caller, { ciphertextBlob });
});

test("a primary key waits for its replicas to be deleted, and then for its own period", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const keyId = await primaryKey(fixture);
  await call("ReplicateKey", CALLER, { keyId, replicaRegion: "eu-west-1" });
  const scheduled = await call("ScheduleKeyDeletion", CALLER, { keyId, pendingWindowInDays: 10 });
  expect(scheduled).toEqual({
    keyId: arnIn(HOME, keyId),
    keyState: "PendingReplicaDeletion",
    pendingWindowInDays: 10,
  });
  expect((await call("DescribeKey", CALLER, { keyId })).keyMetadata).toMatchObject({ pendingDeletionWindowInDays: 10 });
  await call("ScheduleKeyDeletion", IRELAND, { keyId, pendingWindowInDays: 7 });
  fixture.clock.advance(7 * DAY_MS);
  await until(async () => (await stateIn(fixture, CALLER, keyId)) === "PendingDeletion");
  const { keyMetadata } = await call("DescribeKey", CALLER, { keyId });
  expect(keyMetadata.deletionDateMs).toBe(fixture.clock.now() + 10 * DAY_MS);
  expect(keyMetadata).not.toHaveProperty("pendingDeletionWindowInDays");
  fixture.clock.advance(10 * DAY_MS);
  const destroyed = () => fixture.events.filter(({ type }) => type === "KeyMaterialDestroyed");
  await until(() => destroyed().length === 2);
  expect((await fixture.files()).size).toBe(0);
  expect(fixture.tables.keys.size).toBe(0);
});

test("imported material is imported in each Region, and rotates when all have it", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const keyId = await primaryKey(fixture, { origin: "EXTERNAL" });
  const [first, second] = [randomBytes(32), randomBytes(32)];
  await importMaterial(fixture.kms, keyId, first);
  await call("ReplicateKey", CALLER, { keyId, replicaRegion: "eu-west-1" });
  expect(await stateIn(fixture, IRELAND, keyId)).toBe("PendingImport");
  const other = importMaterial(fixture.kms, keyId, second, { caller: IRELAND, importType: "NEW_KEY_MATERIAL" });
  expect(await refusal(other)).toMatchObject({ code: "KMS_UNSUPPORTED" });
  await importMaterial(fixture.kms, keyId, first, { caller: IRELAND });
  expect(await stateIn(fixture, IRELAND, keyId)).toBe("Enabled");
  const { ciphertextBlob } = await call("Encrypt", CALLER, { keyId, plaintext: PLAINTEXT });
  await call("Decrypt", IRELAND, { ciphertextBlob });

  await importMaterial(fixture.kms, keyId, second, { importType: "NEW_KEY_MATERIAL" });
  const waiting = async () => {
    const request = { keyId, includeKeyMaterial: "ALL_KEY_MATERIAL" } as const;
    return (await call("ListKeyRotations", CALLER, request)).rotations.at(-1)?.keyMaterialState;
  };
  expect(await waiting()).toBe("PENDING_MULTI_REGION_IMPORT_AND_ROTATION");
  expect(await stateIn(fixture, IRELAND, keyId)).toBe("Enabled");
  expect(await refusal(call("RotateKeyOnDemand", CALLER, { keyId }))).toMatchObject({ code: "KEY_STATE_INVALID" });
  await importMaterial(fixture.kms, keyId, second, { caller: IRELAND, importType: "EXISTING_KEY_MATERIAL" });
  expect(await waiting()).toBe("PENDING_ROTATION");
  await call("RotateKeyOnDemand", CALLER, { keyId });
  const { ciphertextBlob: next } = await call("Encrypt", CALLER, { keyId, plaintext: PLAINTEXT });
  await fixture.restart();
  for (const blob of [ciphertextBlob, next]) {
    await fixture.kms.call("Decrypt", IRELAND, { ciphertextBlob: blob });
  }
});

test("a ciphertext of a multi-Region key is refused when any byte of it changes", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const keyId = await primaryKey(fixture);
  const { ciphertextBlob } = await call("Encrypt", CALLER, { keyId, plaintext: PLAINTEXT });
  for (let at = 0; at < ciphertextBlob.length; at += 1) {
    const changed = Buffer.from(ciphertextBlob);
    changed[at]! ^= 3;
    expect(await refusal(call("Decrypt", CALLER, { ciphertextBlob: changed })), `byte ${at}`).toMatchObject({
      code: "CIPHERTEXT_INVALID",
    });
  }
});

test("Regions are kept apart in the daemon's own store, over a restart", async () => {
  await using fixture = await startFixture();
  const home = await mkdtemp(join(tmpdir(), "envol-store-"));
  const open = async () => {
    const store = await openStore(home);
    const tables = { keys: store.table("keys"), aliases: store.table("aliases"), grants: store.table("grants") };
    const kms = await createEmbeddedKms({ ...fixture.options, tables, materialDirectory: join(home, "keys") } as never);
    return { store, kms };
  };
  const close = async ({ store, kms }: Awaited<ReturnType<typeof open>>) => {
    await kms.close();
    await store.close();
  };
  try {
    let { store, kms } = await open();
    const keyId = (await kms.call("CreateKey", CALLER, { multiRegion: true })).keyMetadata.keyId;
    await kms.call("ReplicateKey", CALLER, { keyId, replicaRegion: "eu-west-1" });
    await kms.call("CreateAlias", IRELAND, { aliasName: "alias/a", targetKeyId: keyId });
    const { ciphertextBlob } = await kms.call("Encrypt", IRELAND, { keyId: "alias/a", plaintext: PLAINTEXT });
    await close({ store, kms });
    ({ store, kms } = await open());
    expect(Buffer.from((await kms.call("Decrypt", CALLER, { ciphertextBlob })).plaintext)).toEqual(PLAINTEXT);
    for (const caller of [CALLER, IRELAND]) {
      const ids = (await kms.call("ListKeys", caller, {})).keys.map(({ keyArn }) => keyArn.split(":")[3]);
      expect(new Set(ids)).toEqual(new Set([caller.region ?? HOME]));
      // The multi-Region key and the AWS managed key of EBS.
      expect(ids).toHaveLength(2);
    }
    await close({ store, kms });
  } finally {
    await rm(home, { recursive: true });
  }
});
