import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { createEmbeddedKms } from "#envol/kms/embedded/embedded-kms.ts";
import { parseSeed } from "#envol/seed.ts";
import { CALLER, type Fixture, refusal, startFixture } from "./fixture.ts";

const KEY_ID = "1234abcd-12ab-34cd-56ef-1234567890ab";
const SIGNER_ID = "mrk-0123456789abcdef0123456789abcdef";
const PLAINTEXT = Buffer.from("text");
const SIGNER = generateKeyPairSync("ec", { namedCurve: "P-256" });
const IRELAND = { ...CALLER, region: "eu-west-1" };

const material = (byte: number) => Buffer.alloc(32, byte).toString("base64");

const KEY = {
  keyId: KEY_ID,
  material: [material(1), material(2)],
  description: "seeded",
  aliases: ["alias/seeded", "alias/other"],
  tags: { team: "storage" },
  policy: { Statement: [{ Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }] },
  rotationPeriodInDays: 100,
};
const SIGNING_KEY = {
  keyId: SIGNER_ID,
  region: "eu-west-1",
  keySpec: "ECC_NIST_P256",
  keyUsage: "SIGN_VERIFY",
  material: SIGNER.privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"),
  enabled: false,
};
const SEED = JSON.stringify({ keys: [KEY, SIGNING_KEY] });

async function materialId(fixture: Fixture): Promise<string | undefined> {
  return (await fixture.kms.call("DescribeKey", CALLER, { keyId: "alias/seeded" })).keyMetadata.currentKeyMaterialId;
}

test("the keys of a seed are there at the start, as the seed says", async () => {
  await using fixture = await startFixture();
  await fixture.restart({ seed: parseSeed(SEED) });
  const { call } = fixture.kms;
  const { keyMetadata } = await call("DescribeKey", CALLER, { keyId: "alias/other" });
  expect(keyMetadata).toMatchObject({
    keyId: KEY_ID,
    arn: `arn:aws:kms:us-east-1:111122223333:key/${KEY_ID}`,
    description: "seeded",
    keyState: "Enabled",
    keySpec: "SYMMETRIC_DEFAULT",
  });
  expect((await call("ListResourceTags", CALLER, { keyId: KEY_ID })).tags).toEqual([
    { tagKey: "team", tagValue: "storage" },
  ]);
  expect(JSON.parse((await call("GetKeyPolicy", CALLER, { keyId: KEY_ID })).policy)).toEqual(KEY.policy);
  expect(await call("GetKeyRotationStatus", CALLER, { keyId: KEY_ID })).toMatchObject({ rotationPeriodInDays: 100 });
  expect((await call("ListKeyRotations", CALLER, { keyId: KEY_ID })).rotations).toHaveLength(1);
  const { publicKey } = await call("GetPublicKey", IRELAND, { keyId: SIGNER_ID });
  expect(Buffer.from(publicKey)).toEqual(SIGNER.publicKey.export({ format: "der", type: "spki" }));
  expect((await call("DescribeKey", IRELAND, { keyId: SIGNER_ID })).keyMetadata).toMatchObject({
    keyState: "Disabled",
    multiRegion: true,
    multiRegionConfiguration: { multiRegionKeyType: "PRIMARY" },
  });
  for (const file of (await fixture.files()).values()) {
    expect(file.includes(Buffer.alloc(32, 1))).toBe(false);
    expect(file.includes(Buffer.alloc(32, 2))).toBe(false);
  }
});

test("another KMS with the same seed and root key has the same ids, and opens its ciphertexts", async () => {
  await using first = await startFixture();
  await using second = await startFixture();
  await first.restart({ seed: parseSeed(SEED) });
  await second.restart({ seed: parseSeed(SEED), rootKey: first.options.rootKey });
  expect(await materialId(first)).toBe(await materialId(second));
  const request = { keyId: "alias/seeded", plaintext: PLAINTEXT };
  const { ciphertextBlob } = await first.kms.call("Encrypt", CALLER, request);
  expect(Buffer.from((await second.kms.call("Decrypt", CALLER, { ciphertextBlob })).plaintext)).toEqual(PLAINTEXT);
});

test("what is there stays as it is when the KMS is started with its seed again", async () => {
  await using fixture = await startFixture();
  await fixture.restart({ seed: parseSeed(SEED) });
  const before = await materialId(fixture);
  const { call } = fixture.kms;
  await call("RotateKeyOnDemand", CALLER, { keyId: KEY_ID });
  await call("UpdateKeyDescription", CALLER, { keyId: KEY_ID, description: "changed" });
  const { keyId } = await fixture.key();
  await call("UpdateAlias", CALLER, { aliasName: "alias/other", targetKeyId: keyId });
  const rotated = await materialId(fixture);
  await fixture.restart({ seed: parseSeed(SEED) });
  const again = fixture.kms.call;
  expect(await materialId(fixture)).toBe(rotated);
  expect(rotated).not.toBe(before);
  expect((await again("DescribeKey", CALLER, { keyId: KEY_ID })).keyMetadata.description).toBe("changed");
  expect((await again("DescribeKey", CALLER, { keyId: "alias/other" })).keyMetadata.keyId).toBe(keyId);
});

const withKey = (changes: object) => JSON.stringify({ keys: [{ ...KEY, ...changes }] });

test.each<[string, string, string]>([
  ["no YAML", "{", "The seed is not valid YAML or JSON: flow map must end with a }."],
  ["a list", "[]", "The seed must be an object."],
  ["an unknown field", '{"key": []}', "The seed's key is no field of a seed."],
  ["keys that are no list", '{"keys": {}}', "The seed's keys must be a list."],
  ["a key that is a text", '{"keys": ["a"]}', "The seed's keys[0] must be an object."],
  ["a key without an id", '{"keys": [{"material": "AAAA"}]}', "The seed's keys[0].keyId is required."],
  ["a key without material", withKey({ material: undefined }), "The seed's keys[0].material is required."],
  ["an unknown field of a key", withKey({ alias: "alias/a" }), "The seed's keys[0].alias is no field of a key."],
  ["a field of every object", withKey({ constructor: 1 }), "The seed's keys[0].constructor is no field of a key."],
  ["a state of another type", withKey({ enabled: "yes" }), "The seed's keys[0].enabled must be true or false."],
  ["material that is not base64", withKey({ material: "a b" }), "The seed's keys[0].material must be base64."],
  [
    "an id of another form",
    withKey({ keyId: "key" }),
    "The seed's keys[0].keyId must be a UUID in lower case, or mrk- and 32 hexadecimal digits.",
  ],
  [
    "material that is too short",
    withKey({ material: "AAAA" }),
    "The seed's keys[0].material is not material of a SYMMETRIC_DEFAULT key.",
  ],
  [
    "the same material twice",
    withKey({ material: [material(1), material(1)] }),
    "The seed's keys[0].material has the same material twice.",
  ],
  [
    "a usage that does not fit",
    withKey({ keyUsage: "SIGN_VERIFY" }),
    "The seed's keys[0] is refused: KeyUsage SIGN_VERIFY is not compatible with KeySpec SYMMETRIC_DEFAULT.",
  ],
  [
    "an alias of AWS",
    withKey({ aliases: ["alias/aws/x"] }),
    "The seed's keys[0] is refused: alias/aws/x begins with alias/aws/, which is reserved.",
  ],
  [
    "a tag of AWS",
    withKey({ tags: { "aws:a": "" } }),
    "The seed's keys[0] is refused: Tags beginning with aws: are reserved.",
  ],
  [
    "a malformed policy",
    withKey({ policy: {} }),
    "The seed's keys[0] is refused: A statement of the policy is not a JSON object.",
  ],
  [
    "two keys of one id",
    JSON.stringify({ keys: [KEY, { ...KEY, aliases: [] }] }),
    `The seed's keys[1].keyId has ${KEY_ID}, which is in the seed before.`,
  ],
])("a seed with %s is refused, and makes nothing", async (_, seed, message) => {
  await using fixture = await startFixture();
  await fixture.kms.close();
  const asked = async () => createEmbeddedKms({ ...fixture.options, seed: parseSeed(seed) });
  const refused = await refusal(asked());
  expect(refused).toMatchObject({ code: "CONFIG_INVALID", field: "seed" });
  // The place is told too, except where the seed is nothing that has one.
  expect(refused.message.replace(/, in line \d+, column \d+,/, "")).toBe(message);
  expect(fixture.tables.keys.size + fixture.tables.aliases.size).toBe(0);
  expect((await fixture.files()).size).toBe(0);
});
