import { expect, test } from "vitest";
import { LIMITS } from "#envol/limits.ts";
import { CALLER, refusal, startFixture } from "./fixture.ts";

const EBS_ALIAS = "alias/aws/ebs";
const THROUGH_EC2 = { ...CALLER, viaService: "ec2.us-east-1.amazonaws.com" };
const aliasArn = (name: string) => `arn:aws:kms:us-east-1:111122223333:${name}`;

test("an alias names a key, can be moved, and deleted", async () => {
  await using fixture = await startFixture();
  const { operations } = fixture.kms;
  const [first, second] = [await fixture.key(), await fixture.key()];
  const aliasName = "alias/team/volumes_1-a";
  const createdMs = fixture.clock.now();
  await operations.createAlias(CALLER, { aliasName, targetKeyId: first.arn });
  const named = async (keyId: string) => (await operations.describeKey(CALLER, { keyId })).keyMetadata.keyId;
  expect(await named(aliasName)).toBe(first.keyId);
  expect(await named(aliasArn(aliasName))).toBe(first.keyId);

  fixture.clock.advance(1000);
  await operations.updateAlias(CALLER, { aliasName, targetKeyId: second.keyId });
  expect(await named(aliasName)).toBe(second.keyId);
  const { aliases } = await operations.listAliases(CALLER, { keyId: second.keyId });
  expect(aliases).toEqual([
    {
      aliasName,
      aliasArn: aliasArn(aliasName),
      targetKeyId: second.keyId,
      creationDateMs: createdMs,
      lastUpdatedDateMs: createdMs + 1000,
    },
  ]);
  expect((await operations.listAliases(CALLER, { keyId: first.keyId })).aliases).toEqual([]);

  await operations.deleteAlias(CALLER, { aliasName });
  const notFound = { code: "KEY_NOT_FOUND", message: `Alias ${aliasArn(aliasName)} is not found.` };
  expect(await refusal(named(aliasName))).toEqual(notFound);
  expect(await refusal(operations.deleteAlias(CALLER, { aliasName }))).toEqual(notFound);
  expect(await refusal(operations.updateAlias(CALLER, { aliasName, targetKeyId: first.keyId }))).toEqual(notFound);
  const changes = fixture.events.filter(({ type }) => type === "AliasChanged");
  expect(changes.map(({ keyArn, detail }) => [keyArn, detail])).toEqual([
    [first.arn, { operation: "CreateAlias", aliasName }],
    [second.arn, { operation: "UpdateAlias", aliasName }],
    [second.arn, { operation: "DeleteAlias", aliasName }],
  ]);
});

test.each(["alias/", "alias/a:b", "alias/aws/ebs", "alias/aws/mine"])("the name %s is refused", async (aliasName) => {
  await using fixture = await startFixture();
  const { operations } = fixture.kms;
  const { keyId } = await fixture.key();
  const refused = { code: "ALIAS_NAME_INVALID", field: "aliasName" };
  expect(await refusal(operations.createAlias(CALLER, { aliasName, targetKeyId: keyId }))).toMatchObject(refused);
  expect(await refusal(operations.updateAlias(CALLER, { aliasName, targetKeyId: keyId }))).toMatchObject(refused);
  expect(await refusal(operations.deleteAlias(CALLER, { aliasName }))).toMatchObject(refused);
});

test("of several CreateAlias at once one wins, and the others are told that it exists", async () => {
  await using fixture = await startFixture();
  const keys = await Promise.all(Array.from({ length: 8 }, () => fixture.key()));
  const aliasName = "alias/contended";
  const results = await Promise.allSettled(
    keys.map(({ keyId }) => fixture.kms.operations.createAlias(CALLER, { aliasName, targetKeyId: keyId })),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const again = fixture.kms.operations.createAlias(CALLER, { aliasName, targetKeyId: keys[0]!.keyId });
  expect(await refusal(again)).toEqual({
    code: "ALIAS_EXISTS",
    message: `An alias with the name ${aliasArn(aliasName)} already exists`,
    field: "aliasName",
  });
});

test("a key has at most 50 aliases, made or moved there", async () => {
  await using fixture = await startFixture();
  const { operations } = fixture.kms;
  const [full, other] = [await fixture.key(), await fixture.key()];
  const create = (number: number) =>
    operations.createAlias(CALLER, { aliasName: `alias/a${number}`, targetKeyId: full.keyId });
  const results = await Promise.allSettled(Array.from({ length: 55 }, (_, number) => create(number)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(LIMITS.kmsAliasesPerKeyMax);
  expect(await refusal(create(60))).toMatchObject({ code: "KMS_LIMIT_EXCEEDED" });
  await operations.createAlias(CALLER, { aliasName: "alias/b", targetKeyId: other.keyId });
  const move = { aliasName: "alias/b", targetKeyId: full.keyId };
  expect(await refusal(operations.updateAlias(CALLER, move))).toMatchObject({ code: "KMS_LIMIT_EXCEEDED" });
  await operations.updateAlias(CALLER, { aliasName: "alias/a0", targetKeyId: full.keyId });
  await operations.deleteAlias(CALLER, { aliasName: "alias/a0" });
  await operations.updateAlias(CALLER, move);
});

test("alias/aws/ebs is there by itself: one key, however many ask at once", async () => {
  await using fixture = await startFixture();
  const { operations, client } = fixture.kms;
  const [described, listed, generated] = await Promise.all([
    Promise.all(Array.from({ length: 10 }, () => client.describeKey(CALLER, { keyId: EBS_ALIAS }))),
    operations.listAliases(CALLER, {}),
    client.generateDataKeyWithoutPlaintext(THROUGH_EC2, {
      keyId: aliasArn(EBS_ALIAS),
      numberOfBytes: 64,
      encryptionContext: { "aws:ebs:id": "vol-1" },
    }),
  ]);
  expect(new Set([...described.map(({ arn }) => arn), generated.keyArn]).size).toBe(1);
  expect(listed.aliases.map(({ aliasName }) => aliasName)).toEqual([EBS_ALIAS]);
  expect(fixture.tables.keys.size).toBe(1);
  const { keyMetadata } = await operations.describeKey(CALLER, { keyId: EBS_ALIAS });
  expect(keyMetadata).toMatchObject({
    keyManager: "AWS",
    description: "Default key that protects my EBS volumes when no other key is defined",
  });
  await fixture.restart();
  expect((await fixture.kms.client.describeKey(CALLER, { keyId: EBS_ALIAS })).arn).toBe(keyMetadata.arn);
});

test("ListKeys makes the key of EBS too, and a crash before its alias does not make a second one", async () => {
  await using fixture = await startFixture();
  const { keys } = await fixture.kms.operations.listKeys(CALLER, {});
  expect(keys).toHaveLength(1);
  await fixture.tables.aliases.write((writes) => writes.delete(EBS_ALIAS));
  await fixture.restart();
  const described = await fixture.kms.client.describeKey(CALLER, { keyId: EBS_ALIAS });
  expect(described.keyId).toBe(keys[0]!.keyId);
  expect(fixture.tables.keys.size).toBe(1);
});

test("the AWS managed key can be used through its service, and not be changed", async () => {
  await using fixture = await startFixture();
  const { operations } = fixture.kms;
  const { keyId, arn } = (await operations.describeKey(CALLER, { keyId: EBS_ALIAS })).keyMetadata;
  const encrypt = { keyId: EBS_ALIAS, plaintext: Buffer.of(1) };
  const { ciphertextBlob } = await operations.encrypt(THROUGH_EC2, encrypt);
  expect((await operations.decrypt(THROUGH_EC2, { ciphertextBlob })).keyId).toBe(arn);
  for (const caller of [CALLER, { ...CALLER, viaService: "s3.us-east-1.amazonaws.com" }]) {
    expect(await refusal(operations.encrypt(caller, encrypt))).toMatchObject({ code: "ACCESS_DENIED" });
    expect(await refusal(operations.decrypt(caller, { ciphertextBlob }))).toMatchObject({ code: "ACCESS_DENIED" });
  }
  const other = await fixture.key();
  await operations.createAlias(CALLER, { aliasName: "alias/other", targetKeyId: other.keyId });
  const changes = {
    EnableKey: operations.enableKey(CALLER, { keyId }),
    DisableKey: operations.disableKey(CALLER, { keyId }),
    ScheduleKeyDeletion: operations.scheduleKeyDeletion(CALLER, { keyId }),
    CancelKeyDeletion: operations.cancelKeyDeletion(CALLER, { keyId }),
    CreateAlias: operations.createAlias(CALLER, { aliasName: "alias/mine", targetKeyId: keyId }),
    UpdateAlias: operations.updateAlias(CALLER, { aliasName: "alias/other", targetKeyId: keyId }),
  };
  for (const [action, change] of Object.entries(changes)) {
    expect(await refusal(change)).toEqual({
      code: "ACCESS_DENIED",
      message: `User: ${CALLER.arn} is not authorized to perform: kms:${action} on resource: ${arn} because no resource-based policy allows the kms:${action} action`,
    });
  }
  expect((await operations.describeKey(CALLER, { keyId })).keyMetadata.keyState).toBe("Enabled");
});
