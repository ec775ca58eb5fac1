/** Requests to KeyService that would be granted, but for the key that they name. */

import { generateKeyPairSync } from "node:crypto";
import type { World } from "./world.ts";

export const OTHER_ARN = "arn:aws:s3:::bucket";
export const CONTEXT = { purpose: "test" };
export const keyTags = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ tagKey: `key ${i}`, tagValue: "" }));

const PUBLIC_KEY = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "der", type: "spki" });
export const OTHER_CURVE = generateKeyPairSync("ec", { namedCurve: "P-384" }).publicKey.export({
  format: "der",
  type: "spki",
});
const SIGNING = { message: Buffer.of(1), signingAlgorithm: "ECDSA_SHA_256" };
const MAC = { message: Buffer.of(1), macAlgorithm: "HMAC_SHA_256" };
const AGREEMENT = { publicKey: PUBLIC_KEY, keyAgreementAlgorithm: "ECDH" };
const PAIR = { keyPairSpec: "ECC_NIST_P256" };
const DATA_KEY = { keySpec: "AES_256" };
export const GRANT = { granteePrincipal: "arn:aws:iam::000000000000:user/alice", operations: ["DescribeKey"] };
export const POLICY = JSON.stringify({
  Statement: { Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" },
});
export const WRAPPING = { wrappingAlgorithm: "RSAES_OAEP_SHA_256", wrappingKeySpec: "RSA_2048" };
const IMPORT = {
  importToken: Buffer.of(1),
  encryptedKeyMaterial: Buffer.of(1),
  expirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE",
};

/** Requests of methods that take a key id or alias, but for the id. */
const OF_A_KEY_OR_ALIAS: Readonly<Record<string, object>> = {
  DescribeKey: {},
  GenerateDataKey: DATA_KEY,
  GenerateDataKeyWithoutPlaintext: DATA_KEY,
  GenerateDataKeyPair: PAIR,
  GenerateDataKeyPairWithoutPlaintext: PAIR,
  Encrypt: { plaintext: Buffer.of(1) },
  GetPublicKey: {},
  Sign: SIGNING,
  Verify: { ...SIGNING, signature: Buffer.of(1) },
  GenerateMac: MAC,
  VerifyMac: { ...MAC, mac: Buffer.of(1) },
  DeriveSharedSecret: AGREEMENT,
};

/** The same of methods that take no alias. */
export const OF_A_KEY_ALONE: Readonly<Record<string, object>> = {
  EnableKey: {},
  DisableKey: {},
  ScheduleKeyDeletion: {},
  CancelKeyDeletion: {},
  UpdateKeyDescription: {},
  TagResource: { tags: keyTags(1) },
  UntagResource: { tagKeys: ["k"] },
  ListResourceTags: {},
  GetKeyPolicy: {},
  PutKeyPolicy: { policy: POLICY },
  ListKeyPolicies: {},
  EnableKeyRotation: {},
  DisableKeyRotation: {},
  GetKeyRotationStatus: {},
  RotateKeyOnDemand: {},
  ListKeyRotations: {},
  GetParametersForImport: WRAPPING,
  ImportKeyMaterial: IMPORT,
  DeleteImportedKeyMaterial: {},
  ReplicateKey: { replicaRegion: "eu-west-1" },
  UpdatePrimaryRegion: { primaryRegion: "eu-west-1" },
  GetKeyLastUsage: {},
};
export const OF_A_KEY = { ...OF_A_KEY_OR_ALIAS, ...OF_A_KEY_ALONE };

/** The key that a method fits. */
export function keyOf(rpc: string, { keys }: World): string {
  if (["GetPublicKey", "Sign", "Verify"].includes(rpc)) return keys.signing;
  if (rpc === "DeriveSharedSecret") return keys.agreement;
  return rpc.endsWith("Mac") ? keys.mac : keys.enabled;
}
