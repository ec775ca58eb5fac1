/** An HTTP/2 client that speaks just enough gRPC to do what a good client never does: leave its data untaken. */

import { type ClientHttp2Session, type ClientHttp2Stream, connect, type IncomingHttpHeaders } from "node:http2";
import { connect as connectSocket, type Socket } from "node:net";
import { Duplex } from "node:stream";

export interface RawCall {
  readonly session: ClientHttp2Session;
  readonly stream: ClientHttp2Stream;
  readonly headers: Promise<IncomingHttpHeaders>;
  /** Resolves when the stream is gone. */
  readonly closed: Promise<void>;
  readonly trailers: () => IncomingHttpHeaders | undefined;
  readonly receivedBytes: () => number;
  /** Lets the server send. */
  openWindow(bytes: number): void;
  /** Resolves when the server has answered a ping that was sent after all that came before. */
  roundTrip(): Promise<void>;
}

/** Begins a call whose response may not send more than `windowBytes`. */
export function rawCall(socket: Duplex, path: string, message: Buffer, windowBytes: number): RawCall {
  const session = connect("http://localhost", {
    createConnection: () => socket,
    settings: { initialWindowSize: windowBytes },
  });
  session.on("error", () => {});
  if (windowBytes > 65_535) session.once("connect", () => session.setLocalWindowSize(windowBytes));
  const stream = session.request({
    ":method": "POST",
    ":path": path,
    "content-type": "application/grpc",
    te: "trailers",
  });
  let trailers: IncomingHttpHeaders | undefined;
  let receivedBytes = 0;
  const headers = new Promise<IncomingHttpHeaders>((resolve) => stream.once("response", resolve));
  const closed = new Promise<void>((resolve) => stream.once("close", resolve));
  stream.on("error", () => {});
  stream.on("trailers", (received) => {
    trailers = received;
  });
  stream.on("data", (data: Buffer) => {
    receivedBytes += data.length;
  });
  const frame = Buffer.alloc(5);
  frame.writeUInt32BE(message.length, 1);
  stream.end(Buffer.concat([frame, message]));
  return {
    session,
    stream,
    headers,
    closed,
    trailers: () => trailers,
    receivedBytes: () => receivedBytes,
    openWindow: (bytes) => session.settings({ initialWindowSize: bytes }),
    roundTrip: () => new Promise((resolve) => session.ping(() => resolve())),
  };
}

/** A socket that can stop reading altogether, so that what the server writes stays in its own process. */
export function stallableSocket(path: string): { duplex: Duplex; socket: Socket; received: () => number } {
  const socket = connectSocket(path);
  let received = 0;
  const duplex = new Duplex({
    read() {},
    write: (chunk, _encoding, done) => void socket.write(chunk, done),
  });
  socket.on("data", (data) => {
    received += data.length;
    duplex.push(data);
  });
  socket.on("error", () => {});
  socket.on("close", () => duplex.push(null));
  return { duplex, socket, received: () => received };
}
