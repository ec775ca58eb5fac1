/** PrincipalService over a whole daemon: what is made can call, may do what its policies say, and can be taken back. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EnvolClient } from "#envol/client/client.ts";
import type { Principal__Output as Principal } from "#envol/gen/envol/v1/Principal.ts";
import { type Envol, startEnvol } from "#envol/kit/start-envol.ts";

const ACCOUNT = "000000000000";
const USE_KEYS = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Action: ["kms:DescribeKey", "kms:GenerateDataKeyWithoutPlaintext"], Resource: "*" },
    { Effect: "Allow", Action: "kms:CreateGrant", Resource: "*" },
  ],
});

let envol: Envol;
beforeAll(async () => {
  envol = await startEnvol();
});
afterAll(() => envol.close());

let made = 0;

/** A user that nothing else uses, and a client of theirs. */
async function newUser() {
  made += 1;
  const name = `user-${made}`;
  const { principal } = await envol.principals.createPrincipal({ kind: "user", name });
  const arn = (principal as Principal).arn;
  const credentials = await envol.principals.createAccessKey({ principal: arn });
  return { name, arn, credentials, client: envol.as(credentials) };
}

const describeIt = async (client: EnvolClient, principal: string) =>
  (await client.principals.getPrincipal({ principal })).principal as Principal;

describe("a principal", () => {
  it("is made, described, listed and deleted", async () => {
    const before = Date.now();
    const tags = { team: "storage" };
    const { principal } = await envol.principals.createPrincipal({ kind: "role", name: "backup", tags });
    expect(principal).toEqual({
      arn: `arn:aws:iam::${ACCOUNT}:role/backup`,
      kind: "role",
      name: "backup",
      accountId: ACCOUNT,
      createTimeMs: expect.any(Number),
      tags,
      policies: {},
      accessKeys: [],
    });
    expect(principal?.createTimeMs).toBeGreaterThanOrEqual(before);
    for (const name of ["role/backup", `arn:aws:iam::${ACCOUNT}:role/backup`]) {
      expect(await describeIt(envol, name)).toEqual(principal);
    }
    const { principals } = await envol.principals.listPrincipals({});
    expect(principals).toContainEqual(principal);
    expect(principals.map(({ arn }) => arn)).toContain(`arn:aws:iam::${ACCOUNT}:root`);
    await envol.principals.deletePrincipal({ principal: "role/backup" });
    await expect(describeIt(envol, "role/backup")).rejects.toMatchObject({
      code: "PRINCIPAL_NOT_FOUND",
      field: "principal",
    });
  });

  it("has inline policies, which are replaced and taken away by name", async () => {
    const { arn } = await newUser();
    const put = (document: string) =>
      envol.principals.putPrincipalPolicy({ principal: arn, policyName: "p", document });
    await put(USE_KEYS);
    const other = USE_KEYS.replace("kms:CreateGrant", "kms:ListGrants");
    await put(other);
    expect((await describeIt(envol, arn)).policies).toEqual({ p: other });
    await expect(put("{}")).rejects.toMatchObject({ code: "POLICY_INVALID", field: "document" });
    await envol.principals.deletePrincipalPolicy({ principal: arn, policyName: "p" });
    expect((await describeIt(envol, arn)).policies).toEqual({});
  });

  it("calls with its access keys, whose secrets are never told again", async () => {
    const { arn, credentials, client } = await newUser();
    expect(await client.principals.getCallerIdentity({})).toEqual({ arn, accountId: ACCOUNT });
    const described = await describeIt(envol, arn);
    expect(described.accessKeys).toMatchObject([{ accessKeyId: credentials.accessKeyId, status: "Active" }]);
    const told = JSON.stringify([described, await envol.principals.listPrincipals({})]);
    expect(told).not.toContain(credentials.secretAccessKey);
  });

  it("calls as a session of its role", async () => {
    await envol.principals.createPrincipal({ kind: "role", name: "app" });
    const credentials = await envol.principals.createAccessKey({ principal: "role/app" });
    const { arn } = await envol.as(credentials).principals.getCallerIdentity({});
    expect(arn).toBe(`arn:aws:sts::${ACCOUNT}:assumed-role/app/${credentials.accessKeyId}`);
  });
});

it("an access key that is inactive or deleted is one that the daemon does not know", async () => {
  const { arn, credentials, client } = await newUser();
  const { accessKeyId } = credentials;
  const whoami = async () => (await client.principals.getCallerIdentity({})).arn;
  await envol.principals.updateAccessKey({ accessKeyId, status: "Inactive" });
  expect(await whoami()).toBe(`arn:aws:iam::${ACCOUNT}:root`);
  await envol.principals.updateAccessKey({ accessKeyId, status: "Active" });
  expect(await whoami()).toBe(arn);
  await envol.principals.deleteAccessKey({ accessKeyId });
  expect(await whoami()).toBe(`arn:aws:iam::${ACCOUNT}:root`);
  expect((await describeIt(envol, arn)).accessKeys).toEqual([]);
});

it("the account root alone sees and changes principals", async () => {
  const { arn, credentials, client } = await newUser();
  const { principals } = client;
  const { accessKeyId } = credentials;
  const calls = [
    principals.createPrincipal({ kind: "user", name: "mallory" }),
    principals.getPrincipal({ principal: arn }),
    principals.listPrincipals({}),
    principals.deletePrincipal({ principal: arn }),
    principals.putPrincipalPolicy({ principal: arn, policyName: "all", document: USE_KEYS }),
    principals.deletePrincipalPolicy({ principal: arn, policyName: "all" }),
    principals.createAccessKey({ principal: "root" }),
    principals.updateAccessKey({ accessKeyId, status: "Inactive" }),
    principals.deleteAccessKey({ accessKeyId }),
  ];
  for (const outcome of await Promise.allSettled(calls)) {
    expect(outcome).toMatchObject({ status: "rejected", reason: { code: "ACCESS_DENIED" } });
  }
  expect(await describeIt(envol, arn)).toMatchObject({ policies: {}, accessKeys: [{ status: "Active" }] });
});

it("a user makes and attaches volumes when policies let them use the key, and not before", async () => {
  const { arn, client } = await newUser();
  const key = await envol.createKey();
  const create = () => client.volumes.createVolume({ sizeGib: 1, encrypted: true, kmsKeyId: key.keyId });
  await expect(create()).rejects.toMatchObject({ code: "ACCESS_DENIED", field: "kmsKeyId" });
  await expect(client.keys.disableKey({ keyId: key.keyId })).rejects.toMatchObject({ code: "ACCESS_DENIED" });
  await envol.principals.putPrincipalPolicy({ principal: arn, policyName: "use-keys", document: USE_KEYS });
  const volumeId = (await create()).volume?.volumeId as string;
  await client.volumes.attachVolume({ volumeId });
  await client.blocks.write({ volumeId, offsetBytes: 0, data: Buffer.from("alice's") });
  // Its policies gone, the user makes no more volumes; what is attached goes on under its grant, as on EC2.
  await envol.principals.deletePrincipalPolicy({ principal: arn, policyName: "use-keys" });
  await expect(create()).rejects.toMatchObject({ code: "ACCESS_DENIED" });
  const read = await client.blocks.read({ volumeId, offsetBytes: 0, lengthBytes: 7 });
  expect(read.data.toString()).toBe("alice's");
});
