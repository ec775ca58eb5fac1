import { expect, test } from "vitest";
import { LIMITS } from "#envol/limits.ts";
import { CALLER, refusal, startFixture } from "./fixture.ts";

const EBS_ALIAS = "alias/aws/ebs";
const THROUGH_EC2 = { ...CALLER, viaService: "ec2.us-east-1.amazonaws.com" };
const aliasArn = (name: string) => `arn:aws:kms:us-east-1:111122223333:${name}`;

test("an alias names a key, can be moved, and deleted", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const [first, second] = [await fixture.key(), await fixture.key()];
  const aliasName = "alias/team/volumes_1-a";
  const createdMs = fixture.clock.now();
  await call("CreateAlias", CALLER, { aliasName, targetKeyId: first.arn });
  const named = async (keyId: string) => (await call("DescribeKey", CALLER, { keyId })).keyMetadata.keyId;
  expect(await named(aliasName)).toBe(first.keyId);
  expect(await named(aliasArn(aliasName))).toBe(first.keyId);

  fixture.clock.advance(1000);
  await call("UpdateAlias", CALLER, { aliasName, targetKeyId: second.keyId });
  expect(await named(aliasName)).toBe(second.keyId);
  const { aliases } = await call("ListAliases", CALLER, { keyId: second.keyId });
  expect(aliases).toEqual([
    {
      aliasName,
      aliasArn: aliasArn(aliasName),
      targetKeyId: second.keyId,
      creationDateMs: createdMs,
      lastUpdatedDateMs: createdMs + 1000,
    },
  ]);
  expect((await call("ListAliases", CALLER, { keyId: first.keyId })).aliases).toEqual([]);

  await call("DeleteAlias", CALLER, { aliasName });
  const notFound = { code: "KEY_NOT_FOUND", message: `Alias ${aliasArn(aliasName)} is not found.` };
  expect(await refusal(named(aliasName))).toEqual(notFound);
  expect(await refusal(call("DeleteAlias", CALLER, { aliasName }))).toEqual(notFound);
  expect(await refusal(call("UpdateAlias", CALLER, { aliasName, targetKeyId: first.keyId }))).toEqual(notFound);
  const changes = fixture.events.filter(({ type }) => type === "AliasChanged");
  expect(changes.map(({ keyArn, detail }) => [keyArn, detail])).toEqual([
    [first.arn, { operation: "CreateAlias", aliasName }],
    [second.arn, { operation: "UpdateAlias", aliasName }],
    [second.arn, { operation: "DeleteAlias", aliasName }],
  ]);
});

test.each(["alias/", "alias/a:b", "alias/aws/ebs", "alias/aws/mine"])("the name %s is refused", async (aliasName) => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const { keyId } = await fixture.key();
  const refused = { code: "ALIAS_NAME_INVALID", field: "aliasName" };
  expect(await refusal(call("CreateAlias", CALLER, { aliasName, targetKeyId: keyId }))).toMatchObject(refused);
  expect(await refusal(call("UpdateAlias", CALLER, { aliasName, targetKeyId: keyId }))).toMatchObject(refused);
  expect(await refusal(call("DeleteAlias", CALLER, { aliasName }))).toMatchObject(refused);
});

test("of several CreateAlias at once one wins, and the others are told that it exists", async () => {
  await using fixture = await startFixture();
  const keys = await Promise.all(Array.from({ length: 8 }, () => fixture.key()));
  const aliasName = "alias/contended";
  const results = await Promise.allSettled(
    keys.map(({ keyId }) => fixture.kms.call("CreateAlias", CALLER, { aliasName, targetKeyId: keyId })),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const again = fixture.kms.call("CreateAlias", CALLER, { aliasName, targetKeyId: keys[0]!.keyId });
  expect(await refusal(again)).toEqual({
    code: "ALIAS_EXISTS",
    message: `An alias with the name ${aliasArn(aliasName)} already exists`,
    field: "aliasName",
  });
});

test("a key has at most 50 aliases, made or moved there", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const [full, other] = [await fixture.key(), await fixture.key()];
  const create = (number: number) =>
    call("CreateAlias", CALLER, { aliasName: `alias/a${number}`, targetKeyId: full.keyId });
  const results = await Promise.allSettled(Array.from({ length: 55 }, (_, number) => create(number)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(LIMITS.kmsAliasesPerKeyMax);
  expect(await refusal(create(60))).toMatchObject({ code: "KMS_LIMIT_EXCEEDED" });
  await call("CreateAlias", CALLER, { aliasName: "alias/b", targetKeyId: other.keyId });
  const move = { aliasName: "alias/b", targetKeyId: full.keyId };
  expect(await refusal(call("UpdateAlias", CALLER, move))).toMatchObject({ code: "KMS_LIMIT_EXCEEDED" });
  await call("UpdateAlias", CALLER, { aliasName: "alias/a0", targetKeyId: full.keyId });
  await call("DeleteAlias", CALLER, { aliasName: "alias/a0" });
  await call("UpdateAlias", CALLER, move);
});

test("alias/aws/ebs is there by itself: one key, however many ask at once", async () => {
  await using fixture = await startFixture();
  const { call, client } = fixture.kms;
  const [described, listed, generated] = await Promise.all([
    Promise.all(Array.from({ length: 10 }, () => client.describeKey(CALLER, { keyId: EBS_ALIAS }))),
    call("ListAliases", CALLER, {}),
    client.generateDataKeyWithoutPlaintext(THROUGH_EC2, {
      keyId: aliasArn(EBS_ALIAS),
      numberOfBytes: 64,
      encryptionContext: { "aws:ebs:id": "vol-1" },
    }),
  ]);
  expect(new Set([...described.map(({ arn }) => arn), generated.keyArn]).size).toBe(1);
  expect(listed.aliases.map(({ aliasName }) => aliasName)).toEqual([EBS_ALIAS]);
  expect(fixture.tables.keys.size).toBe(1);
  const { keyMetadata } = await call("DescribeKey", CALLER, { keyId: EBS_ALIAS });
  expect(keyMetadata).toMatchObject({
    keyManager: "AWS",
    description: "Default key that protects my EBS volumes when no other key is defined",
  });
  await fixture.restart();
  expect((await fixture.kms.client.describeKey(CALLER, { keyId: EBS_ALIAS })).arn).toBe(keyMetadata.arn);
});

test("ListKeys makes the key of EBS too, and a crash before its alias does not make a second one", async () => {
  await using fixture = await startFixture();
  const { keys } = await fixture.kms.call("ListKeys", CALLER, {});
  expect(keys).toHaveLength(1);
  await fixture.tables.aliases.write((writes) => writes.delete(EBS_ALIAS));
  await fixture.restart();
  const described = await fixture.kms.client.describeKey(CALLER, { keyId: EBS_ALIAS });
  expect(described.keyId).toBe(keys[0]!.keyId);
  expect(fixture.tables.keys.size).toBe(1);
});

test("the AWS managed key can be used through its service, and not be changed", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const { keyId, arn } = (await call("DescribeKey", CALLER, { keyId: EBS_ALIAS })).keyMetadata;
  const encrypt = { keyId: EBS_ALIAS, plaintext: Buffer.of(1) };
  const { ciphertextBlob } = await call("Encrypt", THROUGH_EC2, encrypt);
  expect((await call("Decrypt", THROUGH_EC2, { ciphertextBlob })).keyId).toBe(arn);
  for (const caller of [CALLER, { ...CALLER, viaService: "s3.us-east-1.amazonaws.com" }]) {
    expect(await refusal(call("Encrypt", caller, encrypt))).toMatchObject({ code: "ACCESS_DENIED" });
    expect(await refusal(call("Decrypt", caller, { ciphertextBlob }))).toMatchObject({ code: "ACCESS_DENIED" });
  }
  const other = await fixture.key();
  await call("CreateAlias", CALLER, { aliasName: "alias/other", targetKeyId: other.keyId });
  const changes = {
    EnableKey: call("EnableKey", CALLER, { keyId }),
    DisableKey: call("DisableKey", CALLER, { keyId }),
    ScheduleKeyDeletion: call("ScheduleKeyDeletion", CALLER, { keyId }),
    CancelKeyDeletion: call("CancelKeyDeletion", CALLER, { keyId }),
    CreateAlias: call("CreateAlias", CALLER, { aliasName: "alias/mine", targetKeyId: keyId }),
    UpdateAlias: call("UpdateAlias", CALLER, { aliasName: "alias/other", targetKeyId: keyId }),
  };
  for (const [action, change] of Object.entries(changes)) {
    expect(await refusal(change)).toEqual({
      code: "ACCESS_DENIED",
      message: `User: ${CALLER.arn} is not authorized to perform: kms:${action} on resource: ${arn} because no resource-based policy allows the kms:${action} action`,
    });
  }
  expect((await call("DescribeKey", CALLER, { keyId })).keyMetadata.keyState).toBe("Enabled");
});
