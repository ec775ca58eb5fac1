import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { manualClock } from "#envol/clock.ts";
import type { PrincipalRecord } from "#envol/iam/principal-record.ts";
import { openPrincipals, type Principals } from "#envol/iam/principals.ts";
import { refusal } from "../kms/fixture.ts";
import { type MemoryTable, memoryTable } from "../kms/memory-table.ts";
import { ACCOUNT, OTHER_ACCOUNT, policyText, ROOT, roleArn, userArn } from "./world.ts";

const ALICE = userArn("alice");
const POLICY = policyText([{}]);
const START_MS = 1_800_000_000_000;

async function open(table: MemoryTable<PrincipalRecord> = memoryTable(), rootKey = Buffer.alloc(32, 7)) {
  const principals = await openPrincipals({ table, rootKey, clock: manualClock(START_MS), accountId: ACCOUNT });
  return { principals, table };
}

async function withAlice() {
  const opened = await open();
  await opened.principals.create({ name: "alice", kind: "user" });
  return opened;
}

const rows = (table: MemoryTable<PrincipalRecord>) => JSON.stringify([...table.entries()]);

test("the root of the account is always there; users and roles are made, of other accounts too", async () => {
  const { principals, table } = await open();
  expect(principals.list().map(({ arn }) => arn)).toEqual([ROOT.arn]);
  const alice = await principals.create({ name: "alice", kind: "user", tags: { team: "storage" } });
  expect(alice).toEqual({
    arn: ALICE,
    kind: "user",
    name: "alice",
    accountId: ACCOUNT,
    createdAtMs: START_MS,
    tags: { team: "storage" },
    policies: {},
    accessKeys: [],
  });
  await principals.create({ name: "app", kind: "role", accountId: OTHER_ACCOUNT });
  const { principals: again } = await open(table);
  expect(again.list()).toEqual(principals.list());
  expect(again.list().map(({ arn }) => arn)).toEqual([ROOT.arn, ALICE, roleArn("app", OTHER_ACCOUNT)]);
  expect(again.get(ALICE)).toEqual(alice);
  expect(again.tagsOf(ALICE)).toEqual({ team: "storage" });
  await again.delete(ALICE);
  expect(await refusal(Promise.resolve().then(() => again.get(ALICE)))).toEqual({
    code: "PRINCIPAL_NOT_FOUND",
    message: `The principal with ARN ${ALICE} cannot be found.`,
    field: "arn",
  });
});

test("policies are put, put anew, and deleted", async () => {
  const { principals, table } = await withAlice();
  expect(principals.policiesOf(ALICE)).toEqual([]);
  await principals.putPolicy(ALICE, "use", POLICY);
  await principals.putPolicy(ALICE, "more", POLICY);
  await principals.putPolicy(ALICE, "use", policyText([{ Effect: "Deny" }]));
  expect(Object.keys(principals.get(ALICE).policies)).toEqual(["use", "more"]);
  expect(principals.policiesOf(ALICE).map(({ statements }) => statements[0]?.effect)).toEqual(["Deny", "Allow"]);
  await principals.deletePolicy(ALICE, "use");
  const { principals: again } = await open(table);
  expect(again.get(ALICE).policies).toEqual({ more: POLICY });
  expect(again.policiesOf(ALICE)).toHaveLength(1);
  await again.delete(ALICE);
  expect(again.policiesOf(ALICE)).toEqual([]);
});

test("an access key is found while it is active, and its secret survives a restart", async () => {
  const { principals, table } = await withAlice();
  const { accessKeyId, secretAccessKey } = await principals.createAccessKey(ALICE);
  expect(accessKeyId).toMatch(/^AKIA[A-Z2-7]{16}$/);
  expect(secretAccessKey).toMatch(/^[A-Za-z0-9+/]{40}$/);
  const held = { secretAccessKey, arn: ALICE, accountId: ACCOUNT };
  expect(principals.findAccessKey(accessKeyId)).toEqual(held);
  expect(principals.get(ALICE).accessKeys).toEqual([{ accessKeyId, status: "Active", createdAtMs: START_MS }]);

  const { principals: again } = await open(table);
  expect(again.findAccessKey(accessKeyId)).toEqual(held);
  await again.setAccessKeyStatus(accessKeyId, "Inactive");
  expect(again.findAccessKey(accessKeyId)).toBeUndefined();
  await again.setAccessKeyStatus(accessKeyId, "Active");
  expect(again.findAccessKey(accessKeyId)).toEqual(held);
  await again.deleteAccessKey(accessKeyId);
  expect(again.findAccessKey(accessKeyId)).toBeUndefined();
  expect(again.findAccessKey("constructor")).toBeUndefined();
  const other = await again.createAccessKey(ALICE);
  await again.delete(ALICE);
  expect(again.findAccessKey(other.accessKeyId)).toBeUndefined();
});

test("who signs with a role's key is a session of the role", async () => {
  const { principals } = await open();
  const { arn } = await principals.create({ name: "app", kind: "role" });
  const { accessKeyId } = await principals.createAccessKey(arn);
  expect(principals.findAccessKey(accessKeyId)?.arn).toBe(`arn:aws:sts::${ACCOUNT}:assumed-role/app/${accessKeyId}`);
});

test("secrets are sealed at rest: unreadable, bound to their key, and to the root key", async () => {
  const { principals, table } = await withAlice();
  const one = await principals.createAccessKey(ALICE);
  const two = await principals.createAccessKey(ALICE);
  expect(one.secretAccessKey).not.toBe(two.secretAccessKey);
  for (const { secretAccessKey } of [one, two]) {
    expect(rows(table)).not.toContain(secretAccessKey);
    expect(rows(table)).not.toContain(Buffer.from(secretAccessKey).toString("base64"));
    expect(JSON.stringify(principals.list())).not.toContain(secretAccessKey);
  }
  const damaged = { code: "INTEGRITY_ERROR" };
  const find = (found: Principals, id: string) => refusal(Promise.resolve().then(() => found.findAccessKey(id)));
  const { principals: strange } = await open(table, randomBytes(32));
  expect(await find(strange, one.accessKeyId)).toMatchObject(damaged);
  const record = table.get(ALICE)!;
  const [first, second] = record.accessKeys;
  const accessKeys = [{ ...first!, sealedSecret: second!.sealedSecret }, second!];
  await table.write((writes) => writes.put(ALICE, { ...record, accessKeys }));
  const { principals: swapped } = await open(table);
  expect(await find(swapped, one.accessKeyId)).toMatchObject(damaged);
  expect(swapped.findAccessKey(two.accessKeyId)?.secretAccessKey).toBe(two.secretAccessKey);
});

const long = (length: number) => policyText([{ Sid: "a".repeat(length - policyText([{ Sid: "" }]).length) }]);

test.each<[string, (principals: Principals) => Promise<unknown>, string, string]>([
  [
    "an empty name",
    (p) => p.create({ name: "", kind: "user" }),
    "IAM_VALIDATION",
    "1 validation error detected: Value '' at 'name' failed to satisfy constraint: Member must have length greater than or equal to 1",
  ],
  [
    "a name of 65 characters",
    (p) => p.create({ name: "a".repeat(65), kind: "user" }),
    "IAM_VALIDATION",
    `1 validation error detected: Value '${"a".repeat(65)}' at 'name' failed to satisfy constraint: Member must have length less than or equal to 64`,
  ],
  [
    "a name with a slash",
    (p) => p.create({ name: "a/b", kind: "role" }),
    "IAM_VALIDATION",
    "1 validation error detected: Value 'a/b' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+",
  ],
  [
    "an account of another form",
    (p) => p.create({ name: "a", kind: "role", accountId: "1" }),
    "IAM_VALIDATION",
    "1 validation error detected: Value '1' at 'accountId' failed to satisfy constraint: Member must satisfy regular expression pattern: \\d{12}",
  ],
  [
    "a kind of another name",
    (p) => p.create({ name: "a", kind: "root" as "user" }),
    "IAM_VALIDATION",
    "1 validation error detected: Value 'root' at 'kind' failed to satisfy constraint: Member must satisfy enum value set: [user, role]",
  ],
  [
    "a user who is there",
    (p) => p.create({ name: "alice", kind: "user" }),
    "PRINCIPAL_EXISTS",
    "User with name alice already exists.",
  ],
  ["the end of the root", (p) => p.delete(ROOT.arn), "IAM_VALIDATION", "The root of an account cannot be deleted."],
  [
    "the end of nobody",
    (p) => p.delete(userArn("bob")),
    "PRINCIPAL_NOT_FOUND",
    `The principal with ARN ${userArn("bob")} cannot be found.`,
  ],
  ["a policy that is no JSON", (p) => p.putPolicy(ALICE, "p", "{"), "POLICY_INVALID", "The policy is not valid JSON."],
  [
    "a policy with a principal",
    (p) => p.putPolicy(ALICE, "p", policyText([{ Principal: "*" }])),
    "POLICY_INVALID",
    "A statement of a policy of a user or role must not have a Principal.",
  ],
  [
    "a policy of a bad name",
    (p) => p.putPolicy(ALICE, "p q", POLICY),
    "IAM_VALIDATION",
    "1 validation error detected: Value 'p q' at 'policyName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+",
  ],
  [
    "a policy of the root",
    (p) => p.putPolicy(ROOT.arn, "p", POLICY),
    "IAM_VALIDATION",
    "The root of an account has no policies: it may do all that its account may.",
  ],
  [
    "a user's policies of more than 2,048 characters",
    (p) => p.putPolicy(ALICE, "p", long(2049)),
    "IAM_LIMIT_EXCEEDED",
    "Maximum policy size of 2048 bytes exceeded for user alice",
  ],
  [
    "the end of no policy",
    (p) => p.deletePolicy(ALICE, "constructor"),
    "PRINCIPAL_NOT_FOUND",
    "The policy with name constructor cannot be found.",
  ],
  [
    "the end of no access key",
    (p) => p.deleteAccessKey("AKIA"),
    "PRINCIPAL_NOT_FOUND",
    "The Access Key with id AKIA cannot be found.",
  ],
  [
    "another status",
    (p) => p.setAccessKeyStatus("AKIA", "Off" as "Active"),
    "IAM_VALIDATION",
    "1 validation error detected: Value 'Off' at 'status' failed to satisfy constraint: Member must satisfy enum value set: [Active, Inactive]",
  ],
])("%s is refused, and changes nothing", async (_, ask, code, message) => {
  const { principals, table } = await withAlice();
  const before = rows(table);
  expect(await refusal(Promise.resolve().then(() => ask(principals)))).toMatchObject({ code, message });
  expect(rows(table)).toBe(before);
});

test("policies are as long as IAM lets them be, all together, without their white space", async () => {
  const { principals } = await withAlice();
  await principals.putPolicy(ALICE, "one", long(1024));
  await principals.putPolicy(ALICE, "two", `${" ".repeat(5000)}${long(1024)}`);
  expect(await refusal(principals.putPolicy(ALICE, "three", POLICY))).toMatchObject({ code: "IAM_LIMIT_EXCEEDED" });
  const { arn } = await principals.create({ name: "app", kind: "role" });
  await principals.putPolicy(arn, "one", long(10_240));
  expect(await refusal(principals.putPolicy(arn, "one", long(10_241)))).toMatchObject({ code: "IAM_LIMIT_EXCEEDED" });
});

test("a principal has at most two access keys, however many are asked for at once", async () => {
  const { principals } = await withAlice();
  const results = await Promise.allSettled([0, 1, 2, 3].map(() => principals.createAccessKey(ALICE)));
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "rejected"]);
  expect(await refusal(principals.createAccessKey(ALICE))).toMatchObject({
    code: "IAM_LIMIT_EXCEEDED",
    message: "Cannot exceed quota for AccessKeysPerUser: 2",
  });
});

test("a write that fails changes nothing", async () => {
  const { principals, table } = await withAlice();
  table.beforeCommit = () => Promise.reject(new Error("the disk"));
  await expect(principals.putPolicy(ALICE, "use", POLICY)).rejects.toThrow("the disk");
  expect(principals.policiesOf(ALICE)).toEqual([]);
  await expect(principals.delete(ALICE)).rejects.toThrow("the disk");
  expect(principals.get(ALICE).policies).toEqual({});
});
