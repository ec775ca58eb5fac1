/**
 * Waiting for LMDB: for its commits and for its flushes, also for those that fail. What lmdb-js does in that case (3.5,
 * write.js) would end the process or never end the wait; all of it is met here.
 */

import { statfsSync } from "node:fs";
import { constants } from "node:os";
import type { RootDatabase } from "lmdb";
import { EnvolError } from "../errors.ts";
import { RECORD_BYTES_MAX } from "./layout.ts";

export interface Commits {
  /** Waits for a write to be committed. @throws STORE_FULL, STORE_FAILED */
  settle(write: PromiseLike<unknown>): Promise<void>;
  /** Resolves when all that is committed is on the disk. @throws STORE_FULL, STORE_FAILED */
  flush(): Promise<void>;
}

export function createCommits(root: RootDatabase, directory: string): Commits {
  const meta = root.openDB<boolean, string>({ name: "meta", encoding: "json" });
  // With each batch of writes lmdb-js makes a promise of its own that it gives to nobody. Were it rejected without a
  // handler, Node would end the process.
  root.on("beforecommit", () => queueMicrotask(() => void root.committed.then(undefined, causeOf)));

  const settle = async (write: PromiseLike<unknown>) => {
    try {
      await write;
    } catch (error) {
      throw storeError(await causeOf(error), directory);
    }
  };
  return {
    settle,
    async flush() {
      for (;;) {
        // Both are asked of the same transaction, the latest one: there must be no wait between these two lines.
        const committed = root.committed.then(succeeded, failed);
        const flushed = root.flushed.then(succeeded);
        if (await committed) {
          await settle(flushed);
          return;
        }
        // Of a transaction that failed, `flushed` never settles. One that succeeds after it is flushed with all before it.
        await settle(meta.put("writtenAfterFailure", true));
      }
    },
  };
}

const succeeded = () => true;
const failed = async (error: unknown) => {
  await causeOf(error);
  return false;
};

/** What made a commit fail: lmdb-js keeps it in a promise that rejects, and that must have a handler. */
async function causeOf(error: unknown): Promise<unknown> {
  try {
    await (error as { commitError?: PromiseLike<unknown> }).commitError;
    return error;
  } catch (cause) {
    return cause;
  }
}

/** LMDB's code for a full map, which lmdb-js gives as it gives the system's error numbers. */
const MDB_MAP_FULL = -30792;
const { EDQUOT, EIO, ENOSPC } = constants.errno;

function storeError(cause: unknown, directory: string): EnvolError {
  const { code } = cause as { code?: unknown };
  // LMDB says EIO of a write that was cut short (mdb_page_flush in mdb.c), which is what the last one on a full disk is.
  const full = code === ENOSPC || code === EDQUOT || code === MDB_MAP_FULL || (code === EIO && isFull(directory));
  return full
    ? new EnvolError("STORE_FULL", "The disk under the data directory has no room.", { cause })
    : new EnvolError("STORE_FAILED", "The store could not write.", { cause });
}

/** Whether a directory's disk has no room for so much as one record. */
export function isFull(directory: string): boolean {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize < RECORD_BYTES_MAX;
}
