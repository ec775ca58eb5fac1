/** A daemon that runs, in this process or in a child of it. */

import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { startDaemon } from "../daemon.ts";
import { EnvolError } from "../errors.ts";
import type { Daemon, DaemonOptions } from "../options.ts";
import { type ChildMessage, STOP, type StartMessage } from "./child-messages.ts";

export interface RunningDaemon {
  readonly addresses: Daemon["addresses"];
  readonly pid: number;
  /** Ends it in order, unless it has ended already. */
  stop(): Promise<void>;
  /** Ends it at once, as a crash would. @throws CONFIG_INVALID in this process */
  kill(): Promise<void>;
}

export async function startHere(options: DaemonOptions): Promise<RunningDaemon> {
  const daemon = await startDaemon(options);
  return {
    addresses: daemon.addresses,
    pid: process.pid,
    stop: () => daemon.close(),
    kill: () => Promise.reject(diesWithIt("kill()")),
  };
}

/** What a daemon in this process cannot have done to it. */
export function diesWithIt(what: string): EnvolError {
  const text = `${what}: the daemon runs in this process, which would die with it. Start it with process: "child".`;
  return new EnvolError("CONFIG_INVALID", text, { field: "process" });
}

const CHILD = fileURLToPath(new URL("./child-process.js", import.meta.url));

export async function startChild(message: StartMessage): Promise<RunningDaemon> {
  // The log goes where this process's own standard error goes.
  const child = spawn(process.execPath, [CHILD], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    serialization: "advanced",
  });
  const ended = endOf(child);
  let last: ChildMessage | undefined;
  const answered = new Promise<void>((resolve) => {
    child.on("message", (told: ChildMessage) => {
      last = told;
      resolve();
    });
  });
  child.send(message, () => {});
  await Promise.race([answered, ended]);
  if (last === undefined || !("ready" in last)) throw errorOf(last, await ended);
  const { ready } = last;
  return {
    addresses: ready,
    pid: child.pid as number,
    async stop() {
      if (child.connected) child.send(STOP, () => {});
      const end = await ended;
      if (last !== undefined && "failed" in last) throw errorOf(last, end);
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Resolves when the process has ended and its last message has come; says in words how it ended. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(`before it began (${error.message})`));
    child.once("close", (code, signal) => resolve(signal === null ? `with exit code ${code}` : `by ${signal}`));
  });
}

function errorOf(told: ChildMessage | undefined, end: string): EnvolError {
  if (told === undefined || !("failed" in told)) {
    const text = `The daemon's process ended ${end}, before it was ready; what it wrote on standard error says why.`;
    return new EnvolError("INTERNAL", text);
  }
  const { code, message, field } = told.failed;
  return new EnvolError(code, message, field === undefined ? {} : { field });
}
