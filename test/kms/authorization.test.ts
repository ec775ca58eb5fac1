import { expect, test } from "vitest";
import type { EnvolError } from "#envol/errors.ts";
import { createEmbeddedKms } from "#envol/kms/embedded/embedded-kms.ts";
import type { OperationName } from "#envol/kms/embedded/operation-names.ts";
import type { KeyRecord } from "#envol/kms/embedded/records.ts";
import { LIMITS } from "#envol/limits.ts";
import { ACCOUNT, ADMINISTRATORS, CALLER, refusal, startFixture } from "./fixture.ts";
import { memoryTable } from "./memory-table.ts";

test("principals of another account may do nothing, by any operation", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const [{ keyId }, other] = [await fixture.key(), await fixture.key()];
  await call("CreateAlias", CALLER, { aliasName: "alias/a", targetKeyId: keyId });
  const plaintext = Buffer.from("text");
  const { ciphertextBlob } = await call("Encrypt", CALLER, { keyId, plaintext });
  const stranger = { arn: "arn:aws:iam::999999999999:root", accountId: "999999999999" };
  const requests: Partial<Record<OperationName, object>> = {
    CreateKey: {},
    DescribeKey: { keyId },
    ListKeys: {},
    EnableKey: { keyId },
    DisableKey: { keyId },
    ScheduleKeyDeletion: { keyId },
    CancelKeyDeletion: { keyId },
    CreateAlias: { aliasName: "alias/b", targetKeyId: keyId },
    UpdateAlias: { aliasName: "alias/a", targetKeyId: keyId },
    DeleteAlias: { aliasName: "alias/a" },
    ListAliases: {},
    ListGrants: { keyId },
    RevokeGrant: { keyId, grantId: "0".repeat(64) },
    GenerateDataKey: { keyId, numberOfBytes: 64 },
    GenerateDataKeyWithoutPlaintext: { keyId, numberOfBytes: 64 },
    Encrypt: { keyId, plaintext },
    Decrypt: { ciphertextBlob },
    ReEncrypt: { ciphertextBlob, destinationKeyId: other.keyId },
  };
  const before = JSON.stringify(Object.values(fixture.tables).map((table) => [...table.entries()]));
  for (const [name, request] of Object.entries(requests)) {
    const refused = await refusal(call(name as OperationName, stranger, request as never));
    expect(refused, name).toMatchObject({ code: "ACCESS_DENIED" });
    expect(refused.message).toContain(`User: ${stranger.arn} is not authorized to perform: kms:`);
  }
  expect(JSON.stringify(Object.values(fixture.tables).map((table) => [...table.entries()]))).toBe(before);
});

test("the default key policy leaves it to the account's own policies which of its users may use a key", async () => {
  await using fixture = await startFixture();
  const { keyId, arn } = await fixture.key();
  const user = { arn: `arn:aws:iam::${ACCOUNT}:user/someone`, accountId: ACCOUNT };
  expect(await refusal(fixture.kms.call("DisableKey", user, { keyId }))).toEqual({
    code: "ACCESS_DENIED",
    message: `User: ${user.arn} is not authorized to perform: kms:DisableKey on resource: ${arn} because no identity-based policy allows the kms:DisableKey action`,
  });
  await fixture.restart({ identities: ADMINISTRATORS });
  await fixture.kms.call("DisableKey", user, { keyId });
  expect((await fixture.kms.call("DescribeKey", user, { keyId })).keyMetadata.keyState).toBe("Disabled");
});

test("the account has at most so many keys, counting those in the making", async () => {
  await using fixture = await startFixture();
  const keys = memoryTable<KeyRecord>();
  const almostFull = { ...keys };
  // Only the number stands for the keys that are there: making 100,000 would take minutes.
  Object.defineProperty(almostFull, "size", { get: () => keys.size + LIMITS.kmsKeysMax - 3 });
  await fixture.kms.close();
  fixture.kms = await createEmbeddedKms({ ...fixture.options, tables: { ...fixture.tables, keys: almostFull } });
  const results = await Promise.allSettled(Array.from({ length: 5 }, () => fixture.key()));
  const failures = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  expect(failures).toHaveLength(2);
  for (const failure of failures) expect((failure as EnvolError).code).toBe("KMS_LIMIT_EXCEEDED");
  expect((await fixture.files()).size).toBe(3);
});

test("each use of a key is told as an event, with its context and volume", async () => {
  await using fixture = await startFixture();
  const { call, client } = fixture.kms;
  const { keyId, arn } = await fixture.key();
  const encryptionContext = { "aws:ebs:id": "vol-1", purpose: "test" };
  const context = { "context.aws:ebs:id": "vol-1", "context.purpose": "test" };
  const { ciphertextBlob } = await client.generateDataKeyWithoutPlaintext(CALLER, {
    keyId,
    numberOfBytes: 64,
    encryptionContext,
  });
  await call("GenerateDataKey", CALLER, { keyId, keySpec: "AES_256" });
  await client.decrypt(CALLER, { ciphertextBlob, encryptionContext });
  await refusal(client.decrypt(CALLER, { ciphertextBlob, encryptionContext: {} }));
  await call("DisableKey", CALLER, { keyId });
  await refusal(client.decrypt(CALLER, { ciphertextBlob, encryptionContext }));
  await call("ScheduleKeyDeletion", CALLER, { keyId });
  await refusal(client.decrypt(CALLER, { ciphertextBlob, encryptionContext }));
  const about = { keyArn: arn, volumeId: "vol-1" };
  const told = fixture.events.map(({ sequence: _, timeMs: __, ...fact }) => fact);
  expect(told).toEqual([
    { type: "KeyStateChanged", keyArn: arn, state: "Enabled" },
    {
      type: "DataKeyWrapped",
      ...about,
      detail: { operation: "GenerateDataKeyWithoutPlaintext", numberOfBytes: "64", ...context },
    },
    { type: "DataKeyWrapped", keyArn: arn, detail: { operation: "GenerateDataKey", numberOfBytes: "32" } },
    { type: "DataKeyUnwrapped", ...about, detail: context },
    { type: "KeyStateChanged", keyArn: arn, state: "Disabled" },
    { type: "DataKeyUnwrapRefused", ...about, detail: { reason: "KEY_DISABLED", ...context } },
    { type: "KeyStateChanged", keyArn: arn, state: "PendingDeletion" },
    { type: "DataKeyUnwrapRefused", ...about, detail: { reason: "KEY_STATE_INVALID", ...context } },
  ]);
});
