import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, stat, unlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { createEmbeddedKms } from "#envol/kms/embedded/embedded-kms.ts";
import type { KeyRecord } from "#envol/kms/embedded/records.ts";
import { CALLER, DAY_MS, type Fixture, refusal, startFixture, until } from "./fixture.ts";

const PLAINTEXT = Buffer.from("sixteen bytes ok");

async function sealedUnder(fixture: Fixture, keyId: string): Promise<Uint8Array> {
  const { ciphertextBlob } = await fixture.kms.call("Encrypt", CALLER, { keyId, plaintext: PLAINTEXT });
  return ciphertextBlob;
}

async function open(fixture: Fixture, ciphertextBlob: Uint8Array): Promise<Buffer> {
  return Buffer.from((await fixture.kms.call("Decrypt", CALLER, { ciphertextBlob })).plaintext);
}

async function stateOf(fixture: Fixture, keyId: string): Promise<string> {
  return (await fixture.kms.call("DescribeKey", CALLER, { keyId })).keyMetadata.keyState;
}

test("a new key is described as AWS does", async () => {
  await using fixture = await startFixture();
  const tags = [{ tagKey: "team", tagValue: "storage" }];
  const { keyMetadata } = await fixture.kms.call("CreateKey", CALLER, { description: "for tests", tags });
  expect(keyMetadata).toEqual({
    customerMasterKeySpec: "SYMMETRIC_DEFAULT",
    keyId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
    arn: `arn:aws:kms:us-east-1:111122223333:key/${keyMetadata.keyId}`,
    awsAccountId: "111122223333",
    creationDateMs: fixture.clock.now(),
    enabled: true,
    description: "for tests",
    keyUsage: "ENCRYPT_DECRYPT",
    keyState: "Enabled",
    origin: "AWS_KMS",
    keyManager: "CUSTOMER",
    keySpec: "SYMMETRIC_DEFAULT",
    encryptionAlgorithms: ["SYMMETRIC_DEFAULT"],
    multiRegion: false,
    currentKeyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(fixture.tables.keys.get(keyMetadata.keyId)?.tags).toEqual(tags);
});

test("disable, enable, schedule, cancel: the states that a key goes through", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const { keyId, arn } = await fixture.key();
  const blob = await sealedUnder(fixture, keyId);

  await call("DisableKey", CALLER, { keyId });
  expect(await stateOf(fixture, keyId)).toBe("Disabled");
  expect(await refusal(open(fixture, blob))).toEqual({ code: "KEY_DISABLED", message: `${arn} is disabled.` });
  await call("EnableKey", CALLER, { keyId: arn });
  expect(await open(fixture, blob)).toEqual(PLAINTEXT);

  const scheduled = await call("ScheduleKeyDeletion", CALLER, { keyId });
  const deletionDateMs = fixture.clock.now() + 30 * DAY_MS;
  expect(scheduled).toEqual({ keyId: arn, deletionDateMs, keyState: "PendingDeletion", pendingWindowInDays: 30 });
  const { keyMetadata } = await call("DescribeKey", CALLER, { keyId });
  expect(keyMetadata).toMatchObject({ deletionDateMs, enabled: false });
  expect(await refusal(open(fixture, blob))).toEqual({
    code: "KEY_STATE_INVALID",
    message: `${arn} is pending deletion.`,
  });

  expect(await call("CancelKeyDeletion", CALLER, { keyId })).toEqual({ keyId: arn });
  const cancelled = (await call("DescribeKey", CALLER, { keyId })).keyMetadata;
  expect(cancelled.keyState).toBe("Disabled");
  expect(cancelled).not.toHaveProperty("deletionDateMs");
  fixture.clock.advance(31 * DAY_MS);
  await call("EnableKey", CALLER, { keyId });
  expect(await open(fixture, blob)).toEqual(PLAINTEXT);
});

test("a due key is destroyed: record, aliases, grants and the bytes of its material", async () => {
  await using fixture = await startFixture();
  const { call, client } = fixture.kms;
  const { keyId, arn } = await fixture.key();
  const kept = await fixture.key();
  const [blob, keptBlob] = [await sealedUnder(fixture, keyId), await sealedUnder(fixture, kept.keyId)];
  await call("CreateAlias", CALLER, { aliasName: "alias/doomed", targetKeyId: keyId });
  const grant = { granteePrincipal: CALLER.arn, retiringPrincipal: CALLER.arn, operations: ["Decrypt"] };
  await client.createGrant(CALLER, { ...grant, keyId, encryptionContextSubset: {} });
  const [wrapped] = [...(await fixture.files())].filter(([path]) => path.includes(keyId)).map(([, bytes]) => bytes);
  expect(wrapped).toHaveLength(61);

  await call("ScheduleKeyDeletion", CALLER, { keyId, pendingWindowInDays: 7 });
  fixture.clock.advance(7 * DAY_MS - 1);
  expect(await stateOf(fixture, keyId)).toBe("PendingDeletion");
  fixture.clock.advance(1);
  await until(() => fixture.events.some(({ type }) => type === "KeyMaterialDestroyed"));

  expect(fixture.events.at(-1)).toMatchObject({ type: "KeyMaterialDestroyed", keyArn: arn });
  const gone = { code: "KEY_NOT_FOUND", message: `Key '${arn}' does not exist` };
  expect(await refusal(call("DescribeKey", CALLER, { keyId }))).toEqual(gone);
  expect(await refusal(open(fixture, blob))).toEqual(gone);
  expect(await refusal(call("CancelKeyDeletion", CALLER, { keyId }))).toEqual(gone);
  expect(await refusal(call("DescribeKey", CALLER, { keyId: "alias/doomed" }))).toMatchObject({
    code: "KEY_NOT_FOUND",
  });
  expect(fixture.tables.grants.size).toBe(0);
  const files = await fixture.files();
  for (const [path, bytes] of files) {
    expect(path).not.toContain(keyId);
    expect(bytes.includes(wrapped!.subarray(13, 45))).toBe(false);
  }
  await expect(stat(join(fixture.options.materialDirectory, keyId))).rejects.toThrow("ENOENT");
  expect(await open(fixture, keptBlob)).toEqual(PLAINTEXT);
  expect(fixture.failures).toEqual([]);
});

test("destruction overwrites the file before it unlinks it", async () => {
  await using fixture = await startFixture();
  const { keyId } = await fixture.key();
  const [[path, wrapped]] = [...(await fixture.files())] as [[string, Buffer]];
  // A second name for the same bytes on the disk: what destruction leaves of them can be read through it.
  const secondName = join(dirname(fixture.options.materialDirectory), "second-name");
  await link(path, secondName);
  await fixture.kms.call("ScheduleKeyDeletion", CALLER, { keyId, pendingWindowInDays: 7 });
  fixture.clock.advance(7 * DAY_MS);
  await until(() => fixture.events.some(({ type }) => type === "KeyMaterialDestroyed"));
  const left = await readFile(secondName);
  expect(left).toHaveLength(wrapped.length);
  expect(left.equals(wrapped)).toBe(false);
  expect(left.includes(wrapped.subarray(13, 29))).toBe(false);
});

test("a restart keeps keys, states, aliases, grants and ciphertexts, and arms deletions again", async () => {
  await using fixture = await startFixture();
  const [enabled, disabled, doomed] = [await fixture.key(), await fixture.key(), await fixture.key()];
  const blobs = await Promise.all([enabled, disabled, doomed].map(({ keyId }) => sealedUnder(fixture, keyId)));
  await fixture.kms.call("CreateAlias", CALLER, { aliasName: "alias/kept", targetKeyId: enabled.keyId });
  const grant = { granteePrincipal: CALLER.arn, retiringPrincipal: CALLER.arn, operations: ["Decrypt"] };
  const request = { ...grant, keyId: enabled.keyId, encryptionContextSubset: {} };
  const { grantToken } = await fixture.kms.client.createGrant(CALLER, request);
  await fixture.kms.call("DisableKey", CALLER, { keyId: disabled.keyId });
  await fixture.kms.call("ScheduleKeyDeletion", CALLER, { keyId: doomed.keyId, pendingWindowInDays: 10 });
  const before = await fixture.kms.call("ListKeys", CALLER, {});

  await fixture.restart();

  expect(await fixture.kms.call("ListKeys", CALLER, {})).toEqual(before);
  expect(await open(fixture, blobs[0]!)).toEqual(PLAINTEXT);
  expect(await refusal(open(fixture, blobs[1]!))).toMatchObject({ code: "KEY_DISABLED" });
  const bearing = { ciphertextBlob: blobs[0]!, grantTokens: [grantToken], encryptionContext: {} };
  await fixture.kms.client.decrypt(CALLER, bearing);
  const described = await fixture.kms.call("DescribeKey", CALLER, { keyId: "alias/kept" });
  expect(described.keyMetadata.keyId).toBe(enabled.keyId);
  await fixture.kms.call("EnableKey", CALLER, { keyId: disabled.keyId });
  expect(await open(fixture, blobs[1]!)).toEqual(PLAINTEXT);

  fixture.clock.advance(10 * DAY_MS);
  await until(() => fixture.events.some(({ type }) => type === "KeyMaterialDestroyed"));
  expect(await refusal(stateOf(fixture, doomed.keyId))).toMatchObject({ code: "KEY_NOT_FOUND" });
});

test("a key whose deletion became overdue while the KMS was down is destroyed at its start", async () => {
  await using fixture = await startFixture();
  const { keyId, arn } = await fixture.key();
  const other = await fixture.key();
  await fixture.kms.call("ScheduleKeyDeletion", CALLER, { keyId, pendingWindowInDays: 7 });
  await fixture.kms.close();
  fixture.clock.advance(8 * DAY_MS);
  expect(fixture.events.at(-1)?.type).not.toBe("KeyMaterialDestroyed");
  fixture.kms = await createEmbeddedKms(fixture.options);
  expect(fixture.events.at(-1)).toMatchObject({ type: "KeyMaterialDestroyed", keyArn: arn });
  expect([...(await fixture.files()).keys()].every((path) => path.includes(other.keyId))).toBe(true);
});

test("a wrong root key is found at the start, and nothing is removed", async () => {
  await using fixture = await startFixture();
  const { keyId } = await fixture.key();
  const { keyId: disabledId } = await fixture.key();
  await fixture.kms.call("DisableKey", CALLER, { keyId: disabledId });
  const blob = await sealedUnder(fixture, keyId);
  const files = await fixture.files();
  await fixture.kms.close();
  const { code, message } = await refusal(createEmbeddedKms({ ...fixture.options, rootKey: randomBytes(32) }));
  expect(code).toBe("ROOT_KEY_INVALID");
  expect(message).toContain(fixture.options.materialDirectory);
  expect(await fixture.files()).toEqual(files);
  await fixture.restart();
  expect(await open(fixture, blob)).toEqual(PLAINTEXT);
});

test("without key material any root key will do; one of the wrong length never", async () => {
  await using fixture = await startFixture();
  await fixture.restart({ rootKey: randomBytes(32) });
  const short = createEmbeddedKms({ ...fixture.options, rootKey: randomBytes(16) });
  expect(await refusal(short)).toMatchObject({ code: "ROOT_KEY_INVALID" });
});

test.each(["damaged", "exchanged", "lost"])("%s material makes its key unavailable, and no other", async (how) => {
  await using fixture = await startFixture();
  const [hurt, sound] = [await fixture.key(), await fixture.key()];
  const [hurtBlob, soundBlob] = [await sealedUnder(fixture, hurt.keyId), await sealedUnder(fixture, sound.keyId)];
  const paths = [...(await fixture.files()).keys()];
  const hurtFile = paths.find((path) => path.includes(hurt.keyId))!;
  const bytes =
    how === "exchanged" ? await readFile(paths.find((path) => path.includes(sound.keyId))!) : await readFile(hurtFile);
  if (how === "damaged") bytes[20]! ^= 1;
  if (how === "lost") await unlink(hurtFile);
  else await writeFile(hurtFile, bytes);

  await fixture.restart();

  expect(fixture.failures).toHaveLength(1);
  expect(String(fixture.failures[0])).toContain(hurtFile);
  const unavailable = { code: "KEY_UNAVAILABLE", message: `${hurt.arn} is unavailable.` };
  expect(await refusal(open(fixture, hurtBlob))).toEqual(unavailable);
  expect(await open(fixture, soundBlob)).toEqual(PLAINTEXT);
  await fixture.kms.call("DisableKey", CALLER, { keyId: hurt.keyId });
  expect(await refusal(fixture.kms.call("EnableKey", CALLER, { keyId: hurt.keyId }))).toEqual(unavailable);
  expect(await stateOf(fixture, hurt.keyId)).toBe("Disabled");
});

test("what a crash left of keys that are not there is removed at the start", async () => {
  await using fixture = await startFixture();
  const kept = await fixture.key();
  const lost = await fixture.key();
  const { call, client } = fixture.kms;
  await call("CreateAlias", CALLER, { aliasName: "alias/lost", targetKeyId: lost.keyId });
  const grant = { granteePrincipal: CALLER.arn, retiringPrincipal: CALLER.arn, operations: ["Decrypt"] };
  await client.createGrant(CALLER, { ...grant, keyId: lost.keyId, encryptionContextSubset: {} });
  await fixture.kms.close();
  await fixture.tables.keys.write((writes) => writes.delete(lost.keyId));
  // As a crash in the middle of CreateKey leaves it, and of a later change that adds material to a key.
  const directory = fixture.options.materialDirectory;
  await mkdir(join(directory, "00000000-0000-4000-8000-000000000000"));
  await writeFile(join(directory, kept.keyId, "f".repeat(64)), "");
  await writeFile(join(directory, "README"), "not ours");

  await fixture.restart();

  const names = [...(await fixture.files()).keys()].map((path) => path.slice(directory.length + 1)).sort();
  const material = (fixture.tables.keys.get(kept.keyId) as KeyRecord).materials[0]!.materialId;
  expect(names).toEqual([join(kept.keyId, material), "README"].sort());
  await expect(stat(join(directory, "00000000-0000-4000-8000-000000000000"))).rejects.toThrow("ENOENT");
  expect(fixture.tables.aliases.size).toBe(0);
  expect(fixture.tables.grants.size).toBe(0);
});

test("a key whose record cannot be written leaves nothing behind", async () => {
  await using fixture = await startFixture();
  fixture.tables.keys.beforeCommit = () => Promise.reject(new Error("disk full"));
  await expect(fixture.key()).rejects.toThrow("disk full");
  expect(fixture.tables.keys.size).toBe(0);
  expect((await fixture.files()).size).toBe(0);
});

test("a state change that cannot be written changes nothing", async () => {
  await using fixture = await startFixture();
  const { keyId } = await fixture.key();
  const blob = await sealedUnder(fixture, keyId);
  const commit = fixture.tables.keys.beforeCommit;
  const failing = () => Promise.reject(new Error("disk full"));

  fixture.tables.keys.beforeCommit = failing;
  await expect(fixture.kms.call("DisableKey", CALLER, { keyId })).rejects.toThrow("disk full");
  expect(await open(fixture, blob)).toEqual(PLAINTEXT);

  fixture.tables.keys.beforeCommit = commit;
  await fixture.kms.call("DisableKey", CALLER, { keyId });
  fixture.tables.keys.beforeCommit = failing;
  await expect(fixture.kms.call("EnableKey", CALLER, { keyId })).rejects.toThrow("disk full");
  expect(await refusal(open(fixture, blob))).toMatchObject({ code: "KEY_DISABLED" });
});

test("files and directories of key material are for their owner alone", async () => {
  await using fixture = await startFixture();
  const { keyId } = await fixture.key();
  const directory = fixture.options.materialDirectory;
  for (const path of (await fixture.files()).keys()) expect((await stat(path)).mode & 0o777).toBe(0o600);
  for (const path of [directory, join(directory, keyId)]) expect((await stat(path)).mode & 0o777).toBe(0o700);
});

test("no plaintext material, root key or data key is in the tables, files or events", async () => {
  await using fixture = await startFixture();
  const { keyId } = await fixture.key();
  const { plaintext } = await fixture.kms.call("GenerateDataKey", CALLER, { keyId, keySpec: "AES_256" });
  const secrets = [plaintext, fixture.options.rootKey].map((secret) => Buffer.from(secret));
  const tables = Object.values(fixture.tables).flatMap((table) => [...table.entries()]);
  const shown = JSON.stringify([tables, fixture.events]);
  for (const secret of secrets) {
    expect(shown).not.toContain(secret.toString("base64").slice(0, 40));
    expect(shown).not.toContain(secret.toString("hex"));
    for (const bytes of (await fixture.files()).values()) expect(bytes.includes(secret)).toBe(false);
  }
});

test("a closed KMS refuses, and has let what was under way end", async () => {
  await using fixture = await startFixture();
  const made = fixture.key();
  const closed = fixture.kms.close();
  expect(fixture.kms.close()).toBe(closed);
  await closed;
  const { keyId } = await made;
  expect(await refusal(fixture.kms.call("DescribeKey", CALLER, { keyId }))).toMatchObject({ code: "UNAVAILABLE" });
  expect(await refusal(fixture.kms.client.describeKey(CALLER, { keyId }))).toMatchObject({ code: "UNAVAILABLE" });
  await fixture.restart();
  await sealedUnder(fixture, keyId);
  expect(fixture.failures).toEqual([]);
});

test("many keys made and used at once do not mix", async () => {
  await using fixture = await startFixture();
  const keys = await Promise.all(Array.from({ length: 50 }, () => fixture.key()));
  expect(new Set(keys.map(({ keyId }) => keyId)).size).toBe(50);
  await Promise.all(
    keys.map(async ({ keyId, arn }, index) => {
      if (index % 2 === 0) await fixture.kms.call("DisableKey", CALLER, { keyId });
      const asked = fixture.kms.call("Encrypt", CALLER, { keyId, plaintext: PLAINTEXT });
      if (index % 2 === 0) expect(await refusal(asked)).toMatchObject({ message: `${arn} is disabled.` });
      else expect(await open(fixture, (await asked).ciphertextBlob)).toEqual(PLAINTEXT);
    }),
  );
});
