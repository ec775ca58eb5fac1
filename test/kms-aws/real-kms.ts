/** A KMS in another process, which keeps its keys when it is killed, and a client to do with its keys as their owner would. */

import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KMS } from "@aws-sdk/client-kms";

const PROGRAM = join(import.meta.dirname, "kms-process.mjs");

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
  let port = 0;
  const start = async () => {
    child = fork(PROGRAM, [directory, String(port)], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
    const [ready] = (await once(child, "message")) as [{ port: number }];
    port = ready.port;
  };
  const kill = async () => {
    if (child === undefined) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    child = undefined;
    await ended;
  };
  await start();
  const endpoint = `http://127.0.0.1:${port}`;
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
