/**
 * What a user of a daemon gets, end to end: reads and writes of an encrypted volume over gRPC and NBD, with the daemon in a
 * process of its own; beside servers in a process of their own that move the same bytes and do nothing else.
 */

import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { connectNbd, type NbdClient } from "#envol/cli/bench/nbd-client.ts";
import { startTemporaryDaemon } from "#envol/cli/bench/temporary-daemon.ts";
import { connect, type EnvolClient } from "#envol/client/client.ts";
import type { IoSession } from "#envol/client/io-session.ts";
import { type BareGrpc, connectBareGrpc } from "./bare-grpc.ts";
import { type BareSocket, connectBareSocket } from "./bare-socket.ts";
import { type Comparison, compareAll, lasting, type Suite } from "./suite.ts";

const KIB = 1024;
const MIB = 1024 * KIB;
/** What requests go over; all of it is written first. */
const SPAN_BYTES = 64 * MIB;
const BULK_BYTES = 16 * MIB;
const CHUNK_BYTES = MIB;
/** Bytes that one run moves at most, and requests that it has at most. */
const RUN_BYTES_MAX = 16 * MIB;
const REQUESTS_MAX = 512;

const UNARY = [4 * KIB, MIB];
const SHAPES = [
  { requestBytes: 4 * KIB, depth: 1 },
  { requestBytes: 4 * KIB, depth: 32 },
  { requestBytes: 128 * KIB, depth: 8 },
  { requestBytes: MIB, depth: 8 },
] as const;
const OPERATIONS = ["read", "write"] as const;

type Shape = (typeof SHAPES)[number];
type Operation = (typeof OPERATIONS)[number];

export const suite: Suite = {
  name: "e2e",
  question: "What does a client get of an encrypted volume, beside servers that only move bytes?",
  async run(run) {
    const parent = run.memoryDirectory ?? run.diskDirectory;
    const daemon = await startTemporaryDaemon(parent);
    const bare = await startBare(parent);
    const client = connect(daemon.address);
    const { volume } = await client.volumes.createVolume({ sizeGib: 1, encrypted: true });
    const volumeId = volume?.volumeId ?? "";
    const { attachment } = await client.volumes.attachVolume({ volumeId });
    const io = client.io(volumeId);
    const nbd = await connectNbd(attachment?.nbdUri ?? "");
    try {
      await fill(io);
      const both = <Value>(values: readonly Value[], make: (value: Value, operation: Operation) => Comparison) =>
        run.some(values).flatMap((value) => OPERATIONS.map((operation) => () => make(value, operation)));
      return await compareAll(
        [
          ...both(UNARY, (bytes, operation) => unary(client, volumeId, bare.grpc, bytes, operation)),
          () => bulkRead(client, volumeId, bare.grpc),
          () => bulkWrite(client, volumeId, bare.grpc),
          ...both(SHAPES, (shape, operation) => ioStream(io, bare.grpc, shape, operation)),
          ...both(SHAPES, (shape, operation) => overNbd(nbd, bare.socket, shape, operation)),
        ],
        { ...run, effort: lasting(run.effort) },
      );
    } finally {
      await io.close();
      await nbd.close();
      await client.close();
      await daemon.stop();
      await bare.stop();
    }
  },
};

async function fill(io: IoSession): Promise<void> {
  const chunk = randomBytes(CHUNK_BYTES);
  for (let offset = 0; offset < SPAN_BYTES; offset += chunk.length) await io.write(offset, chunk);
  await io.flush();
}

async function startBare(parent: string) {
  const directory = await mkdtemp(join(parent, "envol-bare-"));
  const [grpcAddress, socketPath] = [`unix:${join(directory, "grpc.sock")}`, join(directory, "bare.sock")];
  const file = fileURLToPath(new URL("./bare-server.ts", import.meta.url));
  const child: ChildProcess = fork(file, [grpcAddress, socketPath], { execArgv: ["--import", "tsx"] });
  const [message] = await Promise.race([once(child, "message"), once(child, "exit").then(() => ["ended"])]);
  if (message !== "ready") throw new Error("The reference servers could not be started.");
  const grpc = connectBareGrpc(grpcAddress);
  const socket = await connectBareSocket(socketPath);
  return {
    grpc,
    socket,
    async stop() {
      grpc.close();
      socket.close();
      const ended = once(child, "exit");
      child.kill();
      await ended;
      await rm(directory, { recursive: true });
    },
  };
}

/** Reads and writes by their sizes in both directions. */
function sizes(operation: Operation, requestBytes: number): [answerBytes: number, payloadBytes: number] {
  return operation === "read" ? [requestBytes, 0] : [0, requestBytes];
}

function unary(
  client: EnvolClient,
  volumeId: string,
  bare: BareGrpc,
  requestBytes: number,
  operation: Operation,
): Comparison {
  const requests = Math.min(64, RUN_BYTES_MAX / requestBytes);
  const data = randomBytes(requestBytes);
  const place = places(requestBytes);
  const one = {
    read: () => client.blocks.read({ volumeId, offsetBytes: place(), lengthBytes: requestBytes }),
    write: () => client.blocks.write({ volumeId, offsetBytes: place(), data }),
  };
  return {
    task: `gRPC unary, ${operation} ${sizeText(requestBytes)}, 1 at a time`,
    bytes: requests * requestBytes,
    contenders: [
      {
        name: "bare grpc-js",
        async run() {
          for (let done = 0; done < requests; done++) await bare.unary(...sizes(operation, requestBytes));
        },
      },
      {
        name: "envol",
        async run() {
          for (let done = 0; done < requests; done++) await one[operation]();
        },
      },
    ],
  };
}

function bulkRead(client: EnvolClient, volumeId: string, bare: BareGrpc): Comparison {
  let received = 0;
  const output = () => Buffer.from(`${received}`);
  return {
    task: "gRPC stream, read 16 MiB",
    bytes: BULK_BYTES,
    contenders: [
      {
        name: "bare grpc-js",
        async run() {
          received = await bare.download(BULK_BYTES);
        },
        output,
      },
      {
        name: "bare grpc-js, the same messages",
        async run() {
          received = await bare.downloadMessages(BULK_BYTES);
        },
        output,
      },
      {
        name: "envol ReadStream",
        async run() {
          received = 0;
          const request = { volumeId, offsetBytes: 0, lengthBytes: BULK_BYTES };
          for await (const { data } of client.blocks.readStream(request)) received += data.length;
        },
        output,
      },
    ],
  };
}

function bulkWrite(client: EnvolClient, volumeId: string, bare: BareGrpc): Comparison {
  const chunk = randomBytes(CHUNK_BYTES);
  function* messages() {
    for (let offsetBytes = 0; offsetBytes < BULK_BYTES; offsetBytes += chunk.length) {
      yield { ...(offsetBytes === 0 && { volumeId }), offsetBytes, data: chunk };
    }
  }
  return {
    task: "gRPC stream, write 16 MiB",
    bytes: BULK_BYTES,
    contenders: [
      { name: "bare grpc-js", run: () => bare.upload(BULK_BYTES) },
      { name: "bare grpc-js, the same messages", run: () => bare.uploadMessages(BULK_BYTES) },
      { name: "envol WriteStream", run: () => client.blocks.writeStream(messages()) },
    ],
  };
}

function ioStream(io: IoSession, bare: BareGrpc, shape: Shape, operation: Operation): Comparison {
  const measured = comparison("gRPC Io", "bare grpc-js, a message each", bare.echo, io, shape, operation);
  const { requestBytes, depth } = shape;
  // An echo in the word's usual sense gives back what it was sent.
  const echo = {
    name: "bare grpc-js, an echo",
    run: () => bare.echo(requestsOf(requestBytes), depth, requestBytes, requestBytes),
  };
  return { ...measured, contenders: [...measured.contenders, echo] };
}

function overNbd(nbd: NbdClient, bare: BareSocket, shape: Shape, operation: Operation): Comparison {
  return comparison("NBD", "bare Unix socket", bare.exchange, nbd, shape, operation);
}

function comparison(
  door: string,
  reference: string,
  exchange: BareSocket["exchange"],
  target: Pick<IoSession, "read" | "write">,
  { requestBytes, depth }: Shape,
  operation: Operation,
): Comparison {
  const requests = requestsOf(requestBytes);
  const data = randomBytes(requestBytes);
  const place = places(requestBytes);
  const one = {
    read: () => target.read(place(), requestBytes),
    write: () => target.write(place(), data),
  };
  return {
    task: `${door}, ${operation} ${sizeText(requestBytes)}, ${depth} at a time`,
    bytes: requests * requestBytes,
    contenders: [
      { name: reference, run: () => exchange(requests, depth, ...sizes(operation, requestBytes)) },
      {
        name: "envol",
        async run() {
          let left = requests;
          const requester = async () => {
            while (left-- > 0) await one[operation]();
          };
          await Promise.all(Array.from({ length: depth }, requester));
        },
      },
    ],
  };
}

/** How many requests of a size one run has. */
function requestsOf(requestBytes: number): number {
  return Math.min(REQUESTS_MAX, RUN_BYTES_MAX / requestBytes);
}

/** Offsets that jump about in the span: a step that shares no factor with the number of places visits all of them. */
function places(requestBytes: number): () => number {
  const count = SPAN_BYTES / requestBytes;
  let next = 0;
  return () => ((next++ * 7919) % count) * requestBytes;
}

function sizeText(bytes: number): string {
  return bytes < MIB ? `${bytes / KIB} KiB` : `${bytes / MIB} MiB`;
}
