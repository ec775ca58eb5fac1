/** A directory that goes when it is removed, or when this process ends. */

import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { atExit } from "./at-exit.ts";

export interface TemporaryDirectory {
  readonly path: string;
  remove(): Promise<void>;
}

export async function makeTemporaryDirectory(parent: string): Promise<TemporaryDirectory> {
  const path = await mkdtemp(join(parent, "envol-"));
  const forget = atExit(() => removeNow(path));
  return {
    path,
    async remove() {
      await rm(path, { recursive: true, force: true });
      forget();
    },
  };
}

/** Removes a directory while a process ends, when there is nobody to tell that it could not be done. */
export function removeNow(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // A daemon that is still ending has it open (Windows), or has made a file in it; it removes the directory itself.
  }
}
