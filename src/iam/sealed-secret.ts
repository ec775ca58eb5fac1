/** Secrets of access keys at rest: AES-256-GCM (SP 800-38D) under a key of their own, each bound to its access key's id. */

import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { hkdfSha256 } from "../crypto/hkdf.ts";
import { EnvolError } from "../errors.ts";

const CIPHER = "aes-256-gcm";
/** SP 800-38D 8.2.2: a random nonce of 96 bits. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const NO_SALT = new Uint8Array(0);
const PURPOSE = Buffer.from("envol iam access key secrets 1");

/** The caller zeroes it. */
export function deriveSecretKey(rootKey: Uint8Array): Buffer {
  return hkdfSha256(rootKey, NO_SALT, PURPOSE);
}

/** Base64 of nonce, ciphertext and tag. */
export function sealSecret(key: Uint8Array, accessKeyId: string, secret: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce);
  cipher.setAAD(Buffer.from(accessKeyId));
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]).toString("base64");
}

/** @throws INTEGRITY_ERROR when it was changed, or is another access key's */
export function openSecret(key: Uint8Array, accessKeyId: string, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64");
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(accessKeyId));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const opened = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
    return Buffer.concat([opened, decipher.final()]).toString();
  } catch {
    throw new EnvolError(
      "INTEGRITY_ERROR",
      `The stored secret of the access key ${accessKeyId} is not what was written.`,
    );
  }
}
