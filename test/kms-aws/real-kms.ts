/**
 * A KMS in another process, which keeps its keys when it is killed, and a client to do with its keys as their owner would: the
 * AWS endpoint of a second daemon.
 */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { KMS } from "@aws-sdk/client-kms";

const MAIN = join(import.meta.dirname, "../../dist/cli/main.js");

export interface RealKms extends AsyncDisposable {
  readonly endpoint: string;
  /** The owner's client. */
  readonly owner: KMS;
  createKey(): Promise<{ keyId: string; arn: string }>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  /** Starts it again, on its keys and its port. */
  start(): Promise<void>;
  /** Lets it answer nothing, and go on from there. */
  freeze(): void;
  thaw(): void;
}

export async function startRealKms(): Promise<RealKms> {
  const directory = await mkdtemp(join(tmpdir(), "envol-real-kms-"));
  let child: ChildProcess | undefined;
  let address = "127.0.0.1:0";
  const start = async () => {
    const addresses = ["--grpc", `unix:${join(directory, "grpc.sock")}`, "--nbd", "none", "--aws", address];
    const args = [MAIN, "serve", "--data", directory, ...addresses, "--log-level", "error", "--json"];
    child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    const [ready] = (await once(createInterface(child.stdout as Readable), "line")) as [string];
    address = (JSON.parse(ready) as { aws: string }).aws;
  };
  const kill = async () => {
    if (child === undefined) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    child = undefined;
    await ended;
  };
  await start();
  const endpoint = `http://${address}`;
  const owner = new KMS({ endpoint, region: "us-east-1" });
  return {
    endpoint,
    owner,
    async createKey() {
      const { KeyMetadata } = await owner.createKey({});
      return { keyId: KeyMetadata?.KeyId as string, arn: KeyMetadata?.Arn as string };
    },
    kill,
    start,
    freeze: () => void child?.kill("SIGSTOP"),
    thaw: () => void child?.kill("SIGCONT"),
    async [Symbol.asyncDispose]() {
      owner.destroy();
      await kill();
      await rm(directory, { recursive: true });
    },
  };
}
