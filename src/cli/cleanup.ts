/** Cleaning up after a command that made something, however it ends. */

import { constants } from "node:os";

/** Runs something, and cleans up after it, be it that it ends, fails, or that ctrl-C comes. A second ctrl-C does not wait. */
export async function withCleanup(run: () => Promise<void>, cleanUp: () => Promise<void>): Promise<void> {
  const interrupted = (signal: NodeJS.Signals) => {
    const exit = () => process.exit(128 + constants.signals[signal]);
    cleanUp().then(exit, exit);
  };
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  try {
    await run();
  } finally {
    await cleanUp();
    process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
  }
}
