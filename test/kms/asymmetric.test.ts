import { execFile } from "node:child_process";
import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
  sign,
  verify,
} from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import type { OperationRequest } from "#envol/kms/embedded/operations/registry.ts";
import { CALLER, type Fixture, refusal, startFixture } from "./fixture.ts";
import { importMaterial } from "./importing.ts";

type Spec = NonNullable<OperationRequest<"CreateKey">["keySpec"]>;
type Usage = NonNullable<OperationRequest<"CreateKey">["keyUsage"]>;
type SigningAlgorithm = OperationRequest<"Sign">["signingAlgorithm"];
type OaepAlgorithm = "RSAES_OAEP_SHA_1" | "RSAES_OAEP_SHA_256";

const run = promisify(execFile);
const MESSAGE = Buffer.from("a message to sign");

async function newKey(fixture: Fixture, keySpec: Spec, keyUsage: Usage) {
  const { keyId, arn } = (await fixture.kms.call("CreateKey", CALLER, { keySpec, keyUsage })).keyMetadata;
  const { publicKey } = await fixture.kms.call("GetPublicKey", CALLER, { keyId });
  return { keyId, arn, der: publicKey, key: createPublicKey({ key: publicKey, format: "der", type: "spki" }) };
}

/** An enabled key with this private key. */
async function importKey(fixture: Fixture, keySpec: Spec, keyUsage: Usage, material: Uint8Array): Promise<string> {
  const request = { keySpec, keyUsage, origin: "EXTERNAL" } as const;
  const { keyId } = (await fixture.kms.call("CreateKey", CALLER, request)).keyMetadata;
  await importMaterial(fixture.kms, keyId, material);
  return keyId;
}

function pkcs8(key: KeyObject): Buffer {
  return key.export({ format: "der", type: "pkcs8" });
}

test.each<[Spec, OaepAlgorithm, number]>([
  ["RSA_2048", "RSAES_OAEP_SHA_1", 214],
  ["RSA_2048", "RSAES_OAEP_SHA_256", 190],
  ["RSA_3072", "RSAES_OAEP_SHA_1", 342],
  ["RSA_3072", "RSAES_OAEP_SHA_256", 318],
  ["RSA_4096", "RSAES_OAEP_SHA_1", 470],
  ["RSA_4096", "RSAES_OAEP_SHA_256", 446],
])("%s encrypts with %s up to %i bytes, and what others encrypted", async (keySpec, encryptionAlgorithm, max) => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const { keyId, arn, key } = await newKey(fixture, keySpec, "ENCRYPT_DECRYPT");
  const plaintext = randomBytes(max);
  const encrypted = await call("Encrypt", CALLER, { keyId, plaintext, encryptionAlgorithm });
  expect(encrypted).toMatchObject({ keyId: arn, encryptionAlgorithm });
  const oaepHash = encryptionAlgorithm === "RSAES_OAEP_SHA_1" ? "sha1" : "sha256";
  const foreign = publicEncrypt({ key, oaepHash, padding: constants.RSA_PKCS1_OAEP_PADDING }, plaintext);
  for (const ciphertextBlob of [encrypted.ciphertextBlob, foreign]) {
    const opened = await call("Decrypt", CALLER, { keyId, ciphertextBlob, encryptionAlgorithm });
    expect(Buffer.from(opened.plaintext)).toEqual(plaintext);
    expect(opened).not.toHaveProperty("keyMaterialId");
  }
  const tooLong = call("Encrypt", CALLER, { keyId, plaintext: randomBytes(max + 1), encryptionAlgorithm });
  expect(await refusal(tooLong)).toMatchObject({
    code: "KMS_VALIDATION",
    message: `Algorithm ${encryptionAlgorithm} and key spec ${keySpec} cannot encrypt data larger than ${max} bytes.`,
  });
  const damaged = Buffer.from(foreign);
  damaged[9]! ^= 1;
  const other = encryptionAlgorithm === "RSAES_OAEP_SHA_1" ? "RSAES_OAEP_SHA_256" : "RSAES_OAEP_SHA_1";
  for (const wrong of [
    { ciphertextBlob: damaged, encryptionAlgorithm },
    { ciphertextBlob: foreign.subarray(1), encryptionAlgorithm },
    { ciphertextBlob: foreign, encryptionAlgorithm: other },
  ] as const) {
    expect(await refusal(call("Decrypt", CALLER, { keyId, ...wrong }))).toMatchObject({ code: "CIPHERTEXT_INVALID" });
  }
});

test("an encryption context, the symmetric algorithm and another usage do not go with an RSA key", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const { keyId, arn } = await newKey(fixture, "RSA_2048", "ENCRYPT_DECRYPT");
  const plaintext = MESSAGE;
  const encryptionAlgorithm = "RSAES_OAEP_SHA_256";
  const withContext = { keyId, plaintext, encryptionAlgorithm, encryptionContext: { a: "b" } } as const;
  expect(await refusal(call("Encrypt", CALLER, withContext))).toMatchObject({
    code: "KMS_VALIDATION",
    field: "encryptionContext",
  });
  expect(await refusal(call("Encrypt", CALLER, { keyId, plaintext }))).toMatchObject({
    code: "KEY_USAGE_INVALID",
    message: "Algorithm SYMMETRIC_DEFAULT is incompatible with key spec RSA_2048.",
  });
  const sign = { keyId, message: MESSAGE, signingAlgorithm: "RSASSA_PSS_SHA_256" } as const;
  expect(await refusal(call("Sign", CALLER, sign))).toMatchObject({
    code: "KEY_USAGE_INVALID",
    message: `${arn} key usage is ENCRYPT_DECRYPT which is not valid for Sign.`,
  });
  // Without an algorithm the ciphertext is taken for one of a symmetric key, which it is not.
  const { ciphertextBlob } = await call("Encrypt", CALLER, { keyId, plaintext, encryptionAlgorithm });
  expect(await refusal(call("Decrypt", CALLER, { keyId, ciphertextBlob }))).toMatchObject({
    code: "CIPHERTEXT_INVALID",
  });
});

test("ReEncrypt goes from a symmetric key to an RSA key and back", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const symmetric = await fixture.key();
  const rsa = await newKey(fixture, "RSA_2048", "ENCRYPT_DECRYPT");
  const first = await call("Encrypt", CALLER, { keyId: symmetric.keyId, plaintext: MESSAGE });
  const second = await call("ReEncrypt", CALLER, {
    ciphertextBlob: first.ciphertextBlob,
    destinationKeyId: rsa.keyId,
    destinationEncryptionAlgorithm: "RSAES_OAEP_SHA_256",
  });
  expect(second).toMatchObject({
    sourceKeyId: symmetric.arn,
    keyId: rsa.arn,
    sourceEncryptionAlgorithm: "SYMMETRIC_DEFAULT",
    destinationEncryptionAlgorithm: "RSAES_OAEP_SHA_256",
  });
  expect(second).not.toHaveProperty("destinationKeyMaterialId");
  const third = await call("ReEncrypt", CALLER, {
    ciphertextBlob: second.ciphertextBlob,
    sourceKeyId: rsa.keyId,
    sourceEncryptionAlgorithm: "RSAES_OAEP_SHA_256",
    destinationKeyId: symmetric.keyId,
    destinationEncryptionContext: { a: "b" },
  });
  const decrypt = { ciphertextBlob: third.ciphertextBlob, encryptionContext: { a: "b" } };
  expect(Buffer.from((await call("Decrypt", CALLER, decrypt)).plaintext)).toEqual(MESSAGE);
});

const RSA_PSS = (hash: string) => ({ hash, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: -1 });
const SIGNATURES: readonly [Spec, SigningAlgorithm, { hash: string; padding?: number; saltLength?: number }][] = [
  ["RSA_2048", "RSASSA_PSS_SHA_256", RSA_PSS("sha256")],
  ["RSA_2048", "RSASSA_PSS_SHA_384", RSA_PSS("sha384")],
  ["RSA_3072", "RSASSA_PSS_SHA_512", RSA_PSS("sha512")],
  ["RSA_2048", "RSASSA_PKCS1_V1_5_SHA_256", { hash: "sha256" }],
  ["RSA_2048", "RSASSA_PKCS1_V1_5_SHA_384", { hash: "sha384" }],
  ["RSA_4096", "RSASSA_PKCS1_V1_5_SHA_512", { hash: "sha512" }],
  ["ECC_NIST_P256", "ECDSA_SHA_256", { hash: "sha256" }],
  ["ECC_NIST_P384", "ECDSA_SHA_384", { hash: "sha384" }],
  ["ECC_NIST_P521", "ECDSA_SHA_512", { hash: "sha512" }],
  ["ECC_SECG_P256K1", "ECDSA_SHA_256", { hash: "sha256" }],
];

test.each(SIGNATURES)(
  "%s signs and verifies with %s, messages and digests",
  async (keySpec, signingAlgorithm, node) => {
    await using fixture = await startFixture();
    const { call } = fixture.kms;
    const { keyId, arn, key } = await newKey(fixture, keySpec, "SIGN_VERIFY");
    const { hash, ...options } = node;
    const digest = createHash(hash).update(MESSAGE).digest();
    const raw = { keyId, signingAlgorithm, message: MESSAGE } as const;
    const digested = { keyId, signingAlgorithm, message: digest, messageType: "DIGEST" } as const;
    for (const request of [raw, digested]) {
      const made = await call("Sign", CALLER, request);
      expect(made).toMatchObject({ keyId: arn, signingAlgorithm });
      // OpenSSL knows nothing of digests: it verifies either signature as one of the message.
      expect(verify(hash, MESSAGE, { key, ...options }, made.signature)).toBe(true);
      for (const verified of [raw, digested]) {
        const answer = await call("Verify", CALLER, { ...verified, signature: made.signature });
        expect(answer).toEqual({ keyId: arn, signatureValid: true, signingAlgorithm });
      }
      const signature = Buffer.from(made.signature);
      const invalid = { code: "SIGNATURE_INVALID", field: "signature" };
      for (const at of [0, 1, Math.floor(signature.length / 2), signature.length - 1]) {
        const damaged = Buffer.from(signature);
        damaged[at]! ^= 1;
        for (const verified of [raw, digested]) {
          const asked = call("Verify", CALLER, { ...verified, signature: damaged });
          expect(await refusal(asked), `byte ${at}`).toMatchObject(invalid);
        }
      }
      for (const other of [signature.subarray(1), Buffer.concat([signature, Buffer.of(0)]), Buffer.of(0x30)]) {
        for (const verified of [raw, digested]) {
          expect(await refusal(call("Verify", CALLER, { ...verified, signature: other }))).toMatchObject(invalid);
        }
      }
      const elsewhere = call("Verify", CALLER, { ...raw, message: Buffer.from("another"), signature });
      expect(await refusal(elsewhere)).toMatchObject(invalid);
    }
    expect(await refusal(call("Sign", CALLER, { ...digested, message: digest.subarray(1) }))).toEqual({
      code: "KMS_VALIDATION",
      message: `Digest is invalid length for algorithm ${signingAlgorithm}.`,
      field: "message",
    });
  },
);

test("signatures of a digest, many times over, are what OpenSSL verifies", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const { keyId, key } = await newKey(fixture, "ECC_NIST_P521", "SIGN_VERIFY");
  for (let round = 0; round < 50; round += 1) {
    const message = randomBytes(20);
    const digest = createHash("sha512").update(message).digest();
    const request = { keyId, signingAlgorithm: "ECDSA_SHA_512", message: digest, messageType: "DIGEST" } as const;
    const { signature } = await call("Sign", CALLER, request);
    expect(verify("sha512", message, key, signature), message.toString("hex")).toBe(true);
  }
});

test("openssl verifies what KMS signed, with the public key that KMS gives", async () => {
  await using fixture = await startFixture();
  const { keyId, key } = await newKey(fixture, "ECC_SECG_P256K1", "SIGN_VERIFY");
  const request = { keyId, message: MESSAGE, signingAlgorithm: "ECDSA_SHA_256" } as const;
  const { signature } = await fixture.kms.call("Sign", CALLER, request);
  const home = await mkdtemp(join(tmpdir(), "envol-openssl-"));
  try {
    const at = (name: string) => join(home, name);
    await writeFile(at("key.pem"), key.export({ format: "pem", type: "spki" }));
    await writeFile(at("signature"), signature);
    await writeFile(at("message"), MESSAGE);
    const args = ["dgst", "-sha256", "-verify", at("key.pem"), "-signature", at("signature"), at("message")];
    expect((await run("openssl", args)).stdout).toBe("Verified OK\n");
  } finally {
    await rm(home, { recursive: true });
  }
});

test("Ed25519 signs as RFC 8032 says, section 7.1, TEST 3; the prehashed variant is refused", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const seed = "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7";
  // RFC 8410, section 7: the seed stands at the end.
  const material = Buffer.from(`302e020100300506032b657004220420${seed}`, "hex");
  const keyId = await importKey(fixture, "ECC_NIST_EDWARDS25519", "SIGN_VERIFY", material);
  const request = { keyId, message: Buffer.from("af82", "hex"), signingAlgorithm: "ED25519_SHA_512" } as const;
  const { signature } = await call("Sign", CALLER, request);
  expect(Buffer.from(signature).toString("hex")).toBe(
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  );
  const { publicKey } = await call("GetPublicKey", CALLER, { keyId });
  expect(Buffer.from(publicKey).subarray(-32).toString("hex")).toBe(
    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
  );
  await call("Verify", CALLER, { ...request, signature });
  expect(await refusal(call("Verify", CALLER, { ...request, message: MESSAGE, signature }))).toMatchObject({
    code: "SIGNATURE_INVALID",
  });
  expect(await refusal(call("Sign", CALLER, { ...request, messageType: "DIGEST" }))).toMatchObject({
    code: "KMS_VALIDATION",
    field: "messageType",
  });
  expect(await refusal(call("Sign", CALLER, { ...request, signingAlgorithm: "ED25519_PH_SHA_512" }))).toEqual({
    code: "KMS_UNSUPPORTED",
    message: "ED25519_PH_SHA_512 is not offered: the cryptography of Node.js does not have it.",
    field: "signingAlgorithm",
  });
});

test("ECDSA verifies the signature of RFC 6979, appendix A.2.5, of the message and of its digest", async () => {
  await using fixture = await startFixture();
  const jwk = {
    kty: "EC",
    crv: "P-256",
    d: "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721",
    x: "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6",
    y: "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299",
  };
  const base64 = (hex: string) => Buffer.from(hex, "hex").toString("base64url");
  const key = { ...jwk, d: base64(jwk.d), x: base64(jwk.x), y: base64(jwk.y) };
  const material = pkcs8(createPrivateKey({ key, format: "jwk" }));
  const keyId = await importKey(fixture, "ECC_NIST_P256", "SIGN_VERIFY", material);
  const r = "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716";
  const s = "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8";
  const signature = Buffer.from(`3046022100${r}022100${s}`, "hex");
  const message = Buffer.from("sample");
  const request = { keyId, signature, signingAlgorithm: "ECDSA_SHA_256" } as const;
  await fixture.kms.call("Verify", CALLER, { ...request, message });
  const digest = createHash("sha256").update(message).digest();
  await fixture.kms.call("Verify", CALLER, { ...request, message: digest, messageType: "DIGEST" });
});

test("ECDH derives the secret of NIST's CAVS 14.1, ECC CDH primitive, P-256, count 0", async () => {
  await using fixture = await startFixture();
  const base64 = (hex: string) => Buffer.from(hex, "hex").toString("base64url");
  const own = {
    kty: "EC",
    crv: "P-256",
    d: base64("7d7dc5f71eb29ddaf80d6214632eeae03d9058af1fb6d22ed80badb62bc1a534"),
    x: base64("ead218590119e8876b29146ff89ca61770c4edbbf97d38ce385ed281d8a6b230"),
    y: base64("28af61281fd35e2fa7002523acc85a429cb06ee6648325389f59edfce1405141"),
  };
  const peer = {
    kty: "EC",
    crv: "P-256",
    x: base64("700c48f77f56584c5cc632ca65640db91b6bacce3a4df6b42ce7cc838833d287"),
    y: base64("db71e509e3fd9b060ddb20ba5c51dcc5948d46fbf640dfe0441782cab85fa4ac"),
  };
  const material = pkcs8(createPrivateKey({ key: own, format: "jwk" }));
  const keyId = await importKey(fixture, "ECC_NIST_P256", "KEY_AGREEMENT", material);
  const publicKey = createPublicKey({ key: peer, format: "jwk" }).export({ format: "der", type: "spki" });
  const request = { keyId, publicKey, keyAgreementAlgorithm: "ECDH" } as const;
  const answer = await fixture.kms.call("DeriveSharedSecret", CALLER, request);
  expect(Buffer.from(answer.sharedSecret).toString("hex")).toBe(
    "46fc62106420ff012e54a434fbdd2d25ccc5852060561e68040dd7778997bd7b",
  );
  expect(answer).toMatchObject({ keyAgreementAlgorithm: "ECDH", keyOrigin: "EXTERNAL" });
});

test.each<[Spec, string, number]>([
  ["ECC_NIST_P256", "P-256", 32],
  ["ECC_NIST_P384", "P-384", 48],
  ["ECC_NIST_P521", "P-521", 66],
])("%s and a peer on %s agree on %i bytes; other public keys are refused", async (keySpec, namedCurve, length) => {
  await using fixture = await startFixture();
  const { keyId, key } = await newKey(fixture, keySpec, "KEY_AGREEMENT");
  const peer = generateKeyPairSync("ec", { namedCurve });
  const derive = (publicKey: Uint8Array) =>
    fixture.kms.call("DeriveSharedSecret", CALLER, { keyId, publicKey, keyAgreementAlgorithm: "ECDH" });
  const { sharedSecret } = await derive(peer.publicKey.export({ format: "der", type: "spki" }));
  expect(sharedSecret).toHaveLength(length);
  expect(Buffer.from(sharedSecret)).toEqual(diffieHellman({ privateKey: peer.privateKey, publicKey: key }));
  const elsewhere = generateKeyPairSync("ec", { namedCurve: "secp256k1" }).publicKey;
  for (const bad of [elsewhere.export({ format: "der", type: "spki" }), Buffer.from("InvalidPublicKey")]) {
    expect(await refusal(derive(bad))).toMatchObject({ code: "KMS_VALIDATION", field: "publicKey" });
  }
});

test("a data key pair works, and its private key comes back from its wrapping", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const { keyId, arn } = await fixture.key();
  const encryptionContext = { purpose: "pair" };
  for (const keyPairSpec of ["RSA_4096", "ECC_NIST_P384", "ECC_SECG_P256K1", "ECC_NIST_EDWARDS25519"] as const) {
    const pair = await call("GenerateDataKeyPair", CALLER, { keyId, keyPairSpec, encryptionContext });
    expect(pair).toMatchObject({ keyId: arn, keyPairSpec, keyMaterialId: expect.any(String) });
    const wrapped = { ciphertextBlob: pair.privateKeyCiphertextBlob, encryptionContext };
    const { plaintext } = await call("Decrypt", CALLER, wrapped);
    expect(Buffer.from(plaintext)).toEqual(Buffer.from(pair.privateKeyPlaintext));
    const key = createPrivateKey({ key: Buffer.from(plaintext), format: "der", type: "pkcs8" });
    const publicKey = createPublicKey({ key: pair.publicKey, format: "der", type: "spki" });
    const hash = keyPairSpec === "ECC_NIST_EDWARDS25519" ? null : "sha256";
    expect(verify(hash, MESSAGE, publicKey, sign(hash, MESSAGE, key))).toBe(true);
  }
  const without = { keyId, keyPairSpec: "ECC_NIST_P256" } as const;
  const unseen = await call("GenerateDataKeyPairWithoutPlaintext", CALLER, without);
  expect(unseen).not.toHaveProperty("privateKeyPlaintext");
  const opened = await call("Decrypt", CALLER, { ciphertextBlob: unseen.privateKeyCiphertextBlob });
  const key = createPrivateKey({ key: Buffer.from(opened.plaintext), format: "der", type: "pkcs8" });
  expect(createPublicKey(key).export({ format: "der", type: "spki" })).toEqual(Buffer.from(unseen.publicKey));
  expect(await refusal(call("GenerateDataKeyPair", CALLER, { keyId, keyPairSpec: "SM2" }))).toMatchObject({
    code: "KMS_UNSUPPORTED",
    field: "keyPairSpec",
  });
  const rsa = await newKey(fixture, "RSA_2048", "ENCRYPT_DECRYPT");
  expect(await refusal(call("GenerateDataKeyPair", CALLER, { ...without, keyId: rsa.keyId }))).toMatchObject({
    code: "KEY_USAGE_INVALID",
  });
});

test("a key disabled while a data key pair is made wraps nothing", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const { keyId } = await fixture.key();
  const pair = call("GenerateDataKeyPair", CALLER, { keyId, keyPairSpec: "RSA_4096" });
  const refused = refusal(pair);
  await call("DisableKey", CALLER, { keyId });
  expect(await refused).toMatchObject({ code: "KEY_DISABLED" });
});

/** RFC 4231, test cases 1 to 4; a key is padded with zeros to the length of KMS keys, which HMAC does itself. */
const RFC_4231: readonly (readonly [key: string, data: string, ...macs: readonly [string, string, string, string]])[] =
  [
    [
      "0b".repeat(20),
      Buffer.from("Hi There").toString("hex"),
      "896fb1128abbdf196832107cd49df33f47b4b1169912ba4f53684b22",
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
      "afd03944d84895626b0825f4ab46907f15f9dadbe4101ec682aa034c7cebc59cfaea9ea9076ede7f4af152e8b2fa9cb6",
      "87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cdedaa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854",
    ],
    [
      Buffer.from("Jefe").toString("hex"),
      Buffer.from("what do ya want for nothing?").toString("hex"),
      "a30e01098bc6dbbf45690f3a7e9e6d0f8bbea2a39e6148008fd05e44",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
      "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649",
      "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
    ],
  ];

test("MACs are those of RFC 4231", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const specs = [
    ["HMAC_224", "HMAC_SHA_224", 28],
    ["HMAC_256", "HMAC_SHA_256", 32],
    ["HMAC_384", "HMAC_SHA_384", 48],
    ["HMAC_512", "HMAC_SHA_512", 64],
  ] as const;
  for (const [key, data, ...macs] of RFC_4231) {
    for (const [at, [keySpec, macAlgorithm, lengthBytes]] of specs.entries()) {
      const material = Buffer.concat([Buffer.from(key, "hex")], lengthBytes);
      const keyId = await importKey(fixture, keySpec, "GENERATE_VERIFY_MAC", material);
      const request = { keyId, macAlgorithm, message: Buffer.from(data, "hex") };
      const { mac } = await call("GenerateMac", CALLER, request);
      expect(Buffer.from(mac).toString("hex")).toBe(macs[at]);
      expect(await call("VerifyMac", CALLER, { ...request, mac })).toMatchObject({ macValid: true, macAlgorithm });
      for (const wrong of [Buffer.from(mac).fill(0, 0, 1), Buffer.from(mac).subarray(1)]) {
        expect(await refusal(call("VerifyMac", CALLER, { ...request, mac: wrong }))).toMatchObject({
          code: "MAC_INVALID",
        });
      }
    }
  }
});

test("a MAC algorithm must fit the key", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const request = { keySpec: "HMAC_224", keyUsage: "GENERATE_VERIFY_MAC" } as const;
  const { keyId } = (await call("CreateKey", CALLER, request)).keyMetadata;
  const wrong = { keyId, message: MESSAGE, macAlgorithm: "HMAC_SHA_256" } as const;
  expect(await refusal(call("GenerateMac", CALLER, wrong))).toMatchObject({
    code: "KEY_USAGE_INVALID",
    message: "Algorithm HMAC_SHA_256 is incompatible with key spec HMAC_224.",
  });
  const symmetric = await fixture.key();
  expect(await refusal(call("GenerateMac", CALLER, { ...wrong, keyId: symmetric.keyId }))).toMatchObject({
    message: `${symmetric.arn} key usage is ENCRYPT_DECRYPT which is not valid for GenerateMac.`,
  });
});

test("GenerateRandom gives as many bytes as asked for", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  for (const numberOfBytes of [1, 44, 1024]) {
    expect((await call("GenerateRandom", CALLER, { numberOfBytes })).plaintext).toHaveLength(numberOfBytes);
  }
  expect((await refusal(call("GenerateRandom", CALLER, {}))).message).toBe("NumberOfBytes is required.");
});

test("a dry run of every use answers with DryRunOperationException, but for what is wrong anyway", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const { keyId } = await fixture.key();
  const signer = await newKey(fixture, "ECC_NIST_P256", "SIGN_VERIFY");
  const agreer = await newKey(fixture, "ECC_NIST_P256", "KEY_AGREEMENT");
  const macKey = { keySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" } as const;
  const { keyId: macKeyId } = (await call("CreateKey", CALLER, macKey)).keyMetadata;
  const { ciphertextBlob } = await call("Encrypt", CALLER, { keyId, plaintext: MESSAGE });
  const signing = { keyId: signer.keyId, message: MESSAGE, signingAlgorithm: "ECDSA_SHA_256" } as const;
  const { signature } = await call("Sign", CALLER, signing);
  const mac = { keyId: macKeyId, message: MESSAGE, macAlgorithm: "HMAC_SHA_256" } as const;
  const { mac: value } = await call("GenerateMac", CALLER, mac);
  const grant = { keyId, granteePrincipal: CALLER.arn, operations: ["Decrypt"] } as const;
  const { grantId } = await call("CreateGrant", CALLER, grant);
  const dryRun = true;
  const ecdh = { keyId: agreer.keyId, publicKey: agreer.der, keyAgreementAlgorithm: "ECDH" } as const;
  const before = fixture.tables.grants.size;
  const asked = [
    call("Encrypt", CALLER, { keyId, plaintext: MESSAGE, dryRun }),
    call("Decrypt", CALLER, { ciphertextBlob, dryRun }),
    call("Decrypt", CALLER, { keyId, dryRun, dryRunModifiers: ["IGNORE_CIPHERTEXT"] }),
    call("ReEncrypt", CALLER, { ciphertextBlob, destinationKeyId: keyId, dryRun }),
    call("GenerateDataKey", CALLER, { keyId, keySpec: "AES_256", dryRun }),
    call("GenerateDataKeyWithoutPlaintext", CALLER, { keyId, keySpec: "AES_256", dryRun }),
    call("GenerateDataKeyPair", CALLER, { keyId, keyPairSpec: "RSA_4096", dryRun }),
    call("GenerateDataKeyPairWithoutPlaintext", CALLER, { keyId, keyPairSpec: "RSA_4096", dryRun }),
    call("Sign", CALLER, { ...signing, dryRun }),
    call("Verify", CALLER, { ...signing, signature, dryRun }),
    call("GenerateMac", CALLER, { ...mac, dryRun }),
    call("VerifyMac", CALLER, { ...mac, mac: value, dryRun }),
    call("DeriveSharedSecret", CALLER, { ...ecdh, dryRun }),
    call("CreateGrant", CALLER, { ...grant, dryRun }),
    call("RevokeGrant", CALLER, { keyId, grantId, dryRun }),
    call("RetireGrant", CALLER, { keyId, grantId, dryRun }),
  ];
  for (const [at, answer] of (await Promise.all(asked.map(refusal))).entries()) {
    expect(answer, String(at)).toMatchObject({
      code: "DRY_RUN",
      message: "The request would have succeeded, but the DryRun option is set.",
    });
  }
  expect(fixture.tables.grants.size).toBe(before);
  const wrong = await Promise.all([
    refusal(call("Decrypt", CALLER, { ciphertextBlob, encryptionContext: { a: "b" }, dryRun })),
    refusal(call("Verify", CALLER, { ...signing, signature: Buffer.from(signature).fill(0), dryRun })),
    refusal(call("VerifyMac", CALLER, { ...mac, mac: Buffer.from(value).fill(0), dryRun })),
    refusal(call("Encrypt", CALLER, { keyId: signer.keyId, plaintext: MESSAGE, dryRun })),
  ]);
  expect(wrong.map(({ code }) => code)).toEqual([
    "CIPHERTEXT_INVALID",
    "SIGNATURE_INVALID",
    "MAC_INVALID",
    "KEY_USAGE_INVALID",
  ]);
});

test("what KMS encrypted under RSA is opened by the private key that was imported", async () => {
  await using fixture = await startFixture();
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const keyId = await importKey(fixture, "RSA_2048", "ENCRYPT_DECRYPT", pkcs8(privateKey));
  const request = { keyId, plaintext: MESSAGE, encryptionAlgorithm: "RSAES_OAEP_SHA_256" } as const;
  const { ciphertextBlob } = await fixture.kms.call("Encrypt", CALLER, request);
  expect(privateDecrypt({ key: privateKey, oaepHash: "sha256" }, ciphertextBlob)).toEqual(MESSAGE);
});
