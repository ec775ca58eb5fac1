/** For each operation of AWS KMS, what a client does with it: at least one call that succeeds and one that is refused. */

import { createECDH, randomBytes } from "node:crypto";
import { expect } from "vitest";
import { wrapMaterial } from "../kms/importing.ts";
import type { Drive, DrivenClient, Json } from "./clients.ts";

const ACCOUNT = "000000000000";
const DAY_SECONDS = 86_400;
const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const USER = `arn:aws:iam::${ACCOUNT}:user/someone`;
const CONTEXT = { purpose: "test", Größe: "groß" };
const UNKNOWN_ID = "00000000-0000-4000-8000-000000000000";
const TEXT = Buffer.from("a text").toString("base64");

interface Key {
  readonly id: string;
  readonly arn: string;
}

/** What scenarios are played with. */
export interface Stage {
  /** Has the client under test call the scenario's operation. Fails when it is refused. */
  succeed(input: Json): Promise<Json>;
  /** The same, for what is to be refused with a code and a text; AWS sends some codes without a text. */
  refuse(input: Json, code: string, message?: string): Promise<void>;
  /** Has another client arrange something. Fails when it is refused. */
  arrange(operation: string, input: Json): Promise<Json>;
  /** Whether the client under test knows a member of the operation's input; else it refuses it itself. */
  knows(member: string): boolean;
}

type Scenario = (stage: Stage) => Promise<void>;

/** @param client the one under test @param other arranges things */
export function stageOf(
  operation: string,
  client: Pick<DrivenClient, "operations" | "drive">,
  other: Drive,
): Stage & { readonly succeeded: number; readonly refused: number } {
  const stage = {
    succeeded: 0,
    refused: 0,
    async succeed(input: Json) {
      const outcome = await client.drive(operation, input);
      if ("error" in outcome) throw new Error(`${operation} was refused: ${JSON.stringify(outcome.error)}`);
      stage.succeeded += 1;
      return outcome.output;
    },
    async refuse(input: Json, code: string, message?: string) {
      const outcome = await client.drive(operation, input);
      expect(outcome).toMatchObject({ error: { code, ...(message !== undefined && { message }) } });
      stage.refused += 1;
    },
    async arrange(name: string, input: Json) {
      const outcome = await other(name, input);
      if ("error" in outcome) throw new Error(`${name} was refused: ${JSON.stringify(outcome.error)}`);
      return outcome.output;
    },
    knows: (member: string) => client.operations[operation]?.includes(member) ?? false,
  };
  return stage;
}

async function newKey(stage: Stage, input: Json = {}): Promise<Key> {
  const { KeyMetadata } = (await stage.arrange("CreateKey", input)) as { KeyMetadata: { KeyId: string; Arn: string } };
  return { id: KeyMetadata.KeyId, arn: KeyMetadata.Arn };
}

async function disabledKey(stage: Stage, input: Json = {}): Promise<Key> {
  const key = await newKey(stage, input);
  await stage.arrange("DisableKey", { KeyId: key.id });
  return key;
}

const ECC = { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" };
const RSA = { KeySpec: "RSA_2048", KeyUsage: "SIGN_VERIFY" };
const HMAC = { KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" };
const AGREEMENT = { KeySpec: "ECC_NIST_P256", KeyUsage: "KEY_AGREEMENT" };
const EXTERNAL = { Origin: "EXTERNAL" };

/** Says what it wants to be done to a key that is not there. */
async function refuseUnknownKey(stage: Stage, more: Json = {}): Promise<void> {
  const arn = `arn:aws:kms:us-east-1:${ACCOUNT}:key/${UNKNOWN_ID}`;
  await stage.refuse({ ...more, KeyId: UNKNOWN_ID }, "NotFoundException", `Key '${arn}' does not exist`);
}

async function refuseDisabled(stage: Stage, key: Json, more: Json = {}): Promise<void> {
  const disabled = await disabledKey(stage, key);
  await stage.refuse({ ...more, KeyId: disabled.id }, "DisabledException", `${disabled.arn} is disabled.`);
}

function damaged(blob: unknown): string {
  const bytes = Buffer.from(blob as string, "base64");
  bytes[bytes.length - 1]! ^= 1;
  return bytes.toString("base64");
}

/** Parameters for an import, and material wrapped with them. */
async function wrapped(stage: Stage, key: Key, material: Buffer = randomBytes(32)): Promise<Json> {
  const { PublicKey, ImportToken } = await stage.arrange("GetParametersForImport", {
    KeyId: key.id,
    WrappingAlgorithm: "RSAES_OAEP_SHA_256",
    WrappingKeySpec: "RSA_2048",
  });
  const publicKey = Buffer.from(PublicKey as string, "base64");
  const encrypted = wrapMaterial("RSAES_OAEP_SHA_256", publicKey, material);
  return { KeyId: key.id, ImportToken, EncryptedKeyMaterial: encrypted.toString("base64") };
}

function inDays(days: number): number {
  return Math.floor(Date.now() / 1000) + days * DAY_SECONDS;
}

async function importedKey(stage: Stage, more: Json = {}): Promise<Key> {
  const key = await newKey(stage, EXTERNAL);
  const expiration = { ExpirationModel: "KEY_MATERIAL_EXPIRES", ValidTo: inDays(30) };
  await stage.arrange("ImportKeyMaterial", { ...(await wrapped(stage, key)), ...expiration, ...more });
  return key;
}

async function newGrant(stage: Stage, key: Key, more: Json = {}): Promise<Json> {
  return stage.arrange("CreateGrant", { KeyId: key.id, GranteePrincipal: USER, Operations: ["Decrypt"], ...more });
}

const aliasArn = (name: unknown) => `arn:aws:kms:us-east-1:${ACCOUNT}:${name}`;
let names = 0;
const newAliasName = () => `alias/scenario-${names++}`;

async function newAlias(stage: Stage, key: Key): Promise<string> {
  const name = newAliasName();
  await stage.arrange("CreateAlias", { AliasName: name, TargetKeyId: key.id });
  return name;
}

/** Custom key stores are not offered, by any of their operations. */
const noCustomKeyStores =
  (input: Json): Scenario =>
  (stage) =>
    stage.refuse(input, "UnsupportedOperationException", "Custom key stores are not offered.");

const keyScenarios: Record<string, Scenario> = {
  async CreateKey(stage) {
    const { KeyMetadata } = await stage.succeed({
      Description: "of a client",
      Tags: [{ TagKey: "a", TagValue: "b" }],
      MultiRegion: true,
    });
    expect(KeyMetadata).toMatchObject({
      AWSAccountId: ACCOUNT,
      Description: "of a client",
      MultiRegion: true,
      Enabled: true,
    });
    const { CreationDate } = KeyMetadata as { CreationDate: number };
    expect(Math.abs(CreationDate - Date.now() / 1000)).toBeLessThan(60);
    await stage.refuse(
      { KeySpec: "RSA_2048" },
      "ValidationException",
      "You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.",
    );
    const tags = [1, 2].map((value) => ({ TagKey: "same", TagValue: String(value) }));
    await stage.refuse({ Tags: tags }, "TagException", "Duplicate tag keys");
    await stage.refuse({ Policy: "{}" }, "MalformedPolicyDocumentException");
  },
  async DescribeKey(stage) {
    const key = await newKey(stage, { MultiRegion: true });
    await stage.arrange("ReplicateKey", { KeyId: key.id, ReplicaRegion: "eu-west-1" });
    const { KeyMetadata } = await stage.succeed({ KeyId: key.arn });
    expect(KeyMetadata).toMatchObject({
      Arn: key.arn,
      MultiRegionConfiguration: {
        MultiRegionKeyType: "PRIMARY",
        PrimaryKey: { Arn: key.arn, Region: "us-east-1" },
        ReplicaKeys: [{ Arn: key.arn.replace("us-east-1", "eu-west-1"), Region: "eu-west-1" }],
      },
    });
    await stage.arrange("ScheduleKeyDeletion", { KeyId: key.id, PendingWindowInDays: 7 });
    expect((await stage.succeed({ KeyId: key.id }))["KeyMetadata"]).toMatchObject({ PendingDeletionWindowInDays: 7 });
    for (const spec of [ECC, RSA, HMAC, AGREEMENT, { KeySpec: "RSA_2048", KeyUsage: "ENCRYPT_DECRYPT" }]) {
      expect((await stage.succeed({ KeyId: (await newKey(stage, spec)).id }))["KeyMetadata"]).toMatchObject(spec);
    }
    const { id } = await importedKey(stage);
    const imported = (await stage.succeed({ KeyId: id }))["KeyMetadata"];
    expect(imported).toMatchObject({ Origin: "EXTERNAL", ExpirationModel: "KEY_MATERIAL_EXPIRES" });
    await refuseUnknownKey(stage);
    await stage.refuse({ KeyId: "nothing" }, "NotFoundException", "Invalid keyId 'nothing'");
    await stage.refuse(
      { KeyId: key.arn.replace("us-east-1", "eu-north-1") },
      "NotFoundException",
      "Invalid arn eu-north-1",
    );
    await stage.refuse({ KeyId: "arn:aws:kms:nothing" }, "InvalidArnException");
  },
  async ListKeys(stage) {
    const keys = [await newKey(stage), await newKey(stage)];
    const page = await stage.succeed({ Limit: 1 });
    expect(page).toMatchObject({ Truncated: true, Keys: [{}] });
    const all = await stage.succeed({ Limit: 1000 });
    for (const { id, arn } of keys) expect(all["Keys"]).toContainEqual({ KeyId: id, KeyArn: arn });
    await stage.refuse({ Marker: "nonsense" }, "InvalidMarkerException");
  },
  async EnableKey(stage) {
    const key = await disabledKey(stage);
    await stage.succeed({ KeyId: key.id });
    await refuseUnknownKey(stage);
    await stage.arrange("ScheduleKeyDeletion", { KeyId: key.id });
    await stage.refuse({ KeyId: key.id }, "KMSInvalidStateException", `${key.arn} is pending deletion.`);
  },
  async DisableKey(stage) {
    await stage.succeed({ KeyId: (await newKey(stage)).id });
    const pending = await newKey(stage, EXTERNAL);
    await stage.refuse({ KeyId: pending.id }, "KMSInvalidStateException", `${pending.arn} is pending import.`);
  },
  async ScheduleKeyDeletion(stage) {
    const key = await newKey(stage);
    const answer = await stage.succeed({ KeyId: key.id, PendingWindowInDays: 7 });
    expect(answer).toMatchObject({ KeyId: key.arn, KeyState: "PendingDeletion", PendingWindowInDays: 7 });
    expect(Math.abs((answer["DeletionDate"] as number) - inDays(7))).toBeLessThan(60);
    expect((await stage.arrange("DescribeKey", { KeyId: key.id }))["KeyMetadata"]).toHaveProperty("DeletionDate");
    await stage.refuse({ KeyId: key.id }, "KMSInvalidStateException", `${key.arn} is pending deletion.`);
  },
  async CancelKeyDeletion(stage) {
    const key = await newKey(stage);
    await stage.arrange("ScheduleKeyDeletion", { KeyId: key.id });
    expect(await stage.succeed({ KeyId: key.id })).toEqual({ KeyId: key.arn });
    await stage.refuse({ KeyId: key.id }, "KMSInvalidStateException", `${key.arn} is not pending deletion.`);
  },
  async UpdateKeyDescription(stage) {
    const key = await newKey(stage);
    await stage.succeed({ KeyId: key.id, Description: "new" });
    await refuseUnknownKey(stage, { Description: "new" });
  },
  async GetKeyLastUsage(stage) {
    const key = await newKey(stage);
    await stage.arrange("Encrypt", { KeyId: key.id, Plaintext: TEXT });
    expect(await stage.succeed({ KeyId: key.id })).toMatchObject({
      KeyId: key.arn,
      KeyLastUsage: { Operation: "Encrypt" },
    });
    await refuseUnknownKey(stage);
  },
  async ReplicateKey(stage) {
    const key = await newKey(stage, { MultiRegion: true });
    const request = { KeyId: key.id, ReplicaRegion: "eu-west-1", Tags: [{ TagKey: "a", TagValue: "b" }] };
    const answer = await stage.succeed(request);
    expect(answer).toMatchObject({ ReplicaKeyMetadata: { KeyId: key.id }, ReplicaTags: request.Tags });
    await stage.refuse(request, "AlreadyExistsException");
  },
  async UpdatePrimaryRegion(stage) {
    const key = await newKey(stage, { MultiRegion: true });
    await stage.arrange("ReplicateKey", { KeyId: key.id, ReplicaRegion: "eu-west-1" });
    await stage.succeed({ KeyId: key.id, PrimaryRegion: "eu-west-1" });
    await stage.refuse(
      { KeyId: key.id, PrimaryRegion: "eu-west-1" },
      "UnsupportedOperationException",
      `${key.arn} is not a multi-region primary key.`,
    );
  },
};

const aliasAndTagScenarios: Record<string, Scenario> = {
  async CreateAlias(stage) {
    const request = { AliasName: newAliasName(), TargetKeyId: (await newKey(stage)).id };
    await stage.succeed(request);
    const text = `An alias with the name ${aliasArn(request.AliasName)} already exists`;
    await stage.refuse(request, "AlreadyExistsException", text);
    await stage.refuse({ ...request, AliasName: "alias/aws/mine" }, "InvalidAliasNameException");
  },
  async UpdateAlias(stage) {
    const name = await newAlias(stage, await newKey(stage));
    const { id } = await newKey(stage);
    await stage.succeed({ AliasName: name, TargetKeyId: id });
    const unknown = { AliasName: newAliasName(), TargetKeyId: id };
    await stage.refuse(unknown, "NotFoundException", `Alias ${aliasArn(unknown.AliasName)} is not found.`);
  },
  async DeleteAlias(stage) {
    const name = await newAlias(stage, await newKey(stage));
    await stage.succeed({ AliasName: name });
    await stage.refuse({ AliasName: name }, "NotFoundException", `Alias ${aliasArn(name)} is not found.`);
    await stage.refuse(
      { AliasName: "no-prefix" },
      "ValidationException",
      'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
    );
  },
  async ListAliases(stage) {
    const key = await newKey(stage);
    const name = await newAlias(stage, key);
    const { Aliases, Truncated } = await stage.succeed({ KeyId: key.id });
    expect(Truncated).toBe(false);
    expect(Aliases).toMatchObject([{ AliasName: name, AliasArn: aliasArn(name), TargetKeyId: key.id }]);
    await newAlias(stage, key);
    expect(await stage.succeed({ KeyId: key.id, Limit: 1 })).toMatchObject({ Truncated: true });
    await refuseUnknownKey(stage);
  },
  async TagResource(stage) {
    const { id } = await newKey(stage);
    await stage.succeed({ KeyId: id, Tags: [{ TagKey: "a", TagValue: "" }] });
    const reserved = { KeyId: id, Tags: [{ TagKey: "aws:a", TagValue: "b" }] };
    await stage.refuse(reserved, "TagException", "Tags beginning with aws: are reserved");
  },
  async UntagResource(stage) {
    const { id } = await newKey(stage, { Tags: [{ TagKey: "a", TagValue: "b" }] });
    await stage.succeed({ KeyId: id, TagKeys: ["a", "not there"] });
    await refuseUnknownKey(stage, { TagKeys: ["a"] });
  },
  async ListResourceTags(stage) {
    const Tags = ["a", "b"].map((name) => ({ TagKey: name, TagValue: `value of ${name}` }));
    const { id } = await newKey(stage, { Tags });
    expect(await stage.succeed({ KeyId: id })).toEqual({ Tags, Truncated: false });
    expect(await stage.succeed({ KeyId: id, Limit: 1 })).toMatchObject({ Tags: Tags.slice(0, 1), Truncated: true });
    await refuseUnknownKey(stage);
  },
};

const policyScenarios: Record<string, Scenario> = {
  async GetKeyPolicy(stage) {
    const { id } = await newKey(stage);
    const { Policy, PolicyName } = await stage.succeed({ KeyId: id, PolicyName: "default" });
    expect(PolicyName ?? "default").toBe("default");
    expect(JSON.parse(Policy as string)).toMatchObject({ Statement: [{ Principal: { AWS: ROOT } }] });
    await stage.refuse({ KeyId: id, PolicyName: "other" }, "NotFoundException", "No such policy exists");
  },
  async PutKeyPolicy(stage) {
    const { id } = await newKey(stage);
    const { Policy } = await stage.arrange("GetKeyPolicy", { KeyId: id });
    await stage.succeed({ KeyId: id, PolicyName: "default", Policy });
    await stage.refuse({ KeyId: id, PolicyName: "default", Policy: "no JSON" }, "MalformedPolicyDocumentException");
  },
  async ListKeyPolicies(stage) {
    const { id } = await newKey(stage);
    expect(await stage.succeed({ KeyId: id })).toEqual({ PolicyNames: ["default"], Truncated: false });
    await refuseUnknownKey(stage);
  },
  async CreateGrant(stage) {
    const { id } = await newKey(stage);
    const request = {
      GranteePrincipal: USER,
      RetiringPrincipal: ROOT,
      Operations: ["Decrypt", "GenerateDataKey"],
      Constraints: { EncryptionContextSubset: CONTEXT },
      Name: "a-grant",
    };
    const first = await stage.succeed({ ...request, KeyId: id });
    expect(first).toEqual({ GrantId: expect.stringMatching(/^[0-9a-f]{64}$/), GrantToken: expect.any(String) });
    expect((await stage.succeed({ ...request, KeyId: id }))["GrantId"]).toBe(first["GrantId"]);
    await refuseDisabled(stage, {}, request);
    const text = "The request would have succeeded, but the DryRun option is set.";
    const dry = { ...request, KeyId: id, Name: "another" };
    if (stage.knows("DryRun")) await stage.refuse({ ...dry, DryRun: true }, "DryRunOperationException", text);
  },
  async ListGrants(stage) {
    const key = await newKey(stage);
    const { GrantId } = await newGrant(stage, key, {
      Constraints: { EncryptionContextEquals: CONTEXT },
      RetiringPrincipal: ROOT,
      Name: "named",
    });
    await newGrant(stage, key, { Constraints: { EncryptionContextSubset: CONTEXT } });
    const { Grants } = await stage.succeed({ KeyId: key.id, GrantId });
    expect(Grants).toMatchObject([
      {
        KeyId: key.arn,
        GrantId,
        Name: "named",
        GranteePrincipal: USER,
        RetiringPrincipal: ROOT,
        IssuingAccount: ROOT,
        Operations: ["Decrypt"],
        Constraints: { EncryptionContextEquals: CONTEXT },
      },
    ]);
    const page = await stage.succeed({ KeyId: key.id, Limit: 1 });
    expect(page).toMatchObject({ Truncated: true, NextMarker: expect.any(String) });
    await stage.succeed({ KeyId: key.id, Limit: 1, Marker: page["NextMarker"] });
    await refuseUnknownKey(stage);
  },
  async ListRetirableGrants(stage) {
    const key = await newKey(stage);
    const principal = `${USER}-${key.id}`;
    for (let count = 0; count < 2; count++) {
      await newGrant(stage, key, { RetiringPrincipal: principal, Constraints: { EncryptionContextSubset: CONTEXT } });
      await newGrant(stage, key, {
        RetiringPrincipal: principal,
        Constraints: { EncryptionContextEquals: CONTEXT },
        Name: "n",
      });
    }
    const { Grants } = await stage.succeed({ RetiringPrincipal: principal });
    expect(Grants).toHaveLength(3);
    const page = await stage.succeed({ RetiringPrincipal: principal, Limit: 1 });
    expect(page).toMatchObject({ Truncated: true, NextMarker: expect.any(String) });
    await stage.refuse({ RetiringPrincipal: principal, Marker: "nonsense" }, "InvalidMarkerException");
  },
  async RetireGrant(stage) {
    const key = await newKey(stage);
    const { GrantToken } = await newGrant(stage, key);
    await stage.succeed({ GrantToken });
    const { GrantId } = await newGrant(stage, key);
    await stage.succeed({ KeyId: key.arn, GrantId });
    await stage.refuse({ KeyId: key.arn, GrantId }, "InvalidGrantIdException");
    await stage.refuse({ GrantToken: "nonsense" }, "InvalidGrantTokenException");
  },
  async RevokeGrant(stage) {
    const key = await newKey(stage);
    const { GrantId } = await newGrant(stage, key);
    await stage.succeed({ KeyId: key.id, GrantId });
    await stage.refuse({ KeyId: key.id, GrantId }, "InvalidGrantIdException");
  },
};

const encryptionScenarios: Record<string, Scenario> = {
  async Encrypt(stage) {
    const key = await newKey(stage);
    const request = { Plaintext: TEXT, EncryptionContext: CONTEXT };
    const answer = await stage.succeed({ ...request, KeyId: key.id });
    expect(answer).toMatchObject({ KeyId: key.arn, EncryptionAlgorithm: "SYMMETRIC_DEFAULT" });
    const { CiphertextBlob } = answer;
    const opened = await stage.arrange("Decrypt", { CiphertextBlob, EncryptionContext: CONTEXT });
    expect(opened["Plaintext"]).toBe(TEXT);
    await stage.refuse(
      { ...request, KeyId: key.id, Plaintext: Buffer.alloc(4097).toString("base64") },
      "ValidationException",
      "1 validation error detected: Value at 'plaintext' failed to satisfy constraint: Member must have length less than or equal to 4096",
    );
    await refuseDisabled(stage, {}, request);
  },
  async Decrypt(stage) {
    const key = await newKey(stage);
    const { CiphertextBlob } = await stage.arrange("Encrypt", {
      KeyId: key.id,
      Plaintext: TEXT,
      EncryptionContext: CONTEXT,
    });
    const request = { CiphertextBlob, EncryptionContext: CONTEXT };
    expect(await stage.succeed(request)).toMatchObject({ KeyId: key.arn, Plaintext: TEXT });
    await stage.refuse({ CiphertextBlob }, "InvalidCiphertextException");
    await stage.refuse({ ...request, CiphertextBlob: damaged(CiphertextBlob) }, "InvalidCiphertextException");
    await stage.refuse({ ...request, CiphertextBlob: TEXT }, "InvalidCiphertextException");
    await stage.refuse(
      { ...request, KeyId: (await newKey(stage)).id },
      "IncorrectKeyException",
      "The key ID in the request does not identify a CMK that can perform this operation.",
    );
    await stage.arrange("DisableKey", { KeyId: key.id });
    await stage.refuse(request, "DisabledException", `${key.arn} is disabled.`);
  },
  async ReEncrypt(stage) {
    const [from, to] = [await newKey(stage), await newKey(stage)];
    const { CiphertextBlob } = await stage.arrange("Encrypt", { KeyId: from.id, Plaintext: TEXT });
    const request = { CiphertextBlob, DestinationKeyId: to.id, DestinationEncryptionContext: CONTEXT };
    expect(await stage.succeed(request)).toMatchObject({ SourceKeyId: from.arn, KeyId: to.arn });
    await stage.refuse({ ...request, CiphertextBlob: damaged(CiphertextBlob) }, "InvalidCiphertextException");
  },
  async GenerateDataKey(stage) {
    const key = await newKey(stage);
    const answer = await stage.succeed({ KeyId: key.id, KeySpec: "AES_256", EncryptionContext: CONTEXT });
    expect(answer).toMatchObject({ KeyId: key.arn });
    expect(Buffer.from(answer["Plaintext"] as string, "base64")).toHaveLength(32);
    await stage.refuse(
      { KeyId: key.id, NumberOfBytes: 2000 },
      "ValidationException",
      "1 validation error detected: Value '2000' at 'numberOfBytes' failed to satisfy constraint: Member must have value less than or equal to 1024",
    );
    await refuseDisabled(stage, {}, { NumberOfBytes: 64 });
    await refuseUnknownKey(stage, { NumberOfBytes: 64 });
  },
  async GenerateDataKeyWithoutPlaintext(stage) {
    const key = await newKey(stage);
    const answer = await stage.succeed({ KeyId: key.id, NumberOfBytes: 64 });
    expect(answer).not.toHaveProperty("Plaintext");
    await refuseDisabled(stage, {}, { NumberOfBytes: 64 });
  },
  async GenerateDataKeyPair(stage) {
    const key = await newKey(stage);
    const answer = await stage.succeed({ KeyId: key.id, KeyPairSpec: "ECC_NIST_P256" });
    expect(answer).toMatchObject({
      KeyId: key.arn,
      KeyPairSpec: "ECC_NIST_P256",
      PrivateKeyPlaintext: expect.any(String),
    });
    await refuseDisabled(stage, {}, { KeyPairSpec: "ECC_NIST_P256" });
  },
  async GenerateDataKeyPairWithoutPlaintext(stage) {
    const key = await newKey(stage);
    const answer = await stage.succeed({ KeyId: key.id, KeyPairSpec: "ECC_NIST_P256" });
    expect(answer).not.toHaveProperty("PrivateKeyPlaintext");
    await refuseDisabled(stage, {}, { KeyPairSpec: "ECC_NIST_P256" });
  },
  async GenerateRandom(stage) {
    const { Plaintext } = await stage.succeed({ NumberOfBytes: 24 });
    expect(Buffer.from(Plaintext as string, "base64")).toHaveLength(24);
    await stage.refuse({ NumberOfBytes: 1025 }, "ValidationException");
  },
};

const signingScenarios: Record<string, Scenario> = {
  async Sign(stage) {
    const key = await newKey(stage, ECC);
    const request = { Message: TEXT, SigningAlgorithm: "ECDSA_SHA_256" };
    const { Signature, ...rest } = await stage.succeed({ ...request, KeyId: key.id });
    expect(rest).toEqual({ KeyId: key.arn, SigningAlgorithm: "ECDSA_SHA_256" });
    await stage.arrange("Verify", { ...request, KeyId: key.id, Signature });
    await stage.refuse(
      { ...request, KeyId: key.id, MessageType: "DIGEST" },
      "ValidationException",
      "Digest is invalid length for algorithm ECDSA_SHA_256.",
    );
    await stage.refuse(
      { ...request, KeyId: (await newKey(stage, RSA)).id },
      "InvalidKeyUsageException",
      "Algorithm ECDSA_SHA_256 is incompatible with key spec RSA_2048.",
    );
    await refuseDisabled(stage, ECC, request);
  },
  async Verify(stage) {
    const key = await newKey(stage, RSA);
    const request = { KeyId: key.id, Message: TEXT, SigningAlgorithm: "RSASSA_PSS_SHA_256" };
    const { Signature } = await stage.arrange("Sign", request);
    expect(await stage.succeed({ ...request, Signature })).toMatchObject({ KeyId: key.arn, SignatureValid: true });
    await stage.refuse({ ...request, Signature: damaged(Signature) }, "KMSInvalidSignatureException");
  },
  async GenerateMac(stage) {
    const key = await newKey(stage, HMAC);
    const request = { Message: TEXT, MacAlgorithm: "HMAC_SHA_256" };
    const answer = await stage.succeed({ ...request, KeyId: key.id });
    expect(answer).toMatchObject({ KeyId: key.arn, MacAlgorithm: "HMAC_SHA_256" });
    await refuseDisabled(stage, HMAC, request);
  },
  async VerifyMac(stage) {
    const key = await newKey(stage, HMAC);
    const request = { KeyId: key.id, Message: TEXT, MacAlgorithm: "HMAC_SHA_256" };
    const { Mac } = await stage.arrange("GenerateMac", request);
    expect(await stage.succeed({ ...request, Mac })).toMatchObject({ KeyId: key.arn, MacValid: true });
    await stage.refuse({ ...request, Mac: damaged(Mac) }, "KMSInvalidMacException");
  },
  async GetPublicKey(stage) {
    for (const spec of [ECC, AGREEMENT, { KeySpec: "RSA_2048", KeyUsage: "ENCRYPT_DECRYPT" }]) {
      const key = await newKey(stage, spec);
      expect(await stage.succeed({ KeyId: key.id })).toMatchObject({ ...spec, KeyId: key.arn });
    }
    const { id } = await newKey(stage);
    await stage.refuse({ KeyId: id }, "UnsupportedOperationException");
  },
  async DeriveSharedSecret(stage) {
    const key = await newKey(stage, AGREEMENT);
    const other = await newKey(stage, AGREEMENT);
    const { PublicKey } = await stage.arrange("GetPublicKey", { KeyId: other.id });
    const request = { KeyId: key.id, KeyAgreementAlgorithm: "ECDH", PublicKey };
    const { SharedSecret, ...rest } = await stage.succeed(request);
    expect(rest).toEqual({ KeyId: key.arn, KeyAgreementAlgorithm: "ECDH", KeyOrigin: "AWS_KMS" });
    expect(Buffer.from(SharedSecret as string, "base64")).toHaveLength(32);
    const bare = createECDH("prime256v1").generateKeys();
    await stage.refuse({ ...request, PublicKey: bare.toString("base64") }, "ValidationException");
  },
};

const materialScenarios: Record<string, Scenario> = {
  async EnableKeyRotation(stage) {
    await stage.succeed({ KeyId: (await newKey(stage)).id });
    const { id } = await newKey(stage, ECC);
    await stage.refuse({ KeyId: id }, "UnsupportedOperationException");
  },
  async DisableKeyRotation(stage) {
    await stage.succeed({ KeyId: (await newKey(stage)).id });
    await refuseDisabled(stage, {});
  },
  async GetKeyRotationStatus(stage) {
    const key = await newKey(stage);
    expect(await stage.succeed({ KeyId: key.id })).toMatchObject({ KeyRotationEnabled: false });
    await stage.arrange("EnableKeyRotation", { KeyId: key.id, RotationPeriodInDays: 90 });
    expect(await stage.succeed({ KeyId: key.id })).toMatchObject({ KeyRotationEnabled: true });
    await stage.refuse({ KeyId: (await newKey(stage, ECC)).id }, "UnsupportedOperationException");
  },
  async RotateKeyOnDemand(stage) {
    const key = await newKey(stage);
    expect(await stage.succeed({ KeyId: key.id })).toEqual({ KeyId: key.arn });
    const imported = await importedKey(stage);
    await stage.refuse(
      { KeyId: imported.id },
      "KMSInvalidStateException",
      `No available key material pending rotation for the key: ${imported.arn}.`,
    );
  },
  async ListKeyRotations(stage) {
    const key = await newKey(stage);
    for (let count = 0; count < 2; count++) await stage.arrange("RotateKeyOnDemand", { KeyId: key.id });
    const { Rotations } = await stage.succeed({ KeyId: key.id });
    expect(Rotations).toMatchObject([{ KeyId: key.id, RotationType: "ON_DEMAND" }, { KeyMaterialState: "CURRENT" }]);
    const page = await stage.succeed({ KeyId: key.id, Limit: 1 });
    expect(page).toMatchObject({ Truncated: true, NextMarker: expect.any(String) });
    const imported = await importedKey(stage, { KeyMaterialDescription: "the first" });
    const all = await stage.succeed({ KeyId: imported.id, IncludeKeyMaterial: "ALL_KEY_MATERIAL" });
    expect(all["Rotations"]).toMatchObject([{ KeyMaterialDescription: "the first", ImportState: "IMPORTED" }]);
    await stage.refuse({ KeyId: (await newKey(stage, ECC)).id }, "UnsupportedOperationException");
  },
  async GetParametersForImport(stage) {
    const key = await newKey(stage, EXTERNAL);
    const request = { WrappingAlgorithm: "RSAES_OAEP_SHA_256", WrappingKeySpec: "RSA_2048" };
    const { ParametersValidTo, KeyId } = await stage.succeed({ ...request, KeyId: key.id });
    expect(KeyId).toBe(key.arn);
    expect(Math.abs((ParametersValidTo as number) - inDays(1))).toBeLessThan(60);
    const own = await newKey(stage);
    await stage.refuse(
      { ...request, KeyId: own.id },
      "UnsupportedOperationException",
      `${own.arn} origin is AWS_KMS which is not valid for this operation.`,
    );
  },
  async ImportKeyMaterial(stage) {
    const key = await newKey(stage, EXTERNAL);
    const request = await wrapped(stage, key);
    await stage.refuse(
      request,
      "ValidationException",
      "A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES",
    );
    const validTo = inDays(30);
    await stage.succeed({ ...request, ValidTo: validTo });
    const { KeyMetadata } = await stage.arrange("DescribeKey", { KeyId: key.id });
    expect(KeyMetadata).toMatchObject({ ValidTo: validTo, KeyState: "Enabled" });
    const unlike = { ...(await wrapped(stage, key)), ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" };
    await stage.refuse(unlike, "IncorrectKeyMaterialException");
    await stage.refuse({ ...unlike, ImportToken: TEXT }, "InvalidImportTokenException");
  },
  async DeleteImportedKeyMaterial(stage) {
    const key = await importedKey(stage);
    await stage.succeed({ KeyId: key.id });
    const own = await newKey(stage);
    const text = `${own.arn} origin is AWS_KMS which is not valid for this operation.`;
    await stage.refuse({ KeyId: own.id }, "UnsupportedOperationException", text);
  },
};

const CUSTOM_KEY_STORE_ID = { CustomKeyStoreId: "cks-1234567890abcdef0" };
const customKeyStoreScenarios: Record<string, Scenario> = {
  CreateCustomKeyStore: noCustomKeyStores({ CustomKeyStoreName: "store" }),
  UpdateCustomKeyStore: noCustomKeyStores(CUSTOM_KEY_STORE_ID),
  DeleteCustomKeyStore: noCustomKeyStores(CUSTOM_KEY_STORE_ID),
  DescribeCustomKeyStores: noCustomKeyStores({}),
  ConnectCustomKeyStore: noCustomKeyStores(CUSTOM_KEY_STORE_ID),
  DisconnectCustomKeyStore: noCustomKeyStores(CUSTOM_KEY_STORE_ID),
};

/** Of clients that are newer than what is served. */
const unknownScenarios: Record<string, Scenario> = {
  Encapsulate: (stage) =>
    stage.refuse({ KeyId: UNKNOWN_ID, EncapsulationAlgorithm: "ML_KEM_512" }, "UnknownOperationException"),
  Decapsulate: (stage) =>
    stage.refuse(
      { KeyId: UNKNOWN_ID, EncapsulationAlgorithm: "ML_KEM_512", SharedSecretCiphertextBlob: TEXT },
      "UnknownOperationException",
    ),
};

export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  ...keyScenarios,
  ...aliasAndTagScenarios,
  ...policyScenarios,
  ...encryptionScenarios,
  ...signingScenarios,
  ...materialScenarios,
  ...customKeyStoreScenarios,
  ...unknownScenarios,
};

/** The operations that nobody can succeed with. */
export const ALWAYS_REFUSED: ReadonlySet<string> = new Set(
  Object.keys({ ...customKeyStoreScenarios, ...unknownScenarios }),
);
