/** Whether a daemon can keep its data where it would: the directory, its file system, its space, and who has it. */

import { access, constants, stat, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { directoryHolder } from "../../store/directory-lock.ts";
import { formatBytes } from "../output.ts";
import type { Check } from "./check.ts";

/** Below this, the first benchmark or import fills the disk. */
const FREE_BYTES_WANTED = 2 ** 30;
/** Below this, no store can be made. */
const FREE_BYTES_MIN = 2 ** 20;

/** Linux's magic numbers of file systems (statfs(2)); elsewhere the numbers mean other things. */
const FILE_SYSTEMS: Readonly<Record<number, { readonly name: string; readonly kind?: "memory" | "remote" }>> = {
  61267: { name: "ext4" },
  1481003842: { name: "XFS" },
  2435016766: { name: "Btrfs" },
  4076150800: { name: "F2FS" },
  801189825: { name: "ZFS" },
  2035054128: { name: "overlayfs" },
  16914836: { name: "tmpfs", kind: "memory" },
  26985: { name: "NFS", kind: "remote" },
  4283649346: { name: "CIFS", kind: "remote" },
  4266872130: { name: "SMB", kind: "remote" },
  16914839: { name: "9P", kind: "remote" },
  1702057286: { name: "FUSE", kind: "remote" },
};

/** The directory itself, or the nearest one above it that is there. */
async function nearestExisting(directory: string): Promise<string> {
  const found = await stat(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT" || dirname(directory) === directory) throw error;
    return undefined;
  });
  return found === undefined ? nearestExisting(dirname(directory)) : directory;
}

async function checkWritable(directory: string, existing: string): Promise<Check> {
  const name = "data directory";
  const there = existing === directory;
  try {
    if (!(await stat(existing)).isDirectory()) throw new Error(`${existing} is not a directory`);
    await access(existing, constants.W_OK | constants.X_OK);
    return { name, status: "ok", finding: there ? directory : `${directory} (envol serve makes it)` };
  } catch (error) {
    const finding = `${directory} cannot be written: ${(error as Error).message}`;
    return {
      name,
      status: "failed",
      finding,
      action: "Choose another with --data or ENVOL_DATA, or mend its permissions.",
    };
  }
}

async function checkFileSystem(existing: string): Promise<Check[]> {
  const { type, bavail, bsize } = await statfs(existing);
  const known = process.platform === "linux" ? FILE_SYSTEMS[type] : undefined;
  return [fileSystemCheck(known), spaceCheck(bavail * bsize)];
}

function fileSystemCheck(known: (typeof FILE_SYSTEMS)[number] | undefined): Check {
  const name = "file system";
  if (known === undefined) return { name, status: "note", finding: "of a kind that is not known here" };
  if (known.kind === "memory")
    return { name, status: "note", finding: `${known.name}: its data go when the machine stops` };
  if (known.kind === undefined) return { name, status: "ok", finding: known.name };
  const action = "LMDB maps its file into memory: use a file system on this machine.";
  return { name, status: "warning", finding: known.name, action };
}

/** @internal Exported for its own tests. */
export function spaceCheck(freeBytes: number): Check {
  const name = "free space";
  const finding = formatBytes(freeBytes);
  if (freeBytes >= FREE_BYTES_WANTED) return { name, status: "ok", finding };
  const action = "Make room on that disk, or choose another directory with --data or ENVOL_DATA.";
  return { name, status: freeBytes < FREE_BYTES_MIN ? "failed" : "warning", finding, action };
}

async function checkHolder(directory: string): Promise<Check> {
  const name = "lock";
  try {
    const holder = await directoryHolder(directory);
    if (holder === undefined) return { name, status: "ok", finding: "no daemon has the directory" };
    return { name, status: "note", finding: `a daemon has it${holder === "" ? "" : `, process ${holder}`}` };
  } catch (error) {
    const finding = `cannot be looked at: ${(error as Error).message}`;
    return { name, status: "failed", finding, action: "Run as the user that the daemon runs as." };
  }
}

export async function checkDataDirectory(directory: string): Promise<Check[]> {
  let existing: string;
  try {
    existing = await nearestExisting(directory);
  } catch (error) {
    const finding = `${directory} cannot be reached: ${(error as Error).message}`;
    const action = "Choose another with --data or ENVOL_DATA, or mend what is in its way.";
    return [{ name: "data directory", status: "failed", finding, action }];
  }
  const writable = await checkWritable(directory, existing);
  if (writable.status === "failed") return [writable];
  return [writable, ...(await checkFileSystem(existing)), await checkHolder(directory)];
}
