/**
 * One daemon to a data directory. The lock is the operating system's (an open-file-description lock on Linux), so it
 * dies with the process that holds it, however that ends: a stale lock cannot exist.
 */

import { constants } from "node:fs";
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

async function inUse(directory: string, file: FileHandle): Promise<EnvolError> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(PID_BYTES), 0, PID_BYTES, 0);
  const pid = buffer.toString("latin1", 0, bytesRead).trim();
  return new EnvolError(
    "DATA_DIRECTORY_IN_USE",
    `The data directory ${directory} is in use by another daemon${pid === "" ? "" : `, process ${pid}`}.`,
  );
}
