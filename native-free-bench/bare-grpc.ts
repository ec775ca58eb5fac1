/** What one would write with grpc-js alone: bytes in, bytes out, no protocol buffers. The reference for Envol's gRPC door. */

import {
  Client,
  credentials,
  Metadata,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type sendUnaryData,
} from "@grpc/grpc-js";
import { LIMITS } from "#envol/limits.ts";

const OPTIONS = {
  "grpc.enable_channelz": 0,
  "grpc.max_receive_message_length": LIMITS.grpcMessageBytesMax,
  "grpc.max_send_message_length": LIMITS.grpcMessageBytesMax,
  "grpc-node.flow_control_window": LIMITS.grpcMessageBytesMax,
};

/** A request says in its first four bytes how long its answer is to be; what follows is its payload. */
const REQUEST_BYTES_MIN = 16;
const answers = Buffer.alloc(LIMITS.grpcMessageBytesMax, 7);

function requestOf(answerBytes: number, payloadBytes: number): Buffer {
  const request = Buffer.alloc(Math.max(REQUEST_BYTES_MIN, payloadBytes));
  request.writeUInt32LE(answerBytes);
  return request;
}

function answerTo(request: Buffer): Buffer {
  return answers.subarray(0, request.readUInt32LE());
}

const same = (message: Buffer) => message;
const coder = { requestSerialize: same, requestDeserialize: same, responseSerialize: same, responseDeserialize: same };

/** Serves until the returned function is called. */
export async function serveBareGrpc(address: string): Promise<() => void> {
  const server = new Server(OPTIONS);
  server.addService(
    {
      unary: { path: "/bare/unary", requestStream: false, responseStream: false, ...coder },
      echo: { path: "/bare/echo", requestStream: true, responseStream: true, ...coder },
      download: { path: "/bare/download", requestStream: false, responseStream: true, ...coder },
      upload: { path: "/bare/upload", requestStream: true, responseStream: false, ...coder },
    },
    {
      unary(call: ServerUnaryCall<Buffer, Buffer>, answer: sendUnaryData<Buffer>) {
        answer(null, answerTo(call.request));
      },
      echo(call: ServerDuplexStream<Buffer, Buffer>) {
        call.on("data", (request: Buffer) => call.write(answerTo(request)));
        call.on("end", () => call.end());
      },
      download(call: ServerWritableStream<Buffer, Buffer>) {
        const totalBytes = call.request.readUInt32LE();
        for (let sent = 0; sent < totalBytes; sent += LIMITS.streamChunkBytes) {
          call.write(answers.subarray(0, LIMITS.streamChunkBytes));
        }
        call.end();
      },
      upload(call: ServerReadableStream<Buffer, Buffer>, answer: sendUnaryData<Buffer>) {
        call.on("data", () => {});
        call.on("end", () => answer(null, requestOf(0, 0)));
      },
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (error) => (error ? reject(error) : resolve()));
  });
  return () => server.forceShutdown();
}

export interface BareGrpc {
  /** One call with a request and an answer of these sizes. */
  unary(answerBytes: number, payloadBytes: number): Promise<void>;
  /** So many messages of these sizes over one stream, `depth` of them ahead of their answers. One call at a time. */
  echo(requests: number, depth: number, answerBytes: number, payloadBytes: number): Promise<void>;
  /** Takes a stream of messages of 1 MiB, and gives the bytes received. */
  download(totalBytes: number): Promise<number>;
  /** Sends a stream of messages of 1 MiB. */
  upload(totalBytes: number): Promise<void>;
  close(): void;
}

export function connectBareGrpc(address: string): BareGrpc {
  const client = new Client(address, credentials.createInsecure(), OPTIONS);
  const echo = client.makeBidiStreamRequest("/bare/echo", same, same, new Metadata(), {});
  echo.on("error", () => {});
  let onAnswer = () => {};
  echo.on("data", () => onAnswer());
  return {
    unary: (answerBytes, payloadBytes) =>
      new Promise((resolve, reject) => {
        client.makeUnaryRequest("/bare/unary", same, same, requestOf(answerBytes, payloadBytes), (error) =>
          error ? reject(error) : resolve(),
        );
      }),
    echo: (requests, depth, answerBytes, payloadBytes) =>
      new Promise((resolve) => {
        const request = requestOf(answerBytes, payloadBytes);
        let answered = 0;
        let asked = 0;
        const ask = () => {
          asked += 1;
          echo.write(request);
        };
        onAnswer = () => {
          answered += 1;
          if (asked < requests) ask();
          if (answered === requests) resolve();
        };
        while (asked < Math.min(depth, requests)) ask();
      }),
    async download(totalBytes) {
      const request = requestOf(totalBytes, 0);
      const call = client.makeServerStreamRequest("/bare/download", same, same, request, new Metadata(), {});
      let received = 0;
      for await (const message of call) received += (message as Buffer).length;
      return received;
    },
    upload: (totalBytes) =>
      new Promise((resolve, reject) => {
        const call = client.makeClientStreamRequest("/bare/upload", same, same, new Metadata(), {}, (error) =>
          error ? reject(error) : resolve(),
        );
        for (let sent = 0; sent < totalBytes; sent += LIMITS.streamChunkBytes) {
          call.write(answers.subarray(0, LIMITS.streamChunkBytes));
        }
        call.end();
      }),
    close() {
      echo.end();
      client.close();
    },
  };
}
