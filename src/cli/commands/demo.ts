/** `envol demo`: an encrypted volume's life with real bytes, in a daemon of its own. */

import { rmSync } from "node:fs";
import { mkdtemp, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { EnvolError } from "../../errors.ts";
import type { RevocationMode } from "../../options.ts";
import { withCleanup } from "../cleanup.ts";
import { withExamples } from "../client-command.ts";
import { createNarrator } from "../demo/narrator.ts";
import { runScenario } from "../demo/scenario.ts";
import { json } from "../output.ts";
import { argument, cipher, oneOf, sectorSize } from "../rules.ts";
import { print } from "../terminal.ts";

interface DemoOptions {
  readonly cipher: "AES_256_XTS" | "AES_256_GCM";
  readonly sectorSize: number;
  readonly mode: RevocationMode;
  readonly keep?: boolean;
  readonly pause?: boolean;
  readonly json?: boolean;
}

/** @throws INVALID_ARGUMENT unless it is a regular file with something in it */
async function checkFile(file: string): Promise<void> {
  const stats = await stat(file);
  if (stats.isFile() && stats.size > 0) return;
  throw new EnvolError("INVALID_ARGUMENT", `FILE: expected a regular file that is not empty, got ${file}.`, {
    field: "FILE",
  });
}

async function demo(file: string, options: DemoOptions): Promise<void> {
  await checkFile(file);
  const asJson = options.json ?? false;
  // Loaded here, so that other commands do not load all that a daemon is made of.
  const [{ startDaemon }, { connect }] = await Promise.all([
    import("../../daemon.ts"),
    import("../../client/client.ts"),
  ]);
  const directory = await mkdtemp(join(tmpdir(), "envol-demo-"));
  const dataDirectory = join(directory, "data");
  // However the process ends: the directory holds keys.
  if (options.keep !== true) process.once("exit", () => rmSync(directory, { recursive: true, force: true }));
  const startMs = performance.now();
  const daemon = startDaemon({
    dataDirectory,
    grpcAddress: `unix:${join(directory, "envol.sock")}`,
    mode: options.mode,
    logLevel: "error",
  });
  let closing: Promise<void> | undefined;
  const cleanUp = () => {
    closing ??= daemon.then((started) => started.close());
    return closing;
  };
  await withCleanup(async () => {
    const { grpc } = (await daemon).addresses;
    if (!asJson) print(`A daemon runs for this demo alone, at ${grpc}.\nAll that follows goes through it, over gRPC.`);
    const client = connect(grpc);
    try {
      const narrator = createNarrator({ json: asJson, pause: options.pause ?? false });
      await runScenario(client, narrator, {
        file,
        directory,
        cipher: options.cipher,
        sectorSizeBytes: options.sectorSize,
        mode: options.mode,
        showProgress: !asJson && process.stderr.isTTY === true,
      });
    } finally {
      await client.close();
    }
  }, cleanUp);
  const elapsedMs = performance.now() - startMs;
  if (asJson) print(json({ done: true, elapsedMs, kept: options.keep === true ? dataDirectory : undefined }));
  else print(ending(options.keep === true, dataDirectory, elapsedMs));
}

function ending(kept: boolean, dataDirectory: string, elapsedMs: number): string {
  const seconds = (elapsedMs / 1000).toFixed(1);
  if (!kept) return `\nDone in ${seconds} s. The daemon has stopped, and its data is removed.`;
  return `\nDone in ${seconds} s. The data is kept; look at it with:\n  envol serve --data ${dataDirectory}`;
}

export function addDemoCommand(program: Command): void {
  const command = program
    .command("demo [file]")
    .description("show an encrypted volume's life with real bytes: write, look, disable the key, enable it, read back")
    .option("--cipher <cipher>", "xts or gcm", argument("--cipher", cipher), "AES_256_XTS")
    .option("--sector-size <bytes>", "4096 or 512", argument("--sector-size", sectorSize), 4096)
    .option("--mode <mode>", "strict or aws", argument("--mode", oneOf(["strict", "aws"])), "strict")
    .option("--keep", "keep the data directory, and say where it is")
    .option("--pause", "wait for Enter after each step (on a terminal)")
    .option("--json", "print one JSON object a step");
  withExamples(command, [
    "envol demo",
    "envol demo --pause",
    "envol demo --cipher gcm photo.jpg",
    "envol demo --mode aws",
  ]).action((file: string | undefined, options: DemoOptions) => {
    if (options.pause && !(process.stdin.isTTY && process.stdout.isTTY)) {
      const message = "--pause: there is no terminal to wait at.";
      throw new EnvolError("ARGUMENT_COMBINATION", message, { field: "--pause" });
    }
    return demo(resolve(file ?? process.execPath), options);
  });
}
