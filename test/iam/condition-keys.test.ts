/** Every condition key once: a policy that allows an operation on the key's value, and one that asks for another value. */

import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CONDITION_KEYS } from "#envol/kms/embedded/condition-values.ts";
import type { OperationName } from "#envol/kms/embedded/operation-names.ts";
import type { KmsCaller } from "#envol/kms/kms-client.ts";
import { refusal } from "../kms/fixture.ts";
import { ALICE, EC2, newKey, ROOT, roleArn, session, startWorld, userArn, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

interface Case {
  /** Of a key that is made for it. */
  readonly key?: object;
  readonly caller?: KmsCaller;
  readonly operation?: OperationName;
  /** Without the key's id, which is put in. */
  readonly request?: (arn: string) => object;
  /** Condition operator, key and value that hold. */
  readonly holds: readonly [operator: string, key: string, value: unknown];
  /** A value that does not. */
  readonly fails: unknown;
}

const THROUGH_EC2 = { ...ALICE, viaService: EC2 };
const GRANT = {
  granteePrincipal: userArn("bob"),
  retiringPrincipal: roleArn("end"),
  operations: ["Decrypt", "Encrypt"],
};
const CONTEXT = { Team: "storage", tier: "gold" };
const message = () => ({ message: Buffer.of(1) });
const sign = () => ({ ...message(), signingAlgorithm: "ECDSA_SHA_256" });
const SIGNER = { keySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" };
const mac = () => ({ ...message(), macAlgorithm: "HMAC_SHA_256" });
const wrapping = () => ({ wrappingAlgorithm: "RSAES_OAEP_SHA_256", wrappingKeySpec: "RSA_2048" });
const VALID_TO_MS = 1_800_100_000_000;
const importing = () => ({ importToken: Buffer.of(1), encryptedKeyMaterial: Buffer.of(1), validToMs: VALID_TO_MS });
const peer = () => ({
  keyAgreementAlgorithm: "ECDH",
  publicKey: generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "der", type: "spki" }),
});
const tags = (...pairs: [string, string][]) => pairs.map(([tagKey, tagValue]) => ({ tagKey, tagValue }));

// biome-ignore format: a table reads best with a row on a line.
const CASES: readonly Case[] = [
  { operation: "PutKeyPolicy", request: () => ({ policy: '{"Statement":{"Effect":"Allow","Principal":"*","Action":"kms:*","Resource":"*"}}', bypassPolicyLockoutSafetyCheck: true }), holds: ["Bool", "kms:BypassPolicyLockoutSafetyCheck", "true"], fails: "false" },
  { holds: ["StringEquals", "kms:CallerAccount", "111122223333"], fails: "999999999999" },
  { holds: ["StringEquals", "kms:CustomerMasterKeySpec", "SYMMETRIC_DEFAULT"], fails: "RSA_2048" },
  { holds: ["StringEquals", "kms:CustomerMasterKeyUsage", "ENCRYPT_DECRYPT"], fails: "SIGN_VERIFY" },
  { operation: "GenerateDataKeyPair", request: () => ({ keyPairSpec: "ECC_NIST_P256" }), holds: ["StringLike", "kms:DataKeyPairSpec", "ECC_*"], fails: "RSA_*" },
  { holds: ["StringEquals", "kms:EncryptionAlgorithm", "SYMMETRIC_DEFAULT"], fails: "SM2PKE" },
  { request: () => ({ encryptionContext: CONTEXT }), holds: ["StringEquals", "kms:EncryptionContext:Team", "storage"], fails: "network" },
  { request: () => ({ encryptionContext: CONTEXT }), holds: ["ForAllValues:StringEquals", "kms:EncryptionContextKeys", ["Team", "tier", "more"]], fails: ["Team"] },
  { operation: "ImportKeyMaterial", key: { origin: "EXTERNAL" }, request: importing, holds: ["StringEquals", "kms:ExpirationModel", "KEY_MATERIAL_EXPIRES"], fails: "KEY_MATERIAL_DOES_NOT_EXPIRE" },
  { operation: "CreateGrant", request: () => ({ ...GRANT, constraints: { encryptionContextSubset: CONTEXT } }), holds: ["StringEquals", "kms:GrantConstraintType", "EncryptionContextSubset"], fails: "EncryptionContextEquals" },
  { operation: "CreateGrant", request: () => GRANT, holds: ["StringEquals", "kms:GranteePrincipal", userArn("bob")], fails: userArn("eve") },
  { operation: "CreateGrant", caller: THROUGH_EC2, request: () => GRANT, holds: ["Bool", "kms:GrantIsForAWSResource", true], fails: false },
  { operation: "CreateGrant", request: () => GRANT, holds: ["ForAllValues:StringEquals", "kms:GrantOperations", ["Encrypt", "Decrypt"]], fails: ["Decrypt"] },
  { operation: "DeriveSharedSecret", key: { keySpec: "ECC_NIST_P256", keyUsage: "KEY_AGREEMENT" }, request: peer, holds: ["StringEquals", "kms:KeyAgreementAlgorithm", "ECDH"], fails: "DH" },
  { holds: ["StringEquals", "kms:KeyOrigin", "AWS_KMS"], fails: "EXTERNAL" },
  { operation: "Sign", key: SIGNER, request: sign, holds: ["StringEquals", "kms:KeySpec", "ECC_NIST_P256"], fails: "SYMMETRIC_DEFAULT" },
  { operation: "Sign", key: SIGNER, request: sign, holds: ["StringEquals", "kms:KeyUsage", "SIGN_VERIFY"], fails: "ENCRYPT_DECRYPT" },
  { operation: "GenerateMac", key: { keySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" }, request: mac, holds: ["StringEquals", "kms:MacAlgorithm", "HMAC_SHA_256"], fails: "HMAC_SHA_512" },
  { operation: "Sign", key: SIGNER, request: sign, holds: ["StringEquals", "kms:MessageType", "RAW"], fails: "DIGEST" },
  { key: { multiRegion: true }, holds: ["Bool", "kms:MultiRegion", "true"], fails: "false" },
  { key: { multiRegion: true }, holds: ["StringEquals", "kms:MultiRegionKeyType", "PRIMARY"], fails: "REPLICA" },
  { operation: "ReplicateKey", key: { multiRegion: true }, request: () => ({ replicaRegion: "eu-west-1" }), holds: ["StringEqualsIfExists", "kms:ReplicaRegion", "eu-west-1"], fails: "us-west-2" },
  { operation: "ReEncrypt", request: (arn) => ({ destinationKeyId: arn }), holds: ["Bool", "kms:ReEncryptOnSameKey", "true"], fails: "false" },
  { request: () => ({ keyId: "alias/asked" }), holds: ["StringEquals", "kms:RequestAlias", "alias/asked"], fails: "alias/other" },
  { holds: ["ForAnyValue:StringLike", "kms:ResourceAliases", "alias/as*"], fails: "alias/other*" },
  { operation: "CreateGrant", request: () => GRANT, holds: ["ArnLike", "kms:RetiringPrincipal", "arn:aws:iam::*:role/end"], fails: "arn:aws:iam::*:user/*" },
  { operation: "EnableKeyRotation", request: () => ({ rotationPeriodInDays: 180 }), holds: ["NumericLessThanEquals", "kms:RotationPeriodInDays", "180"], fails: 179 },
  { operation: "ScheduleKeyDeletion", request: () => ({ pendingWindowInDays: 7 }), holds: ["NumericEquals", "kms:ScheduleKeyDeletionPendingWindowInDays", 7], fails: "30" },
  { operation: "Sign", key: SIGNER, request: sign, holds: ["StringEquals", "kms:SigningAlgorithm", "ECDSA_SHA_256"], fails: "ECDSA_SHA_512" },
  { operation: "ImportKeyMaterial", key: { origin: "EXTERNAL" }, request: importing, holds: ["DateLessThan", "kms:ValidTo", "2027-01-18T00:00:00Z"], fails: "2027-01-16T00:00:00Z" },
  { caller: THROUGH_EC2, holds: ["StringEquals", "kms:ViaService", EC2], fails: "rds.us-east-1.amazonaws.com" },
  { operation: "GetParametersForImport", key: { origin: "EXTERNAL" }, request: wrapping, holds: ["StringEquals", "kms:WrappingAlgorithm", "RSAES_OAEP_SHA_256"], fails: "RSAES_OAEP_SHA_1" },
  { operation: "GetParametersForImport", key: { origin: "EXTERNAL" }, request: wrapping, holds: ["StringEquals", "kms:WrappingKeySpec", "RSA_2048"], fails: "RSA_4096" },

  { caller: THROUGH_EC2, holds: ["ForAnyValue:StringEquals", "aws:CalledVia", "ec2.amazonaws.com"], fails: "s3.amazonaws.com" },
  { caller: THROUGH_EC2, holds: ["StringEquals", "aws:CalledViaFirst", "ec2.amazonaws.com"], fails: "s3.amazonaws.com" },
  { caller: THROUGH_EC2, holds: ["StringEquals", "aws:CalledViaLast", "ec2.amazonaws.com"], fails: "s3.amazonaws.com" },
  { holds: ["DateGreaterThan", "aws:CurrentTime", "2027-01-15T00:00:00Z"], fails: "2027-01-16T00:00:00Z" },
  { holds: ["NumericGreaterThan", "aws:EpochTime", 1_799_999_999], fails: 1_800_000_000 },
  { holds: ["StringEquals", "aws:PrincipalAccount", "111122223333"], fails: "999999999999" },
  { caller: session("app"), holds: ["ArnEquals", "aws:PrincipalArn", roleArn("app")], fails: session("app").arn },
  { holds: ["Bool", "aws:PrincipalIsAWSService", "false"], fails: "true" },
  { holds: ["Null", "aws:PrincipalServiceName", "true"], fails: "false" },
  { holds: ["StringEquals", "aws:PrincipalTag/team", "storage"], fails: "network" },
  { holds: ["StringEquals", "aws:PrincipalType", "User"], fails: "AssumedRole" },
  { holds: ["StringLike", "aws:RequestedRegion", "us-*"], fails: "eu-*" },
  { operation: "TagResource", request: () => ({ tags: tags(["stage", "test"]) }), holds: ["StringEquals", "aws:RequestTag/stage", "test"], fails: "production" },
  { holds: ["StringEquals", "aws:ResourceAccount", "111122223333"], fails: "999999999999" },
  { key: { tags: tags(["Project", "a"]) }, holds: ["StringEquals", "aws:ResourceTag/project", "a"], fails: "b" },
  { holds: ["Bool", "aws:SecureTransport", "true"], fails: "false" },
  { caller: { ...ALICE, sourceIpAddress: "192.0.2.7" }, holds: ["IpAddress", "aws:SourceIp", ["10.0.0.0/8", "192.0.2.0/24"]], fails: "192.0.3.0/24" },
  { operation: "UntagResource", request: () => ({ tagKeys: ["stage"] }), holds: ["ForAllValues:StringEquals", "aws:TagKeys", ["stage", "team"]], fails: ["team"] },
  { caller: { ...ALICE, userAgent: "aws-cli/2" }, holds: ["StringLike", "aws:UserAgent", "aws-cli/*"], fails: "Boto3/*" },
  { holds: ["StringLike", "aws:userid", `AIDA${"?".repeat(17)}`], fails: "AROA*" },
  { holds: ["StringEquals", "aws:username", "alice"], fails: "bob" },
  { caller: THROUGH_EC2, holds: ["Bool", "aws:ViaAWSService", "true"], fails: "false" },
];

/** What the table cannot do with one key and one Region. */
const ELSEWHERE = ["kms:PrimaryRegion"];

test("the table has each condition key", () => {
  const inTable = CASES.map(({ holds: [, key] }) =>
    CONDITION_KEYS.find((name) => key.startsWith(name) && (/[:/]$/.test(name) || key === name)),
  );
  expect(new Set([...inTable, ...ELSEWHERE])).toEqual(new Set(CONDITION_KEYS));
});

test.each(CASES.map((row) => [row.holds.join(" "), row] as const))("%s", async (_, row) => {
  const { caller = ALICE, operation = "Encrypt", request = () => ({}), key: keyRequest = {}, holds, fails } = row;
  const call = world.kms.call as (name: OperationName, caller: KmsCaller, request: object) => Promise<unknown>;
  const { keyId, arn } = await newKey(world, undefined, keyRequest);
  await call("CreateAlias", ROOT, { aliasName: "alias/asked", targetKeyId: keyId });
  try {
    world.tags.set(ALICE.arn, { Team: "storage" });
    const { ciphertextBlob } =
      operation === "ReEncrypt" ? await world.kms.call("Encrypt", ROOT, { keyId, plaintext: Buffer.of(1) }) : {};
    const [operator, name, value] = holds;
    const ask = (wanted: unknown) => {
      const condition = { Condition: { [operator]: { [name]: wanted } } };
      const principal = caller.arn === ALICE.arn ? ALICE.arn : roleArn("app");
      world.policies.set(principal, [condition]);
      const needs = operation === "Encrypt" ? { plaintext: Buffer.of(1) } : { ciphertextBlob };
      return call(operation, caller, { keyId: arn, ...needs, ...request(arn) });
    };
    expect(await refusal(ask(fails))).toMatchObject({ code: "ACCESS_DENIED" });
    // What comes after the authorization may fail for reasons of its own.
    const after = await ask(value).then(
      () => "done",
      (error: { code: string }) => error.code,
    );
    expect(after).not.toBe("ACCESS_DENIED");
  } finally {
    await call("DeleteAlias", ROOT, { aliasName: "alias/asked" });
  }
});

test("StringEquals kms:PrimaryRegion eu-west-1", async () => {
  const { call } = world.kms;
  const { keyId } = await newKey(world, undefined, { multiRegion: true });
  for (const replicaRegion of ["eu-west-1", "us-west-2"]) await call("ReplicateKey", ROOT, { keyId, replicaRegion });
  world.policies.set(ALICE.arn, [{ Condition: { StringEquals: { "kms:PrimaryRegion": "eu-west-1" } } }]);
  const update = (primaryRegion: string) => call("UpdatePrimaryRegion", ALICE, { keyId, primaryRegion });
  expect(await refusal(update("us-west-2"))).toMatchObject({ code: "ACCESS_DENIED" });
  await update("eu-west-1");
});
