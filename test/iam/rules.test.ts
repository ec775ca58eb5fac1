/** Rules of single operations: retiring, aliases, what is about no key, AWS managed keys; and policies of any kind. */

import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { KmsCaller } from "#envol/kms/kms-client.ts";
import { refusal } from "../kms/fixture.ts";
import {
  ACCOUNT,
  ALICE,
  EC2,
  INSTANCE,
  keyPolicyText,
  newKey,
  OTHER_ROOT,
  ROOT,
  roleArn,
  STRANGER,
  session,
  startWorld,
  user,
  userArn,
  variable,
  type World,
} from "./world.ts";

const DENIED = { code: "ACCESS_DENIED" };

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(() => world.policies.clear());

describe("a grant may be retired", () => {
  const SERVICE: KmsCaller = { arn: EC2, accountId: ACCOUNT };
  test.each<[who: string, caller: KmsCaller, terms: object, own: object[] | undefined, may: boolean]>([
    ["by the account that made it", ROOT, {}, undefined, true],
    ["by its retiring principal", ALICE, { retiringPrincipal: ALICE.arn }, undefined, true],
    ["by a session of a retiring role", session("app"), { retiringPrincipal: roleArn("app") }, undefined, true],
    ["by a retiring service", SERVICE, { retiringPrincipal: EC2 }, undefined, true],
    [
      "by its grantee, if it says so",
      INSTANCE,
      { granteePrincipal: INSTANCE.arn, operations: ["Decrypt", "RetireGrant"] },
      undefined,
      true,
    ],
    ["not by its grantee otherwise", INSTANCE, { granteePrincipal: INSTANCE.arn }, undefined, false],
    ["not by another user", ALICE, { retiringPrincipal: userArn("bob") }, undefined, false],
    [
      "not by another service",
      { ...SERVICE, arn: "rds.us-east-1.amazonaws.com" },
      { retiringPrincipal: EC2 },
      undefined,
      false,
    ],
    ["by a user whom the account lets", ALICE, {}, [{ Action: "kms:RetireGrant" }], true],
    [
      "not by its retiring principal when the account denies it",
      ALICE,
      { retiringPrincipal: ALICE.arn },
      [{ Effect: "Deny" }],
      false,
    ],
    ["by another account that it names", OTHER_ROOT, { retiringPrincipal: OTHER_ROOT.arn }, undefined, true],
    ["not by another account that it does not name", OTHER_ROOT, {}, undefined, false],
    ["by a user whom the other account lets", STRANGER, { retiringPrincipal: OTHER_ROOT.arn }, [{}], true],
  ])("%s", async (_, caller, terms, own, may) => {
    const { call } = world.kms;
    const { keyId, arn } = await newKey(world);
    if (own !== undefined) world.policies.set(caller.arn, own as never);
    const request = { keyId, granteePrincipal: userArn("bob"), operations: ["Decrypt"] as const, ...terms };
    const { grantId } = await call("CreateGrant", ROOT, request);
    const asked = call("RetireGrant", caller, { keyId: arn, grantId });
    if (may) await asked;
    else expect(await refusal(asked)).toMatchObject(DENIED);
    expect((await call("ListGrants", ROOT, { keyId })).grants).toHaveLength(may ? 0 : 1);
  });

  test("but a key policy alone lets nobody do it", async () => {
    const { call } = world.kms;
    const { keyId } = await newKey(world, [{}, { Principal: { AWS: ALICE.arn } }]);
    const { grantId } = await call("CreateGrant", ROOT, {
      keyId,
      granteePrincipal: userArn("bob"),
      operations: ["Decrypt"],
    });
    expect(await refusal(call("RetireGrant", ALICE, { keyId, grantId }))).toMatchObject(DENIED);
  });
});

describe("an alias needs permission on itself and on its key", () => {
  const aliasArn = (name: string) => `arn:aws:kms:us-east-1:${ACCOUNT}:${name}`;
  test("to be made, moved and deleted", async () => {
    const { call } = world.kms;
    const [one, two] = [await newKey(world), await newKey(world)];
    const create = () => call("CreateAlias", ALICE, { aliasName: "alias/mine", targetKeyId: one.keyId });
    const move = () => call("UpdateAlias", ALICE, { aliasName: "alias/mine", targetKeyId: two.keyId });
    const remove = () => call("DeleteAlias", ALICE, { aliasName: "alias/mine" });
    const onAlias = { Resource: aliasArn("alias/mine") };
    for (const [ask, keys] of [
      [create, [one.arn]],
      [move, [one.arn, two.arn]],
      [remove, [two.arn]],
    ] as const) {
      world.policies.set(ALICE.arn, [{ Resource: keys }]);
      const refused = await refusal(ask());
      expect(refused).toMatchObject(DENIED);
      expect(refused.message).toContain(`on resource: ${aliasArn("alias/mine")} because no identity-based policy`);
      for (const missing of keys) {
        world.policies.set(
          ALICE.arn,
          [onAlias, { Resource: keys.filter((arn) => arn !== missing) }].filter(({ Resource }) => Resource.length > 0),
        );
        expect((await refusal(ask())).message).toContain(`on resource: ${missing} `);
      }
      world.policies.set(ALICE.arn, [onAlias, { Resource: keys }]);
      await ask();
    }
  });
});

describe("what is about no key needs an identity policy", () => {
  const asks = (caller: KmsCaller) => ({
    CreateKey: () => world.kms.call("CreateKey", caller, {}),
    ListKeys: () => world.kms.call("ListKeys", caller, {}),
    ListAliases: () => world.kms.call("ListAliases", caller, {}),
    GenerateRandom: () => world.kms.call("GenerateRandom", caller, { numberOfBytes: 1 }),
    ListRetirableGrants: () => world.kms.call("ListRetirableGrants", caller, { retiringPrincipal: ALICE.arn }),
  });
  test.each(Object.keys(asks(ROOT)) as (keyof ReturnType<typeof asks>)[])("%s", async (name) => {
    const message = `User: ${ALICE.arn} is not authorized to perform: kms:${name} on resource: * because no identity-based policy allows the kms:${name} action`;
    expect(await refusal(asks(ALICE)[name]())).toEqual({ ...DENIED, message });
    // A policy for keys is none for what is about no key.
    world.policies.set(ALICE.arn, [{ Resource: "arn:aws:kms:*:*:key/*" }]);
    expect(await refusal(asks(ALICE)[name]())).toMatchObject(DENIED);
    world.policies.set(ALICE.arn, [{ Action: `kms:${name}` }]);
    await asks(ALICE)[name]();
    await asks(ROOT)[name]();
    expect(await refusal(asks(OTHER_ROOT)[name]())).toMatchObject(DENIED);
  });

  test("CreateKey with tags needs TagResource too", async () => {
    const create = () => world.kms.call("CreateKey", ALICE, { tags: [{ tagKey: "a", tagValue: "b" }] });
    world.policies.set(ALICE.arn, [{ Action: "kms:CreateKey" }]);
    expect((await refusal(create())).message).toContain("kms:TagResource");
    world.policies.set(ALICE.arn, [{ Action: ["kms:CreateKey", "kms:TagResource"] }]);
    await create();
  });

  test("a policy can say what keys may be made", async () => {
    const create = (keySpec: "RSA_2048" | "SYMMETRIC_DEFAULT") =>
      world.kms.call("CreateKey", ALICE, keySpec === "RSA_2048" ? { keySpec, keyUsage: "SIGN_VERIFY" } : { keySpec });
    world.policies.set(ALICE.arn, [{ Condition: { StringEquals: { "kms:KeySpec": "SYMMETRIC_DEFAULT" } } }]);
    await create("SYMMETRIC_DEFAULT");
    expect(await refusal(create("RSA_2048"))).toMatchObject(DENIED);
  });
});

test("the policy of alias/aws/ebs lets every principal of the account use the key through EC2, and nobody otherwise", async () => {
  const { call } = world.kms;
  const keyId = "alias/aws/ebs";
  const { arn } = (await call("DescribeKey", ROOT, { keyId })).keyMetadata;
  const dataKey = { keyId: arn, numberOfBytes: 64, encryptionContext: { "aws:ebs:id": "vol-1" } };
  for (const caller of [ROOT, ALICE, session("app")]) {
    const ec2 = { ...caller, viaService: EC2 };
    await call("GenerateDataKeyWithoutPlaintext", ec2, dataKey);
    await call("CreateGrant", ec2, { keyId: arn, granteePrincipal: INSTANCE.arn, operations: ["Decrypt"] });
    expect(await refusal(call("GenerateDataKeyWithoutPlaintext", caller, dataKey))).toMatchObject(DENIED);
    expect(await refusal(call("DisableKey", ec2, { keyId: arn }))).toMatchObject(DENIED);
  }
  expect(
    await refusal(call("GenerateDataKeyWithoutPlaintext", { ...STRANGER, viaService: EC2 }, dataKey)),
  ).toMatchObject(DENIED);
  await call("GetKeyPolicy", ROOT, { keyId: arn });
  expect(await refusal(call("GetKeyPolicy", ALICE, { keyId: arn }))).toMatchObject(DENIED);
});

test("tokens of ReEncrypt may be of grants on either key, and a token of neither is invalid", async () => {
  const { call } = world.kms;
  const [one, two] = [await newKey(world), await newKey(world)];
  const granted = async (keyId: string, operation: "ReEncryptFrom" | "ReEncryptTo") =>
    (await call("CreateGrant", ROOT, { keyId, granteePrincipal: ALICE.arn, operations: [operation] })).grantToken;
  const grantTokens = [await granted(one.keyId, "ReEncryptFrom"), await granted(two.keyId, "ReEncryptTo")];
  const { ciphertextBlob } = await call("Encrypt", ROOT, { keyId: one.keyId, plaintext: Buffer.of(1) });
  const request = { ciphertextBlob, destinationKeyId: two.arn };
  await call("ReEncrypt", ALICE, { ...request, grantTokens });
  await call("ReEncrypt", ALICE, request);
  expect(await refusal(call("ReEncrypt", ALICE, { ...request, grantTokens: ["x"] }))).toMatchObject({
    code: "GRANT_TOKEN_INVALID",
    field: "grantTokens",
  });
  const back = { ciphertextBlob, sourceKeyId: one.arn, destinationKeyId: one.arn };
  expect((await refusal(call("ReEncrypt", ALICE, back))).message).toContain("kms:ReEncryptTo");
});

test("a grant lets in after a restart too, and no longer when it is gone", async () => {
  await using own = await startWorld();
  const { keyId } = await newKey(own);
  const grant = { keyId, granteePrincipal: ALICE.arn, operations: ["Encrypt"] } as const;
  const { grantId } = await own.kms.call("CreateGrant", ROOT, grant);
  const { kms } = await own.reopened();
  const encrypt = () => kms.call("Encrypt", ALICE, { keyId, plaintext: Buffer.of(1) });
  await encrypt();
  await kms.call("RevokeGrant", ROOT, { keyId, grantId });
  expect(await refusal(encrypt())).toMatchObject(DENIED);
});

test("whatever policy PutKeyPolicy takes, it decides, and never fails", async () => {
  const { call } = world.kms;
  const { keyId } = await newKey(world);
  const pattern = fc.stringMatching(/^[a-zA-Z:*?${}/-]{1,12}$/);
  const text = fc.oneof(
    pattern,
    fc.constantFrom("*", "kms:*", "kms:Encrypt", "arn:aws:kms:*", variable("aws:username"), "${", variable("*")),
  );
  const value = fc.oneof(
    text,
    fc.integer().map(String),
    fc.boolean(),
    fc.integer(),
    fc.constantFrom("", "0.0.0.0/0", "1/2/3", "2027-01-01"),
  );
  const operator = fc.constantFrom(
    "StringEquals",
    "StringNotLike",
    "NumericLessThan",
    "DateGreaterThan",
    "Bool",
    "IpAddress",
    "ArnLike",
    "Null",
    "BinaryEquals",
    "ForAllValues:StringLike",
    "ForAnyValue:IpAddress",
    "DateEqualsIfExists",
  );
  const key = fc.constantFrom(
    "kms:ViaService",
    "kms:EncryptionContext:",
    "kms:EncryptionContextKeys",
    "aws:SourceIp",
    "aws:CurrentTime",
    "aws:RequestTag/",
    "__proto__",
    "nothing:Known",
    `aws:PrincipalTag/${variable("x")}`,
  );
  const oneOrMore = <Value>(item: fc.Arbitrary<Value>) =>
    fc.oneof(item, fc.array(item, { minLength: 1, maxLength: 3 }));
  const statement = fc.record(
    {
      Effect: fc.constantFrom("Allow", "Deny"),
      Principal: fc.oneof(
        fc.constant("*"),
        fc.constant({ AWS: [ROOT.arn, ALICE.arn] }),
        fc.record({ Service: oneOrMore(text) }),
      ),
      Action: oneOrMore(text),
      Resource: oneOrMore(text),
      Condition: fc.dictionary(
        operator,
        fc.dictionary(key, fc.oneof(value, fc.array(value, { maxLength: 3 })), { maxKeys: 3 }),
        { maxKeys: 3 },
      ),
    },
    { requiredKeys: ["Effect", "Principal", "Action", "Resource"] },
  );
  const version = fc.constantFrom("2012-10-17", "2008-10-17");
  const record = world.tables.keys.get(keyId)!;
  let allowed = 0;
  await fc.assert(
    fc.asyncProperty(version, fc.array(statement, { minLength: 1, maxLength: 4 }), async (Version, Statement) => {
      await world.tables.keys.write((writes) => writes.put(keyId, record));
      const policy = JSON.stringify({ Version, Statement });
      await call("PutKeyPolicy", ROOT, { keyId, policy, bypassPolicyLockoutSafetyCheck: true });
      for (const caller of [ROOT, ALICE, user("bob"), { ...STRANGER, sourceIpAddress: "not an address" }, INSTANCE]) {
        const encryptionContext = { "": "", constructor: "x", ["__proto__"]: "y" };
        const asked = call("Encrypt", caller, { keyId, plaintext: Buffer.of(1), encryptionContext });
        const code = await asked.then(
          () => "may",
          (error: { code: string }) => error.code,
        );
        allowed += Number(code === "may");
        expect(["may", "ACCESS_DENIED"]).toContain(code);
      }
    }),
    { numRuns: 300 },
  );
  expect(allowed).toBeGreaterThan(0);
});

test("a policy of an older store that cannot be read lets nobody in, and can be put right by nobody but the owner of the store", async () => {
  const { keyId } = await newKey(world);
  const record = world.tables.keys.get(keyId)!;
  const policy = keyPolicyText([{ Condition: { StringIs: { a: "b" } } }]);
  await world.tables.keys.write((writes) => writes.put(keyId, { ...record, policy }));
  expect(await refusal(world.kms.call("DescribeKey", ROOT, { keyId }))).toMatchObject(DENIED);
});
