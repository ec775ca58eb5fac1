/**
 * Encryption, signatures and key agreement under asymmetric keys. A message is hashed and signed by OpenSSL. node:crypto
 * has no way to sign a digest that somebody else has made, except for RSASSA-PKCS1-v1_5; the others are put together here
 * from OpenSSL's modular exponentiation and scalar multiplication.
 */

import {
  constants,
  createPublicKey,
  diffieHellman,
  type KeyObject,
  privateDecrypt,
  privateEncrypt,
  publicDecrypt,
  publicEncrypt,
  sign,
  verify,
} from "node:crypto";
import { signDigestEcdsa, verifyDigestEcdsa } from "./ecdsa-digest.ts";
import { privateKeyOf } from "./key-pairs.ts";
import { type Curve, specOf } from "./key-specs.ts";
import { encodePss, verifyPss } from "./pss.ts";
import type { KeySpec, SigningAlgorithm } from "./request-fields.ts";
import { invalid } from "./validation.ts";

export type OaepAlgorithm = "RSAES_OAEP_SHA_1" | "RSAES_OAEP_SHA_256";

interface Hash {
  /** As node:crypto names it. */
  readonly name: "sha1" | "sha256" | "sha384" | "sha512";
  readonly lengthBytes: number;
}

const SHA_1: Hash = { name: "sha1", lengthBytes: 20 };
const SHA_256: Hash = { name: "sha256", lengthBytes: 32 };
const SHA_384: Hash = { name: "sha384", lengthBytes: 48 };
const SHA_512: Hash = { name: "sha512", lengthBytes: 64 };

const OAEP_HASH: Readonly<Record<OaepAlgorithm, Hash>> = {
  RSAES_OAEP_SHA_1: SHA_1,
  RSAES_OAEP_SHA_256: SHA_256,
};

type Scheme = "PSS" | "PKCS1" | "ECDSA" | "ED25519" | "ML_DSA";

/** Without a hash, the scheme hashes by itself, and takes no digest. */
interface SignatureKind {
  readonly scheme: Scheme;
  readonly hash?: Hash;
}

const SIGNATURES: Readonly<Partial<Record<SigningAlgorithm, SignatureKind>>> = {
  RSASSA_PSS_SHA_256: { scheme: "PSS", hash: SHA_256 },
  RSASSA_PSS_SHA_384: { scheme: "PSS", hash: SHA_384 },
  RSASSA_PSS_SHA_512: { scheme: "PSS", hash: SHA_512 },
  RSASSA_PKCS1_V1_5_SHA_256: { scheme: "PKCS1", hash: SHA_256 },
  RSASSA_PKCS1_V1_5_SHA_384: { scheme: "PKCS1", hash: SHA_384 },
  RSASSA_PKCS1_V1_5_SHA_512: { scheme: "PKCS1", hash: SHA_512 },
  ECDSA_SHA_256: { scheme: "ECDSA", hash: SHA_256 },
  ECDSA_SHA_384: { scheme: "ECDSA", hash: SHA_384 },
  ECDSA_SHA_512: { scheme: "ECDSA", hash: SHA_512 },
  ED25519_SHA_512: { scheme: "ED25519" },
  ML_DSA_SHAKE_256: { scheme: "ML_DSA" },
};

/** RFC 8017 section 9.2, note 1: the DER prefix of a DigestInfo; its last byte is the digest's length. */
const DIGEST_INFO_PREFIX: Readonly<Record<string, string>> = {
  sha256: "3031300d060960864801650304020105000420",
  sha384: "3041300d060960864801650304020205000430",
  sha512: "3051300d060960864801650304020305000440",
};

export interface Signing {
  readonly keySpec: string;
  readonly material: Buffer;
  readonly algorithm: SigningAlgorithm;
  readonly message: Uint8Array;
  /** Whether `message` is the message's digest already. */
  readonly isDigest: boolean;
}

/** RFC 8017 section 7.1.1: the modulus, less twice the hash and two bytes. */
function oaepPlaintextBytesMax(keySpec: string, algorithm: OaepAlgorithm): number {
  const { material } = specOf(keySpec);
  if (material.kind !== "rsa") return 0;
  return material.modulusBits / 8 - 2 * OAEP_HASH[algorithm].lengthBytes - 2;
}

/** @throws KMS_VALIDATION when the plaintext is too long for the key */
export function encryptOaep(
  keySpec: string,
  publicKey: string,
  algorithm: OaepAlgorithm,
  plaintext: Uint8Array,
): Buffer {
  const max = oaepPlaintextBytesMax(keySpec, algorithm);
  if (plaintext.length > max) {
    const message = `Algorithm ${algorithm} and key spec ${keySpec} cannot encrypt data larger than ${max} bytes.`;
    throw invalid(message, "plaintext");
  }
  const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
  return publicEncrypt({ key, ...oaep(algorithm) }, plaintext);
}

/** The plaintext, which is the caller's to zero; undefined when the ciphertext is not of this key and algorithm. */
export function decryptOaep(material: Buffer, algorithm: OaepAlgorithm, ciphertext: Uint8Array): Buffer | undefined {
  const key = privateKeyOf(material);
  if (!hasModulusLength(key, ciphertext)) return undefined;
  try {
    return privateDecrypt({ key, ...oaep(algorithm) }, ciphertext);
  } catch {
    return undefined;
  }
}

function oaep(algorithm: OaepAlgorithm) {
  return { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: OAEP_HASH[algorithm].name };
}

/** @throws KMS_VALIDATION when the digest has not the length of the algorithm's */
export function signMessage(input: Signing): Buffer {
  const { scheme, hash } = schemeOf(input);
  const key = privateKeyOf(input.material);
  if (!input.isDigest || hash === undefined) return sign(hash?.name ?? null, input.message, nodeOptions(scheme, key));
  switch (scheme) {
    case "PKCS1":
      return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, digestInfo(hash, input.message));
    case "PSS":
      return privateEncrypt(
        { key, padding: constants.RSA_NO_PADDING },
        encodePss(hash.name, input.message, modulusBitsOf(key)),
      );
    default:
      return signDigestEcdsa(curveOf(input.keySpec), key, input.message);
  }
}

/** Whether the signature is the key's, of this message. @throws KMS_VALIDATION as `signMessage` */
export function verifyMessage(input: Signing, signature: Uint8Array): boolean {
  const { scheme, hash } = schemeOf(input);
  const key = privateKeyOf(input.material);
  if ((scheme === "PSS" || scheme === "PKCS1") && !hasModulusLength(key, signature)) return false;
  if (!input.isDigest || hash === undefined) {
    return verify(hash?.name ?? null, input.message, nodeOptions(scheme, createPublicKey(key)), signature);
  }
  if (scheme === "ECDSA") return verifyDigestEcdsa(curveOf(input.keySpec), key, input.message, signature);
  try {
    const publicKey = createPublicKey(key);
    if (scheme === "PSS") {
      const encoded = publicDecrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, signature);
      return verifyPss(hash.name, input.message, encoded, modulusBitsOf(key));
    }
    const recovered = publicDecrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, signature);
    return recovered.equals(digestInfo(hash, input.message));
  } catch {
    // OpenSSL refuses a signature that is not below the modulus, and padding that is not the scheme's.
    return false;
  }
}

/** AWS's message types are bound to the algorithm for Ed25519 and ML-DSA, and a digest has the length of its hash. */
function schemeOf({ algorithm, isDigest, message }: Signing): SignatureKind {
  const found = SIGNATURES[algorithm];
  if (found === undefined) throw new Error(`${algorithm} is in a key spec's list and not in this table`);
  if (isDigest && found.hash === undefined) {
    throw invalid(`Algorithm ${algorithm} requires the message type RAW.`, "messageType");
  }
  if (isDigest && message.length !== found.hash?.lengthBytes) {
    throw invalid(`Digest is invalid length for algorithm ${algorithm}.`, "message");
  }
  return found;
}

/** AWS KMS uses a salt as long as the digest: KMS developer guide, "RSASSA-PSS signing algorithms". */
function nodeOptions(scheme: Scheme, key: KeyObject) {
  if (scheme !== "PSS") return { key };
  return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
}

function digestInfo(hash: Hash, digest: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(DIGEST_INFO_PREFIX[hash.name] ?? "", "hex"), digest]);
}

/**
 * RFC 8017 sections 7.1.2, 8.1.2 and 8.2.2 begin with this check. OpenSSL does not always make it: it takes a number
 * whose leading zero bytes have been cut off.
 */
function hasModulusLength(key: KeyObject, bytes: Uint8Array): boolean {
  return bytes.length * 8 === modulusBitsOf(key);
}

function modulusBitsOf(key: KeyObject): number {
  return key.asymmetricKeyDetails?.modulusLength ?? 0;
}

function curveOf(keySpec: string): Curve {
  const { material } = specOf(keySpec as KeySpec);
  if (material.kind !== "ec") throw new Error(`${keySpec} is no curve`);
  return material.curve;
}

/**
 * SP 800-56A section 5.7.1.2: the x-coordinate of the shared point, as long as the curve's field.
 * @throws KMS_VALIDATION when the peer's public key is none, or on another curve
 */
export function deriveSecret(keySpec: string, material: Buffer, peerPublicKey: Uint8Array): Buffer {
  const refuse = () => invalid(`The public key is not a DER-encoded public key of key spec ${keySpec}.`, "publicKey");
  let publicKey: KeyObject;
  try {
    publicKey = createPublicKey({ key: Buffer.from(peerPublicKey), format: "der", type: "spki" });
  } catch {
    throw refuse();
  }
  if (publicKey.asymmetricKeyDetails?.namedCurve !== curveOf(keySpec)) throw refuse();
  return diffieHellman({ privateKey: privateKeyOf(material), publicKey });
}
