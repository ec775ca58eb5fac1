/**
 * How long a daemon takes to start on a large store, after a clean stop and after a kill -9 with writes not yet in a
 * checkpoint: from the start of the process to its first answered read.
 *
 *     npm run build && npx tsx scripts/measure-restart.ts [GIB [DIRECTORY]]
 */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { connect, type EnvolClient } from "../src/client/client.ts";

const GIB = Number(process.argv[2] ?? 10);
const ROUNDS = 3;
const MIB = 1024 * 1024;

const directory = mkdtempSync(join(process.argv[3] ?? tmpdir(), "envol-restart-"));
const data = join(directory, "data");
const socket = `unix:${join(directory, "grpc.sock")}`;
const main = join(import.meta.dirname, "..", "dist", "cli", "main.js");

interface Running {
  readonly child: ChildProcess;
  readonly client: EnvolClient;
}

async function start(): Promise<Running> {
  const args = ["serve", "--data", data, "--grpc", socket, "--log-level", "error", "--json"];
  const child = spawn(process.execPath, [main, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  await Promise.race([
    once(lines, "line"),
    once(child, "exit").then(([code]) => Promise.reject(new Error(`The daemon ended with ${code}.`))),
  ]);
  return { child, client: connect(socket) };
}

async function stop({ child, client }: Running, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  await client.close();
  const exited = once(child, "exit");
  child.kill(signal);
  await exited;
}

/** Writes a range, and waits until it is on the disk. */
async function fill(client: EnvolClient, volumeId: string, fromBytes: number, toBytes: number): Promise<void> {
  await using io = client.io(volumeId);
  const chunk = Buffer.alloc(MIB, 0x5a);
  for (let at = fromBytes; at < toBytes; at += 16 * MIB) {
    const writes = Array.from({ length: Math.min(16, (toBytes - at) / MIB) }, (_, i) => io.write(at + i * MIB, chunk));
    await Promise.all(writes);
  }
  await io.flush();
}

async function firstRead(volumeId: string, { client }: Running): Promise<void> {
  await using io = client.io(volumeId);
  const read = await io.read(0, 4096);
  if (read[0] !== 0x5a) throw new Error("The first sector is not what was written.");
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

try {
  let daemon = await start();
  const { volume } = await daemon.client.volumes.createVolume({ sizeGib: GIB + 1, encrypted: true });
  const volumeId = volume?.volumeId as string;
  await daemon.client.volumes.attachVolume({ volumeId });
  console.log(`Filling ${GIB} GiB in ${directory}`);
  await fill(daemon.client, volumeId, 0, GIB * 1024 * MIB);
  const timesMs: Record<"SIGTERM" | "SIGKILL", number[]> = { SIGTERM: [], SIGKILL: [] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const signal of ["SIGTERM", "SIGKILL"] as const) {
      // Just less than makes a checkpoint due by itself: the most that a restart may have to replay.
      await fill(daemon.client, volumeId, 0, 224 * MIB);
      await stop(daemon, signal);
      const startMs = performance.now();
      daemon = await start();
      await firstRead(volumeId, daemon);
      timesMs[signal].push(performance.now() - startMs);
    }
  }
  await stop(daemon, "SIGTERM");
  const storeGib = statSync(join(data, "envol.lmdb")).size / (1024 * MIB);
  console.log(`store ${storeGib.toFixed(1)} GiB; process start to first read, median of ${ROUNDS}:`);
  console.log(
    `after a clean stop ${median(timesMs.SIGTERM).toFixed(0)} ms, after kill -9 ${median(timesMs.SIGKILL).toFixed(0)} ms`,
  );
} finally {
  rmSync(directory, { recursive: true, force: true });
}
