/** Bad requests to KeyService that use keys, other than symmetric ones without grants or a dry run. */

import type { BadRequest } from "./bad-request.ts";
import { CONTEXT, keyOf, OF_A_KEY, OTHER_CURVE } from "./key-requests.ts";
import type { World } from "./world.ts";

const enabled = (w: World) => ({ keyId: w.keys.enabled });

const use = (rpc: string, fields: object) => (w: World) => ({ ...OF_A_KEY[rpc], keyId: keyOf(rpc, w), ...fields });
const ARBITRARY_DIGEST = { message: Buffer.alloc(31), messageType: "DIGEST" };

const SIGNATURES = ["Sign", "Verify"].flatMap((rpc): BadRequest[] => {
  // biome-ignore format: a table reads best with a row on a line.
  return [
    [rpc, "message is empty or above 4096 bytes", "message", "length greater than or equal to 1", use(rpc, { message: Buffer.alloc(0) })],
    [rpc, "message is empty or above 4096 bytes", "message", "length less than or equal to 4096", use(rpc, { message: Buffer.alloc(4097) })],
    [rpc, "message_type or signing_algorithm is unknown", "messageType", "enum value set", use(rpc, { messageType: "COOKED" })],
    [rpc, "message_type or signing_algorithm is unknown", "signingAlgorithm", "enum value set", use(rpc, { signingAlgorithm: "WAX" })],
    [rpc, "The digest has a wrong length", "message", "Digest is invalid length", use(rpc, ARBITRARY_DIGEST)],
    [rpc, "The key is not for signing", "keyId", "key usage is ENCRYPT_DECRYPT", (w) => use(rpc, { keyId: w.keys.enabled })(w)],
    [rpc, "signing_algorithm does not fit the key", "signingAlgorithm", "is incompatible with key spec", use(rpc, { signingAlgorithm: "ECDSA_SHA_512" })],
    [rpc, "signing_algorithm or message_type is not offered", "signingAlgorithm", "SM2DSA is not offered", use(rpc, { signingAlgorithm: "SM2DSA" })],
  ];
});

const MACS = ["GenerateMac", "VerifyMac"].flatMap((rpc): BadRequest[] => {
  // biome-ignore format: as above.
  return [
    [rpc, "message is empty or above 4096 bytes", "message", "length greater than or equal to 1", use(rpc, { message: Buffer.alloc(0) })],
    [rpc, "mac_algorithm is unknown", "macAlgorithm", "enum value set", use(rpc, { macAlgorithm: "" })],
    [rpc, "The key is not for MACs", "keyId", "key usage is ENCRYPT_DECRYPT", (w) => use(rpc, { keyId: w.keys.enabled })(w)],
    [rpc, "mac_algorithm does not fit the key", "macAlgorithm", "is incompatible with key spec", use(rpc, { macAlgorithm: "HMAC_SHA_512" })],
  ];
});

const PAIRS = ["GenerateDataKeyPair", "GenerateDataKeyPairWithoutPlaintext"].flatMap((rpc): BadRequest[] => {
  // biome-ignore format: as above.
  return [
    [rpc, "key_pair_spec is unknown", "keyPairSpec", "enum value set", use(rpc, { keyPairSpec: "" })],
    [rpc, "key_pair_spec is not offered", "keyPairSpec", "SM2 is not offered", use(rpc, { keyPairSpec: "SM2" })],
    [rpc, "The key is not for data keys", "keyId", "key usage is GENERATE_VERIFY_MAC", (w) => use(rpc, { keyId: w.keys.mac })(w)],
  ];
});

const decrypting = (fields: object) => (w: World) => ({
  ciphertextBlob: w.ciphertexts.enabled,
  encryptionContext: CONTEXT,
  ...fields,
});

const reEncrypting = (fields: object) => (w: World) => ({
  ciphertextBlob: w.ciphertexts.enabled,
  sourceEncryptionContext: CONTEXT,
  destinationKeyId: w.keys.enabled,
  ...fields,
});

// biome-ignore format: as above.
export const BAD_KEY_USES: readonly BadRequest[] = [
  ...[...SIGNATURES, ...MACS, ...PAIRS],
  ["GetPublicKey", "The key has no public key", "keyId", "has no public key", enabled],
  ["Verify", "signature is empty or above 6144 bytes", "signature", "length greater than or equal to 1", use("Verify", { signature: Buffer.alloc(0) })],
  ["Verify", "signature is not of message under the key", "signature", "is not of this message", use("Verify", {})],
  ["Verify", "dry_run is set, and all else is well", "dryRun", "would have succeeded", (w) => use("Verify", { signature: w.signature, dryRun: true })(w)],
  ["VerifyMac", "mac is empty or above 6144 bytes", "mac", "length greater than or equal to 1", use("VerifyMac", { mac: Buffer.alloc(0) })],
  ["VerifyMac", "mac is not of message under the key", "mac", "is not of this message", use("VerifyMac", {})],
  ["VerifyMac", "dry_run is set, and all else is well", "dryRun", "would have succeeded", (w) => use("VerifyMac", { mac: w.mac, dryRun: true })(w)],
  ["DeriveSharedSecret", "key_agreement_algorithm is not ECDH", "keyAgreementAlgorithm", "enum value set", use("DeriveSharedSecret", { keyAgreementAlgorithm: "" })],
  ["DeriveSharedSecret", "public_key is none, or not on the key's curve", "publicKey", "is not a DER-encoded public key of key spec ECC_NIST_P256", use("DeriveSharedSecret", { publicKey: Buffer.of(1) })],
  ["DeriveSharedSecret", "public_key is none, or not on the key's curve", "publicKey", "is not a DER-encoded public key of key spec ECC_NIST_P256", use("DeriveSharedSecret", { publicKey: OTHER_CURVE })],
  ["DeriveSharedSecret", "The key is not for key agreement", "keyId", "key usage is SIGN_VERIFY", (w) => use("DeriveSharedSecret", { keyId: w.keys.signing })(w)],
  ["GenerateRandom", "number_of_bytes is absent or above 1024", "numberOfBytes", "NumberOfBytes is required", () => ({})],
  ["GenerateRandom", "number_of_bytes is absent or above 1024", "numberOfBytes", "less than or equal to 1024", () => ({ numberOfBytes: 1025 })],
  ["Decrypt", "dry_run_modifiers is unknown", "dryRunModifiers", "at 'dryRunModifiers'", decrypting({ dryRunModifiers: ["IGNORE_ALL"] })],
  ["Decrypt", "A grant token is not of a grant on the key", "grantTokens", "is not of a grant on", decrypting({ grantTokens: ["token"] })],
  ["Decrypt", "dry_run is set, and all else is well", "dryRun", "would have succeeded", decrypting({ dryRun: true })],
  ["Decrypt", "dry_run is set, and all else is well", "dryRun", "would have succeeded", (w) => ({ ...enabled(w), dryRun: true, dryRunModifiers: ["IGNORE_CIPHERTEXT"] })],
  ["ReEncrypt", "An algorithm or modifier is unknown", "destinationEncryptionAlgorithm", "enum value set", reEncrypting({ destinationEncryptionAlgorithm: "ROT13" })],
  ["ReEncrypt", "An algorithm or modifier is unknown", "dryRunModifiers", "at 'dryRunModifiers'", reEncrypting({ dryRunModifiers: ["IGNORE_ALL"] })],
  ["ReEncrypt", "An algorithm does not fit its key", "destinationEncryptionAlgorithm", "is incompatible with key spec", reEncrypting({ destinationEncryptionAlgorithm: "RSAES_OAEP_SHA_256" })],
  ["ReEncrypt", "A grant token is not of a grant in the Region", "grantTokens", "is not of a grant in", reEncrypting({ grantTokens: ["token"] })],
  ["ReEncrypt", "dry_run is set, and all else is well", "dryRun", "would have succeeded", reEncrypting({ dryRun: true })],
];
