/** Every call, from the client through the door to a core that notes what it was asked, and back. */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ATTACHMENT_ID, CALLER, fakeKms, KEY_METADATA, openDoor, type TestDoor, VOLUME_ID } from "./fakes.ts";

const KEY_ARN = KEY_METADATA.arn;
const blob = Buffer.from("wrapped");
const context = { "aws:ebs:id": VOLUME_ID };

const { call, asked: askedOfKeys } = fakeKms({
  CreateKey: { keyMetadata: KEY_METADATA },
  DescribeKey: { keyMetadata: { ...KEY_METADATA, deletionDateMs: 5, currentKeyMaterialId: "ff" } },
  ListKeys: { keys: [{ keyId: "1", keyArn: KEY_ARN }], nextMarker: "m", truncated: true },
  ScheduleKeyDeletion: { keyId: KEY_ARN, deletionDateMs: 2 ** 41, keyState: "PendingDeletion", pendingWindowInDays: 7 },
  CancelKeyDeletion: { keyId: KEY_ARN },
  ListAliases: {
    aliases: [{ aliasName: "alias/a", aliasArn: "arn", targetKeyId: "1", creationDateMs: 1, lastUpdatedDateMs: 2 }],
    truncated: false,
  },
  ListGrants: {
    grants: [
      {
        keyId: KEY_ARN,
        grantId: "g1",
        creationDateMs: 3,
        granteePrincipal: "arn:grantee",
        retiringPrincipal: "ec2",
        issuingAccount: "arn:aws:iam::1:root",
        operations: ["Decrypt"],
        constraints: { encryptionContextSubset: context },
      },
    ],
    nextMarker: "m",
    truncated: true,
  },
  GenerateDataKey: { ciphertextBlob: blob, plaintext: Buffer.from("p"), keyId: KEY_ARN, keyMaterialId: "ff" },
  GenerateDataKeyWithoutPlaintext: { ciphertextBlob: blob, keyId: KEY_ARN, keyMaterialId: "ff" },
  Encrypt: { ciphertextBlob: blob, keyId: KEY_ARN, encryptionAlgorithm: "SYMMETRIC_DEFAULT" },
  Decrypt: {
    plaintext: Buffer.from("p"),
    keyId: KEY_ARN,
    encryptionAlgorithm: "SYMMETRIC_DEFAULT",
    keyMaterialId: "ff",
  },
  ReEncrypt: {
    ciphertextBlob: blob,
    sourceKeyId: KEY_ARN,
    keyId: "other",
    sourceKeyMaterialId: "ff",
    destinationKeyMaterialId: "ee",
  },
});

let t: TestDoor;
beforeAll(async () => {
  t = await openDoor({ call });
});
afterAll(() => t[Symbol.asyncDispose]());
beforeEach(() => {
  t.volumes.asked.length = 0;
  askedOfKeys.length = 0;
});

describe("volumes", () => {
  const described = {
    volumeId: VOLUME_ID,
    sizeGib: 1,
    state: "in-use",
    createTimeMs: 1_700_000_000_000,
    cipher: "AES_256_GCM",
    encrypted: true,
    wrappedDataKey: Buffer.from([1, 2, 3]),
    tags: [{ key: "Name", value: "täg" }],
    allocatedBytes: 2 ** 46,
  };

  test("createVolume passes what is given, and nothing that is absent", async () => {
    const { volume } = await t.client.volumes.createVolume({
      sizeGib: 3,
      encrypted: true,
      kmsKeyId: "alias/a",
      cipher: "AES_256_GCM",
      tags: [{ key: "k", value: "" }],
    });
    expect(volume).toMatchObject(described);
    await t.client.volumes.createVolume({});
    expect(t.volumes.asked).toEqual([
      [
        "createVolume",
        { sizeGib: 3, encrypted: true, kmsKeyId: "alias/a", cipher: "AES_256_GCM", tags: [{ key: "k", value: "" }] },
      ],
      ["createVolume", {}],
    ]);
  });

  test("describeVolumes passes filters and pages", async () => {
    const filters = [{ name: "status", values: ["available"] }];
    const page = await t.client.volumes.describeVolumes({ filters, maxResults: 5, nextToken: "t" });
    expect(page).toMatchObject({ volumes: [described, { cipher: "CIPHER_UNSPECIFIED" }], nextToken: "next" });
    await t.client.volumes.describeVolumes({});
    expect(t.volumes.asked).toEqual([
      ["describeVolumes", { filters, maxResults: 5, nextToken: "t" }],
      ["describeVolumes", {}],
    ]);
  });

  test("modifyVolume and deleteVolume", async () => {
    const modified = await t.client.volumes.modifyVolume({ volumeId: VOLUME_ID, sizeGib: 2 });
    expect(modified).toMatchObject({ volume: described, originalSizeGib: 1 });
    await t.client.volumes.deleteVolume({ volumeId: VOLUME_ID });
    expect(t.volumes.asked).toEqual([
      ["modifyVolume", { volumeId: VOLUME_ID, sizeGib: 2 }],
      ["deleteVolume", { volumeId: VOLUME_ID }],
    ]);
  });

  test("attachVolume and detachVolume", async () => {
    const { attachment } = await t.client.volumes.attachVolume({ volumeId: VOLUME_ID, readOnly: true });
    expect(attachment).toEqual({ ...t.volumes.attachment, nbdUri: "" });
    const detached = await t.client.volumes.detachVolume({ volumeId: VOLUME_ID, attachmentId: ATTACHMENT_ID });
    expect(detached.attachment?.state).toBe("detached");
    expect(t.volumes.asked).toEqual([
      ["attachVolume", { volumeId: VOLUME_ID, readOnly: true }],
      ["detachVolume", { volumeId: VOLUME_ID, attachmentId: ATTACHMENT_ID }],
    ]);
  });
});

describe("blocks", () => {
  const at = { volumeId: VOLUME_ID, offsetBytes: 8192 };

  test("read gives what write wrote, through the attachment named", async () => {
    await t.client.blocks.write({ ...at, attachmentId: ATTACHMENT_ID, data: Buffer.from("hello") });
    const { data } = await t.client.blocks.read({ ...at, lengthBytes: 5 });
    expect(data.toString()).toBe("hello");
    expect(t.volumes.asked).toEqual([
      ["device", { volumeId: VOLUME_ID, attachmentId: ATTACHMENT_ID }],
      ["device", { volumeId: VOLUME_ID, attachmentId: undefined }],
    ]);
  });

  test("write passes forceUnitAccess; flush flushes", async () => {
    await t.client.blocks.write({ ...at, data: Buffer.from("x"), forceUnitAccess: true });
    await t.client.blocks.flush({ volumeId: VOLUME_ID });
    expect(t.device).toMatchObject({ forced: 1, flushes: 1 });
  });

  test("discard and writeZeroes zero their range, with their options", async () => {
    await t.client.blocks.write({ ...at, data: Buffer.alloc(8, 1) });
    await t.client.blocks.discard({ ...at, lengthBytes: 4 });
    await t.client.blocks.writeZeroes({ ...at, offsetBytes: 8196, lengthBytes: 2, allocate: true });
    const { data } = await t.client.blocks.read({ ...at, lengthBytes: 8 });
    expect([...data]).toEqual([0, 0, 0, 0, 0, 0, 1, 1]);
    expect(t.device.zeroed).toEqual([{ allocate: true, forceUnitAccess: false }]);
  });

  test("getAllocation reaches to the end of the volume when no length is given", async () => {
    const { extents } = await t.client.blocks.getAllocation(at);
    expect(extents).toEqual([{ offsetBytes: 8192, lengthBytes: t.device.sizeBytes - 8192, allocated: true }]);
    const some = await t.client.blocks.getAllocation({ ...at, lengthBytes: 512 });
    expect(some.extents).toEqual([{ offsetBytes: 8192, lengthBytes: 512, allocated: true }]);
  });

  test("peekSector shows the stored sector; a sequence number above 2^32 stays exact", async () => {
    const stored = await t.client.blocks.peekSector({ volumeId: VOLUME_ID, sector: 2 ** 33 });
    expect(stored).toMatchObject({
      sector: 2 ** 33,
      cipher: "AES_256_XTS",
      recordSequence: 2 ** 40,
      slot: 3,
      storedBytes: Buffer.from([9]),
      nonce: Buffer.alloc(0),
    });
  });
});

describe("keys", () => {
  const caller = expect.objectContaining(CALLER);

  test("each operation passes its request with the door's caller, and its answer back", async () => {
    const { keys: client } = t.client;
    expect((await client.createKey({ description: "d" })).keyMetadata).toMatchObject({
      arn: KEY_ARN,
      deletionDateMs: 0,
    });
    expect((await client.describeKey({ keyId: "1" })).keyMetadata).toMatchObject({
      deletionDateMs: 5,
      currentKeyMaterialId: "ff",
      encryptionAlgorithms: ["SYMMETRIC_DEFAULT"],
    });
    expect(await client.listKeys({ limit: 1 })).toEqual({
      keys: [{ keyId: "1", keyArn: KEY_ARN }],
      nextMarker: "m",
      truncated: true,
    });
    expect(await client.enableKey({ keyId: "1" })).toEqual({});
    expect(await client.disableKey({ keyId: "1" })).toEqual({});
    expect(await client.scheduleKeyDeletion({ keyId: "1", pendingWindowInDays: 7 })).toMatchObject({
      deletionDateMs: 2 ** 41,
      pendingWindowInDays: 7,
    });
    expect(await client.cancelKeyDeletion({ keyId: "1" })).toEqual({ keyId: KEY_ARN });
    expect(askedOfKeys).toEqual([
      ["CreateKey", caller, { description: "d" }],
      ["DescribeKey", caller, { keyId: "1" }],
      ["ListKeys", caller, { limit: 1 }],
      ["EnableKey", caller, { keyId: "1" }],
      ["DisableKey", caller, { keyId: "1" }],
      ["ScheduleKeyDeletion", caller, { keyId: "1", pendingWindowInDays: 7 }],
      ["CancelKeyDeletion", caller, { keyId: "1" }],
    ]);
  });

  test("aliases", async () => {
    const { keys: client } = t.client;
    const alias = { aliasName: "alias/a", targetKeyId: "1" };
    await client.createAlias(alias);
    await client.updateAlias(alias);
    await client.deleteAlias({ aliasName: "alias/a" });
    const { aliases, truncated } = await client.listAliases({});
    expect(aliases).toMatchObject([{ aliasName: "alias/a", lastUpdatedDateMs: 2 }]);
    expect(truncated).toBe(false);
    expect(askedOfKeys).toEqual([
      ["CreateAlias", caller, alias],
      ["UpdateAlias", caller, alias],
      ["DeleteAlias", caller, { aliasName: "alias/a" }],
      ["ListAliases", caller, {}],
    ]);
  });

  test("grants", async () => {
    const { keys: client } = t.client;
    const { grants, nextMarker, truncated } = await client.listGrants({ keyId: "1", limit: 1 });
    expect(grants).toMatchObject([
      { grantId: "g1", name: "", issuingAccount: "1", operations: ["Decrypt"], encryptionContextSubset: context },
    ]);
    expect([nextMarker, truncated]).toEqual(["m", true]);
    await client.revokeGrant({ keyId: "1", grantId: "g1" });
    expect(askedOfKeys).toEqual([
      ["ListGrants", caller, { keyId: "1", limit: 1 }],
      ["RevokeGrant", caller, { keyId: "1", grantId: "g1" }],
    ]);
  });

  test("the cryptographic operations", async () => {
    const { keys: client } = t.client;
    const made = await client.generateDataKey({ keyId: "1", numberOfBytes: 64, encryptionContext: context });
    expect(made).toMatchObject({ ciphertextBlob: blob, plaintext: Buffer.from("p"), keyMaterialId: "ff" });
    const wrapped = await client.generateDataKeyWithoutPlaintext({ keyId: "1", keySpec: "AES_256" });
    expect(wrapped).toEqual({ ciphertextBlob: blob, keyId: KEY_ARN, keyMaterialId: "ff" });
    expect((await client.encrypt({ keyId: "1", plaintext: Buffer.from("p") })).ciphertextBlob).toEqual(blob);
    expect((await client.decrypt({ ciphertextBlob: blob, encryptionContext: context })).plaintext).toEqual(
      Buffer.from("p"),
    );
    const again = await client.reEncrypt({
      ciphertextBlob: blob,
      destinationKeyId: "2",
      sourceEncryptionContext: context,
    });
    expect(again).toMatchObject({ keyId: "other", destinationKeyMaterialId: "ee" });
    expect(askedOfKeys).toEqual([
      ["GenerateDataKey", caller, { keyId: "1", numberOfBytes: 64, encryptionContext: context }],
      ["GenerateDataKeyWithoutPlaintext", caller, { keyId: "1", keySpec: "AES_256" }],
      ["Encrypt", caller, { keyId: "1", plaintext: Buffer.from("p") }],
      ["Decrypt", caller, { ciphertextBlob: blob, encryptionContext: context }],
      ["ReEncrypt", caller, { ciphertextBlob: blob, destinationKeyId: "2", sourceEncryptionContext: context }],
    ]);
  });
});
