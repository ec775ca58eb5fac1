import { expect, test } from "vitest";
import { consoleKeyPolicy } from "#envol/iam/console-key-policy.ts";
import { refusal } from "../kms/fixture.ts";
import { ACCOUNT, ALICE, EC2, ROOT, roleArn, session, startWorld, userArn } from "./world.ts";

test("it has the console's four statements", () => {
  const text = consoleKeyPolicy({
    accountId: ACCOUNT,
    administrators: [userArn("admin")],
    users: [userArn("alice"), roleArn("app")],
  });
  const { Version, Id, Statement } = JSON.parse(text);
  expect({ Version, Id }).toEqual({ Version: "2012-10-17", Id: "key-consolepolicy-3" });
  expect(Statement.map(({ Sid, Principal }: { Sid: string; Principal: unknown }) => [Sid, Principal])).toEqual([
    ["Enable IAM User Permissions", { AWS: ROOT.arn }],
    ["Allow access for Key Administrators", { AWS: userArn("admin") }],
    ["Allow use of the key", { AWS: [userArn("alice"), roleArn("app")] }],
    ["Allow attachment of persistent resources", { AWS: [userArn("alice"), roleArn("app")] }],
  ]);
  expect(Statement[0].Action).toBe("kms:*");
  expect(Statement[3].Condition).toEqual({ Bool: { "kms:GrantIsForAWSResource": "true" } });
});

test("a list that is empty has no statement", () => {
  const { Statement } = JSON.parse(consoleKeyPolicy({ accountId: ACCOUNT, administrators: [], users: [] }));
  expect(Statement).toHaveLength(1);
});

test("its administrators manage the key and cannot use it; its users use it, and make grants for services alone", async () => {
  await using world = await startWorld();
  const { call } = world.kms;
  const admin = { ...ALICE, arn: userArn("admin") };
  const policy = consoleKeyPolicy({ accountId: ACCOUNT, administrators: [admin.arn], users: [roleArn("app")] });
  const { keyId } = (await call("CreateKey", ROOT, { policy })).keyMetadata;
  const app = session("app");
  const encrypt = { keyId, plaintext: Buffer.of(1) };
  const grant = { keyId, granteePrincipal: ALICE.arn, operations: ["Decrypt"] } as const;
  const denied = { code: "ACCESS_DENIED" };

  expect(await refusal(call("Encrypt", admin, encrypt))).toMatchObject(denied);
  await call("Encrypt", app, encrypt);
  expect(await refusal(call("CreateGrant", app, grant))).toMatchObject(denied);
  await call("CreateGrant", { ...app, viaService: EC2 }, grant);
  expect(await refusal(call("DisableKey", app, { keyId }))).toMatchObject(denied);
  expect(await refusal(call("Encrypt", { ...ALICE, arn: userArn("eve") }, encrypt))).toMatchObject(denied);
  await call("PutKeyPolicy", admin, { keyId, policy });
  await call("TagResource", admin, { keyId, tags: [{ tagKey: "a", tagValue: "b" }] });
  await call("RotateKeyOnDemand", admin, { keyId });
  await call("DisableKey", admin, { keyId });
  await call("ScheduleKeyDeletion", admin, { keyId });
});
