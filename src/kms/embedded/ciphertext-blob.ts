/**
 * The ciphertext blob that Encrypt and GenerateDataKey give, and Decrypt takes. To callers it is opaque.
 *
 *     offset  bytes
 *          0      1  version: 1; of a multi-Region key, 2
 *          1     16  key id: the 32 digits of its UUID, or of what follows `mrk-`
 *         17     32  key material id
 *         49     32  salt, random
 *         81     16  header tag: HMAC-SHA-256 over the bytes before it, cut to 128 bits, under a key of the KMS
 *         97      n  ciphertext, as long as the plaintext
 *     97 + n     16  AES-256-GCM tag
 *
 * Each blob has an AES-GCM key and nonce of its own, HKDF-SHA-256 (RFC 5869) of the key material under the blob's salt.
 * One key encrypts one message, so the bound on random nonces under one key (2^32 messages, SP 800-38D 8.3) does not
 * apply; what could repeat is the 256-bit salt. AWS KMS derives a key for each message too ("AWS KMS Cryptographic
 * Details", Encrypt). The additional data is the header and the encryption context.
 *
 * The header tag tells a blob of a deleted key (key not found) from bytes that never were a blob (invalid ciphertext),
 * when the key material that could tell is gone.
 */

import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { hkdfSha256 } from "../../crypto/hkdf.ts";
import { EnvolError } from "../../errors.ts";
import type { EncryptionContext } from "../kms-client.ts";
import { encodeContext } from "./encryption-context.ts";

const VERSION = 1;
const MULTI_REGION_VERSION = 2;
const MULTI_REGION_PREFIX = "mrk-";
const KEY_ID_OFFSET = 1;
const MATERIAL_ID_OFFSET = 17;
const SALT_OFFSET = 49;
const HEADER_TAG_OFFSET = 81;
const BODY_OFFSET = 97;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const DERIVATION_INFO = Buffer.from("envol kms ciphertext blob 1", "ascii");

/** A blob whose header is genuine. */
export interface CiphertextBlob {
  readonly keyId: string;
  readonly materialId: string;
  readonly header: Buffer;
  readonly ciphertext: Buffer;
  readonly tag: Buffer;
}

export function sealBlob(input: {
  readonly headerKey: Uint8Array;
  readonly keyId: string;
  readonly materialId: string;
  readonly material: Uint8Array;
  readonly context: EncryptionContext | undefined;
  readonly plaintext: Uint8Array;
}): Buffer {
  const signed = Buffer.concat([
    Buffer.of(input.keyId.startsWith(MULTI_REGION_PREFIX) ? MULTI_REGION_VERSION : VERSION),
    Buffer.from(input.keyId.replace(MULTI_REGION_PREFIX, "").replaceAll("-", ""), "hex"),
    Buffer.from(input.materialId, "hex"),
    randomBytes(HEADER_TAG_OFFSET - SALT_OFFSET),
  ]);
  const header = Buffer.concat([signed, headerTag(input.headerKey, signed)]);
  const { key, nonce } = messageKey(input.material, header);
  try {
    const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(additionalData(header, input.context));
    const ciphertext = cipher.update(input.plaintext);
    cipher.final();
    return Buffer.concat([header, ciphertext, cipher.getAuthTag()]);
  } finally {
    key.fill(0);
  }
}

/** @throws CIPHERTEXT_INVALID unless the header is one that `sealBlob` made under the same header key */
export function readBlob(headerKey: Uint8Array, bytes: Uint8Array): CiphertextBlob {
  const blob = Buffer.from(bytes);
  const version = blob[0];
  if (blob.length <= BODY_OFFSET + TAG_BYTES || (version !== VERSION && version !== MULTI_REGION_VERSION)) {
    throw invalidCiphertext();
  }
  const expected = headerTag(headerKey, blob.subarray(0, HEADER_TAG_OFFSET));
  if (!timingSafeEqual(expected, blob.subarray(HEADER_TAG_OFFSET, BODY_OFFSET))) throw invalidCiphertext();
  return {
    keyId: keyIdOf(version, blob.subarray(KEY_ID_OFFSET, MATERIAL_ID_OFFSET)),
    materialId: blob.toString("hex", MATERIAL_ID_OFFSET, SALT_OFFSET),
    header: blob.subarray(0, BODY_OFFSET),
    ciphertext: blob.subarray(BODY_OFFSET, -TAG_BYTES),
    tag: blob.subarray(-TAG_BYTES),
  };
}

/** The plaintext, which is the caller's to zero. @throws CIPHERTEXT_INVALID */
export function openBlob(
  blob: CiphertextBlob,
  material: Uint8Array,
  context: EncryptionContext | undefined,
): Buffer<ArrayBufferLike> {
  const { key, nonce } = messageKey(material, blob.header);
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(additionalData(blob.header, context)).setAuthTag(blob.tag);
    const plaintext = decipher.update(blob.ciphertext);
    try {
      decipher.final();
    } catch {
      plaintext.fill(0);
      throw invalidCiphertext();
    }
    return plaintext;
  } finally {
    key.fill(0);
  }
}

/** AWS gives this error without a message; which of the causes it was is not told here either. */
export function invalidCiphertext(field = "ciphertextBlob"): EnvolError {
  return new EnvolError("CIPHERTEXT_INVALID", "The ciphertext, or its encryption context, is not valid.", { field });
}

function messageKey(material: Uint8Array, header: Buffer): { key: Buffer; nonce: Buffer } {
  const salt = header.subarray(SALT_OFFSET, HEADER_TAG_OFFSET);
  const derived = hkdfSha256(material, salt, DERIVATION_INFO, KEY_BYTES + NONCE_BYTES);
  return { key: derived.subarray(0, KEY_BYTES), nonce: derived.subarray(KEY_BYTES) };
}

function headerTag(headerKey: Uint8Array, signed: Uint8Array): Buffer {
  return createHmac("sha256", headerKey).update(signed).digest().subarray(0, TAG_BYTES);
}

/** The header has a fixed length, so the boundary to the context is unambiguous. */
function additionalData(header: Buffer, context: EncryptionContext | undefined): Buffer {
  return Buffer.concat([header, encodeContext(context)]);
}

function keyIdOf(version: number, bytes: Buffer): string {
  const digits = bytes.toString("hex");
  if (version === MULTI_REGION_VERSION) return MULTI_REGION_PREFIX + digits;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
