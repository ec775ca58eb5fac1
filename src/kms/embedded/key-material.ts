/**
 * Key material: the bytes of a symmetric or HMAC key, or a private key as DER-encoded PKCS #8 (RFC 5958), wrapped under
 * the root key and kept in one file each, `<directory>/<keyId>/<materialId>`. It is kept out of the store on purpose: a
 * copy-on-write store leaves old pages behind, and a destroyed key must be gone.
 */

import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { copyOfKey } from "../../crypto/key-memory.ts";
import { EnvolError } from "../../errors.ts";
import { createSecretFile, destroySecretFile, SECRET_DIRECTORY_MODE, syncDirectory } from "./durable-file.ts";

export interface MaterialVault {
  readonly directory: string;
  /** 32 bytes, derived from the root key. */
  readonly wrappingKey: Uint8Array;
}

export interface OpenedMaterial {
  /** 64 hexadecimal digits, as KeyMaterialId has in AWS. */
  readonly materialId: string;
  /** Plaintext; whoever holds it zeroes it. */
  readonly material: Buffer;
}

const MATERIAL_ID_BYTES = 32;
/** File: version, nonce, ciphertext, tag. Nonce and tag have the sizes that SP 800-38D 5.2.1 recommends. */
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A UUID in lower case; or `mrk-` and the 32 digits of one, for a multi-Region key. Both have 36 characters. */
const KEY_ID = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/;

/** Whether a text is a key id as AWS KMS makes them. */
export function isKeyId(text: string): boolean {
  return KEY_ID.test(text);
}

export function newMaterialId(): string {
  return randomBytes(MATERIAL_ID_BYTES).toString("hex");
}

/**
 * Keeps material of a key, and returns once it is on the disk. On failure the material is zeroed. A file of the same id is
 * replaced: imported material may be imported again.
 * @throws STORE_FULL
 */
export async function keepMaterial(
  vault: MaterialVault,
  keyId: string,
  { materialId, material }: OpenedMaterial,
): Promise<void> {
  const directory = join(vault.directory, keyId);
  try {
    await mkdir(directory, { recursive: true, mode: SECRET_DIRECTORY_MODE });
    // Under another name first: a crash may leave that behind, and never a file that is not whole. The start removes it.
    const unfinished = join(directory, `${materialId}.unfinished`);
    await rm(unfinished, { force: true });
    await createSecretFile(unfinished, wrap(vault, keyId, materialId, material));
    await rename(unfinished, join(directory, materialId));
    await syncDirectory(directory);
    await syncDirectory(vault.directory);
  } catch (cause) {
    material.fill(0);
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== "ENOSPC" && code !== "EDQUOT") throw cause;
    throw new EnvolError("STORE_FULL", "The disk under the data directory has no room.", { cause });
  }
}

/** @throws ROOT_KEY_INVALID, naming the file, when it is absent or does not open under the root key */
export async function openMaterial(vault: MaterialVault, keyId: string, materialId: string): Promise<OpenedMaterial> {
  const file = join(vault.directory, keyId, materialId);
  try {
    return { materialId, material: unwrap(vault, keyId, materialId, await readFile(file)) };
  } catch (cause) {
    throw new EnvolError(
      "ROOT_KEY_INVALID",
      `The key material in ${file} does not open: the root key is another one, or the file is lost or damaged.`,
      { cause },
    );
  }
}

/** Destroys the material files of a key, except those named in `kept`; then its directory, if that is empty. */
export async function destroyMaterial(
  vault: MaterialVault,
  keyId: string,
  kept: ReadonlySet<string> = new Set(),
): Promise<void> {
  const directory = join(vault.directory, keyId);
  const files = (await namesIn(directory)).filter((name) => !kept.has(name));
  for (const file of files) await destroySecretFile(join(directory, file));
  if (files.length > 0) await syncDirectory(directory);
  if (kept.size > 0) return;
  await rmdir(directory).catch(ignoreAbsence);
  await syncDirectory(vault.directory);
}

/** The ids of the keys that have a directory of material. */
export async function keysWithMaterial(vault: MaterialVault): Promise<string[]> {
  return (await namesIn(vault.directory)).filter(isKeyId);
}

/**
 * AES-256-GCM with a random nonce. One wrapping key makes at most one wrapping for each key material ever created, far
 * from the 2^32 invocations that SP 800-38D 8.3 allows.
 */
function wrap(vault: MaterialVault, keyId: string, materialId: string, material: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", vault.wrappingKey, nonce).setAAD(identity(keyId, materialId));
  const ciphertext = cipher.update(material);
  cipher.final();
  return Buffer.concat([Buffer.of(VERSION), nonce, ciphertext, cipher.getAuthTag()]);
}

function unwrap(vault: MaterialVault, keyId: string, materialId: string, file: Buffer): Buffer {
  if (file.length <= 1 + NONCE_BYTES + TAG_BYTES || file[0] !== VERSION)
    throw new Error("not a file of wrapped key material");
  const nonce = file.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", vault.wrappingKey, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(identity(keyId, materialId)).setAuthTag(file.subarray(-TAG_BYTES));
  const opened = decipher.update(file.subarray(1 + NONCE_BYTES, -TAG_BYTES));
  try {
    decipher.final();
    return copyOfKey(opened);
  } finally {
    opened.fill(0);
  }
}

/** Both ids have a fixed length, so that their concatenation is unambiguous. */
function identity(keyId: string, materialId: string): Buffer {
  return Buffer.from(keyId + materialId, "latin1");
}

async function namesIn(directory: string): Promise<string[]> {
  return (await readdir(directory).catch(ignoreAbsence)) ?? [];
}

function ignoreAbsence(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
