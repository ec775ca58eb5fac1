/** Encrypting and decrypting under a key of any spec: what Encrypt, Decrypt and ReEncrypt have in common. */

import type { EncryptionContext } from "../kms-client.ts";
import { decryptOaep, encryptOaep, type OaepAlgorithm } from "./asymmetric.ts";
import { requireNoDryRun } from "./authorization.ts";
import type { Call } from "./call.ts";
import { type CiphertextBlob, invalidCiphertext, readBlob } from "./ciphertext-blob.ts";
import { requireBlobKey, resolveKeyOrAlias } from "./key-identifier.ts";
import { requireAlgorithm, requireUsage } from "./key-use.ts";
import { currentMaterialId, heldMaterial } from "./kms.ts";
import type { KeyRecord } from "./records.ts";
import type { EncryptionAlgorithm } from "./request-fields.ts";
import { decryptUnder, encryptUnder, SYMMETRIC_ALGORITHM } from "./symmetric.ts";
import { invalid } from "./validation.ts";

/** The names that an operation's fields have. */
interface FieldNames {
  readonly keyId: string;
  readonly encryptionAlgorithm: string;
  readonly encryptionContext: string;
}

/** What is to be decrypted, and by which key. */
export interface Source {
  readonly keyId: string;
  readonly algorithm: EncryptionAlgorithm;
  readonly context: EncryptionContext | undefined;
  /** Absent when a dry run ignores the ciphertext. */
  readonly ciphertext?: CiphertextBlob | Uint8Array;
  readonly names: FieldNames;
}

/**
 * Finds the key that is to decrypt: the ciphertext of a symmetric key tells which one made it, and a key that the request
 * names must be that one; for an asymmetric key the request names it.
 * @throws KMS_VALIDATION, CIPHERTEXT_INVALID, KEY_INCORRECT, KEY_NOT_FOUND, ARN_INVALID
 */
export async function findSource(
  { kms, request }: Call,
  asked: {
    readonly ciphertextBlob: Uint8Array | undefined;
    readonly keyId: string | undefined;
    readonly algorithm: EncryptionAlgorithm | undefined;
    readonly context: EncryptionContext | undefined;
  },
  names: FieldNames,
): Promise<Source> {
  const { ciphertextBlob, keyId, context } = asked;
  const algorithm = asked.algorithm ?? SYMMETRIC_ALGORITHM;
  const rest = { algorithm, context, names };
  const modifiers = request.dryRunModifiers as readonly string[] | undefined;
  if (request.dryRun === true && modifiers?.includes("IGNORE_CIPHERTEXT")) {
    if (keyId === undefined) throw invalid("A key is required when the ciphertext is ignored.", names.keyId);
    return { keyId: await resolveKeyOrAlias(kms, keyId, names.keyId), ...rest };
  }
  if (ciphertextBlob === undefined) {
    const fault = "Value null at 'ciphertextBlob' failed to satisfy constraint: Member must not be null";
    throw invalid(`1 validation error detected: ${fault}`, "ciphertextBlob");
  }
  if (algorithm !== SYMMETRIC_ALGORITHM && keyId !== undefined) {
    return { keyId: await resolveKeyOrAlias(kms, keyId, names.keyId), ciphertext: ciphertextBlob, ...rest };
  }
  const blob = readBlob(kms.blobHeaderKey, ciphertextBlob);
  await requireBlobKey(kms, blob, keyId, names.keyId);
  return { keyId: blob.keyId, ciphertext: blob, ...rest };
}

/** The plaintext, which is the caller's to zero. @throws KEY_USAGE_INVALID, CIPHERTEXT_INVALID, KEY_UNAVAILABLE, DRY_RUN */
export function decryptSource(
  call: Call,
  key: KeyRecord,
  source: Source,
): { plaintext: Buffer; keyMaterialId?: string } {
  const { algorithm, context, ciphertext, names } = source;
  requireUsage(call, key, "ENCRYPT_DECRYPT");
  requireAlgorithm(key, algorithm, names.encryptionAlgorithm);
  if (ciphertext === undefined) requireNoDryRun(call);
  if (ciphertext instanceof Uint8Array) {
    requireNoContext(context, algorithm, names.encryptionContext);
    const material = heldMaterial(call.kms, key, currentMaterialId(call.kms, key));
    const plaintext = decryptOaep(material, algorithm as OaepAlgorithm, ciphertext);
    if (plaintext === undefined) throw invalidCiphertext();
    return { plaintext };
  }
  if (ciphertext === undefined) throw invalidCiphertext();
  return { plaintext: decryptUnder(call.kms, key, context, ciphertext), keyMaterialId: ciphertext.materialId };
}

/** @throws KEY_USAGE_INVALID, KMS_VALIDATION, KEY_UNAVAILABLE, DRY_RUN */
export function encryptPlaintext(
  call: Call,
  key: KeyRecord,
  input: {
    readonly plaintext: Uint8Array;
    readonly algorithm: EncryptionAlgorithm | undefined;
    readonly context: EncryptionContext | undefined;
  },
  names: FieldNames,
): { ciphertextBlob: Buffer; algorithm: EncryptionAlgorithm; keyMaterialId?: string } {
  const { plaintext, context } = input;
  const algorithm = input.algorithm ?? SYMMETRIC_ALGORITHM;
  requireUsage(call, key, "ENCRYPT_DECRYPT");
  requireAlgorithm(key, algorithm, names.encryptionAlgorithm);
  if (algorithm === SYMMETRIC_ALGORITHM) {
    requireNoDryRun(call);
    const { ciphertextBlob, materialId } = encryptUnder(call.kms, key, context, plaintext);
    return { ciphertextBlob, algorithm, keyMaterialId: materialId };
  }
  requireNoContext(context, algorithm, names.encryptionContext);
  const ciphertextBlob = encryptOaep(key.keySpec, key.publicKey ?? "", algorithm as OaepAlgorithm, plaintext);
  requireNoDryRun(call);
  return { ciphertextBlob, algorithm };
}

/** KMS API, Encrypt: "the standard asymmetric encryption algorithms [...] do not support an encryption context". */
function requireNoContext(context: EncryptionContext | undefined, algorithm: string, field: string): void {
  if (context === undefined || Object.keys(context).length === 0) return;
  throw invalid(`An encryption context is not supported with algorithm ${algorithm}.`, field);
}
