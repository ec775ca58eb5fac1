/** Programs that speak NBD, as tests use them; and a daemon in a process of its own for them. */

import { type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { EnvolClient } from "#envol/client/client.ts";
import { type ChildDaemon, type ChildOptions, scratchDirectory, startChild } from "../daemon/child-daemon.ts";
import { needs, runs } from "../needs.ts";

export const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
export const PYTHON = "/usr/bin/python3";

export const withNbdinfo = needs("nbdinfo", () => runs("nbdinfo", "--version"));
export const withNbdcopy = needs("nbdcopy", () => runs("nbdcopy", "--version"));
export const withQemu = needs(
  "qemu-img and qemu-io",
  () => runs("qemu-img", "--version") && runs("qemu-io", "--version"),
);
export const withFio = needs("fio with ioengine=nbd", () => runs("fio", "--enghelp=nbd"));
export const withLibnbd = needs("Python's libnbd", () => runs(PYTHON, "-c", "import nbd"));
export const withExt4 = needs("mke2fs, e2fsck and nbdcopy", () => runs("mke2fs", "-V") && runs("nbdcopy", "--version"));
/** nbdfuse and a loop device need root and a kernel that has both, which a container may not. */
export const withMount = needs("nbdfuse, loop devices and root", () => {
  const root = process.getuid?.() === 0;
  return root && runs("nbdfuse", "--version") && runs("test", "-r", "/dev/fuse") && runs("losetup", "--find");
});

export interface Run {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a program to its end, and gives its exit code and all that it printed. */
export async function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<Run> {
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout?.on("data", (data: Buffer) => (output += data));
  child.stderr?.on("data", (data: Buffer) => (output += data));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, output };
}

/** The same, where anything but success is a failure of the test. */
export async function mustRun(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<string> {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${output}`);
  return output;
}

export interface Served extends AsyncDisposable {
  readonly directory: string;
  readonly daemon: ChildDaemon;
  readonly volumeId: string;
  readonly keyId: string;
  readonly attachmentId: string;
  readonly uri: string;
}

/** A daemon in a process of its own, with an attached volume of 1 GiB. */
export async function serveVolume(
  settings: Parameters<EnvolClient["volumes"]["createVolume"]>[0] = {},
  options: ChildOptions = {},
): Promise<Served> {
  const scratch = await scratchDirectory();
  const daemon = await startChild(scratch.path, options);
  const { client } = daemon;
  const { keyMetadata } = await client.keys.createKey({});
  const keyId = keyMetadata?.keyId as string;
  const { volume } = await client.volumes.createVolume({ sizeGib: 1, encrypted: true, kmsKeyId: keyId, ...settings });
  const volumeId = volume?.volumeId as string;
  const { attachment } = await client.volumes.attachVolume({ volumeId });
  return {
    directory: scratch.path,
    daemon,
    volumeId,
    keyId,
    attachmentId: attachment?.attachmentId as string,
    uri: attachment?.nbdUri as string,
    async [Symbol.asyncDispose]() {
      await daemon[Symbol.asyncDispose]();
      await scratch[Symbol.asyncDispose]();
    },
  };
}

/** Where the daemon of a directory listens for NBD when it is not told. */
export function defaultSocket(directory: string): string {
  return join(directory, "data", "nbd.sock");
}

/** The commands that `envol mount` prints, by their first word. */
export async function mountCommands(
  address: string,
  name: string,
): Promise<{ uri: string; commands: Map<string, string> }> {
  const output = await mustRun(process.execPath, [MAIN, "mount", name, "--address", address, "--json"]);
  const { nbdUri: uri, commands } = JSON.parse(output) as { nbdUri: string; commands: { command: string }[] };
  return { uri, commands: new Map(commands.map(({ command }) => [command.split(" ")[0] as string, command])) };
}
