import { expect, test } from "vitest";
import type { KmsCaller } from "#envol/kms/kms-client.ts";
import { ACCOUNT, ADMINISTRATORS, CALLER, refusal, startFixture } from "./fixture.ts";

const USER: KmsCaller = { arn: `arn:aws:iam::${ACCOUNT}:user/admin`, accountId: ACCOUNT };
const SESSION: KmsCaller = { arn: `arn:aws:sts::${ACCOUNT}:assumed-role/admin/me`, accountId: ACCOUNT };
const ROOT = `arn:aws:iam::${ACCOUNT}:root`;

function policy(...statements: object[]): string {
  const complete = statements.map((statement) => ({ Effect: "Allow", Resource: "*", ...statement }));
  return JSON.stringify({ Version: "2012-10-17", Statement: complete });
}

const CALLER_ACCOUNT = (accountId: string) => ({ StringEquals: { "kms:CallerAccount": accountId } });
const ALL = { Principal: { AWS: ROOT }, Action: "kms:*" };

test("a key has AWS's default policy until it is given another, and exactly one", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const { keyId } = await fixture.key();
  const read = async () => JSON.parse((await fixture.kms.call("GetKeyPolicy", CALLER, { keyId })).policy);
  expect(await read()).toEqual({
    Version: "2012-10-17",
    Id: "key-default-1",
    Statement: [
      {
        Sid: "Enable IAM User Permissions",
        Effect: "Allow",
        Principal: { AWS: ROOT },
        Action: "kms:*",
        Resource: "*",
      },
    ],
  });
  expect(await call("ListKeyPolicies", CALLER, { keyId })).toEqual({ policyNames: ["default"], truncated: false });
  const text = policy(ALL, { Sid: "more", Principal: { AWS: USER.arn }, Action: ["kms:Decrypt"] });
  await call("PutKeyPolicy", CALLER, { keyId, policy: text, policyName: "default" });
  await fixture.restart();
  expect(await fixture.kms.call("GetKeyPolicy", CALLER, { keyId })).toEqual({ policy: text, policyName: "default" });
  for (const operation of ["GetKeyPolicy", "PutKeyPolicy"] as const) {
    const request = { keyId, policyName: "other", policy: text };
    const named = fixture.kms.call(operation, CALLER, request);
    expect(await refusal(named)).toMatchObject({ code: "KEY_NOT_FOUND", message: "No such policy exists" });
  }
});

test("CreateKey and ReplicateKey take a policy", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const text = policy(ALL);
  const { keyId } = (await call("CreateKey", CALLER, { policy: text, multiRegion: true })).keyMetadata;
  expect((await call("GetKeyPolicy", CALLER, { keyId })).policy).toBe(text);
  const other = policy({ ...ALL, Sid: "replica" });
  const replica = await call("ReplicateKey", CALLER, { keyId, replicaRegion: "eu-west-1", policy: other });
  expect(replica.replicaPolicy).toBe(other);
  expect(await refusal(call("CreateKey", CALLER, { policy: "{}" }))).toMatchObject({ code: "POLICY_INVALID" });
  expect(fixture.tables.keys.size).toBe(2);
});

test.each<[string, string]>([
  ["no JSON", "{"],
  ["no object", "[]"],
  ["no statement", "{}"],
  ["an empty list", JSON.stringify({ Statement: [] })],
  [
    "an unknown version",
    JSON.stringify({ Version: "2020-01-01", Statement: [{ ...ALL, Effect: "Allow", Resource: "*" }] }),
  ],
  ["an unknown element", JSON.stringify({ Statements: [] })],
  ["an unknown element of a statement", policy({ ...ALL, Effects: "Allow" })],
  ["an unknown effect", policy({ ...ALL, Effect: "Permit" })],
  ["no principal", policy({ Action: "kms:*" })],
  ["two principals", policy({ ...ALL, NotPrincipal: "*" })],
  ["a principal of an unknown kind", policy({ ...ALL, Principal: { IAM: ROOT } })],
  ["an empty principal", policy({ ...ALL, Principal: {} })],
  ["no action", policy({ Principal: "*" })],
  ["an empty action", policy({ ...ALL, Action: [] })],
  ["no resource", policy({ ...ALL, Resource: undefined })],
  ["a condition that is a text", policy({ ...ALL, Condition: "yes" })],
  ["an unknown condition operator", policy({ ...ALL, Condition: { StringIs: { "kms:ViaService": "a" } } })],
  ["a condition without keys", policy({ ...ALL, Condition: { StringEquals: "a" } })],
  ["a condition on an object", policy({ ...ALL, Condition: { StringEquals: { "kms:ViaService": {} } } })],
  ["a pattern in a principal", policy({ ...ALL, Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/*` } })],
])("a policy with %s is malformed, and changes nothing", async (_, text) => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const { keyId } = await fixture.key();
  const before = fixture.tables.keys.get(keyId);
  for (const bypassPolicyLockoutSafetyCheck of [false, true]) {
    const asked = call("PutKeyPolicy", CALLER, { keyId, policy: text, bypassPolicyLockoutSafetyCheck });
    expect(await refusal(asked)).toMatchObject({ code: "POLICY_INVALID", field: "policy" });
  }
  expect(fixture.tables.keys.get(keyId)).toEqual(before);
});

test.each<[string, KmsCaller, string, boolean]>([
  ["the account", USER, policy(ALL), true],
  ["the account's number", USER, policy({ ...ALL, Principal: { AWS: ACCOUNT } }), true],
  ["everybody", USER, policy({ ...ALL, Principal: "*" }), true],
  ["the caller", USER, policy({ ...ALL, Principal: { AWS: [USER.arn] } }), true],
  ["the caller's role", SESSION, policy({ ...ALL, Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/admin` } }), true],
  ["the action by name", USER, policy({ ...ALL, Action: ["kms:putkeypolicy"] }), true],
  ["the action by pattern", USER, policy({ ...ALL, Action: "kms:Put*" }), true],
  ["all but another action", USER, policy({ Principal: "*", NotAction: "kms:Decrypt" }), true],
  ["another user", USER, policy({ ...ALL, Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/other` } }), false],
  ["another account", USER, policy({ ...ALL, Principal: { AWS: "arn:aws:iam::999999999999:root" } }), false],
  ["another action", USER, policy({ ...ALL, Action: "kms:Get*" }), false],
  ["all but this action", USER, policy({ Principal: "*", NotAction: "kms:Put*" }), false],
  ["a service", USER, policy({ ...ALL, Principal: { Service: "ec2.amazonaws.com" } }), false],
  ["the account, and denies it to all", USER, policy(ALL, { ...ALL, Principal: "*", Effect: "Deny" }), false],
  [
    "the account, and denies it to others",
    USER,
    policy(ALL, { Effect: "Deny", NotPrincipal: { AWS: [USER.arn, ROOT] }, Action: "kms:*" }),
    true,
  ],
  [
    "the account, and denies it to all but the user, whose account is not spared",
    USER,
    policy(ALL, { Effect: "Deny", NotPrincipal: { AWS: USER.arn }, Action: "kms:*" }),
    false,
  ],
  ["the account, on a condition that holds", USER, policy({ ...ALL, Condition: CALLER_ACCOUNT(ACCOUNT) }), true],
  ["the account, on a condition that fails", USER, policy({ ...ALL, Condition: CALLER_ACCOUNT("9") }), false],
  [
    "the account, and denies it on a condition that fails",
    USER,
    policy(ALL, { ...ALL, Effect: "Deny", Condition: CALLER_ACCOUNT("9") }),
    true,
  ],
])("the lockout check, when a policy allows %s", async (_, caller, text, passes) => {
  await using fixture = await startFixture();
  await fixture.restart({ identities: ADMINISTRATORS });
  const { call } = fixture.kms;
  const { keyId } = await fixture.key();
  const asked = call("PutKeyPolicy", caller, { keyId, policy: text });
  if (passes) {
    await asked;
    return;
  }
  expect(await refusal(asked)).toEqual({
    code: "POLICY_INVALID",
    message: "The new key policy will not allow you to update the key policy in the future.",
    field: "policy",
  });
  await call("PutKeyPolicy", caller, { keyId, policy: text, bypassPolicyLockoutSafetyCheck: true });
  // Now nobody of the account may read it any more.
  expect(fixture.tables.keys.get(keyId)?.policy).toBe(text);
});

test("a policy has at most 32 KiB", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const { keyId } = await fixture.key();
  const longest = policy(ALL).padEnd(32_768);
  await call("PutKeyPolicy", CALLER, { keyId, policy: longest });
  expect(await refusal(call("PutKeyPolicy", CALLER, { keyId, policy: `${longest} ` }))).toMatchObject({
    code: "KMS_LIMIT_EXCEEDED",
  });
});
