/**
 * What one would write with grpc-js alone, the reference for Envol's gRPC door: bytes in and bytes out without protocol buffers,
 * and bulk streams of Envol's own messages, as the loader encodes them, without what Envol does with their bytes.
 */

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
import type { ReadStreamResponse__Output } from "#envol/gen/envol/v1/ReadStreamResponse.ts";
import type { WriteStreamRequest } from "#envol/gen/envol/v1/WriteStreamRequest.ts";
import { LIMITS } from "#envol/limits.ts";
import { BLOCK_SERVICE } from "#envol/serve/grpc/load-protos.ts";

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
const { ReadStream, WriteStream } = BLOCK_SERVICE;
const responseCoder = {
  responseSerialize: ReadStream.responseSerialize,
  responseDeserialize: ReadStream.responseDeserialize,
};
const requestCoder = {
  requestSerialize: WriteStream.requestSerialize,
  requestDeserialize: WriteStream.requestDeserialize,
};

/** The messages of a bulk stream of so many bytes. */
function* messagesOf(totalBytes: number): Generator<WriteStreamRequest> {
  for (let offsetBytes = 0; offsetBytes < totalBytes; offsetBytes += LIMITS.streamChunkBytes) {
    yield { offsetBytes, data: answers.subarray(0, LIMITS.streamChunkBytes) };
  }
}

function upload(call: ServerReadableStream<unknown, Buffer>, answer: sendUnaryData<Buffer>): void {
  call.on("data", () => {});
  call.on("end", () => answer(null, requestOf(0, 0)));
}

/** Serves until the returned function is called. */
export async function serveBareGrpc(address: string): Promise<() => void> {
  const server = new Server(OPTIONS);
  server.addService(
    {
      unary: { path: "/bare/unary", requestStream: false, responseStream: false, ...coder },
      echo: { path: "/bare/echo", requestStream: true, responseStream: true, ...coder },
      download: { path: "/bare/download", requestStream: false, responseStream: true, ...coder },
      upload: { path: "/bare/upload", requestStream: true, responseStream: false, ...coder },
      messages: { path: "/bare/messages", requestStream: false, responseStream: true, ...coder, ...responseCoder },
      gather: { path: "/bare/gather", requestStream: true, responseStream: false, ...coder, ...requestCoder },
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
      upload,
      messages(call: ServerWritableStream<Buffer, object>) {
        for (const message of messagesOf(call.request.readUInt32LE())) call.write(message);
        call.end();
      },
      gather: upload,
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
  /** The same with ReadStream's responses. */
  downloadMessages(totalBytes: number): Promise<number>;
  /** The same with WriteStream's requests. */
  uploadMessages(totalBytes: number): Promise<void>;
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
    async downloadMessages(totalBytes) {
      const { responseDeserialize } = ReadStream;
      const request = requestOf(totalBytes, 0);
      const call = client.makeServerStreamRequest(
        "/bare/messages",
        same,
        responseDeserialize,
        request,
        new Metadata(),
        {},
      );
      let received = 0;
      for await (const message of call) received += (message as ReadStreamResponse__Output).data.length;
      return received;
    },
    uploadMessages: (totalBytes) =>
      new Promise((resolve, reject) => {
        const { requestSerialize } = WriteStream;
        const call = client.makeClientStreamRequest(
          "/bare/gather",
          requestSerialize,
          same,
          new Metadata(),
          {},
          (error) => (error ? reject(error) : resolve()),
        );
        for (const message of messagesOf(totalBytes)) call.write(message);
        call.end();
      }),
    close() {
      echo.end();
      client.close();
    },
  };
}
