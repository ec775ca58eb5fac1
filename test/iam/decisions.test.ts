import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OperationName } from "#envol/kms/embedded/operation-names.ts";
import type { KmsCaller } from "#envol/kms/kms-client.ts";
import { refusal } from "../kms/fixture.ts";
import {
  ALICE,
  DELEGATION,
  EC2,
  INSTANCE,
  newKey,
  OTHER_ROOT,
  ROOT,
  roleArn,
  STRANGER,
  type StatementLike,
  session,
  startWorld,
  user,
  userArn,
  variable,
  type World,
} from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

type Outcome =
  | "may"
  | "is not let by the key policy"
  | "is not let by an identity policy"
  | "is denied by the key policy"
  | "is denied by an identity policy"
  | "sees nothing of the key";

interface Grant {
  readonly granteePrincipal: string;
  readonly operations?: readonly string[];
  readonly constraints?: object;
  readonly retiringPrincipal?: string;
}

interface Case {
  readonly caller: KmsCaller;
  readonly operation?: OperationName;
  readonly request?: object;
  /** Statements of the key's policy; the default policy, which leaves it to the account, when absent. */
  readonly key?: readonly StatementLike[];
  /** Statements of the caller's identity policy (of a session: its role's). */
  readonly own?: readonly StatementLike[];
  readonly grant?: Grant;
  readonly outcome: Outcome;
}

const CONTEXT = { "aws:ebs:id": "vol-1" };
/** What an operation needs beside the key. */
const REQUESTS: Partial<Record<OperationName, object>> = {
  Encrypt: { plaintext: Buffer.of(1) },
  GenerateDataKey: { keySpec: "AES_256" },
  GenerateDataKeyWithoutPlaintext: { numberOfBytes: 64 },
  CreateGrant: { granteePrincipal: userArn("bob"), operations: ["Decrypt"] },
};

const allow = (more: StatementLike = {}): StatementLike => ({ ...more });
const deny = (more: StatementLike = {}): StatementLike => ({ Effect: "Deny", ...more });
const to = (...arns: string[]) => ({ Principal: { AWS: arns } });
const when = (operator: string, key: string, value: unknown) => ({ Condition: { [operator]: { [key]: value } } });
const USERNAME = variable("aws:username");
const EVERYBODY = { Principal: "*" };
const through = (caller: KmsCaller, viaService = EC2): KmsCaller => ({ ...caller, viaService });
const ADMINISTRATION = ["kms:Create*", "kms:Describe*", "kms:Put*", "kms:Disable*", "kms:Get*", "kms:List*"];
const ALICE_GRANT: Grant = { granteePrincipal: ALICE.arn, operations: ["Encrypt", "Decrypt"] };

// biome-ignore format: a table reads best with a row on a line.
const CASES: readonly (readonly [story: string, Case])[] = [
  // The account, its root, and delegation.
  ["the root may what the default policy gives the account", { caller: ROOT, outcome: "may" }],
  ["a user without policies is not let by the default policy alone", { caller: ALICE, outcome: "is not let by an identity policy" }],
  ["a user with a policy is let by the default policy", { caller: ALICE, own: [allow()], outcome: "may" }],
  ["a user's policy does not help when the key policy leaves the account out", { caller: ALICE, key: [allow(to(userArn("bob")))], own: [allow()], outcome: "is not let by the key policy" }],
  ["the root is locked out when the key policy leaves the account out", { caller: ROOT, key: [allow(to(userArn("bob")))], outcome: "is not let by the key policy" }],
  ["the account's number means the account", { caller: ROOT, key: [allow(to("111122223333"))], outcome: "may" }],
  ["a delegation of one action leaves the others out", { caller: ALICE, key: [allow({ Action: "kms:DescribeKey" })], own: [allow()], outcome: "is not let by the key policy" }],
  ["a delegation on a condition that fails is none", { caller: ALICE, key: [allow(when("StringEquals", "aws:PrincipalType", "AssumedRole"))], own: [allow()], outcome: "is not let by the key policy" }],
  ["the root is let by a delegation on a condition that holds", { caller: ROOT, key: [allow(when("StringEquals", "aws:PrincipalType", "Account"))], outcome: "may" }],
  ["another account's number is not this account", { caller: ROOT, key: [allow(to("999999999999"))], outcome: "is not let by the key policy" }],

  // Principals by name.
  ["a user whom the key policy names needs no policy of their own", { caller: ALICE, key: [allow(to(ALICE.arn))], outcome: "may" }],
  ["another user of a similar name is not meant", { caller: user("alice2"), key: [allow(to(ALICE.arn))], outcome: "is not let by the key policy" }],
  ["everybody means the users of the account too, without policies of their own", { caller: ALICE, key: [allow(EVERYBODY)], outcome: "may" }],
  ["everybody by AWS: * is the same", { caller: ALICE, key: [allow({ Principal: { AWS: "*" } })], outcome: "may" }],
  ["a role that the key policy names lets its sessions in", { caller: session("app"), key: [allow(to(roleArn("app")))], outcome: "may" }],
  ["a role that acts itself is let in by its name", { caller: { ...ROOT, arn: roleArn("app") }, key: [allow(to(roleArn("app")))], outcome: "may" }],
  ["a session that the key policy names is let in", { caller: session("app", "one"), key: [allow(to(session("app", "one").arn))], outcome: "may" }],
  ["another session of the role is not", { caller: session("app", "two"), key: [allow(to(session("app", "one").arn))], outcome: "is not let by the key policy" }],
  ["a session has its role's policies", { caller: session("app"), own: [allow()], outcome: "may" }],
  ["a service's name does not let a user in", { caller: ALICE, key: [allow({ Principal: { Service: "ec2.amazonaws.com" } })], outcome: "is not let by the key policy" }],
  ["a deleted user's id lets nobody in", { caller: ALICE, key: [allow(to("AIDAIOSFODNN7EXAMPLE"))], outcome: "is not let by the key policy" }],

  // Denials.
  ["a denial for all goes before the root's permission", { caller: ROOT, key: [DELEGATION, deny(EVERYBODY)], outcome: "is denied by the key policy" }],
  ["a denial goes first though it stands last", { caller: ALICE, key: [allow(to(ALICE.arn)), deny(to(ALICE.arn))], outcome: "is denied by the key policy" }],
  ["a denial of the account is one of all its users", { caller: ALICE, key: [allow(to(ALICE.arn)), deny()], outcome: "is denied by the key policy" }],
  ["a denial of another user does not matter", { caller: ALICE, key: [allow(to(ALICE.arn)), deny(to(userArn("bob")))], outcome: "may" }],
  ["a denial of a role is one of its sessions", { caller: session("app"), key: [DELEGATION, deny(to(roleArn("app")))], own: [allow()], outcome: "is denied by the key policy" }],
  ["a denial of another action does not matter", { caller: ROOT, key: [DELEGATION, deny({ Action: "kms:Decrypt" })], outcome: "may" }],
  ["a denial in the user's own policy goes before the key policy", { caller: ALICE, key: [allow(to(ALICE.arn))], own: [deny()], outcome: "is denied by an identity policy" }],
  ["a denial in the user's own policy goes before a grant", { caller: ALICE, own: [deny()], grant: ALICE_GRANT, outcome: "is denied by an identity policy" }],
  ["a denial in the key policy goes before a grant", { caller: ALICE, key: [DELEGATION, deny(to(ALICE.arn))], grant: ALICE_GRANT, outcome: "is denied by the key policy" }],
  ["a denial on a condition that fails is none", { caller: ROOT, key: [DELEGATION, deny({ ...EVERYBODY, ...when("Bool", "aws:SecureTransport", "false") })], outcome: "may" }],
  ["a denial to all but a user and the account spares the user", { caller: ALICE, key: [DELEGATION, deny({ NotPrincipal: { AWS: [ALICE.arn, ROOT.arn] } })], own: [allow()], outcome: "may" }],
  ["a denial to all but a user whose account is not listed does not", { caller: ALICE, key: [DELEGATION, deny({ NotPrincipal: { AWS: ALICE.arn } })], own: [allow()], outcome: "is denied by the key policy" }],
  ["a denial to all but a role and the account does not spare a session that is not listed", { caller: session("app"), key: [DELEGATION, deny({ NotPrincipal: { AWS: [roleArn("app"), ROOT.arn] } })], own: [allow()], outcome: "is denied by the key policy" }],
  ["a permission to all but a user leaves the user out", { caller: ALICE, key: [allow({ NotPrincipal: { AWS: ALICE.arn } })], outcome: "is not let by the key policy" }],
  ["a permission to all but another user lets the user in", { caller: ALICE, key: [allow({ NotPrincipal: { AWS: userArn("bob") } })], outcome: "may" }],

  // Actions and resources.
  ["an action is allowed by its name", { caller: ALICE, own: [allow({ Action: "kms:Encrypt" })], outcome: "may" }],
  ["names of actions are the same in any case", { caller: ALICE, own: [allow({ Action: "KMS:eNCRYPT" })], outcome: "may" }],
  ["a star stands for the rest of a name", { caller: ALICE, operation: "GenerateDataKeyWithoutPlaintext", own: [allow({ Action: "kms:GenerateDataKey*" })], outcome: "may" }],
  ["a question mark stands for one character", { caller: ALICE, own: [allow({ Action: "kms:Encryp?" })], outcome: "may" }],
  ["a question mark stands for no more", { caller: ALICE, own: [allow({ Action: "kms:Encry?" })], outcome: "is not let by an identity policy" }],
  ["a star alone is every action", { caller: ALICE, own: [allow({ Action: "*" })], outcome: "may" }],
  ["another service's actions do not matter", { caller: ALICE, own: [allow({ Action: ["s3:*", "ec2:Encrypt"] })], outcome: "is not let by an identity policy" }],
  ["everything but an action leaves that action out", { caller: ALICE, own: [allow({ NotAction: "kms:Encrypt" })], outcome: "is not let by an identity policy" }],
  ["everything but another action lets this one in", { caller: ALICE, own: [allow({ NotAction: ["kms:Decrypt", "kms:Schedule*"] })], outcome: "may" }],
  ["a denial of everything but an action spares the action", { caller: ALICE, own: [allow(), deny({ NotAction: "kms:Encrypt" })], outcome: "may" }],
  ["a policy for the account's keys in all Regions lets in", { caller: ALICE, own: [allow({ Resource: "arn:aws:kms:*:111122223333:key/*" })], outcome: "may" }],
  ["an unfinished ARN stands for all that begins so", { caller: ALICE, own: [allow({ Resource: "arn:aws:kms:us-east-1" })], outcome: "may" }],
  ["a star does not reach into the next field of an ARN", { caller: ALICE, own: [allow({ Resource: "arn:aws:kms:*:key/*" })], outcome: "is not let by an identity policy" }],
  ["a policy for another Region's keys does not", { caller: ALICE, own: [allow({ Resource: "arn:aws:kms:eu-*:111122223333:key/*" })], outcome: "is not let by an identity policy" }],
  ["a policy for aliases is not about keys", { caller: ALICE, own: [allow({ Resource: "arn:aws:kms:*:*:alias/*" })], outcome: "is not let by an identity policy" }],
  ["everything but the account's keys leaves them out", { caller: ALICE, own: [allow({ NotResource: "arn:aws:kms:*:111122223333:key/*" })], outcome: "is not let by an identity policy" }],
  ["everything but another account's keys lets these in", { caller: ALICE, own: [allow({ NotResource: "arn:aws:kms:*:999999999999:key/*" })], outcome: "may" }],
  ["a key policy about another key says nothing", { caller: ROOT, key: [allow({ Resource: "arn:aws:kms:*:*:key/0000*" })], outcome: "is not let by the key policy" }],

  // Administrators and users, as the console's policy has them.
  ["an administrator may disable the key", { caller: ALICE, operation: "DisableKey", key: [allow({ ...to(ALICE.arn), Action: ADMINISTRATION })], outcome: "may" }],
  ["an administrator may not use the key", { caller: ALICE, key: [allow({ ...to(ALICE.arn), Action: ADMINISTRATION })], outcome: "is not let by the key policy" }],
  ["an administrator of the console's policy may not use it either, for the account's policies do not say so", { caller: ALICE, key: [DELEGATION, allow({ ...to(ALICE.arn), Action: ADMINISTRATION })], outcome: "is not let by an identity policy" }],
  ["a user of the key may not disable it", { caller: ALICE, operation: "DisableKey", key: [allow({ ...to(ALICE.arn), Action: ["kms:Encrypt", "kms:Decrypt"] })], outcome: "is not let by the key policy" }],
  ["a user may make a grant for a service", { caller: through(ALICE), operation: "CreateGrant", key: [allow({ ...to(ALICE.arn), ...when("Bool", "kms:GrantIsForAWSResource", "true") })], outcome: "may" }],
  ["a user may not make a grant themselves", { caller: ALICE, operation: "CreateGrant", key: [allow({ ...to(ALICE.arn), ...when("Bool", "kms:GrantIsForAWSResource", "true") })], outcome: "is not let by the key policy" }],
  ["a user may list grants for a service", { caller: through(ALICE), operation: "ListGrants", key: [allow({ ...to(ALICE.arn), ...when("Bool", "kms:GrantIsForAWSResource", true) })], outcome: "may" }],

  // Through services.
  ["a key for one service is used through it", { caller: through(ALICE), key: [allow({ ...EVERYBODY, ...when("StringEquals", "kms:ViaService", EC2) })], outcome: "may" }],
  ["a key for one service is not used directly", { caller: ALICE, key: [allow({ ...EVERYBODY, ...when("StringEquals", "kms:ViaService", EC2) })], outcome: "is not let by the key policy" }],
  ["a key for one service is not used through another", { caller: through(ALICE, "s3.us-east-1.amazonaws.com"), key: [allow({ ...EVERYBODY, ...when("StringEquals", "kms:ViaService", EC2) })], outcome: "is not let by the key policy" }],
  ["a service gives its caller no permission that the caller has not", { caller: through(ALICE), outcome: "is not let by an identity policy" }],
  ["a key can be kept from all services", { caller: through(ROOT), key: [DELEGATION, deny({ ...EVERYBODY, ...when("StringLike", "kms:ViaService", "*") })], outcome: "is denied by the key policy" }],
  ["EC2's infrastructure has no permission of its own", { caller: INSTANCE, outcome: "is not let by an identity policy" }],
  ["EC2's infrastructure is let in by no policy, not even one for everybody", { caller: INSTANCE, key: [allow(EVERYBODY)], outcome: "is not let by an identity policy" }],
  ["EC2's infrastructure is let in by a grant", { caller: INSTANCE, grant: { granteePrincipal: INSTANCE.arn, operations: ["Encrypt"] }, outcome: "may" }],
  ["another instance's grant does not let it in", { caller: INSTANCE, grant: { granteePrincipal: session("aws:ec2-infrastructure", "i-1").arn, operations: ["Encrypt"] }, outcome: "is not let by an identity policy" }],

  // Grants.
  ["a grantee is let in without a token", { caller: ALICE, grant: ALICE_GRANT, outcome: "may" }],
  ["a grantee is let in though the key policy leaves the account out", { caller: ALICE, key: [allow(to(userArn("bob")))], grant: ALICE_GRANT, outcome: "may" }],
  ["a grant for another operation does not help", { caller: ALICE, operation: "GenerateDataKey", grant: ALICE_GRANT, outcome: "is not let by an identity policy" }],
  ["somebody else's grant does not help", { caller: ALICE, grant: { granteePrincipal: userArn("bob"), operations: ["Encrypt"] }, outcome: "is not let by an identity policy" }],
  ["a grant to a role is one to its sessions", { caller: session("app"), grant: { granteePrincipal: roleArn("app"), operations: ["Encrypt"] }, outcome: "may" }],
  ["a grant to a session is not one to other sessions", { caller: session("app", "two"), grant: { granteePrincipal: session("app", "one").arn, operations: ["Encrypt"] }, outcome: "is not let by an identity policy" }],
  ["a grant to a session is one to the session", { caller: session("app", "one"), grant: { granteePrincipal: session("app", "one").arn, operations: ["Encrypt"] }, outcome: "may" }],
  ["a grant within its context lets in", { caller: ALICE, request: { encryptionContext: { ...CONTEXT, more: "yes" } }, grant: { ...ALICE_GRANT, constraints: { encryptionContextSubset: CONTEXT } }, outcome: "may" }],
  ["a grant does not let in outside of its context", { caller: ALICE, request: { encryptionContext: { "aws:ebs:id": "vol-2" } }, grant: { ...ALICE_GRANT, constraints: { encryptionContextSubset: CONTEXT } }, outcome: "is not let by an identity policy" }],
  ["a grant for exactly one context does not let in with more", { caller: ALICE, request: { encryptionContext: { ...CONTEXT, more: "yes" } }, grant: { ...ALICE_GRANT, constraints: { encryptionContextEquals: CONTEXT } }, outcome: "is not let by an identity policy" }],
  ["a grant to the account leaves it to the account's policies: a user without is not let in", { caller: ALICE, key: [allow(to(userArn("bob")))], grant: { granteePrincipal: ROOT.arn, operations: ["Encrypt"] }, outcome: "is not let by the key policy" }],
  ["a grant to the account leaves it to the account's policies: a user with one is let in", { caller: ALICE, key: [allow(to(userArn("bob")))], own: [allow()], grant: { granteePrincipal: ROOT.arn, operations: ["Encrypt"] }, outcome: "may" }],
  ["a grantee who may make grants makes one for less", { caller: ALICE, operation: "CreateGrant", grant: { granteePrincipal: ALICE.arn, operations: ["Decrypt", "Encrypt", "CreateGrant"] }, outcome: "may" }],
  ["a grantee does not make a grant for more", { caller: ALICE, operation: "CreateGrant", request: { operations: ["Decrypt", "GenerateDataKey"] }, grant: { granteePrincipal: ALICE.arn, operations: ["Decrypt", "CreateGrant"] }, outcome: "is not let by an identity policy" }],
  ["a grantee under a constraint makes no grant without one", { caller: ALICE, operation: "CreateGrant", grant: { granteePrincipal: ALICE.arn, operations: ["Decrypt", "CreateGrant"], constraints: { encryptionContextSubset: CONTEXT } }, outcome: "is not let by an identity policy" }],
  ["a grantee under a constraint makes a grant with a narrower one", { caller: ALICE, operation: "CreateGrant", request: { constraints: { encryptionContextSubset: { ...CONTEXT, more: "yes" } } }, grant: { granteePrincipal: ALICE.arn, operations: ["Decrypt", "CreateGrant"], constraints: { encryptionContextSubset: CONTEXT } }, outcome: "may" }],
  ["a grantee under an exact constraint makes a grant with the same one", { caller: ALICE, operation: "CreateGrant", request: { constraints: { encryptionContextEquals: CONTEXT } }, grant: { granteePrincipal: ALICE.arn, operations: ["Decrypt", "CreateGrant"], constraints: { encryptionContextEquals: CONTEXT } }, outcome: "may" }],
  ["a grantee under an exact constraint makes no wider grant", { caller: ALICE, operation: "CreateGrant", request: { constraints: { encryptionContextSubset: CONTEXT } }, grant: { granteePrincipal: ALICE.arn, operations: ["Decrypt", "CreateGrant"], constraints: { encryptionContextEquals: CONTEXT } }, outcome: "is not let by an identity policy" }],

  // Other accounts.
  ["a stranger sees nothing of a key", { caller: STRANGER, own: [allow()], outcome: "sees nothing of the key" }],
  ["a stranger whom the key policy names needs their own account's policy too", { caller: STRANGER, key: [allow(to(STRANGER.arn))], outcome: "is not let by an identity policy" }],
  ["a stranger with both may", { caller: STRANGER, key: [allow(to(STRANGER.arn))], own: [allow()], outcome: "may" }],
  ["a stranger whose account is named, with a policy, may", { caller: STRANGER, key: [allow(to(OTHER_ROOT.arn))], own: [allow()], outcome: "may" }],
  ["the other account's root needs no policy", { caller: OTHER_ROOT, key: [allow(to(OTHER_ROOT.arn))], outcome: "may" }],
  ["everybody takes in strangers, whose account must let them", { caller: STRANGER, key: [allow(EVERYBODY)], outcome: "is not let by an identity policy" }],
  ["everybody of this account does not take in strangers", { caller: STRANGER, key: [allow({ ...EVERYBODY, ...when("StringEquals", "kms:CallerAccount", "111122223333") })], own: [allow()], outcome: "sees nothing of the key" }],
  ["a stranger is not told of a denial", { caller: STRANGER, key: [allow(to(STRANGER.arn)), deny(to(STRANGER.arn))], own: [allow()], outcome: "sees nothing of the key" }],
  ["a stranger's own account's denial is told", { caller: STRANGER, key: [allow(to(STRANGER.arn))], own: [allow(), deny()], outcome: "is denied by an identity policy" }],
  ["a stranger is let in by a grant alone", { caller: STRANGER, grant: { granteePrincipal: STRANGER.arn, operations: ["Encrypt"] }, outcome: "may" }],
  ["a stranger may not manage the key, whatever the policies say", { caller: STRANGER, operation: "DisableKey", key: [allow(to(STRANGER.arn))], own: [allow()], outcome: "sees nothing of the key" }],
  ["a stranger may describe the key when both sides say so", { caller: STRANGER, operation: "DescribeKey", key: [allow({ ...to(OTHER_ROOT.arn), Action: "kms:DescribeKey" })], own: [allow({ Action: "kms:Describe*" })], outcome: "may" }],

  // Conditions on what is asked.
  ["a condition on the encryption context holds for its value", { caller: ALICE, request: { encryptionContext: CONTEXT }, own: [allow(when("StringEquals", "kms:EncryptionContext:aws:ebs:id", "vol-1"))], outcome: "may" }],
  ["a condition on the encryption context fails for another value", { caller: ALICE, request: { encryptionContext: CONTEXT }, own: [allow(when("StringEquals", "kms:EncryptionContext:aws:ebs:id", ["vol-2", "VOL-1"]))], outcome: "is not let by an identity policy" }],
  ["a condition on the encryption context fails without one", { caller: ALICE, own: [allow(when("StringEquals", "kms:EncryptionContext:aws:ebs:id", "vol-1"))], outcome: "is not let by an identity policy" }],
  ["a variable stands for the user's name", { caller: ALICE, request: { encryptionContext: { owner: "alice" } }, own: [allow(when("StringEquals", "kms:EncryptionContext:owner", USERNAME))], outcome: "may" }],
  ["a variable stands for another user's name for them", { caller: user("bob"), request: { encryptionContext: { owner: "alice" } }, own: [allow(when("StringEquals", "kms:EncryptionContext:owner", USERNAME))], outcome: "is not let by an identity policy" }],
  ["all of several conditions must hold", { caller: ALICE, own: [allow({ Condition: { StringEquals: { "kms:KeySpec": "SYMMETRIC_DEFAULT" }, Bool: { "kms:MultiRegion": "true" } } })], outcome: "is not let by an identity policy" }],
  ["one of several values is enough", { caller: ALICE, own: [allow(when("StringEquals", "kms:KeySpec", ["RSA_2048", "SYMMETRIC_DEFAULT"]))], outcome: "may" }],
];

const WORDS: Readonly<Record<Exclude<Outcome, "may">, string>> = {
  "is not let by the key policy": "because no resource-based policy allows the kms:ACTION action",
  "is not let by an identity policy": "because no identity-based policy allows the kms:ACTION action",
  "is denied by the key policy": "with an explicit deny in a resource-based policy",
  "is denied by an identity policy": "with an explicit deny in an identity-based policy",
  "sees nothing of the key":
    "because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access",
};

test("the table has at least 80 stories, each told once", () => {
  const stories = CASES.map(([story]) => story);
  expect(new Set(stories).size).toBe(stories.length);
  expect(stories.length).toBeGreaterThanOrEqual(80);
});

describe("encrypting, unless it says otherwise:", () => {
  test.each(CASES)("%s", async (_, { caller, operation = "Encrypt", request, key, own, grant, outcome }) => {
    world.policies.clear();
    if (own !== undefined) world.policies.set(principalOf(caller), own);
    const { keyId, arn } = await newKey(world, key);
    if (grant !== undefined) await makeGrant(keyId, grant);
    const call = world.kms.call as (name: OperationName, caller: KmsCaller, request: object) => Promise<unknown>;
    const asked = call(operation, caller, { keyId: arn, ...REQUESTS[operation], ...request });
    if (outcome === "may") {
      await asked;
      return;
    }
    const place = outcome === "sees nothing of the key" ? "on this resource" : `on resource: ${arn}`;
    expect(await refusal(asked)).toEqual({
      code: "ACCESS_DENIED",
      message: `User: ${caller.arn} is not authorized to perform: kms:${operation} ${place} ${WORDS[outcome].replace("ACTION", operation)}`,
    });
  });
});

function principalOf({ arn }: KmsCaller): string {
  return arn.replace(/^arn:aws:sts::(\d+):assumed-role\/([^/]+)\/.*$/, "arn:aws:iam::$1:role/$2");
}

/** As an administrator whom no key policy leaves out: the grant is put where CreateGrant puts it. */
async function makeGrant(keyId: string, grant: Grant): Promise<void> {
  const { policy } = world.tables.keys.get(keyId)!;
  const record = world.tables.keys.get(keyId)!;
  const { policy: _, ...open } = record;
  await world.tables.keys.write((writes) => writes.put(keyId, open));
  const request = { operations: ["Encrypt"], ...grant, keyId } as never;
  await world.kms.call("CreateGrant", ROOT, request);
  if (policy !== undefined) await world.tables.keys.write((writes) => writes.put(keyId, record));
}
