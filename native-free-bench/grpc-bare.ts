/** What one would write with grpc-js alone: streams of messages of the contract's shape, an offset and bytes. */

import {
  Client,
  credentials,
  type handleBidiStreamingCall,
  type handleClientStreamingCall,
  type handleServerStreamingCall,
  Metadata,
  type ServiceDefinition,
} from "@grpc/grpc-js";
import { LIMITS } from "#envol/limits.ts";
import { BLOCK_SERVICE } from "#envol/serve/grpc/load-protos.ts";
import type { ReadStreamRequest__Output as Range } from "../src/gen/envol/v1/ReadStreamRequest.ts";
import type { ReadStreamResponse, ReadStreamResponse__Output } from "../src/gen/envol/v1/ReadStreamResponse.ts";
import type { WriteStreamRequest__Output as Chunk } from "../src/gen/envol/v1/WriteStreamRequest.ts";
import type { WriteStreamResponse, WriteStreamResponse__Output } from "../src/gen/envol/v1/WriteStreamResponse.ts";

/** What one bulk call moves, in messages of LIMITS.streamChunkBytes. */
export const BULK_BYTES = 16 * 1024 * 1024;

export const SOCKETS = { bare: "bare.sock", door: "door.sock", daemon: "daemon.sock" } as const;

const { ReadStream, WriteStream } = BLOCK_SERVICE;

export const BARE_SERVICE: ServiceDefinition = {
  echo: {
    ...WriteStream,
    path: "/bare/echo",
    responseStream: true,
    responseSerialize: ReadStream.responseSerialize,
    responseDeserialize: ReadStream.responseDeserialize,
  },
  read: { ...ReadStream, path: "/bare/read" },
  write: { ...WriteStream, path: "/bare/write" },
} as unknown as ServiceDefinition;

export interface BareCalls {
  readonly echo: handleBidiStreamingCall<Chunk, ReadStreamResponse>;
  readonly read: handleServerStreamingCall<Range, ReadStreamResponse>;
  readonly write: handleClientStreamingCall<Chunk, WriteStreamResponse>;
}

export interface Bare {
  /** Sends messages with `data`, `depth` ahead of the answers, until `count` answers have come. */
  echo(data: Buffer, depth: number, count: number): Promise<void>;
  /** Resolves with the bytes received. */
  read(): Promise<number>;
  /** Resolves with the bytes that the server has received. */
  write(chunk: Buffer): Promise<number>;
  close(): void;
}

export function connectBare(address: string): Bare {
  const options = { "grpc.enable_channelz": 0, "grpc.max_receive_message_length": LIMITS.grpcMessageBytesMax };
  const client = new Client(address, credentials.createInsecure(), options);
  const { requestSerialize: serialize } = WriteStream;
  const { responseDeserialize: deserialize } = ReadStream;
  const echo = client.makeBidiStreamRequest("/bare/echo", serialize, deserialize, new Metadata(), {});
  return {
    echo: (data, depth, count) =>
      new Promise((resolve) => {
        let answered = 0;
        let asked = 0;
        const ask = () => {
          echo.write({ offsetBytes: asked, data });
          asked += 1;
        };
        const receive = () => {
          answered += 1;
          if (asked < count) ask();
          if (answered < count) return;
          echo.off("data", receive);
          resolve();
        };
        echo.on("data", receive);
        while (asked < depth) ask();
      }),
    async read() {
      let received = 0;
      const { requestSerialize } = ReadStream;
      const call = client.makeServerStreamRequest("/bare/read", requestSerialize, deserialize, {}, new Metadata(), {});
      for await (const message of call) received += (message as ReadStreamResponse__Output).data.length;
      return received;
    },
    async write(data) {
      let fill = () => {};
      const answered = new Promise<number>((resolve, reject) => {
        const { responseDeserialize } = WriteStream;
        const answer = (error: Error | null, response?: WriteStreamResponse__Output) =>
          error ? reject(error) : resolve(response?.bytesWritten as number);
        const call = client.makeClientStreamRequest(
          "/bare/write",
          serialize,
          responseDeserialize,
          new Metadata(),
          {},
          answer,
        );
        let offsetBytes = 0;
        fill = () => {
          while (offsetBytes < BULK_BYTES) {
            const hasRoom = call.write({ offsetBytes, data });
            offsetBytes += data.length;
            if (!hasRoom) return void call.once("drain", fill);
          }
          call.end();
        };
      });
      fill();
      return await answered;
    },
    close() {
      echo.on("error", () => {});
      echo.cancel();
      client.close();
    },
  };
}
