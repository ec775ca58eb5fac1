/**
 * Import tokens: the private half of a wrapping key pair, encrypted for the KMS itself, with the key that it is for, the
 * algorithm, and when it ends. So the KMS keeps no list of them, and they survive a restart.
 *
 *     offset  bytes
 *          0     12  nonce
 *         12      8  end, milliseconds since 1970, big-endian
 *         20      1  wrapping algorithm, by its place in WRAPPING_ALGORITHMS
 *         21      n  DER-encoded PKCS #8
 *     21 + n     16  AES-256-GCM tag
 *
 * All behind the nonce is encrypted. The additional data is the key's ARN.
 */

import {
  constants,
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  privateDecrypt,
  randomBytes,
} from "node:crypto";
import { EnvolError } from "../../errors.ts";
import { invalidCiphertext } from "./ciphertext-blob.ts";

/** Those of KMS API, GetParametersForImport, that node:crypto has and AWS still takes. Their order is part of the token. */
export const WRAPPING_ALGORITHMS = [
  "RSAES_OAEP_SHA_1",
  "RSAES_OAEP_SHA_256",
  "RSA_AES_KEY_WRAP_SHA_1",
  "RSA_AES_KEY_WRAP_SHA_256",
] as const;

export type WrappingAlgorithm = (typeof WRAPPING_ALGORITHMS)[number];

export interface ImportParameters {
  readonly algorithm: WrappingAlgorithm;
  readonly validToMs: number;
  /** DER-encoded PKCS #8; whoever holds it zeroes it. */
  readonly privateKey: Buffer;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FACTS_BYTES = 9;

export function sealImportToken(tokenKey: Uint8Array, keyArn: string, parameters: ImportParameters): Buffer {
  const facts = Buffer.alloc(FACTS_BYTES);
  facts.writeBigUInt64BE(BigInt(parameters.validToMs));
  facts.writeUInt8(WRAPPING_ALGORITHMS.indexOf(parameters.algorithm), 8);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", tokenKey, nonce).setAAD(Buffer.from(keyArn));
  const parts = [nonce, cipher.update(facts), cipher.update(parameters.privateKey)];
  cipher.final();
  return Buffer.concat([...parts, cipher.getAuthTag()]);
}

/** @throws IMPORT_TOKEN_INVALID unless `sealImportToken` made it, for this key; IMPORT_TOKEN_EXPIRED */
export function openImportToken(
  tokenKey: Uint8Array,
  keyArn: string,
  token: Uint8Array,
  nowMs: number,
): ImportParameters {
  const sealed = Buffer.from(token);
  const opened = openSealed(tokenKey, keyArn, sealed);
  const algorithm = WRAPPING_ALGORITHMS[opened?.[8] ?? WRAPPING_ALGORITHMS.length];
  if (opened === undefined || algorithm === undefined) {
    throw new EnvolError("IMPORT_TOKEN_INVALID", `The import token was not made for ${keyArn}.`, {
      field: "importToken",
    });
  }
  const validToMs = Number(opened.readBigUInt64BE());
  const privateKey = opened.subarray(FACTS_BYTES);
  if (validToMs <= nowMs) {
    privateKey.fill(0);
    throw new EnvolError("IMPORT_TOKEN_EXPIRED", "The import token has expired.", { field: "importToken" });
  }
  return { algorithm, validToMs, privateKey };
}

function openSealed(tokenKey: Uint8Array, keyArn: string, sealed: Buffer): Buffer | undefined {
  if (sealed.length < NONCE_BYTES + FACTS_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv("aes-256-gcm", tokenKey, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(keyArn)).setAuthTag(sealed.subarray(-TAG_BYTES));
  const opened = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    decipher.final();
    return opened;
  } catch {
    opened.fill(0);
    return undefined;
  }
}

/** RFC 5649: AES key wrap with padding, and its alternative initial value. */
const KEY_WRAP = "id-aes256-wrap-pad";
const KEY_WRAP_VALUE = Buffer.from("a65959a6", "hex");

/** What was wrapped, which is the caller's to zero. @throws CIPHERTEXT_INVALID */
export function unwrapMaterial({ algorithm, privateKey }: ImportParameters, wrapped: Uint8Array): Buffer {
  const key = createPrivateKey({ key: privateKey, format: "der", type: "pkcs8" });
  const oaep = {
    key,
    padding: constants.RSA_PKCS1_OAEP_PADDING,
    oaepHash: algorithm.endsWith("SHA_1") ? "sha1" : "sha256",
  };
  try {
    if (algorithm.startsWith("RSAES")) return privateDecrypt(oaep, wrapped);
    // The AES key, as long as the modulus when encrypted, stands before the material that it wraps.
    const modulusBytes = (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
    const aesKey = privateDecrypt(oaep, wrapped.subarray(0, modulusBytes));
    try {
      const decipher = createDecipheriv(KEY_WRAP, aesKey, KEY_WRAP_VALUE);
      return Buffer.concat([decipher.update(wrapped.subarray(modulusBytes)), decipher.final()]);
    } finally {
      aesKey.fill(0);
    }
  } catch {
    throw invalidCiphertext("encryptedKeyMaterial");
  }
}
