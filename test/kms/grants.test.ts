import { expect, test, vi } from "vitest";
import { runOperation } from "#envol/kms/embedded/run.ts";
import { startKms, stopKms } from "#envol/kms/embedded/start.ts";
import type { KmsCaller } from "#envol/kms/kms-client.ts";
import { LIMITS } from "#envol/limits.ts";
import { ACCOUNT, CALLER, type Fixture, refusal, startFixture } from "./fixture.ts";

const VOLUME_ID = "vol-0123456789abcdef0";
const CONTEXT = { "aws:ebs:id": VOLUME_ID };
const INSTANCE: KmsCaller = {
  arn: `arn:aws:sts::${ACCOUNT}:assumed-role/aws:ec2-infrastructure/i-0123456789abcdef0`,
  accountId: ACCOUNT,
};
const REQUEST = {
  granteePrincipal: INSTANCE.arn,
  retiringPrincipal: "ec2.us-east-1.amazonaws.com",
  operations: ["Decrypt"],
  constraints: { encryptionContextSubset: CONTEXT },
} as const;
/** The same, as the volumes ask for it. */
const TERMS = {
  granteePrincipal: INSTANCE.arn,
  retiringPrincipal: "ec2.us-east-1.amazonaws.com",
  operations: ["Decrypt"],
  encryptionContextSubset: CONTEXT,
};

async function wrappedUnder(fixture: Fixture, keyId: string, encryptionContext: Record<string, string> = CONTEXT) {
  const request = { keyId, numberOfBytes: 64, encryptionContext };
  return (await fixture.kms.client.generateDataKeyWithoutPlaintext(CALLER, request)).ciphertextBlob;
}

test("a grant's token lets its grantee do what the grant says, and no more", async () => {
  await using fixture = await startFixture();
  const { client } = fixture.kms;
  const [{ keyId, arn }, other] = [await fixture.key(), await fixture.key()];
  const { grantId, grantToken } = await client.createGrant(CALLER, { ...TERMS, keyId });
  expect(grantId).toMatch(/^[0-9a-f]{64}$/);
  expect(grantToken).not.toContain(grantId);
  const ciphertextBlob = await wrappedUnder(fixture, keyId);
  const grantTokens = [grantToken];

  const bearing = { ciphertextBlob, encryptionContext: CONTEXT, grantTokens };
  expect((await client.decrypt(INSTANCE, bearing)).plaintext).toHaveLength(64);
  // More pairs than the constraint has are within it.
  const wider = { ...CONTEXT, more: "yes" };
  const widerBlob = await wrappedUnder(fixture, keyId, wider);
  await client.decrypt(INSTANCE, { ciphertextBlob: widerBlob, encryptionContext: wider, grantTokens });

  const denied = {
    code: "ACCESS_DENIED",
    message: `User: ${INSTANCE.arn} is not authorized to perform: kms:Decrypt on resource: ${arn} because no identity-based policy allows the kms:Decrypt action`,
  };
  // Another context.
  const foreign = { "aws:ebs:id": "vol-0fedcba9876543210" };
  const foreignBlob = await wrappedUnder(fixture, keyId, foreign);
  const outside = { ciphertextBlob: foreignBlob, encryptionContext: foreign, grantTokens };
  expect(await refusal(client.decrypt(INSTANCE, outside))).toEqual(denied);
  // Another principal, with somebody else's token and with a grant for another operation.
  const elsewhere = { ...INSTANCE, arn: INSTANCE.arn.replace(/i-.*/, "i-0fedcba9876543210") };
  const encryptOnly = { ...TERMS, keyId, granteePrincipal: elsewhere.arn, operations: ["Encrypt"] };
  const ofOther = await client.createGrant(CALLER, encryptOnly);
  for (const token of [grantToken, ofOther.grantToken]) {
    const refused = await refusal(client.decrypt(elsewhere, { ...bearing, grantTokens: [token] }));
    expect(refused).toMatchObject({ code: "ACCESS_DENIED" });
  }
  // A grant is effective without its token, and whoever may by policy needs no grant.
  await client.decrypt(INSTANCE, { ciphertextBlob, encryptionContext: CONTEXT });
  await client.decrypt(CALLER, bearing);

  const invalid = { code: "GRANT_TOKEN_INVALID", field: "grantTokens" };
  const otherGrant = await client.createGrant(CALLER, { ...TERMS, keyId: other.keyId });
  for (const token of ["x", grantId, `${grantToken}A`, otherGrant.grantToken]) {
    const asked = client.decrypt(INSTANCE, { ...bearing, grantTokens: [token] });
    expect(await refusal(asked), token).toMatchObject(invalid);
  }
  await client.retireGrant(CALLER, { keyArn: arn, grantId });
  expect(await refusal(client.decrypt(INSTANCE, bearing))).toMatchObject(invalid);
});

test("retiring a grant that is gone, or whose key is gone, is no error", async () => {
  await using fixture = await startFixture();
  const { client, call } = fixture.kms;
  const { keyId, arn } = await fixture.key();
  const { grantId } = await client.createGrant(CALLER, { ...TERMS, keyId });
  const strange = { arn: "arn:aws:iam::999999999999:root", accountId: "999999999999" };
  expect(await refusal(client.retireGrant(strange, { keyArn: arn, grantId }))).toMatchObject({ code: "ACCESS_DENIED" });
  await call("DisableKey", CALLER, { keyId });
  await client.retireGrant(CALLER, { keyArn: arn, grantId });
  await client.retireGrant(CALLER, { keyArn: arn, grantId });
  await client.retireGrant(CALLER, {
    keyArn: arn.replace(/key.*/, "key/00000000-0000-4000-8000-000000000000"),
    grantId,
  });
  const facts = { grantId, granteePrincipal: INSTANCE.arn, operations: "Decrypt" };
  expect(fixture.events.filter(({ type }) => type.startsWith("Grant"))).toMatchObject([
    { type: "GrantCreated", keyArn: arn, volumeId: VOLUME_ID, detail: facts },
    { type: "GrantRetired", keyArn: arn, volumeId: VOLUME_ID, detail: { ...facts, operation: "RetireGrant" } },
  ]);
});

test("with a name the same request gives the same grant; without one, or with other terms, a new one", async () => {
  await using fixture = await startFixture();
  const { client } = fixture.kms;
  const { keyId } = await fixture.key();
  const named = { ...TERMS, keyId, name: "attach-1" };
  const both = await Promise.all([client.createGrant(CALLER, named), client.createGrant(CALLER, named)]);
  expect(both[0]).toEqual(both[1]);
  await fixture.restart();
  const create = async (request: typeof named | Omit<typeof named, "name">) =>
    (await fixture.kms.client.createGrant(CALLER, request)).grantId;
  expect(await create(named)).toBe(both[0].grantId);
  const others = [
    await create({ ...named, name: "attach-2" }),
    await create({ ...named, operations: ["Decrypt", "DescribeKey"] }),
    await create({ ...named, granteePrincipal: CALLER.arn }),
    await create({ ...named, encryptionContextSubset: { ...CONTEXT, "aws:ebs:id": "vol-2" } }),
    await create({ ...TERMS, keyId }),
    await create({ ...TERMS, keyId }),
  ];
  expect(new Set([both[0].grantId, ...others]).size).toBe(7);
});

test.each<[object, string]>([
  [{ operations: ["Fly"] }, "operations"],
  [{ operations: [] }, "operations"],
  [{ granteePrincipal: "" }, "granteePrincipal"],
  [{ name: "a b" }, "name"],
  [
    { encryptionContextSubset: Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`k${at}`, ""])) },
    "constraints",
  ],
  [{ encryptionContextSubset: { k: "v".repeat(384) } }, "constraints"],
])("CreateGrant refuses %j", async (change, field) => {
  await using fixture = await startFixture();
  const { keyId } = await fixture.key();
  const asked = fixture.kms.client.createGrant(CALLER, { ...TERMS, keyId, ...change });
  expect(await refusal(asked)).toMatchObject({ code: "KMS_VALIDATION", field });
  expect(fixture.tables.grants.size).toBe(0);
});

test("a constraint of 8 pairs and 384 characters is allowed", async () => {
  await using fixture = await startFixture();
  const { keyId } = await fixture.key();
  const pairs = Array.from({ length: 8 }, (_, at) => [`k${at}`, "v".repeat(46)]);
  const encryptionContextSubset = Object.fromEntries(pairs);
  expect(pairs.flat().join("")).toHaveLength(384);
  await fixture.kms.client.createGrant(CALLER, { ...TERMS, keyId, encryptionContextSubset });
});

test("a key has at most so many grants", async () => {
  await using fixture = await startFixture();
  const kms = await startKms(fixture.options);
  try {
    const { keyId } = (await runOperation(kms, "CreateKey", CALLER, {})).keyMetadata;
    const { grantId } = await runOperation(kms, "CreateGrant", CALLER, { ...REQUEST, keyId });
    for (let count = kms.grantsOf.count(keyId); count < LIMITS.kmsGrantsPerKeyMax; count += 1) {
      kms.grantsOf.add(keyId, `stands for grant ${count}`);
    }
    const refused = await refusal(runOperation(kms, "CreateGrant", CALLER, { ...REQUEST, keyId }));
    expect(refused).toMatchObject({ code: "KMS_LIMIT_EXCEEDED" });
    await runOperation(kms, "RevokeGrant", CALLER, { keyId, grantId });
    await runOperation(kms, "CreateGrant", CALLER, { ...REQUEST, keyId });
  } finally {
    await stopKms(kms);
  }
});

test("a revoked grant is gone; revoking it again names the id", async () => {
  await using fixture = await startFixture();
  const kms = await startKms(fixture.options);
  try {
    const { keyId, arn } = (await runOperation(kms, "CreateKey", CALLER, {})).keyMetadata;
    const { grantId } = await runOperation(kms, "CreateGrant", CALLER, { ...REQUEST, keyId, name: "one" });
    const { grants } = await runOperation(kms, "ListGrants", CALLER, { keyId });
    expect(grants).toEqual([
      {
        ...REQUEST,
        grantId,
        keyId: arn,
        name: "one",
        issuingAccount: `arn:aws:iam::${ACCOUNT}:root`,
        creationDateMs: fixture.clock.now(),
      },
    ]);
    await runOperation(kms, "RevokeGrant", CALLER, { keyId, grantId });
    expect((await runOperation(kms, "ListGrants", CALLER, { keyId })).grants).toEqual([]);
    expect(await refusal(runOperation(kms, "RevokeGrant", CALLER, { keyId, grantId }))).toMatchObject({
      code: "GRANT_ID_INVALID",
      field: "grantId",
    });
  } finally {
    await stopKms(kms);
  }
});

test("the constraint EncryptionContextEquals allows that context alone", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const { keyId } = await fixture.key();
  const constraints = { encryptionContextEquals: CONTEXT };
  const { grantToken } = await call("CreateGrant", CALLER, {
    ...REQUEST,
    operations: ["Decrypt", "DescribeKey"],
    constraints,
    keyId,
  });
  const decrypt = async (encryptionContext: Record<string, string>) => {
    const ciphertextBlob = await wrappedUnder(fixture, keyId, encryptionContext);
    return call("Decrypt", INSTANCE, { ciphertextBlob, encryptionContext, grantTokens: [grantToken] });
  };
  await decrypt(CONTEXT);
  for (const other of [{ ...CONTEXT, more: "yes" }, { "aws:ebs:id": "other" }, {}]) {
    expect(await refusal(decrypt(other))).toMatchObject({ code: "ACCESS_DENIED" });
  }
  // What takes no encryption context is not constrained by one.
  await call("DescribeKey", INSTANCE, { keyId, grantTokens: [grantToken] });
  expect((await call("ListGrants", CALLER, { keyId })).grants[0]).toMatchObject({ constraints });
});

test.each<[object, string]>([
  [{ operations: ["CreateGrant"] }, "Grants must not contain only the CreateGrant operation."],
  [
    { constraints: { encryptionContextEquals: CONTEXT, encryptionContextSubset: CONTEXT } },
    "More than one constraint supplied",
  ],
  [
    { operations: ["Sign"] },
    "A grant for Sign does not fit a key of spec SYMMETRIC_DEFAULT and usage ENCRYPT_DECRYPT.",
  ],
])("CreateGrant refuses the terms %j", async (change, message) => {
  await using fixture = await startFixture();
  const { keyId } = await fixture.key();
  const asked = fixture.kms.call("CreateGrant", CALLER, { ...REQUEST, keyId, ...change });
  expect(await refusal(asked)).toMatchObject({ code: "KMS_VALIDATION", message });
});

test("grants are listed by id, by grantee, and by who may retire them, over all keys", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const [one, two] = [await fixture.key(), await fixture.key()];
  const ids: string[] = [];
  for (const { keyId } of [one, two]) {
    ids.push((await call("CreateGrant", CALLER, { ...REQUEST, keyId })).grantId);
    const { retiringPrincipal: _, ...terms } = REQUEST;
    ids.push((await call("CreateGrant", CALLER, { ...terms, keyId, granteePrincipal: CALLER.arn })).grantId);
  }
  const listed = async (more: object) =>
    (await call("ListGrants", CALLER, { keyId: one.keyId, ...more })).grants.map(({ grantId }) => grantId);
  expect((await listed({})).sort()).toEqual(ids.slice(0, 2).sort());
  expect(await listed({ grantId: ids[1] })).toEqual([ids[1]]);
  expect(await listed({ granteePrincipal: INSTANCE.arn })).toEqual([ids[0]]);
  expect(await refusal(call("ListGrants", CALLER, { keyId: one.keyId, grantId: ids[2]! }))).toMatchObject({
    code: "GRANT_ID_INVALID",
  });
  const { retiringPrincipal } = REQUEST;
  const first = await call("ListRetirableGrants", CALLER, { retiringPrincipal, limit: 1 });
  const second = await call("ListRetirableGrants", CALLER, { retiringPrincipal, limit: 1, marker: first.nextMarker });
  const retirable = [...first.grants, ...second.grants];
  expect(retirable.map(({ grantId }) => grantId).sort()).toEqual([ids[0], ids[2]].sort());
  expect(second.truncated).toBe(false);
});

test("a grant is retired by its token, or by its key and id, and not by both", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const { keyId, arn } = await fixture.key();
  const first = await call("CreateGrant", CALLER, { ...REQUEST, keyId });
  const second = await call("CreateGrant", CALLER, { ...REQUEST, keyId });
  const both = { grantToken: first.grantToken, keyId: arn, grantId: first.grantId };
  for (const request of [both, { keyId }, { grantId: first.grantId }, {}]) {
    expect(await refusal(call("RetireGrant", CALLER, request))).toMatchObject({ code: "KMS_VALIDATION" });
  }
  await call("RetireGrant", CALLER, { grantToken: first.grantToken });
  expect(await refusal(call("RetireGrant", CALLER, { grantToken: first.grantToken }))).toMatchObject({
    code: "GRANT_TOKEN_INVALID",
  });
  await call("RetireGrant", CALLER, { keyId: arn, grantId: second.grantId });
  expect((await call("ListGrants", CALLER, { keyId })).grants).toEqual([]);
});

test("a decision reads no more of the table of grants where the grantee has many", async () => {
  await using fixture = await startFixture();
  const { client } = fixture.kms;
  const { keyId } = await fixture.key();
  const ciphertextBlob = await wrappedUnder(fixture, keyId);
  for (let other = 0; other < 50; other++) {
    const encryptionContextSubset = { "aws:ebs:id": `vol-${String(other).padStart(17, "0")}` };
    await client.createGrant(CALLER, { ...TERMS, keyId, encryptionContextSubset });
  }
  const { grantToken } = await client.createGrant(CALLER, { ...TERMS, keyId });
  const reads = vi.spyOn(fixture.tables.grants, "get");
  for (const grantTokens of [[grantToken], []]) {
    await client.decrypt(INSTANCE, { ciphertextBlob, encryptionContext: CONTEXT, grantTokens });
    expect(reads.mock.calls.length).toBeLessThanOrEqual(grantTokens.length);
    reads.mockClear();
  }
});
