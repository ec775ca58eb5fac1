/**
 * One daemon to a data directory. The lock is the operating system's (an open-file-description lock on Linux), so it
 * dies with the process that holds it, however that ends: a stale lock cannot exist.
 */

import { constants, existsSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { tryLock } from "fs-native-extensions";
import { EnvolError } from "../errors.ts";

const { O_CREAT, O_RDWR } = constants;
/** The process id is written over the one before it, in as many bytes, so that a full disk stands in no one's way. */
const PID_BYTES = 12;

/**
 * Locks a directory, and returns what unlocks it.
 * @throws DATA_DIRECTORY_IN_USE, naming the directory and the process that has it
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const file = await open(join(directory, "lock"), O_CREAT | O_RDWR, 0o600);
  try {
    if (!tryLock(file.fd)) throw await inUse(directory, file);
    await file.write(`${process.pid}`.padEnd(PID_BYTES - 1).concat("\n"), 0);
  } catch (error) {
    await file.close();
    throw error;
  }
  return () => file.close();
}

/**
 * The process id of the daemon that has a directory, "" where it has not written it yet; undefined when none has it.
 * Changes nothing: it asks for a shared lock and gives it back, so that only a daemon that starts in between would be refused.
 */
export async function directoryHolder(directory: string): Promise<string | undefined> {
  const path = join(directory, "lock");
  if (!existsSync(path)) return undefined;
  const file = await open(path, constants.O_RDONLY);
  try {
    return tryLock(file.fd, { shared: true }) ? undefined : await holderIn(file);
  } finally {
    await file.close();
  }
}

async function holderIn(file: FileHandle): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(PID_BYTES), 0, PID_BYTES, 0);
  return buffer.toString("latin1", 0, bytesRead).trim();
}

async function inUse(directory: string, file: FileHandle): Promise<EnvolError> {
  const pid = await holderIn(file);
  return new EnvolError(
    "DATA_DIRECTORY_IN_USE",
    `The data directory ${directory} is in use by another daemon${pid === "" ? "" : `, process ${pid}`}.`,
  );
}
