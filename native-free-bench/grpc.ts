/**
 * Envol's streams beside bare grpc-js ones, over Unix sockets: what the door costs, or saves. Clients are in this process,
 * and servers in others, as users have them.
 */

import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { connect, type EnvolClient } from "#envol/client/client.ts";
import type { Volume } from "#envol/client/volume.ts";
import { createReadStream, createWriteStream } from "#envol/client/volume-streams.ts";
import { LIMITS } from "#envol/limits.ts";
import { type Bare, BULK_BYTES, connectBare, SOCKETS } from "./grpc-bare.ts";
import { type Comparison, compare, type Progress, type Row, type Suite } from "./suite.ts";

const READ_BYTES = 4096;
const DEPTHS = [1, 32];
/** Requests of one run of a comparison. */
const REQUESTS = 512;
const WARM_UP_MS = 1000;
const VOLUME_ID = "vol-00000000000000000";
const SERVERS = join(import.meta.dirname, "grpc-servers.ts");
const DAEMON = join(import.meta.dirname, "..", "dist", "cli", "main.js");

type Reader = Pick<Volume, "read">;

export const suite: Suite = {
  name: "grpc",
  async run(progress) {
    const directory = mkdtempSync(join(tmpdir(), "envol-bench-"));
    const servers = startServers(directory);
    try {
      // Each prints a line when it serves.
      await Promise.all(servers.map(({ stdout }) => once(createInterface({ input: stdout }), "line")));
      return await compareAll((socket) => `unix:${join(directory, socket)}`, progress);
    } finally {
      await Promise.all(servers.map(end));
      rmSync(directory, { recursive: true, force: true });
    }
  },
};

function startServers(directory: string): ChildProcessByStdio<Writable, Readable, null>[] {
  const start = (args: readonly string[]) => spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  const daemon = ["--data", join(directory, "data"), "--grpc", `unix:${join(directory, SOCKETS.daemon)}`];
  return [
    start([...process.execArgv, SERVERS, directory]),
    start([DAEMON, "serve", ...daemon, "--log-level", "error", "--json"]),
  ];
}

async function compareAll(addressOf: (socket: string) => string, progress: Progress): Promise<Row[]> {
  const bare = connectBare(addressOf(SOCKETS.bare));
  const door = connect(addressOf(SOCKETS.door));
  const daemon = connect(addressOf(SOCKETS.daemon));
  const memory = { ...door.io(VOLUME_ID), sizeBytes: BULK_BYTES };
  const rows: Row[] = [];
  try {
    const encrypted = await filledVolume(daemon);
    const comparisons = [
      ...DEPTHS.map((depth) => ioComparison(depth, bare, memory, encrypted)),
      readComparison(bare, door, memory),
      writeComparison(bare, door, memory),
    ];
    await warmUp(comparisons);
    for (const comparison of comparisons) rows.push(...(await compare(comparison, progress)));
  } finally {
    bare.close();
    await Promise.all([door.close(), daemon.close()]);
  }
  return rows;
}

/** Has every contender run until its code is compiled, at both ends: the rounds of a comparison are too short for that. */
async function warmUp(comparisons: readonly Comparison[]): Promise<void> {
  for (const { contenders } of comparisons) {
    for (const { run } of contenders) {
      const endMs = performance.now() + WARM_UP_MS;
      while (performance.now() < endMs) await run();
    }
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.stdin?.end();
  child.kill();
  await once(child, "close");
}

/** An encrypted volume of a daemon, with data where the comparison reads. */
async function filledVolume(daemon: EnvolClient): Promise<Volume> {
  const volume = await daemon.createVolume();
  await volume.write(0, Buffer.alloc(BULK_BYTES, 7));
  await volume.flush();
  return volume;
}

function ioComparison(depth: number, bare: Bare, memory: Reader, encrypted: Reader): Comparison {
  const message = Buffer.alloc(READ_BYTES, 7);
  return {
    task: `${READ_BYTES / 1024} KiB random reads, ${depth} at a time`,
    bytes: REQUESTS * READ_BYTES,
    contenders: [
      { name: "bare grpc-js echo, a message each", run: () => bare.echo(message, depth, REQUESTS) },
      { name: "envol Io, plain memory", run: () => readMany(memory, depth) },
      { name: "envol Io, encrypted volume", run: () => readMany(encrypted, depth) },
    ],
  };
}

async function readMany(reader: Reader, depth: number): Promise<void> {
  let left = REQUESTS;
  const worker = async () => {
    while (left-- > 0) {
      const block = Math.floor(Math.random() * (BULK_BYTES / READ_BYTES));
      await reader.read(block * READ_BYTES, READ_BYTES);
    }
  };
  await Promise.all(Array.from({ length: depth }, worker));
}

function readComparison(
  bare: Bare,
  { blocks }: EnvolClient,
  memory: Parameters<typeof createReadStream>[0],
): Comparison {
  return bulkComparison("16 MiB read in messages of 1 MiB", [
    ["bare grpc-js stream", () => bare.read()],
    ["envol ReadStream", () => lengthOf(blocks.readStream({ volumeId: VOLUME_ID }), ({ data }) => data.length)],
    ["envol volume.readStream", () => lengthOf(createReadStream(memory), ({ length }: Buffer) => length)],
  ]);
}

async function lengthOf<Part>(parts: AsyncIterable<Part>, lengthOfPart: (part: Part) => number): Promise<number> {
  let lengthBytes = 0;
  for await (const part of parts) lengthBytes += lengthOfPart(part);
  return lengthBytes;
}

function writeComparison(
  bare: Bare,
  { blocks }: EnvolClient,
  memory: Parameters<typeof createWriteStream>[0],
): Comparison {
  const data = Buffer.alloc(LIMITS.streamChunkBytes, 7);
  const offsets = Array.from({ length: BULK_BYTES / data.length }, (_, index) => index * data.length);
  const messages = offsets.map((offsetBytes) => ({ volumeId: offsetBytes === 0 ? VOLUME_ID : "", offsetBytes, data }));
  return bulkComparison("16 MiB written in messages of 1 MiB", [
    ["bare grpc-js stream", () => bare.write(data)],
    ["envol WriteStream", async () => (await blocks.writeStream(messages)).bytesWritten],
    [
      "envol volume.writeStream",
      async () => {
        await pipeline(Readable.from(offsets.map(() => data)), createWriteStream(memory));
        return BULK_BYTES;
      },
    ],
  ]);
}

/** Contenders that move `BULK_BYTES` and say how many bytes arrived. */
function bulkComparison(
  task: string,
  [reference, ...others]: [[string, () => Promise<number>], ...[string, () => Promise<number>][]],
): Comparison {
  let moved = 0;
  const contender = ([name, move]: [string, () => Promise<number>]) => ({
    name,
    async run() {
      moved = await move();
    },
    output: () => Buffer.from(String(moved)),
  });
  return { task, bytes: BULK_BYTES, contenders: [contender(reference), ...others.map(contender)] };
}
