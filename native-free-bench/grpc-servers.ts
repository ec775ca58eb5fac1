/**
 * The process that the gRPC suite's clients talk to: a bare grpc-js server, and Envol's gRPC door over plain memory, so that
 * the door alone is measured. Its argument is the directory for their sockets; it ends with its standard input.
 */

import { join } from "node:path";
import { Server, ServerCredentials, type UntypedServiceImplementation } from "@grpc/grpc-js";
import { pino } from "pino";
import { systemClock } from "#envol/clock.ts";
import { createEventBus } from "#envol/events.ts";
import type { KeyOperations } from "#envol/kms/key-operations.ts";
import { LIMITS } from "#envol/limits.ts";
import { serveGrpc } from "#envol/serve/grpc/serve.ts";
import type { BlockDevice } from "#envol/volume/block-device.ts";
import type { VolumeService } from "#envol/volume/volume-service.ts";
import { BARE_SERVICE, type BareCalls, BULK_BYTES, SOCKETS } from "./grpc-bare.ts";

const directory = process.argv[2] as string;
const bytes = Buffer.alloc(BULK_BYTES, 7);

/** The part of the core that reads and writes need. */
function volumesOverMemory(): VolumeService {
  const never = new AbortController().signal;
  const device: Pick<BlockDevice, "sizeBytes" | "readOnly" | "read" | "write" | "flush"> = {
    sizeBytes: bytes.length,
    readOnly: false,
    async read(offsetBytes, lengthBytes, deliver) {
      const data = bytes.subarray(offsetBytes, offsetBytes + lengthBytes);
      await deliver?.(data, never);
      return data;
    },
    async write(offsetBytes, data) {
      bytes.set(data, offsetBytes);
    },
    async flush() {},
  };
  return { device: () => device } as unknown as VolumeService;
}

const bare: BareCalls = {
  echo(call) {
    call.on("data", ({ offsetBytes, data }) => call.write({ offsetBytes, data }));
    call.on("end", () => call.end());
  },
  read(call) {
    for (let offsetBytes = 0; offsetBytes < BULK_BYTES; offsetBytes += LIMITS.streamChunkBytes) {
      call.write({ offsetBytes, data: bytes.subarray(offsetBytes, offsetBytes + LIMITS.streamChunkBytes) });
    }
    call.end();
  },
  write(call, answer) {
    let bytesWritten = 0;
    call.on("data", ({ offsetBytes, data }) => {
      bytes.set(data, offsetBytes);
      bytesWritten += data.length;
    });
    call.on("end", () => answer(null, { bytesWritten }));
  },
};

const server = new Server({ "grpc.enable_channelz": 0, "grpc.max_receive_message_length": LIMITS.grpcMessageBytesMax });
server.addService(BARE_SERVICE, bare as unknown as UntypedServiceImplementation);
await new Promise<void>((resolve, reject) => {
  const address = `unix:${join(directory, SOCKETS.bare)}`;
  server.bindAsync(address, ServerCredentials.createInsecure(), (error) => (error ? reject(error) : resolve()));
});
await serveGrpc({
  address: `unix:${join(directory, SOCKETS.door)}`,
  volumes: volumesOverMemory(),
  keys: {} as KeyOperations,
  events: createEventBus(systemClock),
  caller: { arn: "", accountId: "" },
  log: pino({ level: "silent" }),
});
console.log("ready");
process.stdin.on("end", () => process.exit(0)).resume();
