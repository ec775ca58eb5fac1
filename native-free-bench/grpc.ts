/** Envol's streams beside bare grpc-js ones that carry the same bytes in single messages: what the door costs, or saves. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { connect, type EnvolClient } from "#envol/client/client.ts";
import type { IoSession } from "#envol/client/io-session.ts";
import { systemClock } from "#envol/clock.ts";
import { createEventBus } from "#envol/events.ts";
import type { Principals } from "#envol/iam/principals.ts";
import { serveGrpc } from "#envol/serve/grpc/serve.ts";
import type { Meter } from "#envol/trail/meter.ts";
import type { Trail } from "#envol/trail/trail.ts";
import type { BlockDevice } from "#envol/volume/block-device.ts";
import type { VolumeService } from "#envol/volume/volume-service.ts";
import { type BareGrpc, connectBareGrpc, serveBareGrpc } from "./bare-grpc.ts";
import { type Comparison, compareAll, lasting, type Suite } from "./suite.ts";

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
  question: "What does the gRPC door cost by itself, over plain memory, beside bare grpc-js streams?",
  async run(run) {
    const directory = mkdtempSync(join(tmpdir(), "envol-bench-"));
    const door = await serveGrpc({
      address: `unix:${join(directory, "envol.sock")}`,
      volumes: volumesOver(Buffer.alloc(BULK_BYTES, 7)),
      call: () => Promise.reject(new Error("This benchmark has no keys.")),
      trail: {} as Trail,
      meter: {} as Meter,
      events: createEventBus(systemClock),
      accountId: "000000000000",
      auth: "open",
      principals: {} as Principals,
      log: pino({ level: "silent" }),
    });
    const client = connect(door.address);
    const bareAddress = `unix:${join(directory, "bare.sock")}`;
    const stopBare = await serveBareGrpc(bareAddress);
    const bare = connectBareGrpc(bareAddress);
    const io = client.io(VOLUME_ID);
    try {
      const streams = DEPTHS.map((depth) => () => ioComparison(depth, io, bare));
      return await compareAll([...streams, () => bulkComparison(client, bare)], {
        ...run,
        effort: lasting(run.effort),
      });
    } finally {
      await io.close();
      await client.close();
      bare.close();
      stopBare();
      await door.close(1000);
      rmSync(directory, { recursive: true, force: true });
    }
  },
};

function ioComparison(depth: number, io: IoSession, bare: BareGrpc): Comparison {
  return {
    task: `${READ_BYTES / 1024} KiB reads, ${depth} at a time`,
    bytes: REQUESTS * READ_BYTES,
    contenders: [
      { name: "bare grpc-js stream, a message each", run: () => bare.echo(REQUESTS, depth, READ_BYTES, 0) },
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

function bulkComparison(client: EnvolClient, bare: BareGrpc): Comparison {
  let received = 0;
  const output = () => Buffer.from(String(received));
  return {
    task: "16 MiB in messages of 1 MiB",
    bytes: BULK_BYTES,
    contenders: [
      {
        name: "bare grpc-js stream",
        async run() {
          received = await bare.download(BULK_BYTES);
        },
        output,
      },
      {
        name: "envol ReadStream",
        async run() {
          received = 0;
          for await (const { data } of client.blocks.readStream({ volumeId: VOLUME_ID })) received += data.length;
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
