/**
 * What each key spec is made of and good for: AWS KMS developer guide, "Key spec reference". DescribeKey, the checks of
 * every use, and the making of key material read this one table.
 */

import { generateKeyPairSync } from "node:crypto";
import { EnvolError } from "../../errors.ts";
import type { EncryptionAlgorithm, KeySpec, KeyUsage, MacAlgorithm, SigningAlgorithm } from "./request-fields.ts";
import { invalid } from "./validation.ts";

/** What there is to make: random bytes, or a key pair. Curves are named as OpenSSL names them. */
export type MaterialKind =
  | { readonly kind: "bytes"; readonly lengthBytes: number }
  | { readonly kind: "rsa"; readonly modulusBits: number }
  | { readonly kind: "ec"; readonly curve: Curve }
  | { readonly kind: "ed25519" }
  | { readonly kind: MlDsa };

/** FIPS 204, as node:crypto names its parameter sets. */
type MlDsa = "ml-dsa-44" | "ml-dsa-65" | "ml-dsa-87";

export type Curve = "prime256v1" | "secp384r1" | "secp521r1" | "secp256k1";

/** The algorithms of a key, under the names that KeyMetadata gives them. */
export interface Algorithms {
  readonly encryptionAlgorithms?: readonly EncryptionAlgorithm[];
  readonly signingAlgorithms?: readonly SigningAlgorithm[];
  readonly macAlgorithms?: readonly MacAlgorithm[];
  readonly keyAgreementAlgorithms?: readonly "ECDH"[];
}

interface SpecRow {
  readonly material: MaterialKind;
  readonly usages: Readonly<Partial<Record<KeyUsage, Algorithms>>>;
}

const RSA: SpecRow["usages"] = {
  ENCRYPT_DECRYPT: { encryptionAlgorithms: ["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"] },
  SIGN_VERIFY: {
    signingAlgorithms: [
      ...(["RSASSA_PKCS1_V1_5_SHA_256", "RSASSA_PKCS1_V1_5_SHA_384", "RSASSA_PKCS1_V1_5_SHA_512"] as const),
      ...(["RSASSA_PSS_SHA_256", "RSASSA_PSS_SHA_384", "RSASSA_PSS_SHA_512"] as const),
    ],
  },
};

/** The curves of SP 800-186 that AWS calls NIST-standard also agree on keys. */
function nistCurve(curve: Curve, signingAlgorithm: SigningAlgorithm): SpecRow {
  return {
    material: { kind: "ec", curve },
    usages: {
      SIGN_VERIFY: { signingAlgorithms: [signingAlgorithm] },
      KEY_AGREEMENT: { keyAgreementAlgorithms: ["ECDH"] },
    },
  };
}

/** The material of an HMAC key is as long as the output of its hash function. */
function hmac(lengthBytes: number, macAlgorithm: MacAlgorithm): SpecRow {
  return {
    material: { kind: "bytes", lengthBytes },
    usages: { GENERATE_VERIFY_MAC: { macAlgorithms: [macAlgorithm] } },
  };
}

function mlDsa(kind: MlDsa): SpecRow {
  return { material: { kind }, usages: { SIGN_VERIFY: { signingAlgorithms: ["ML_DSA_SHAKE_256"] } } };
}

const KEY_SPECS: Readonly<Partial<Record<KeySpec, SpecRow>>> = {
  SYMMETRIC_DEFAULT: {
    material: { kind: "bytes", lengthBytes: 32 },
    usages: { ENCRYPT_DECRYPT: { encryptionAlgorithms: ["SYMMETRIC_DEFAULT"] } },
  },
  HMAC_224: hmac(28, "HMAC_SHA_224"),
  HMAC_256: hmac(32, "HMAC_SHA_256"),
  HMAC_384: hmac(48, "HMAC_SHA_384"),
  HMAC_512: hmac(64, "HMAC_SHA_512"),
  RSA_2048: { material: { kind: "rsa", modulusBits: 2048 }, usages: RSA },
  RSA_3072: { material: { kind: "rsa", modulusBits: 3072 }, usages: RSA },
  RSA_4096: { material: { kind: "rsa", modulusBits: 4096 }, usages: RSA },
  ECC_NIST_P256: nistCurve("prime256v1", "ECDSA_SHA_256"),
  ECC_NIST_P384: nistCurve("secp384r1", "ECDSA_SHA_384"),
  ECC_NIST_P521: nistCurve("secp521r1", "ECDSA_SHA_512"),
  ECC_SECG_P256K1: {
    material: { kind: "ec", curve: "secp256k1" },
    usages: { SIGN_VERIFY: { signingAlgorithms: ["ECDSA_SHA_256"] } },
  },
  // AWS has ED25519_PH_SHA_512 too. It is not listed, because node:crypto does not offer it.
  ECC_NIST_EDWARDS25519: {
    material: { kind: "ed25519" },
    usages: { SIGN_VERIFY: { signingAlgorithms: ["ED25519_SHA_512"] } },
  },
  ML_DSA_44: mlDsa("ml-dsa-44"),
  ML_DSA_65: mlDsa("ml-dsa-65"),
  ML_DSA_87: mlDsa("ml-dsa-87"),
};

/** @throws KMS_UNSUPPORTED for a spec that no release of Node.js has the primitives and the KMS API the operations for: SM2, ML-KEM */
export function specOf(keySpec: string, field = "keySpec"): SpecRow {
  const row = KEY_SPECS[keySpec as KeySpec];
  if (row === undefined) throw notOffered(keySpec, "Node.js", field);
  return row;
}

/**
 * Node.js has ML-DSA from 24.6 on, where its OpenSSL is 3.5 or later. Keys of it can be described by any, because a data
 * directory may have been made by another.
 * @throws KMS_UNSUPPORTED for a spec that this Node.js cannot make or use keys of
 */
export function requireOffered(keySpec: string, field = "keySpec"): void {
  if (specOf(keySpec, field).material.kind.startsWith("ml-dsa") && !hasMlDsa()) {
    throw notOffered(keySpec, `Node.js ${process.versions.node}`, field);
  }
}

let knownToHaveMlDsa: boolean | undefined;

function hasMlDsa(): boolean {
  knownToHaveMlDsa ??= canGenerate("ml-dsa-44");
  return knownToHaveMlDsa;
}

function canGenerate(kind: MlDsa): boolean {
  try {
    // The types of Node.js 20 do not have it.
    generateKeyPairSync(kind as "ed25519");
    return true;
  } catch {
    return false;
  }
}

function notOffered(keySpec: string, runtime: string, field: string): EnvolError {
  const message = `${keySpec} is not offered: the cryptography of ${runtime} does not have it.`;
  return new EnvolError("KMS_UNSUPPORTED", message, { field });
}

/** The usage that CreateKey gives a key. @throws KMS_VALIDATION, KMS_UNSUPPORTED */
export function requireKeyUsage(keySpec: KeySpec, keyUsage: KeyUsage | undefined): KeyUsage {
  if (keyUsage === undefined && keySpec !== "SYMMETRIC_DEFAULT") {
    throw invalid(
      "You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.",
      "keyUsage",
    );
  }
  const usage = keyUsage ?? "ENCRYPT_DECRYPT";
  if (specOf(keySpec).usages[usage] === undefined) {
    throw invalid(`KeyUsage ${usage} is not compatible with KeySpec ${keySpec}`, "keyUsage");
  }
  requireOffered(keySpec);
  return usage;
}

/** What a key of this spec and usage can do. */
export function algorithmsOf(key: { readonly keySpec: string; readonly keyUsage: string }): Algorithms {
  return specOf(key.keySpec).usages[key.keyUsage as KeyUsage] ?? {};
}
