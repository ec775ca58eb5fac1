/** Each operation of KeyService once, through client, door and KMS, with what comes of it; test/requests has the refusals. */

import { constants, createPublicKey, generateKeyPairSync, publicEncrypt, randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { EnvolClient } from "#envol/client/client.ts";
import type { CreateKeyRequest } from "#envol/gen/envol/v1/CreateKeyRequest.ts";
import { KEY_SERVICE } from "#envol/serve/grpc/load-protos.ts";
import { startTestDaemon, type TestDaemon } from "../requests/stock-client.ts";

let daemon: TestDaemon;
/** KeyService's client, which notes what it is called for. */
let keys: EnvolClient["keys"];
const called = new Set<string>();
beforeAll(async () => {
  daemon = await startTestDaemon();
  keys = new Proxy(daemon.client.keys, {
    get(client, name: keyof EnvolClient["keys"]) {
      called.add(name);
      return client[name];
    },
  });
});
afterAll(() => daemon[Symbol.asyncDispose]());

const ALICE = "arn:aws:iam::000000000000:user/alice";
const ROOT = "arn:aws:iam::000000000000:root";
const NOW = { near: expect.closeTo(Date.now(), -6) };
const message = Buffer.from("message");

async function create(request: CreateKeyRequest = {}): Promise<string> {
  return (await keys.createKey(request)).keyMetadata?.keyId as string;
}

const stateOf = async (keyId: string) => (await keys.describeKey({ keyId })).keyMetadata?.keyState;

test("a key is made with all that it can be made with", async () => {
  const policy = JSON.stringify({ Statement: { Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" } });
  const tags = [{ tagKey: "a", tagValue: "" }];
  const { keyMetadata } = await keys.createKey({
    description: "d",
    policy,
    tags,
    multiRegion: true,
    origin: "AWS_KMS",
  });
  const { keyId = "", arn } = keyMetadata ?? {};
  expect(keyMetadata).toMatchObject({
    creationDateMs: NOW.near,
    enabled: true,
    encryptionAlgorithms: ["SYMMETRIC_DEFAULT"],
    signingAlgorithms: [],
    multiRegion: true,
    multiRegionConfiguration: {
      multiRegionKeyType: "PRIMARY",
      primaryKey: { arn, region: "us-east-1" },
      replicaKeys: [],
    },
  });
  expect(await keys.getKeyPolicy({ keyId })).toEqual({ policy, policyName: "default" });
  expect(await keys.listKeyPolicies({ keyId })).toMatchObject({ policyNames: ["default"], truncated: false });
  expect((await keys.listKeys({ limit: 1000 })).keys).toContainEqual({ keyId, keyArn: arn });
  const locked = JSON.stringify({
    Statement: { Effect: "Allow", Principal: { AWS: ALICE }, Action: "kms:*", Resource: "*" },
  });
  await create({ policy: locked, bypassPolicyLockoutSafetyCheck: true });
});

test("its description, tags, policy and aliases change", async () => {
  const keyId = await create({ description: "before" });
  await keys.updateKeyDescription({ keyId, description: "after" });
  expect((await keys.describeKey({ keyId })).keyMetadata?.description).toBe("after");
  // Absent is empty, and empties it.
  await keys.updateKeyDescription({ keyId });
  expect((await keys.describeKey({ keyId })).keyMetadata?.description).toBe("");
  const tags = [
    { tagKey: "a", tagValue: "1" },
    { tagKey: "b", tagValue: "" },
  ];
  await keys.tagResource({ keyId, tags });
  const page = await keys.listResourceTags({ keyId, limit: 1 });
  expect(page).toMatchObject({ tags: tags.slice(0, 1), truncated: true });
  expect((await keys.listResourceTags({ keyId, marker: page.nextMarker })).tags).toEqual(tags.slice(1));
  await keys.untagResource({ keyId, tagKeys: ["a"] });
  expect((await keys.listResourceTags({ keyId })).tags).toEqual(tags.slice(1));
  const { policy } = await keys.getKeyPolicy({ keyId });
  await keys.putKeyPolicy({ keyId, policy: `${policy} ` });
  expect((await keys.getKeyPolicy({ keyId })).policy).toBe(`${policy} `);
  await keys.createAlias({ aliasName: "alias/changed", targetKeyId: keyId });
  await keys.updateAlias({ aliasName: "alias/changed", targetKeyId: await create() });
  await keys.deleteAlias({ aliasName: "alias/changed" });
  expect((await keys.listAliases({ keyId })).aliases).toEqual([]);
});

test("its state changes, and it says when it was last used", async () => {
  const keyId = await create();
  expect(await keys.getKeyLastUsage({ keyId })).toMatchObject({ keyLastUsage: null, keyCreationDateMs: NOW.near });
  await keys.encrypt({ keyId, plaintext: message });
  const { keyLastUsage } = await keys.getKeyLastUsage({ keyId });
  expect(keyLastUsage).toMatchObject({ operation: "Encrypt", timestampMs: NOW.near });
  await keys.disableKey({ keyId });
  expect(await stateOf(keyId)).toBe("Disabled");
  await keys.enableKey({ keyId });
  await keys.scheduleKeyDeletion({ keyId, pendingWindowInDays: 7 });
  expect(await stateOf(keyId)).toBe("PendingDeletion");
  await keys.cancelKeyDeletion({ keyId });
});

test("its material is rotated", async () => {
  const keyId = await create();
  await keys.enableKeyRotation({ keyId });
  expect(await keys.getKeyRotationStatus({ keyId })).toMatchObject({
    keyRotationEnabled: true,
    rotationPeriodInDays: 365,
    nextRotationDateMs: expect.closeTo(Date.now() + 365 * 86_400_000, -6),
  });
  await keys.disableKeyRotation({ keyId });
  await keys.rotateKeyOnDemand({ keyId });
  const { rotations } = await keys.listKeyRotations({ keyId, includeKeyMaterial: "ALL_KEY_MATERIAL" });
  expect(rotations).toMatchObject([
    { keyMaterialState: "NON_CURRENT", rotationDateMs: 0, rotationType: "" },
    { keyMaterialState: "CURRENT", rotationDateMs: NOW.near, rotationType: "ON_DEMAND" },
  ]);
});

test("grants are given and end", async () => {
  const keyId = await create();
  const context = { purpose: "test" };
  const to = { keyId, granteePrincipal: ALICE, operations: ["Decrypt"] };
  const constraints = { encryptionContextEquals: context };
  const one = await keys.createGrant({ ...to, retiringPrincipal: ROOT, constraints });
  const two = await keys.createGrant({ ...to, name: "two", constraints: { encryptionContextSubset: context } });
  const three = await keys.createGrant({ ...to, granteePrincipal: ROOT });
  const { grants } = await keys.listGrants({ keyId, granteePrincipal: ALICE });
  expect(grants.map(({ grantId }) => grantId).toSorted()).toEqual([one.grantId, two.grantId].toSorted());
  expect((await keys.listGrants({ keyId, grantId: one.grantId })).grants).toMatchObject([
    { name: "", issuingAccount: "000000000000", encryptionContextSubset: {}, encryptionContextEquals: context },
  ]);
  expect((await keys.listRetirableGrants({ retiringPrincipal: ROOT })).grants).toMatchObject([
    { grantId: one.grantId, issuingAccount: "000000000000", encryptionContextEquals: context },
  ]);
  const { ciphertextBlob } = await keys.encrypt({ keyId, plaintext: message });
  const opened = await keys.decrypt({ ciphertextBlob, grantTokens: [three.grantToken] });
  expect(opened.plaintext).toEqual(message);
  await keys.retireGrant({ grantToken: one.grantToken });
  await keys.retireGrant({ keyId, grantId: two.grantId });
  await keys.revokeGrant({ keyId, grantId: three.grantId });
  expect((await keys.listGrants({ keyId })).grants).toEqual([]);
});

test("key material is imported, expires, and is deleted", async () => {
  const keyId = await create({ origin: "EXTERNAL" });
  const wrapping = { wrappingAlgorithm: "RSAES_OAEP_SHA_256", wrappingKeySpec: "RSA_2048" };
  const parameters = await keys.getParametersForImport({ keyId, ...wrapping });
  expect(parameters.parametersValidToMs).toBeGreaterThan(Date.now());
  const key = createPublicKey({ key: parameters.publicKey, format: "der", type: "spki" });
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const encryptedKeyMaterial = publicEncrypt({ key, padding, oaepHash: "sha256" }, randomBytes(32));
  const validToMs = Date.now() + 86_400_000;
  const { importToken } = parameters;
  const request = { keyId, importToken, encryptedKeyMaterial, validToMs, keyMaterialDescription: "ours" };
  const { keyMaterialId } = await keys.importKeyMaterial(request);
  const { keyMetadata } = await keys.describeKey({ keyId });
  expect(keyMetadata).toMatchObject({ expirationModel: "KEY_MATERIAL_EXPIRES", validToMs, keyState: "Enabled" });
  const { rotations } = await keys.listKeyRotations({ keyId, includeKeyMaterial: "ALL_KEY_MATERIAL" });
  expect(rotations).toMatchObject([{ keyMaterialId, keyMaterialDescription: "ours", importState: "IMPORTED" }]);
  await keys.deleteImportedKeyMaterial({ keyId, keyMaterialId });
  expect(await stateOf(keyId)).toBe("PendingImport");
});

test("data and data keys are encrypted, under any key that can", async () => {
  const keyId = await create();
  const rsa = await create({ keySpec: "RSA_2048", keyUsage: "ENCRYPT_DECRYPT" });
  const oaep = "RSAES_OAEP_SHA_256";
  const made = await keys.generateDataKey({ keyId, keySpec: "AES_128" });
  expect((await keys.decrypt({ ciphertextBlob: made.ciphertextBlob })).plaintext).toEqual(made.plaintext);
  expect(
    (await keys.generateDataKeyWithoutPlaintext({ keyId, numberOfBytes: 64 })).ciphertextBlob.length,
  ).toBeGreaterThan(64);
  const moved = await keys.reEncrypt({
    ciphertextBlob: made.ciphertextBlob,
    destinationKeyId: rsa,
    destinationEncryptionAlgorithm: oaep,
  });
  expect(moved).toMatchObject({
    sourceEncryptionAlgorithm: "SYMMETRIC_DEFAULT",
    destinationEncryptionAlgorithm: oaep,
    destinationKeyMaterialId: "",
  });
  const { ciphertextBlob } = moved;
  const opened = await keys.decrypt({ ciphertextBlob, keyId: rsa, encryptionAlgorithm: oaep });
  expect(opened).toMatchObject({ plaintext: made.plaintext, encryptionAlgorithm: oaep, keyMaterialId: "" });
  const pair = await keys.generateDataKeyPair({ keyId, keyPairSpec: "ECC_NIST_P256" });
  expect((await keys.decrypt({ ciphertextBlob: pair.privateKeyCiphertextBlob })).plaintext).toEqual(
    pair.privateKeyPlaintext,
  );
  const wrapped = await keys.generateDataKeyPairWithoutPlaintext({ keyId, keyPairSpec: "ECC_NIST_P256" });
  expect(wrapped).toMatchObject({ keyPairSpec: "ECC_NIST_P256", keyMaterialId: pair.keyMaterialId });
  expect(wrapped).not.toHaveProperty("privateKeyPlaintext");
  expect((await keys.generateRandom({ numberOfBytes: 33 })).plaintext).toHaveLength(33);
});

test("messages are signed, and authenticated", async () => {
  const keyId = await create({ keySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" });
  const signing = { keyId, message, signingAlgorithm: "ECDSA_SHA_256" };
  const { signature } = await keys.sign(signing);
  expect(await keys.verify({ ...signing, signature })).toMatchObject({ signatureValid: true });
  expect(await keys.getPublicKey({ keyId })).toMatchObject({
    keySpec: "ECC_NIST_P256",
    keyUsage: "SIGN_VERIFY",
    encryptionAlgorithms: [],
    signingAlgorithms: ["ECDSA_SHA_256"],
  });
  const hmac = { keyId: await create({ keySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" }), message };
  const { mac } = await keys.generateMac({ ...hmac, macAlgorithm: "HMAC_SHA_256" });
  expect(await keys.verifyMac({ ...hmac, mac, macAlgorithm: "HMAC_SHA_256" })).toMatchObject({ macValid: true });
});

test("two key pairs agree on a secret", async () => {
  const agreement = { keySpec: "ECC_NIST_P256", keyUsage: "KEY_AGREEMENT" };
  const [one, two] = [await create(agreement), await create(agreement)];
  const derive = async (keyId: string, peer: string) => {
    const { publicKey } = await keys.getPublicKey({ keyId: peer });
    return (await keys.deriveSharedSecret({ keyId, publicKey, keyAgreementAlgorithm: "ECDH" })).sharedSecret;
  };
  const secret = await derive(one, two);
  expect(secret).toHaveLength(32);
  expect(await derive(two, one)).toEqual(secret);
  const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const der = publicKey.export({ format: "der", type: "spki" });
  const other = await keys.deriveSharedSecret({ keyId: one, publicKey: der, keyAgreementAlgorithm: "ECDH" });
  expect(other.sharedSecret).not.toEqual(secret);
});

test("a key is replicated, and its replica made the primary key", async () => {
  const keyId = await create({ multiRegion: true });
  const tags = [{ tagKey: "a", tagValue: "1" }];
  const answer = await keys.replicateKey({ keyId, replicaRegion: "eu-west-1", description: "there", tags });
  expect(answer).toMatchObject({ replicaKeyMetadata: { keyId, description: "there" }, replicaTags: tags });
  expect(JSON.parse(answer.replicaPolicy)).toHaveProperty("Statement");
  await keys.updatePrimaryRegion({ keyId, primaryRegion: "eu-west-1" });
  const { keyMetadata } = await keys.describeKey({ keyId });
  expect(keyMetadata?.multiRegionConfiguration?.multiRegionKeyType).toBe("REPLICA");
});

test("that was every operation", () => {
  const rpcs = Object.keys(KEY_SERVICE).map((rpc) => rpc.charAt(0).toLowerCase() + rpc.slice(1));
  expect(rpcs.filter((rpc) => !called.has(rpc))).toEqual([]);
});
