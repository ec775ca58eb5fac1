/** Files that hold secrets: readable by their owner alone, and on the disk before anyone is told that they exist. */

import { randomFillSync } from "node:crypto";
import { open, unlink } from "node:fs/promises";

/** Read and write for the owner, nothing for anyone else. */
const SECRET_FILE_MODE = 0o600;
export const SECRET_DIRECTORY_MODE = 0o700;

/** Makes the names in a directory as durable as the files: fsync(2) of a file says nothing about its directory entry. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Creates `file`, which must not exist yet (O_EXCL), with mode 0600. Its directory is still to be synced. */
export async function createSecretFile(file: string, content: Uint8Array): Promise<void> {
  const handle = await open(file, "wx", SECRET_FILE_MODE);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Overwrites `file` with random bytes, waits until they are on the disk, and removes its name. The directory is still to
 * be synced. A file system or a drive that copies on write may keep the old blocks all the same.
 */
export async function destroySecretFile(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    const { size } = await handle.stat();
    await handle.write(randomFillSync(Buffer.alloc(size)), 0, size, 0);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await unlink(file);
}
