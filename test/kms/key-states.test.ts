import { createPublicKey, generateKeyPairSync, publicEncrypt, randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { KEY_ORIGINS, KEY_STATES, type KeyOperation } from "#envol/kms/embedded/key-states.ts";
import type { Kms } from "#envol/kms/embedded/kms.ts";
import type { OperationName } from "#envol/kms/embedded/operation-names.ts";
import type { OperationRequest } from "#envol/kms/embedded/operations/registry.ts";
import { runOperation } from "#envol/kms/embedded/run.ts";
import { startKms, stopKms } from "#envol/kms/embedded/start.ts";
import type { KeyState } from "#envol/kms/key-state.ts";
import { CALLER, refusal, startFixture } from "./fixture.ts";

const STATES: readonly KeyState[] = [
  ...(["Enabled", "Disabled", "PendingDeletion", "PendingReplicaDeletion"] as const),
  ...(["PendingImport", "Unavailable", "Creating", "Updating"] as const),
];

/** What AWS answers, by the footnotes of the developer guide's table. */
const FOOTNOTES: Readonly<Record<string, readonly [code: string, text: string]>> = {
  1: ["KEY_DISABLED", "is disabled."],
  3: ["KEY_STATE_INVALID", "is pending deletion."],
  "3r": ["KEY_STATE_INVALID", "is pending replica deletion."],
  4: ["KEY_STATE_INVALID", "is not pending deletion."],
  5: ["KEY_STATE_INVALID", "is pending import."],
  6: ["KMS_UNSUPPORTED", "origin is EXTERNAL which is not valid for this operation."],
  11: ["KEY_STATE_INVALID", "is unavailable."],
  14: ["KEY_STATE_INVALID", "is creating."],
  15: ["KEY_STATE_INVALID", "is updating."],
};

/** The developer guide's table, copied a second time: a cell changed by mistake must not change its own test. */
// biome-ignore format: a table reads best with a row on a line.
const GUIDE: Readonly<Record<KeyOperation, string>> = {
  //                                    En  Dis Del Rep Imp Unav Creat Upd
  Encrypt:                             "ok  1   3   3r  5   11   14    ok",
  Decrypt:                             "ok  1   3   3r  5   11   14    ok",
  ReEncrypt:                           "ok  1   3   3r  5   11   14    ok",
  GenerateDataKey:                     "ok  1   3   3r  5   11   14    ok",
  GenerateDataKeyWithoutPlaintext:     "ok  1   3   3r  5   11   14    ok",
  GenerateDataKeyPair:                 "ok  1   3   3r  5   11   14    ok",
  GenerateDataKeyPairWithoutPlaintext: "ok  1   3   3r  5   11   14    ok",
  Sign:                                "ok  1   3   3r  5   11   14    ok",
  Verify:                              "ok  1   3   3r  5   11   14    ok",
  GenerateMac:                         "ok  1   3   3r  5   11   14    ok",
  VerifyMac:                           "ok  1   3   3r  5   11   14    ok",
  DeriveSharedSecret:                  "ok  1   3   3r  5   11   14    ok",
  GetPublicKey:                        "ok  ok  3   3r  5   11   14    ok",
  CreateGrant:                         "ok  1   3   3r  5   ok   14    ok",
  EnableKey:                           "ok  ok  3   3r  5   ok   14    15",
  DisableKey:                          "ok  ok  3   3r  5   ok   14    15",
  ScheduleKeyDeletion:                 "ok  ok  3   3r  ok  ok   ok    15",
  CancelKeyDeletion:                   "4   4   ok  ok  4   4    4     4",
  CreateAlias:                         "ok  ok  3   3r  ok  ok   ok    ok",
  UpdateAlias:                         "ok  ok  3   3r  ok  ok   ok    ok",
  TagResource:                         "ok  ok  3   3r  ok  ok   ok    ok",
  UntagResource:                       "ok  ok  3   3r  ok  ok   ok    ok",
  UpdateKeyDescription:                "ok  ok  3   3r  ok  ok   ok    ok",
  EnableKeyRotation:                   "ok  1   3   3r  6   11   14    ok",
  DisableKeyRotation:                  "ok  1   3   3r  6   11   14    ok",
  GetKeyRotationStatus:                "ok  ok  ok  ok  6   11   ok    ok",
  RotateKeyOnDemand:                   "ok  1   3   3r  5   11   14    15",
  GetParametersForImport:              "ok  ok  3   3r  ok  ok   14    15",
  ImportKeyMaterial:                   "ok  ok  3   3r  ok  ok   14    ok",
  DeleteImportedKeyMaterial:           "ok  ok  ok  ok  ok  ok   14    15",
  ReplicateKey:                        "ok  1   3   3r  5   11   14    15",
  UpdatePrimaryRegion:                 "ok  1   3   3r  5   11   14    15",
  DeleteAlias:                         "ok  ok  ok  ok  ok  ok   ok    ok",
  ListAliases:                         "ok  ok  ok  ok  ok  ok   ok    ok",
  DescribeKey:                         "ok  ok  ok  ok  ok  ok   ok    ok",
  GetKeyLastUsage:                     "ok  ok  ok  ok  ok  ok   ok    ok",
  GetKeyPolicy:                        "ok  ok  ok  ok  ok  ok   ok    ok",
  PutKeyPolicy:                        "ok  ok  ok  ok  ok  ok   ok    ok",
  ListKeyPolicies:                     "ok  ok  ok  ok  ok  ok   ok    ok",
  ListKeyRotations:                    "ok  ok  ok  ok  ok  ok   ok    ok",
  ListResourceTags:                    "ok  ok  ok  ok  ok  ok   ok    ok",
  ListGrants:                          "ok  ok  ok  ok  ok  ok   ok    ok",
  RetireGrant:                         "ok  ok  ok  ok  ok  ok   ok    ok",
  RevokeGrant:                         "ok  ok  ok  ok  ok  ok   ok    ok",
};

/** A key of the kind that an operation is for, and what else a request needs, made while the key was enabled. */
interface Subject {
  readonly keyId: string;
  readonly otherKeyId: string;
  readonly aliasName: string;
  readonly grantId: string;
  readonly blob: Uint8Array;
}

type Call<Name extends OperationName = OperationName> = (
  subject: Subject,
  kms: Kms,
) => OperationRequest<Name> | Promise<OperationRequest<Name>>;

const MESSAGE = Buffer.from("text");
const POLICY = JSON.stringify({
  Statement: [{ Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }],
});
const ofKey = ({ keyId }: Subject) => ({ keyId });
const dataKey = ({ keyId }: Subject) => ({ keyId, numberOfBytes: 64 });
const dataKeyPair = ({ keyId }: Subject) => ({ keyId, keyPairSpec: "ECC_NIST_P256" as const });
const signing = ({ keyId }: Subject) => ({ keyId, message: MESSAGE, signingAlgorithm: "ECDSA_SHA_256" as const });
const mac = ({ keyId }: Subject) => ({ keyId, message: MESSAGE, macAlgorithm: "HMAC_SHA_256" as const });

const REQUESTS: { readonly [Name in KeyOperation]: Call<Name> } = {
  Encrypt: ({ keyId }) => ({ keyId, plaintext: MESSAGE }),
  Decrypt: ({ blob }) => ({ ciphertextBlob: blob }),
  ReEncrypt: ({ blob, otherKeyId }) => ({ ciphertextBlob: blob, destinationKeyId: otherKeyId }),
  GenerateDataKey: dataKey,
  GenerateDataKeyWithoutPlaintext: dataKey,
  GenerateDataKeyPair: dataKeyPair,
  GenerateDataKeyPairWithoutPlaintext: dataKeyPair,
  Sign: signing,
  Verify: (subject) => ({ ...signing(subject), signature: subject.blob }),
  GenerateMac: mac,
  VerifyMac: (subject) => ({ ...mac(subject), mac: subject.blob }),
  DeriveSharedSecret: ({ keyId, blob }) => ({ keyId, keyAgreementAlgorithm: "ECDH", publicKey: blob }),
  GetPublicKey: ofKey,
  CreateGrant: ({ keyId }) => ({ keyId, granteePrincipal: CALLER.arn, operations: ["DescribeKey"] }),
  EnableKey: ofKey,
  DisableKey: ofKey,
  ScheduleKeyDeletion: ofKey,
  CancelKeyDeletion: ofKey,
  CreateAlias: ({ keyId, aliasName }) => ({ aliasName: `${aliasName}-2`, targetKeyId: keyId }),
  UpdateAlias: ({ keyId, aliasName }) => ({ aliasName, targetKeyId: keyId }),
  TagResource: ({ keyId }) => ({ keyId, tags: [{ tagKey: "k", tagValue: "v" }] }),
  UntagResource: ({ keyId }) => ({ keyId, tagKeys: ["k"] }),
  UpdateKeyDescription: ({ keyId }) => ({ keyId, description: "new" }),
  EnableKeyRotation: ofKey,
  DisableKeyRotation: ofKey,
  GetKeyRotationStatus: ofKey,
  RotateKeyOnDemand: ofKey,
  GetParametersForImport: ({ keyId }) => ({
    keyId,
    wrappingAlgorithm: "RSAES_OAEP_SHA_256",
    wrappingKeySpec: "RSA_2048",
  }),
  ImportKeyMaterial: ({ keyId, blob }) => ({
    keyId,
    importToken: blob.subarray(256),
    encryptedKeyMaterial: blob.subarray(0, 256),
    expirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE",
  }),
  DeleteImportedKeyMaterial: ofKey,
  ReplicateKey: ({ keyId }) => ({ keyId, replicaRegion: "ap-south-1" }),
  UpdatePrimaryRegion: ({ keyId }) => ({ keyId, primaryRegion: "eu-west-1" }),
  DeleteAlias: ({ aliasName }) => ({ aliasName }),
  ListAliases: ofKey,
  DescribeKey: ofKey,
  GetKeyLastUsage: ofKey,
  GetKeyPolicy: ofKey,
  PutKeyPolicy: ({ keyId }) => ({ keyId, policy: POLICY }),
  ListKeyPolicies: ofKey,
  ListKeyRotations: ofKey,
  ListResourceTags: ofKey,
  ListGrants: ofKey,
  RetireGrant: ({ keyId, grantId }) => ({ keyId, grantId }),
  RevokeGrant: ({ keyId, grantId }) => ({ keyId, grantId }),
};

/** The kinds of keys that are not symmetric encryption keys of AWS KMS. */
const KINDS: Readonly<Partial<Record<KeyOperation, OperationRequest<"CreateKey">>>> = {
  Sign: { keySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" },
  Verify: { keySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" },
  GetPublicKey: { keySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" },
  GenerateMac: { keySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" },
  VerifyMac: { keySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" },
  DeriveSharedSecret: { keySpec: "ECC_NIST_P256", keyUsage: "KEY_AGREEMENT" },
  GetParametersForImport: { origin: "EXTERNAL" },
  ImportKeyMaterial: { origin: "EXTERNAL" },
  DeleteImportedKeyMaterial: { origin: "EXTERNAL" },
  ReplicateKey: { multiRegion: true },
  UpdatePrimaryRegion: { multiRegion: true },
};

const PEER = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "der", type: "spki" });

/** What is cryptographic in the request of an operation. */
async function blobFor(kms: Kms, operation: KeyOperation, keyId: string): Promise<Uint8Array> {
  switch (operation) {
    case "Decrypt":
    case "ReEncrypt":
      return (await runOperation(kms, "Encrypt", CALLER, { keyId, plaintext: MESSAGE })).ciphertextBlob;
    case "Verify":
      return (await runOperation(kms, "Sign", CALLER, signing({ keyId } as Subject))).signature;
    case "VerifyMac":
      return (await runOperation(kms, "GenerateMac", CALLER, mac({ keyId } as Subject))).mac;
    case "DeriveSharedSecret":
      return PEER;
    case "ImportKeyMaterial": {
      const request = { keyId, wrappingAlgorithm: "RSAES_OAEP_SHA_256", wrappingKeySpec: "RSA_2048" } as const;
      const { publicKey, importToken } = await runOperation(kms, "GetParametersForImport", CALLER, request);
      const key = createPublicKey({ key: publicKey, format: "der", type: "spki" });
      return Buffer.concat([publicEncrypt({ key, oaepHash: "sha256" }, randomBytes(32)), importToken]);
    }
    default:
      return MESSAGE;
  }
}

async function subjectIn(kms: Kms, operation: KeyOperation, state: KeyState): Promise<Subject> {
  const { keyId } = (await runOperation(kms, "CreateKey", CALLER, KINDS[operation] ?? {})).keyMetadata;
  const { keyId: otherKeyId } = (await runOperation(kms, "CreateKey", CALLER, {})).keyMetadata;
  const aliasName = `alias/${keyId}`;
  await runOperation(kms, "CreateAlias", CALLER, { aliasName, targetKeyId: keyId });
  const grantId = "0".repeat(64);
  const grant = { grantId, keyId, granteePrincipal: CALLER.arn, issuingAccount: "111122223333", creationDateMs: 0 };
  await kms.tables.grants.write((writes) =>
    writes.put(`${keyId}/${grantId}`, { ...grant, operations: ["DescribeKey"], encryptionContextSubset: {} }),
  );
  kms.grantsOf.add(keyId, grantId);
  if (operation === "UpdatePrimaryRegion") {
    await runOperation(kms, "ReplicateKey", CALLER, { keyId, replicaRegion: "eu-west-1" });
  }
  const blob = await blobFor(kms, operation, keyId);
  const key = kms.tables.keys.get(keyId)!;
  await kms.tables.keys.write((writes) => writes.put(keyId, { ...key, state }));
  return { keyId, otherKeyId, aliasName, grantId, blob };
}

test("the guide's table and the table in the code have the same operations", () => {
  expect(Object.keys(KEY_STATES).sort()).toEqual(Object.keys(GUIDE).sort());
  for (const operation of Object.keys(GUIDE) as KeyOperation[]) {
    expect(Object.keys(KEY_STATES[operation])).toEqual(STATES);
  }
});

describe.each(Object.keys(GUIDE) as KeyOperation[])("%s", (operation) => {
  test("on a key in each state", async () => {
    await using fixture = await startFixture();
    const kms = await startKms(fixture.options);
    const cells = GUIDE[operation].split(/\s+/);
    expect(cells).toHaveLength(STATES.length);
    try {
      for (const [at, state] of STATES.entries()) {
        const subject = await subjectIn(kms, operation, state);
        const before = kms.tables.keys.get(subject.keyId);
        const request = (await (REQUESTS[operation] as Call)(subject, kms)) as never;
        const asked = runOperation(kms, operation, CALLER, request);
        const footnote = cells[at]!;
        if (footnote === "ok") {
          await expect(asked, `${operation} on ${state}`).resolves.toBeTypeOf("object");
          continue;
        }
        const [code, text] = FOOTNOTES[footnote]!;
        const arn = `arn:aws:kms:us-east-1:111122223333:key/${subject.keyId}`;
        expect(await refusal(asked), `${operation} on ${state}`).toMatchObject({ code, message: `${arn} ${text}` });
        expect(kms.tables.keys.get(subject.keyId)).toEqual(before);
      }
    } finally {
      await stopKms(kms);
    }
  });
});

test("an operation that needs another origin says so before it says anything of the state", async () => {
  await using fixture = await startFixture();
  const kms = await startKms(fixture.options);
  try {
    for (const [operation, needed] of Object.entries(KEY_ORIGINS) as [KeyOperation, string][]) {
      const origin = needed === "EXTERNAL" ? "AWS_KMS" : "EXTERNAL";
      const { keyId, arn } = (await runOperation(kms, "CreateKey", CALLER, { origin })).keyMetadata;
      await runOperation(kms, "ScheduleKeyDeletion", CALLER, { keyId });
      const subject = { keyId, blob: Buffer.alloc(300) } as unknown as Subject;
      const request = (await (REQUESTS[operation] as Call)(subject, kms)) as never;
      expect(await refusal(runOperation(kms, operation, CALLER, request)), operation).toMatchObject({
        code: "KMS_UNSUPPORTED",
        message: `${arn} origin is ${origin} which is not valid for this operation.`,
      });
    }
  } finally {
    await stopKms(kms);
  }
});

test("ReEncrypt checks the destination's state too", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const [source, destination] = [await fixture.key(), await fixture.key()];
  const { ciphertextBlob } = await call("Encrypt", CALLER, { keyId: source.keyId, plaintext: Buffer.from("text") });
  await call("DisableKey", CALLER, { keyId: destination.keyId });
  const asked = call("ReEncrypt", CALLER, { ciphertextBlob, destinationKeyId: destination.arn });
  expect(await refusal(asked)).toEqual({ code: "KEY_DISABLED", message: `${destination.arn} is disabled.` });
});
