import { createPrivateKey, createPublicKey } from "node:crypto";
import { expect, test } from "vitest";
import type { OperationRequest } from "#envol/kms/embedded/operations/registry.ts";
import { CALLER, refusal, startFixture } from "./fixture.ts";

type CreateKey = OperationRequest<"CreateKey">;
type Spec = NonNullable<CreateKey["keySpec"]>;
type Usage = NonNullable<CreateKey["keyUsage"]>;

const RSA_SIGNING = [
  ...["RSASSA_PKCS1_V1_5_SHA_256", "RSASSA_PKCS1_V1_5_SHA_384", "RSASSA_PKCS1_V1_5_SHA_512"],
  ...["RSASSA_PSS_SHA_256", "RSASSA_PSS_SHA_384", "RSASSA_PSS_SHA_512"],
];
const OAEP = { encryptionAlgorithms: ["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"] };
const ECDH = { keyAgreementAlgorithms: ["ECDH"] };

/** KMS developer guide, "Key spec reference". */
const SPECS: [Spec, Usage, object, (string | number | undefined)?][] = [
  ["SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", { encryptionAlgorithms: ["SYMMETRIC_DEFAULT"] }],
  ["HMAC_224", "GENERATE_VERIFY_MAC", { macAlgorithms: ["HMAC_SHA_224"] }],
  ["HMAC_256", "GENERATE_VERIFY_MAC", { macAlgorithms: ["HMAC_SHA_256"] }],
  ["HMAC_384", "GENERATE_VERIFY_MAC", { macAlgorithms: ["HMAC_SHA_384"] }],
  ["HMAC_512", "GENERATE_VERIFY_MAC", { macAlgorithms: ["HMAC_SHA_512"] }],
  ["RSA_2048", "ENCRYPT_DECRYPT", OAEP, 2048],
  ["RSA_2048", "SIGN_VERIFY", { signingAlgorithms: RSA_SIGNING }, 2048],
  ["RSA_3072", "ENCRYPT_DECRYPT", OAEP, 3072],
  ["RSA_4096", "SIGN_VERIFY", { signingAlgorithms: RSA_SIGNING }, 4096],
  ["ECC_NIST_P256", "SIGN_VERIFY", { signingAlgorithms: ["ECDSA_SHA_256"] }, "prime256v1"],
  ["ECC_NIST_P256", "KEY_AGREEMENT", ECDH, "prime256v1"],
  ["ECC_NIST_P384", "SIGN_VERIFY", { signingAlgorithms: ["ECDSA_SHA_384"] }, "secp384r1"],
  ["ECC_NIST_P384", "KEY_AGREEMENT", ECDH, "secp384r1"],
  ["ECC_NIST_P521", "SIGN_VERIFY", { signingAlgorithms: ["ECDSA_SHA_512"] }, "secp521r1"],
  ["ECC_NIST_P521", "KEY_AGREEMENT", ECDH, "secp521r1"],
  ["ECC_SECG_P256K1", "SIGN_VERIFY", { signingAlgorithms: ["ECDSA_SHA_256"] }, "secp256k1"],
  ["ECC_NIST_EDWARDS25519", "SIGN_VERIFY", { signingAlgorithms: ["ED25519_SHA_512"] }, "ed25519"],
];

test.each<[Spec, Usage, object, (string | number | undefined)?]>(SPECS)(
  "a key of spec %s for %s is described as AWS does",
  async (keySpec, keyUsage, algorithms, kind) => {
    await using fixture = await startFixture();
    const { call } = fixture.kms;
    const { keyMetadata } = await call("CreateKey", CALLER, { keySpec, keyUsage });
    const { keyId, arn } = keyMetadata;
    expect(keyMetadata).toEqual({
      keyId,
      arn,
      awsAccountId: "111122223333",
      creationDateMs: fixture.clock.now(),
      enabled: true,
      description: "",
      keyUsage,
      keyState: "Enabled",
      origin: "AWS_KMS",
      keyManager: "CUSTOMER",
      keySpec,
      customerMasterKeySpec: keySpec,
      multiRegion: false,
      ...algorithms,
      ...(keySpec === "SYMMETRIC_DEFAULT" && { currentKeyMaterialId: keyMetadata.currentKeyMaterialId }),
    });
    await fixture.restart();
    expect((await fixture.kms.call("DescribeKey", CALLER, { keyId: arn })).keyMetadata).toEqual(keyMetadata);
    const asked = fixture.kms.call("GetPublicKey", CALLER, { keyId });
    if (kind === undefined) {
      expect(await refusal(asked)).toMatchObject({ code: "KMS_UNSUPPORTED" });
      return;
    }
    const answer = await asked;
    const key = createPublicKey({ key: answer.publicKey, format: "der", type: "spki" });
    const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
    expect(modulusLength ?? namedCurve ?? key.asymmetricKeyType).toBe(kind);
    expect(answer).toMatchObject({ keyId: arn, keySpec, keyUsage, customerMasterKeySpec: keySpec, ...algorithms });
  },
);

test("no private key lies on the disk unwrapped, and none of another key opens", async () => {
  await using fixture = await startFixture();
  await fixture.kms.call("CreateKey", CALLER, { keySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" });
  const [file] = [...(await fixture.files()).values()];
  for (let start = 0; start < file!.length; start += 1) {
    const bytes = file!.subarray(start);
    expect(() => createPrivateKey({ key: bytes, format: "der", type: "pkcs8" })).toThrow();
  }
});

test.each<[Spec, Usage]>([
  ["SYMMETRIC_DEFAULT", "SIGN_VERIFY"],
  ["RSA_2048", "KEY_AGREEMENT"],
  ["ECC_SECG_P256K1", "KEY_AGREEMENT"],
  ["ECC_NIST_EDWARDS25519", "ENCRYPT_DECRYPT"],
  ["HMAC_256", "SIGN_VERIFY"],
])("CreateKey refuses %s for %s", async (keySpec, keyUsage) => {
  await using fixture = await startFixture();
  expect(await refusal(fixture.kms.call("CreateKey", CALLER, { keySpec, keyUsage }))).toEqual({
    code: "KMS_VALIDATION",
    message: `KeyUsage ${keyUsage} is not compatible with KeySpec ${keySpec}`,
    field: "keyUsage",
  });
});

test("CustomerMasterKeySpec is KeySpec's older name, and not to be given beside it", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const old = { customerMasterKeySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" } as const;
  expect((await call("CreateKey", CALLER, old)).keyMetadata.keySpec).toBe("HMAC_256");
  const both = call("CreateKey", CALLER, { ...old, keySpec: "HMAC_256" });
  expect(await refusal(both)).toMatchObject({ code: "KMS_VALIDATION" });
});

test("the description and the tags of a key can be changed", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const tags = [{ tagKey: "tag1", tagValue: "value1" }];
  const { keyId } = (await call("CreateKey", CALLER, { tags, description: "one" })).keyMetadata;
  await call("UpdateKeyDescription", CALLER, { keyId, description: "" });
  expect((await call("DescribeKey", CALLER, { keyId })).keyMetadata.description).toBe("");
  const added = [
    { tagKey: "tag3", tagValue: "value3" },
    { tagKey: "tag1", tagValue: "updated" },
    { tagKey: "tag2", tagValue: "" },
  ];
  await call("TagResource", CALLER, { keyId, tags: added });
  await fixture.restart();
  const list = (more: object) => fixture.kms.call("ListResourceTags", CALLER, { keyId, ...more });
  const first = await list({ limit: 2 });
  expect(first.truncated).toBe(true);
  const second = await list({ limit: 2, marker: first.nextMarker });
  expect([...first.tags, ...second.tags]).toEqual([
    { tagKey: "tag1", tagValue: "updated" },
    { tagKey: "tag2", tagValue: "" },
    { tagKey: "tag3", tagValue: "value3" },
  ]);
  await fixture.kms.call("UntagResource", CALLER, { keyId, tagKeys: ["tag2", "none"] });
  expect((await list({})).tags.map(({ tagKey }) => tagKey)).toEqual(["tag1", "tag3"]);
  const many = Array.from({ length: 49 }, (_, at) => ({ tagKey: `many${at}`, tagValue: "" }));
  expect(await refusal(fixture.kms.call("TagResource", CALLER, { keyId, tags: many }))).toMatchObject({
    code: "TAG_INVALID",
    message: "Too many tags",
  });
});

test("GetKeyLastUsage tells the last use that succeeded, since the KMS was started", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const { keyId, arn } = (await call("CreateKey", CALLER, {})).keyMetadata;
  const keyCreationDateMs = fixture.clock.now();
  const unused = { keyId: arn, trackingStartDateMs: keyCreationDateMs, keyCreationDateMs };
  expect(await call("GetKeyLastUsage", CALLER, { keyId })).toEqual(unused);
  fixture.clock.advance(1000);
  const { ciphertextBlob } = await call("GenerateDataKeyWithoutPlaintext", CALLER, { keyId, keySpec: "AES_256" });
  await refusal(call("Decrypt", CALLER, { ciphertextBlob, encryptionContext: { not: "this" } }));
  await refusal(call("Decrypt", CALLER, { ciphertextBlob, dryRun: true }));
  expect(await call("GetKeyLastUsage", CALLER, { keyId })).toEqual({
    ...unused,
    keyLastUsage: {
      operation: "GenerateDataKeyWithoutPlaintext",
      timestampMs: keyCreationDateMs + 1000,
      cloudTrailEventId: expect.any(String),
      kmsRequestId: expect.any(String),
    },
  });
  await fixture.restart();
  const restarted = { ...unused, trackingStartDateMs: fixture.clock.now() };
  expect(await fixture.kms.call("GetKeyLastUsage", CALLER, { keyId })).toEqual(restarted);
});

test("an alias may not go over to a key of another kind", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const { keyId } = await fixture.key();
  const other = { keySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" } as const;
  const { keyId: targetKeyId } = (await call("CreateKey", CALLER, other)).keyMetadata;
  await call("CreateAlias", CALLER, { aliasName: "alias/a", targetKeyId: keyId });
  const asked = call("UpdateAlias", CALLER, { aliasName: "alias/a", targetKeyId });
  expect(await refusal(asked)).toMatchObject({ code: "KMS_VALIDATION", field: "targetKeyId" });
});

test("AWS managed keys appear on first use, each once, and refuse what AWS refuses", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const throughS3 = { ...CALLER, viaService: "s3.us-east-1.amazonaws.com" };
  const [first, second] = await Promise.all(
    [0, 1].map(() => call("GenerateDataKey", throughS3, { keyId: "alias/aws/s3", keySpec: "AES_256" })),
  );
  expect(first!.keyId).toBe(second!.keyId);
  const keyId = first!.keyId;
  const { keyMetadata } = await call("DescribeKey", CALLER, { keyId: "alias/aws/s3" });
  expect(keyMetadata).toMatchObject({
    keyManager: "AWS",
    description: "Default key that protects my S3 objects when no other key is defined",
  });
  expect((await call("GetKeyRotationStatus", CALLER, { keyId })).keyRotationEnabled).toBe(true);
  const { policy } = await call("GetKeyPolicy", CALLER, { keyId });
  expect(JSON.parse(policy)).toMatchObject({ Id: "auto-s3-2" });
  const refusals = await Promise.all([
    refusal(call("DisableKey", CALLER, { keyId })),
    refusal(call("ScheduleKeyDeletion", CALLER, { keyId })),
    refusal(call("PutKeyPolicy", CALLER, { keyId, policy })),
    refusal(call("DisableKeyRotation", CALLER, { keyId })),
    refusal(call("RotateKeyOnDemand", CALLER, { keyId })),
    refusal(call("TagResource", CALLER, { keyId, tags: [] })),
    refusal(call("UpdateKeyDescription", CALLER, { keyId, description: "" })),
    refusal(call("CreateAlias", CALLER, { aliasName: "alias/mine", targetKeyId: keyId })),
  ]);
  expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(["ACCESS_DENIED"]));
  expect(fixture.tables.keys.size).toBe(1);
});
