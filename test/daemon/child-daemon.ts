/** A daemon in a process of its own, on a directory that outlives it: it can be killed, and another started in its place. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { connect, type EnvolClient } from "#envol/client/client.ts";

const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ChildOptions {
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** A process that was started, whether or not it becomes ready. */
interface Started {
  readonly process: ChildProcess;
  /** The first line on standard output; undefined when the process ended without one. */
  readonly firstLine: Promise<string | undefined>;
  readonly ended: Promise<Ended>;
}

export interface ChildDaemon extends AsyncDisposable {
  readonly pid: number;
  readonly address: string;
  readonly client: EnvolClient;
  /** From the start of the process to its ready line. */
  readonly startMs: number;
  readonly ended: Promise<Ended>;
  /** Sends a signal without waiting. */
  signal(signal: NodeJS.Signals): void;
  /** Sends a signal, and waits for the end. */
  stop(signal: NodeJS.Signals): Promise<Ended>;
}

/** A directory that goes with the test; the daemon's data are in `data`, its socket beside it. */
export async function scratchDirectory(parent = tmpdir()): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(parent, "envol-daemon-"));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

function start(directory: string, { args = [], environment = {} }: ChildOptions): Started {
  const flags = ["--data", join(directory, "data"), "--grpc", `unix:${join(directory, "envol.sock")}`];
  const all = ["serve", ...flags, "--log-level", "warn", "--json", ...args];
  // No variable of whoever runs the tests may reach the daemon.
  const env = { PATH: process.env["PATH"] ?? "", HOME: "/nonexistent", ...environment };
  const child = spawn(process.execPath, [MAIN, ...all], { env, stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (data: Buffer) => (stdout += data));
  child.stderr.on("data", (data: Buffer) => (stderr += data));
  const ended = once(child, "close").then(([code, signal]) => ({ code, signal, stdout, stderr }) as Ended);
  const line = once(createInterface({ input: child.stdout }), "line") as Promise<[string]>;
  const firstLine = Promise.race([line.then(([text]) => text), ended.then(() => undefined)]);
  return { process: child, firstLine, ended };
}

/** Starts a daemon and waits until it is ready. Throws, with what it wrote, when it ends instead. */
export async function startChild(directory: string, options: ChildOptions = {}): Promise<ChildDaemon> {
  const startedMs = performance.now();
  const { process: child, firstLine, ended } = start(directory, options);
  const line = await firstLine;
  if (line === undefined) throw new Error(`The daemon ended before it was ready: ${(await ended).stderr}`);
  const startMs = performance.now() - startedMs;
  const address = (JSON.parse(line) as { grpc: string }).grpc;
  const client = connect(address);
  const stop = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const end = await ended;
    await client.close();
    return end;
  };
  return {
    pid: child.pid as number,
    address,
    client,
    startMs,
    ended,
    signal: (signal) => void child.kill(signal),
    stop,
    async [Symbol.asyncDispose]() {
      await stop("SIGKILL");
    },
  };
}

/** Starts a daemon that is expected to refuse, and gives its end and the error it reported. */
export async function refusedStart(
  directory: string,
  options: ChildOptions = {},
): Promise<{ exitCode: number | null; error: { code: string; message: string }; stdout: string }> {
  const { process: child, firstLine, ended } = start(directory, options);
  if ((await firstLine) !== undefined) {
    child.kill("SIGKILL");
    throw new Error("The daemon started, and should have refused to.");
  }
  const { code, stdout, stderr } = await ended;
  const reports = stderr.split("\n").filter((text) => text.startsWith('{"error"'));
  if (reports.length !== 1) throw new Error(`Expected one report of an error on standard error, got: ${stderr}`);
  return {
    exitCode: code,
    stdout,
    ...(JSON.parse(reports[0] as string) as { error: { code: string; message: string } }),
  };
}

export type VolumeSettings = Parameters<EnvolClient["volumes"]["createVolume"]>[0];

/** A key, and an attached volume of 1 GiB under it. */
export async function createAttachedVolume(client: EnvolClient, settings: VolumeSettings = {}) {
  const { keyMetadata } = await client.keys.createKey({});
  const keyId = keyMetadata?.keyId as string;
  const { volume } = await client.volumes.createVolume({ sizeGib: 1, encrypted: true, kmsKeyId: keyId, ...settings });
  const volumeId = volume?.volumeId as string;
  await client.volumes.attachVolume({ volumeId });
  return { keyId, volumeId };
}
