/** Runs the built command line: as processes, as a person would; or, where that makes no difference, in this one, which is faster. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";
import { run as runProgram } from "#envol/cli/program.ts";

const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** No variable of whoever runs the tests may reach the command line. */
function environment(extra: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => name === "PATH" || name === "TMPDIR");
  return { ...(Object.fromEntries(kept) as Record<string, string>), HOME: "/nonexistent", ...extra };
}

export function startEnvol(args: readonly string[], extra: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, [MAIN, ...args], { env: environment(extra), stdio: "pipe" });
}

/** Runs `envol` to its end. */
export async function envol(
  args: readonly string[],
  options: { readonly input?: Uint8Array; readonly environment?: Readonly<Record<string, string>> } = {},
): Promise<Ended> {
  const child = startEnvol(args, options.environment);
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout?.on("data", (data: Buffer) => stdout.push(data));
  child.stderr?.on("data", (data: Buffer) => stderr.push(data));
  // A command that refuses its arguments ends without reading its input.
  child.stdin?.on("error", () => {});
  child.stdin?.end(options.input ?? Buffer.alloc(0));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString() };
}

/** Runs a command that reads no input in this process. */
async function envolHere(args: readonly string[]): Promise<Ended> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  const into = (list: Buffer[]) => (data: string | Uint8Array) => {
    list.push(Buffer.from(data as Uint8Array));
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation(into(stdout)),
    vi.spyOn(process.stderr, "write").mockImplementation(into(stderr)),
  ];
  try {
    const code = await runProgram(args);
    return { code, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString() };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** A daemon in a process of its own, in a temporary directory. */
export interface Served extends AsyncDisposable {
  readonly child: ChildProcess;
  readonly directory: string;
  readonly address: string;
  /** Runs a client command with --json, and gives its document. Throws when it fails. */
  // biome-ignore lint/suspicious/noExplicitAny: the documents are checked by the tests that read them.
  json(...args: string[]): Promise<any>;
  /** Runs a client command, whatever comes of it. */
  run(args: readonly string[], input?: Uint8Array): Promise<Ended>;
  /** Sends a signal, and waits for the end. */
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

export async function serve(...args: string[]): Promise<Served> {
  const directory = await mkdtemp(join(tmpdir(), "envol-cli-"));
  const asked = `unix:${join(directory, "envol.sock")}`;
  const flags = ["--data", join(directory, "data"), "--grpc", asked, "--log-level", "error", "--json", ...args];
  const child = startEnvol(["serve", ...flags]);
  let stderr = "";
  child.stderr?.on("data", (data: Buffer) => (stderr = `${stderr}${data}`));
  const ended = once(child, "close") as Promise<[number | null]>;
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const first = await Promise.race([once(lines, "line") as Promise<[string]>, ended.then(() => [""] as [string])]);
  if (first[0] === "") throw new Error(`envol serve ended before it was ready: ${stderr}`);
  const { ready, grpc } = JSON.parse(first[0]) as { ready: boolean; grpc: string };
  if (!ready) throw new Error(`not ready: ${first[0]}`);
  const run = (command: readonly string[], input?: Uint8Array) =>
    input === undefined
      ? envolHere([...command, "--address", grpc])
      : envol(command, { environment: { ENVOL_ADDRESS: grpc }, input });
  return {
    child,
    directory,
    address: grpc,
    run,
    async json(...command) {
      const { code, stdout, stderr: told } = await run([...command, "--json"]);
      if (code !== 0) throw new Error(`envol ${command.join(" ")} ended with ${code}: ${told}`);
      return JSON.parse(stdout.toString());
    },
    async stop(signal) {
      child.kill(signal);
      return (await ended)[0];
    },
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}
