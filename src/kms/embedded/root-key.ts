/** The root key of the embedded KMS: 32 bytes that wrap all key material. It stands where AWS KMS has its HSMs. */

import { hkdfSync, randomBytes } from "node:crypto";
import { open } from "node:fs/promises";
import { dirname } from "node:path";
import { EnvolError } from "../../errors.ts";
import { createSecretFile, syncDirectory } from "./durable-file.ts";

export const ROOT_KEY_BYTES = 32;
/** 32 bytes are 43 base64 digits and one "=". */
const ROOT_KEY_LINE = /^[A-Za-z0-9+/]{43}=\n?$/;
/** Permission bits of the group and of others: none of them may be set. */
const FOREIGN_PERMISSIONS = 0o077;

/**
 * Gives the root key: a copy of `bytes` if given, else what `file` holds. A file that does not exist is made, with mode
 * 0600 and a new random key, as one line of base64.
 * @throws ROOT_KEY_INVALID, naming the file
 */
export async function loadRootKey(source: {
  readonly file?: string | undefined;
  readonly bytes?: Uint8Array | undefined;
}): Promise<Uint8Array> {
  if (source.bytes !== undefined) return copyOf(source.bytes);
  if (source.file === undefined) throw invalid("The root key is missing: give it as a file or as bytes.");
  return (await readRootKey(source.file)) ?? (await createRootKey(source.file));
}

/** A name for the root key that does not tell it, 64 hexadecimal digits: keep it to see later whether the key is the same. */
export function rootKeyCheckValue(rootKey: Uint8Array): string {
  return deriveKey(rootKey, "check value").toString("hex");
}

/**
 * Derives the key for one purpose: HKDF-SHA-256 (RFC 5869). The root key is uniformly random, so no salt is needed
 * (section 3.1); the purpose goes into `info`, which keeps derived keys independent (section 3.2).
 */
export function deriveKey(rootKey: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", rootKey, Buffer.alloc(0), `envol kms ${purpose}`, ROOT_KEY_BYTES));
}

function copyOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length !== ROOT_KEY_BYTES) throw invalid(`The root key has ${bytes.length} bytes; it must have 32.`);
  return Uint8Array.from(bytes);
}

/** What the file holds, or undefined when there is no file. */
async function readRootKey(file: string): Promise<Uint8Array | undefined> {
  const handle = await open(file, "r").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return undefined;
    throw invalid(`The root key file ${file} cannot be opened (${cause.code}).`, cause);
  });
  if (handle === undefined) return undefined;
  try {
    const status = await handle.stat();
    if (!status.isFile()) throw invalid(`The root key file ${file} is not a regular file.`);
    if ((status.mode & FOREIGN_PERMISSIONS) !== 0) {
      throw invalid(`The root key file ${file} is open to other users: make its mode 0600.`);
    }
    const line = await handle.readFile("latin1");
    const rootKey = Buffer.from(line, "base64");
    // The second test refuses digits whose unused low bits are set, so that a key has one spelling.
    if (!ROOT_KEY_LINE.test(line) || rootKey.toString("base64") !== line.trimEnd()) {
      throw invalid(`The root key file ${file} is malformed: it must hold 32 bytes as one line of base64.`);
    }
    return Uint8Array.from(rootKey);
  } finally {
    await handle.close();
  }
}

async function createRootKey(file: string): Promise<Uint8Array> {
  const rootKey = randomBytes(ROOT_KEY_BYTES);
  try {
    await createSecretFile(file, Buffer.from(`${rootKey.toString("base64")}\n`));
    await syncDirectory(dirname(file));
  } catch (cause) {
    throw invalid(`The root key file ${file} cannot be made (${(cause as NodeJS.ErrnoException).code}).`, cause);
  }
  return Uint8Array.from(rootKey);
}

function invalid(message: string, cause?: unknown): EnvolError {
  return new EnvolError("ROOT_KEY_INVALID", message, { cause });
}
