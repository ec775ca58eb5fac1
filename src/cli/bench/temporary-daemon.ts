/** A daemon in a process and a directory of its own, to be measured and thrown away. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { EnvolError } from "../../errors.ts";

const MAIN = fileURLToPath(new URL("../main.js", import.meta.url));

export interface TemporaryDaemon {
  readonly address: string;
  readonly directory: string;
  readonly pid: number;
  /** Stops the daemon and removes its directory. Calling it again waits for the same end. */
  stop(): Promise<void>;
}

/** Starts a daemon with default options, whose directory is made in `parent`. @throws UNAVAILABLE */
export async function startTemporaryDaemon(parent: string): Promise<TemporaryDaemon> {
  const directory = await mkdtemp(join(parent, "envol-bench-"));
  const removeDirectory = () => rmSync(directory, { recursive: true, force: true });
  const address = `unix:${join(directory, "envol.sock")}`;
  const flags = ["--data", join(directory, "data"), "--grpc", address, "--log-level", "error", "--json"];
  // The daemon that somebody has configured is another one.
  const environment = Object.entries(process.env).filter(([name]) => !name.startsWith("ENVOL_"));
  const child = spawn(process.execPath, [MAIN, "serve", ...flags], {
    stdio: ["ignore", "pipe", "inherit"],
    env: Object.fromEntries(environment),
  });
  const ended = once(child, "close");
  // However this process ends: the directory holds keys, and nobody else would stop the daemon.
  const atExit = () => {
    child.kill("SIGKILL");
    removeDirectory();
  };
  process.once("exit", atExit);
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= (async () => {
      child.kill();
      await ended;
      removeDirectory();
      process.off("exit", atExit);
    })();
    return stopping;
  };
  if (await isReady(child, ended)) return { address, directory, pid: child.pid as number, stop };
  await stop();
  throw new EnvolError("UNAVAILABLE", "A daemon for the benchmark could not be started.");
}

/** Waits for the line that a daemon prints when it is ready, or for its end. */
async function isReady(child: ChildProcess, ended: Promise<unknown>): Promise<boolean> {
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  return Promise.race([once(lines, "line").then(() => true), ended.then(() => false)]);
}
