/** Key pairs, and the bytes of new key material of any spec. */

import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject, randomFillSync } from "node:crypto";
import { allocateKey, copyOfKey } from "../../crypto/key-memory.ts";
import type { MaterialKind } from "./key-specs.ts";

export interface KeyPair {
  /** DER-encoded PKCS #8; whoever holds it zeroes it. */
  readonly privateKey: Buffer;
  /** DER-encoded SubjectPublicKeyInfo (RFC 5280), as GetPublicKey gives it. */
  readonly publicKey: Buffer;
}

export interface NewMaterial {
  /** Whoever holds it zeroes it. */
  readonly material: Buffer;
  /** In base64, of a key pair. */
  readonly publicKey?: string;
}

const ENCODINGS = {
  publicKeyEncoding: { type: "spki", format: "der" },
  privateKeyEncoding: { type: "pkcs8", format: "der" },
} as const;

/** New random material: bytes, or a key pair. */
export async function newMaterial(kind: MaterialKind): Promise<NewMaterial> {
  if (kind.kind === "bytes") return { material: randomFillSync(allocateKey(kind.lengthBytes)) };
  const { privateKey, publicKey } = await newKeyPair(kind);
  return { material: privateKey, publicKey: publicKey.toString("base64") };
}

/** @param kind of a key pair, not of bytes */
export async function newKeyPair(kind: Exclude<MaterialKind, { kind: "bytes" }>): Promise<KeyPair> {
  const { privateKey, publicKey } = await generated(kind);
  const kept = copyOfKey(privateKey);
  privateKey.fill(0);
  return { privateKey: kept, publicKey };
}

function generated(kind: Exclude<MaterialKind, { kind: "bytes" }>): Promise<KeyPair> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, publicKey: Buffer, privateKey: Buffer) => {
      if (error === null) resolve({ privateKey, publicKey });
      else reject(error);
    };
    switch (kind.kind) {
      case "rsa":
        generateKeyPair("rsa", { modulusLength: kind.modulusBits, ...ENCODINGS }, done);
        break;
      case "ec":
        generateKeyPair("ec", { namedCurve: kind.curve, ...ENCODINGS }, done);
        break;
      default:
        // The types of Node.js 20 have no ML-DSA, whose keys are asked for in the same way.
        generateKeyPair(kind.kind as "ed25519", ENCODINGS, done);
    }
  });
}

/**
 * Whether bytes are material of a kind: as long, or a private key of the same modulus length or curve.
 * @returns the public key in base64 where there is one, or undefined when the bytes are of another kind
 */
export function inspectMaterial(kind: MaterialKind, material: Buffer): { publicKey?: string } | undefined {
  if (kind.kind === "bytes") return material.length === kind.lengthBytes ? {} : undefined;
  let privateKey: KeyObject;
  try {
    privateKey = createPrivateKey({ key: material, format: "der", type: "pkcs8" });
  } catch {
    return undefined;
  }
  if (!isOfKind(kind, privateKey)) return undefined;
  return { publicKey: createPublicKey(privateKey).export({ format: "der", type: "spki" }).toString("base64") };
}

function isOfKind(kind: Exclude<MaterialKind, { kind: "bytes" }>, key: KeyObject): boolean {
  const details = key.asymmetricKeyDetails;
  if (key.asymmetricKeyType !== kind.kind) return false;
  if (kind.kind === "rsa") return details?.modulusLength === kind.modulusBits;
  return kind.kind !== "ec" || details?.namedCurve === kind.curve;
}

const parsed = new WeakMap<Buffer, KeyObject>();

/**
 * The private key in held material. Parsing takes longer than signing, so it is done once: OpenSSL's copy lives as long as
 * the very buffer that is held, and its memory is freed by the garbage collector some time after that was dropped.
 */
export function privateKeyOf(material: Buffer): KeyObject {
  const known = parsed.get(material);
  if (known !== undefined) return known;
  const key = createPrivateKey({ key: material, format: "der", type: "pkcs8" });
  parsed.set(material, key);
  return key;
}
