/** As whom the volumes call the KMS: on behalf of whoever creates and attaches, and else under the attachment's grant. */

import { rm } from "node:fs/promises";
import { expect, it } from "vitest";
import { EnvolError } from "#envol/errors.ts";
import type { KmsCaller, KmsClient } from "#envol/kms/kms-client.ts";
import { ROOT_CALLER, startCore } from "./core.ts";

const ACCOUNT = "000000000000";
const ALICE: KmsCaller = {
  arn: `arn:aws:iam::${ACCOUNT}:user/alice`,
  accountId: ACCOUNT,
  sourceIpAddress: "192.0.2.1",
  userAgent: "a program",
};
const INSTANCE_ID = "i-0123456789abcdef0";
const SERVICE = "ec2.us-east-1.amazonaws.com";

/** What CloudTrail shows of a call that EC2 makes with the permissions of its own caller. */
const FORWARDED = {
  arn: ALICE.arn,
  accountId: ACCOUNT,
  viaService: SERVICE,
  invokedBy: "ec2-frontend-api.amazonaws.com",
  sourceIpAddress: "ec2-frontend-api.amazonaws.com",
  userAgent: "ec2-frontend-api.amazonaws.com",
};
const INFRASTRUCTURE = {
  arn: `arn:aws:sts::${ACCOUNT}:assumed-role/aws:ec2-infrastructure/${INSTANCE_ID}`,
  accountId: ACCOUNT,
  viaService: SERVICE,
  invokedBy: "AWS Internal",
};

interface Seen {
  readonly operation: string;
  readonly caller: KmsCaller;
  readonly request: Record<string, unknown>;
}

/** A KMS that notes who calls what, and denies what it is told to. */
function recordingKms(kms: KmsClient, seen: Seen[], denies: (call: Seen) => boolean): KmsClient {
  const record = (operation: string, run: unknown) => async (caller: KmsCaller, request: Record<string, unknown>) => {
    const call = { operation, caller, request };
    seen.push(call);
    if (denies(call)) {
      const message = `User: ${caller.arn} is not authorized to perform: kms:${operation} on resource: it`;
      throw new EnvolError("ACCESS_DENIED", message);
    }
    return (run as (...args: unknown[]) => unknown)(caller, request);
  };
  const operations = Object.entries(kms).map(([name, run]) => [name, record(name, run)]);
  const { onKeyUsability, useKey } = kms;
  return { ...Object.fromEntries(operations), onKeyUsability, useKey } as KmsClient;
}

async function start(options: { directory?: string; denies?: (call: Seen) => boolean } = {}) {
  const seen: Seen[] = [];
  const { denies = () => false, ...where } = options;
  const core = await startCore({ ...where, wrapKms: (kms) => recordingKms(kms, seen, denies) });
  return { core, seen, [Symbol.asyncDispose]: () => core[Symbol.asyncDispose]() };
}

/** What Alice needs, and nothing else: AWS KMS Developer Guide, "How Amazon EBS uses AWS KMS". */
const POLICY = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: { AWS: ROOT_CALLER.arn }, Action: "kms:*", Resource: "*" },
    {
      Effect: "Allow",
      Principal: { AWS: ALICE.arn },
      Action: ["kms:DescribeKey", "kms:GenerateDataKeyWithoutPlaintext"],
      Resource: "*",
      Condition: { StringEquals: { "kms:ViaService": SERVICE } },
    },
    {
      Effect: "Allow",
      Principal: { AWS: ALICE.arn },
      Action: "kms:CreateGrant",
      Resource: "*",
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ],
});

/** A key that lets Alice make volumes and attach them. */
async function makeKey({ core }: Awaited<ReturnType<typeof start>>): Promise<string> {
  return (await core.call("CreateKey", ROOT_CALLER, { policy: POLICY })).keyMetadata.keyId;
}

it("creates and attaches with the caller's permissions, and unwraps under the grant", async () => {
  await using test = await start();
  const { volumes } = test.core;
  const kmsKeyId = await makeKey(test);
  const { volumeId } = await volumes.createVolume(ALICE, { sizeGib: 1, encrypted: true, kmsKeyId });
  await volumes.attachVolume(ALICE, { volumeId, instanceId: INSTANCE_ID });
  await volumes.detachVolume({ volumeId });
  expect(test.seen.map(({ operation, caller }) => [operation, caller])).toEqual([
    ["describeKey", FORWARDED],
    ["generateDataKeyWithoutPlaintext", FORWARDED],
    ["createGrant", FORWARDED],
    ["decrypt", expect.objectContaining(INFRASTRUCTURE)],
    ["retireGrant", expect.objectContaining({ arn: SERVICE, accountId: ACCOUNT })],
  ]);
  const [, , grant, decrypt] = test.seen;
  expect(grant?.request).toMatchObject({ granteePrincipal: INFRASTRUCTURE.arn, operations: ["Decrypt"] });
  expect(decrypt?.request["grantTokens"]).toEqual([expect.any(String)]);
});

it("attaches again after a restart without anybody's permissions but the grant's", async () => {
  let crashed: string;
  {
    await using test = await start();
    const { volumes } = test.core;
    const kmsKeyId = await makeKey(test);
    const { volumeId } = await volumes.createVolume(ALICE, { sizeGib: 1, encrypted: true, kmsKeyId });
    await volumes.attachVolume(ALICE, { volumeId, instanceId: INSTANCE_ID });
    await volumes.device(volumeId).write(0, Buffer.alloc(4096, 5));
    await volumes.device(volumeId).flush();
    crashed = await test.core.copyAsCrashed();
  }
  try {
    // Alice may do nothing any more, and the account may not even look at the key.
    await using again = await start({ directory: crashed, denies: ({ operation }) => operation !== "decrypt" });
    const { volumes } = again.core;
    const { volumeId } = volumes.describeVolumes({}).volumes[0] ?? { volumeId: "" };
    expect(await volumes.device(volumeId).read(0, 1)).toEqual(Buffer.from([5]));
    expect(again.seen.some(({ caller }) => caller.arn === ALICE.arn)).toBe(false);
    const decrypt = again.seen.at(-1);
    expect(decrypt).toMatchObject({ operation: "decrypt", caller: INFRASTRUCTURE });
    expect(decrypt?.request["grantTokens"]).toEqual([expect.any(String)]);
  } finally {
    await rm(crashed, { recursive: true });
  }
});

it.each(["describeKey", "generateDataKeyWithoutPlaintext"])(
  "refuses to create for a caller who is denied %s, and leaves nothing",
  async (denied) => {
    const denies = ({ operation, caller }: Seen) => operation === denied && caller.arn === ALICE.arn;
    await using test = await start({ denies });
    const { volumes } = test.core;
    const request = { sizeGib: 1, encrypted: true, kmsKeyId: await makeKey(test) };
    await expect(volumes.createVolume(ALICE, request)).rejects.toMatchObject({
      code: "ACCESS_DENIED",
      field: "kmsKeyId",
      message: `kmsKeyId: Given key ID is not accessible. User: ${ALICE.arn} is not authorized to perform: kms:${denied} on resource: it`,
    });
    expect(volumes.describeVolumes({}).volumes).toEqual([]);
    await volumes.createVolume(ROOT_CALLER, request);
  },
);

it("refuses to attach for a caller who may not give the grant, and leaves the volume for others", async () => {
  const denies = ({ operation, caller }: Seen) => operation === "createGrant" && caller.arn === ALICE.arn;
  await using test = await start({ denies });
  const { volumes } = test.core;
  const request = { sizeGib: 1, encrypted: true, kmsKeyId: await makeKey(test) };
  const { volumeId } = await volumes.createVolume(ALICE, request);
  await expect(volumes.attachVolume(ALICE, { volumeId })).rejects.toMatchObject({
    code: "ACCESS_DENIED",
    message:
      `Volume ${volumeId} cannot be attached. The encrypted volume was unable to access the KMS key. ` +
      `User: ${ALICE.arn} is not authorized to perform: kms:createGrant on resource: it`,
  });
  expect(volumes.describeVolumes({}).volumes[0]).toMatchObject({ state: "available", attachments: [] });
  expect(test.seen.some(({ operation }) => operation === "decrypt")).toBe(false);
  await volumes.attachVolume(ROOT_CALLER, { volumeId });
});

it("refuses to attach as with a revoked key when it is EC2 that may not unwrap, and takes the grant back", async () => {
  await using test = await start({ denies: ({ operation }) => operation === "decrypt" });
  const { volumes } = test.core;
  const kmsKeyId = await makeKey(test);
  const { volumeId } = await volumes.createVolume(ALICE, { sizeGib: 1, encrypted: true, kmsKeyId });
  await expect(volumes.attachVolume(ALICE, { volumeId })).rejects.toMatchObject({ code: "KEY_REVOKED" });
  expect((await test.core.call("ListGrants", ROOT_CALLER, { keyId: kmsKeyId })).grants).toEqual([]);
});

it("is decided by the key's policy: who makes, who attaches, and that nobody unwraps but EC2", async () => {
  await using test = await start();
  const { volumes, call } = test.core;
  const kmsKeyId = await makeKey(test);
  const request = { sizeGib: 1, encrypted: true, kmsKeyId };
  const bob = { ...ALICE, arn: `arn:aws:iam::${ACCOUNT}:user/bob` };
  await expect(volumes.createVolume(bob, request)).rejects.toMatchObject({ code: "ACCESS_DENIED" });
  const { volumeId, wrappedDataKey } = await volumes.createVolume(ALICE, request);
  await expect(volumes.attachVolume(bob, { volumeId })).rejects.toMatchObject({ code: "ACCESS_DENIED" });
  await volumes.attachVolume(ALICE, { volumeId, instanceId: INSTANCE_ID });
  await volumes.device(volumeId).write(0, Buffer.alloc(4096));
  // What she may do through EC2, she may not do herself; and not even what EC2 may.
  const direct = { ciphertextBlob: wrappedDataKey as Uint8Array, encryptionContext: { "aws:ebs:id": volumeId } };
  await expect(call("Decrypt", ALICE, direct)).rejects.toMatchObject({ code: "ACCESS_DENIED" });
  const grant = { keyId: kmsKeyId, granteePrincipal: ALICE.arn, operations: ["Decrypt"] as const };
  await expect(test.core.call("CreateGrant", ALICE, grant)).rejects.toMatchObject({ code: "ACCESS_DENIED" });
});

it("asks nothing of the KMS on anybody's behalf for a volume that is not encrypted", async () => {
  await using test = await start({ denies: () => true });
  const { volumes } = test.core;
  const { volumeId } = await volumes.createVolume(ALICE, { sizeGib: 1, encrypted: false });
  await volumes.attachVolume(ALICE, { volumeId });
  await volumes.device(volumeId).write(0, Buffer.alloc(1));
  expect(test.seen).toEqual([]);
});
