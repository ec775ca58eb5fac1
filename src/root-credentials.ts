/**
 * The way in where signatures are required and nobody has an access key yet: one of the account root, in a file of the
 * data directory that its owner alone can read. It has the form of AWS's shared credentials file (AWS CLI User Guide,
 * "Configuration and credential file settings"), so that AWS's tools take it as it is.
 */

import { open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { EnvolError } from "./errors.ts";
import { newAccessKeyId, newSecretAccessKey } from "./iam/access-key.ts";
import type { AccessKeyPair } from "./iam/principal-record.ts";
import type { Principals } from "./iam/principals.ts";
import { createSecretFile, syncDirectory } from "./kms/embedded/durable-file.ts";

/** Permission bits of the group and of others: none of them may be set. */
const FOREIGN_PERMISSIONS = 0o077;

/**
 * Gives the account root an access key, unless some principal has one. It is the one in the file, if there is one: after a
 * reset, clients go on with what they have.
 * @returns the file and what is in it; undefined when no access key was needed
 * @throws CONFIG_INVALID, naming the file, when it holds something else, is open to others or cannot be made
 */
export async function ensureRootCredentials(
  dataDirectory: string,
  principals: Principals,
): Promise<{ readonly file: string; readonly accessKeyId: string } | undefined> {
  if (principals.list().some(({ accessKeys }) => accessKeys.length > 0)) return undefined;
  const file = rootCredentialsFile(dataDirectory);
  // The file comes first: a crash between the two leaves one that the next start takes up.
  const pair = (await readRootCredentials(dataDirectory)) ?? (await createRootCredentials(file));
  const add = principals.plan([{ kind: "root", name: "root", accessKeys: [pair] }], (_, error) => error as Error);
  await add();
  return { file, accessKeyId: pair.accessKeyId };
}

function rootCredentialsFile(dataDirectory: string): string {
  return join(dataDirectory, "root-credentials");
}

/** What the file of a data directory holds; undefined when there is none. @throws CONFIG_INVALID, naming the file */
export async function readRootCredentials(dataDirectory: string): Promise<AccessKeyPair | undefined> {
  const file = rootCredentialsFile(dataDirectory);
  const handle = await open(file, "r").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return undefined;
    throw invalid(`The file ${file} cannot be opened (${cause.code}).`, cause);
  });
  if (handle === undefined) return undefined;
  try {
    const { mode } = await handle.stat();
    if ((mode & FOREIGN_PERMISSIONS) !== 0)
      throw invalid(`The file ${file} is open to other users: make its mode 0600.`);
    const text = await handle.readFile("utf8");
    const [, accessKeyId] = /^aws_access_key_id *= *(\w{16,128})$/m.exec(text) ?? [];
    const [, secretAccessKey] = /^aws_secret_access_key *= *([!-~]{1,128})$/m.exec(text) ?? [];
    if (accessKeyId !== undefined && secretAccessKey !== undefined) return { accessKeyId, secretAccessKey };
    throw invalid(`The file ${file} holds no access key: put it back as it was, or remove it.`);
  } finally {
    await handle.close();
  }
}

async function createRootCredentials(file: string): Promise<AccessKeyPair> {
  const pair = { accessKeyId: newAccessKeyId(), secretAccessKey: newSecretAccessKey() };
  const text = `\
# The access key of the account root, for the Envol daemon on this directory. Whoever has it may do everything there.
[default]
aws_access_key_id = ${pair.accessKeyId}
aws_secret_access_key = ${pair.secretAccessKey}
`;
  try {
    await createSecretFile(file, Buffer.from(text));
    await syncDirectory(dirname(file));
  } catch (cause) {
    throw invalid(`The file ${file} cannot be made (${(cause as NodeJS.ErrnoException).code}).`, cause);
  }
  return pair;
}

function invalid(message: string, cause?: unknown): EnvolError {
  return new EnvolError("CONFIG_INVALID", message, { field: "auth", cause });
}
