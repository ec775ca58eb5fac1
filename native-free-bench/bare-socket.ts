/**
 * The reference for Envol's NBD door: a Unix-socket server that takes and gives as many bytes as NBD would, and does
 * nothing else. A message begins with its length after the header and the length of its answer.
 */

import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** As long as the header of an NBD request, and of a simple reply. */
const REQUEST_BYTES = 28;
const REPLY_BYTES = 16;
const MESSAGE_BYTES_MAX = 2 ** 25;

const answers = Buffer.alloc(MESSAGE_BYTES_MAX, 7);

/** Calls back with each request's header; what follows a header is counted, and dropped. */
function onRequests(socket: Socket, answer: (header: Buffer) => void): void {
  const header = Buffer.alloc(REQUEST_BYTES);
  let headerBytes = 0;
  let payloadLeft = 0;
  socket.on("data", (chunk: Buffer) => {
    for (let at = 0; at < chunk.length; ) {
      if (payloadLeft > 0) {
        const skipped = Math.min(payloadLeft, chunk.length - at);
        payloadLeft -= skipped;
        at += skipped;
      } else {
        const taken = chunk.copy(header, headerBytes, at);
        headerBytes += taken;
        at += taken;
        if (headerBytes < REQUEST_BYTES) return;
        headerBytes = 0;
        payloadLeft = header.readUInt32LE(0);
      }
      if (headerBytes === 0 && payloadLeft === 0) answer(header);
    }
  });
  socket.on("error", () => {});
}

/** Serves until the returned function is called. */
export async function serveBareSocket(path: string): Promise<() => void> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    onRequests(socket, (header) => {
      // What is answered in one turn goes out in one system call, as the door does it.
      if (socket.writableCorked === 0) {
        socket.cork();
        process.nextTick(() => socket.uncork());
      }
      socket.write(answers.subarray(0, REPLY_BYTES + header.readUInt32LE(4)));
    });
  });
  server.listen(path);
  await once(server, "listening");
  return () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
}

export interface BareSocket {
  /** So many requests with payloads and answers of these sizes, `depth` of them ahead of their answers. One call at a time. */
  exchange(requests: number, depth: number, answerBytes: number, payloadBytes: number): Promise<void>;
  close(): void;
}

export async function connectBareSocket(path: string): Promise<BareSocket> {
  const socket = connect(path);
  await once(socket, "connect");
  socket.on("error", () => {});
  let onAnswers = (_chunk: Buffer) => {};
  socket.on("data", (chunk: Buffer) => onAnswers(chunk));
  return {
    exchange: (requests, depth, answerBytes, payloadBytes) =>
      new Promise((resolve) => {
        const request = Buffer.alloc(REQUEST_BYTES + payloadBytes);
        request.writeUInt32LE(payloadBytes, 0);
        request.writeUInt32LE(answerBytes, 4);
        const answerTotal = REPLY_BYTES + answerBytes;
        let asked = 0;
        let received = 0;
        const ask = () => {
          for (; asked < Math.min(requests, depth + Math.floor(received / answerTotal)); asked++) socket.write(request);
        };
        onAnswers = (chunk) => {
          received += chunk.length;
          socket.cork();
          ask();
          socket.uncork();
          if (received === requests * answerTotal) resolve();
        };
        ask();
      }),
    close: () => void socket.destroy(),
  };
}
