/** Envol's streams beside bare grpc-js ones that carry the same bytes in single messages: what the door costs, or saves. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  Client,
  credentials,
  Metadata,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerWritableStream,
} from "@grpc/grpc-js";
import { pino } from "pino";
import { connect } from "#envol/client/client.ts";
import type { IoSession } from "#envol/client/io-session.ts";
import { systemClock } from "#envol/clock.ts";
import { createEventBus } from "#envol/events.ts";
import type { KeyOperations } from "#envol/kms/key-operations.ts";
import { LIMITS } from "#envol/limits.ts";
import { serveGrpc } from "#envol/serve/grpc/serve.ts";
import type { BlockDevice } from "#envol/volume/block-device.ts";
import type { VolumeService } from "#envol/volume/volume-service.ts";
import { type Comparison, compare, type Suite } from "./suite.ts";

const MIB = 1024 * 1024;
const READ_BYTES = 4096;
const DEPTHS = [1, 32];
/** Requests of one run of a comparison. */
const REQUESTS = 512;
const BULK_BYTES = 16 * MIB;
const VOLUME_ID = "vol-00000000000000000";

/** Client and server share this process and its one thread, in both contenders alike. */
export const suite: Suite = {
  name: "grpc",
  async run(progress) {
    const directory = mkdtempSync(join(tmpdir(), "envol-bench-"));
    const bytes = Buffer.alloc(BULK_BYTES, 7);
    const door = await serveGrpc({
      address: `unix:${join(directory, "envol.sock")}`,
      volumes: volumesOver(bytes),
      keys: {} as KeyOperations,
      events: createEventBus(systemClock),
      caller: { arn: "", accountId: "" },
      log: pino({ level: "silent" }),
    });
    const client = connect(door.address);
    const bare = await openBare(`unix:${join(directory, "bare.sock")}`, bytes);
    const io = client.io(VOLUME_ID);
    const bulk = () => client.blocks.readStream({ volumeId: VOLUME_ID });
    try {
      const comparisons = [
        ...DEPTHS.map((depth) => ioComparison(depth, io, bare)),
        bulkComparison(async () => {
          let received = 0;
          for await (const { data } of bulk()) received += data.length;
          return received;
        }, bare),
      ];
      const rows = [];
      for (const comparison of comparisons) rows.push(...(await compare(comparison, progress)));
      return rows;
    } finally {
      await io.close();
      await client.close();
      bare.close();
      await door.close(1000);
      rmSync(directory, { recursive: true, force: true });
    }
  },
};

function ioComparison(depth: number, io: IoSession, bare: Bare): Comparison {
  return {
    task: `${READ_BYTES / 1024} KiB reads, ${depth} at a time`,
    bytes: REQUESTS * READ_BYTES,
    contenders: [
      { name: "bare grpc-js stream, a message each", run: () => bare.echo(depth) },
      { name: "envol Io session", run: () => readMany(io, depth) },
    ],
  };
}

async function readMany(io: IoSession, depth: number): Promise<void> {
  let left = REQUESTS;
  const reader = async () => {
    while (left-- > 0) await io.read((left * READ_BYTES) % BULK_BYTES, READ_BYTES);
  };
  await Promise.all(Array.from({ length: depth }, reader));
}

function bulkComparison(readAll: () => Promise<number>, bare: Bare): Comparison {
  let received = 0;
  const output = () => Buffer.from(String(received));
  return {
    task: "16 MiB in messages of 1 MiB",
    bytes: BULK_BYTES,
    contenders: [
      {
        name: "bare grpc-js stream",
        async run() {
          received = await bare.bulk();
        },
        output,
      },
      {
        name: "envol ReadStream",
        async run() {
          received = await readAll();
        },
        output,
      },
    ],
  };
}

/** The part of the core that reads need, over plain memory, so that only the door is measured. */
function volumesOver(bytes: Buffer): VolumeService {
  const never = new AbortController().signal;
  const device: Pick<BlockDevice, "sizeBytes" | "readOnly" | "read"> = {
    sizeBytes: bytes.length,
    readOnly: true,
    async read(offsetBytes, lengthBytes, deliver) {
      const data = bytes.subarray(offsetBytes, offsetBytes + lengthBytes);
      await deliver?.(data, never);
      return data;
    },
  };
  return { device: () => device } as unknown as VolumeService;
}

interface Bare {
  /** Sends small messages, `depth` ahead of the answers, until `REQUESTS` answers of 4 KiB have come. */
  echo(depth: number): Promise<void>;
  /** Resolves with the bytes received. */
  bulk(): Promise<number>;
  close(): void;
}

/** What one would write with grpc-js alone: bytes in, bytes out, no protocol buffers. */
async function openBare(address: string, bytes: Buffer): Promise<Bare> {
  const same = (message: Buffer) => message;
  const coder = {
    requestSerialize: same,
    requestDeserialize: same,
    responseSerialize: same,
    responseDeserialize: same,
  };
  const options = { "grpc.enable_channelz": 0, "grpc-node.flow_control_window": LIMITS.grpcMessageBytesMax };
  const server = new Server(options);
  server.addService(
    {
      echo: { path: "/bare/echo", requestStream: true, responseStream: true, ...coder },
      bulk: { path: "/bare/bulk", requestStream: false, responseStream: true, ...coder },
    },
    {
      echo(call: ServerDuplexStream<Buffer, Buffer>) {
        call.on("data", () => call.write(bytes.subarray(0, READ_BYTES)));
        call.on("end", () => call.end());
      },
      bulk(call: ServerWritableStream<Buffer, Buffer>) {
        for (let at = 0; at < BULK_BYTES; at += LIMITS.streamChunkBytes) {
          call.write(bytes.subarray(at, at + LIMITS.streamChunkBytes));
        }
        call.end();
      },
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (error) => (error ? reject(error) : resolve()));
  });
  const client = new Client(address, credentials.createInsecure(), options);
  const echo = client.makeBidiStreamRequest("/bare/echo", same, same, new Metadata(), {});
  const request = Buffer.alloc(16);
  return {
    echo: (depth) =>
      new Promise((resolve) => {
        let answered = 0;
        let asked = 0;
        const ask = () => {
          asked += 1;
          echo.write(request);
        };
        const receive = () => {
          answered += 1;
          if (asked < REQUESTS) ask();
          if (answered < REQUESTS) return;
          echo.off("data", receive);
          resolve();
        };
        echo.on("data", receive);
        while (asked < depth) ask();
      }),
    async bulk() {
      let received = 0;
      const call = client.makeServerStreamRequest("/bare/bulk", same, same, request, new Metadata(), {});
      for await (const message of call) received += (message as Buffer).length;
      return received;
    },
    close() {
      echo.end();
      client.close();
      server.forceShutdown();
    },
  };
}
