/**
 * The program of a daemon in a child process. It does what its parent says, and does not outlive it: when the parent has
 * gone, however it went, the channel between the two closes.
 */

import { once } from "node:events";
import { startDaemon } from "../daemon.ts";
import { toEnvolError } from "../errors.ts";
import type { ChildMessage, StartMessage } from "./child-messages.ts";
import { removeNow } from "./temporary-directory.ts";

// A terminal sends these to the whole group of processes. What they mean, the parent decides.
for (const signal of ["SIGINT", "SIGHUP"] as const) process.on(signal, () => {});

function tell(message: ChildMessage): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, () => resolve());
  });
}

async function failed(thrown: unknown): Promise<void> {
  const { code, message, field } = toEnvolError(thrown);
  process.exitCode = 1;
  await tell({ failed: { code, message, field } });
}

const [{ options, temporaryDirectories }] = (await once(process, "message")) as [StartMessage];
const orphaned = () => {
  for (const path of temporaryDirectories) removeNow(path);
  process.exit(1);
};
process.on("disconnect", orphaned);
try {
  const daemon = await startDaemon(options);
  const stop = once(process, "message");
  await tell({ ready: daemon.addresses });
  await stop;
  await daemon.close();
} catch (thrown) {
  await failed(thrown);
}
process.removeListener("disconnect", orphaned);
process.disconnect();
