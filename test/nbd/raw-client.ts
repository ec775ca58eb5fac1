/** NBD by hand: a client that sends whatever bytes a test wants, well formed or not. */

import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { encodeOptionRequest, encodeRequest, MAGIC_OPTION_REPLY, type RequestFields } from "./frames.ts";

export interface OptionReply {
  readonly option: number;
  readonly type: number;
  readonly data: Buffer;
}

export interface Chunk {
  readonly flags: number;
  readonly type: number;
  readonly cookie: bigint;
  readonly payload: Buffer;
}

/** A connection that was closed while a test still expected bytes. */
export class Closed extends Error {}

export class RawClient implements AsyncDisposable {
  readonly socket: Socket;
  #received: Buffer[] = [];
  #receivedBytes = 0;
  #wake: () => void = () => {};
  #closed = false;

  constructor(socket: Socket) {
    this.socket = socket;
    socket.on("data", (data: Buffer) => {
      this.#received.push(data);
      this.#receivedBytes += data.length;
      this.#wake();
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      this.#closed = true;
      this.#wake();
    });
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** The next bytes, as soon as there are so many. @throws Closed */
  async bytes(lengthBytes: number): Promise<Buffer> {
    while (this.#receivedBytes < lengthBytes) {
      if (this.#closed) throw new Closed(`closed with ${this.#receivedBytes} of ${lengthBytes} bytes`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    // As a rule what is wanted lies in the first piece.
    const first = this.#received[0] ?? Buffer.alloc(0);
    const all = first.length >= lengthBytes ? first : Buffer.concat(this.#received);
    const rest = all.subarray(lengthBytes);
    this.#received.splice(0, all === first ? 1 : this.#received.length, ...(rest.length > 0 ? [rest] : []));
    this.#receivedBytes -= lengthBytes;
    return all.subarray(0, lengthBytes);
  }

  send(...bytes: Uint8Array[]): void {
    this.socket.write(Buffer.concat(bytes));
  }

  /** Waits until the server has closed the connection, and gives what it sent before. */
  async end(): Promise<Buffer> {
    while (!this.#closed) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return Buffer.concat(this.#received);
  }

  /** Reads the greeting and answers with client flags: fixed newstyle and no zeroes, unless told otherwise. */
  async greet(clientFlags = 3): Promise<Buffer> {
    const greeting = await this.bytes(18);
    const flags = Buffer.alloc(4);
    flags.writeUInt32BE(clientFlags);
    this.send(flags);
    return greeting;
  }

  /** Sends an option, and reads its replies up to the final one. */
  async option(option: number, data: Uint8Array = Buffer.alloc(0)): Promise<OptionReply[]> {
    this.send(encodeOptionRequest(option, data));
    const replies: OptionReply[] = [];
    for (;;) {
      const reply = await this.optionReply();
      replies.push(reply);
      if (reply.type === 1 || reply.type >= 2 ** 31) return replies;
    }
  }

  async optionReply(): Promise<OptionReply> {
    const header = await this.bytes(20);
    if (header.readBigUInt64BE(0) !== MAGIC_OPTION_REPLY) throw new Error("not an option reply");
    const data = await this.bytes(header.readUInt32BE(16));
    return { option: header.readUInt32BE(8), type: header.readUInt32BE(12), data };
  }

  request(fields: RequestFields, payload: Uint8Array = Buffer.alloc(0)): void {
    this.send(encodeRequest(fields), payload);
  }

  /** The next simple reply, with so many bytes of data after success. */
  async simpleReply(dataBytes = 0): Promise<{ errno: number; cookie: bigint; data: Buffer }> {
    const header = await this.bytes(16);
    if (header.readUInt32BE(0) !== 0x67446698) throw new Error(`not a simple reply: ${header.toString("hex")}`);
    const errno = header.readUInt32BE(4);
    return { errno, cookie: header.readBigUInt64BE(8), data: await this.bytes(errno === 0 ? dataBytes : 0) };
  }

  async chunk(): Promise<Chunk> {
    const header = await this.bytes(20);
    if (header.readUInt32BE(0) !== 0x668e33ef) throw new Error(`not a chunk: ${header.toString("hex")}`);
    const payload = await this.bytes(header.readUInt32BE(16));
    return {
      flags: header.readUInt16BE(4),
      type: header.readUInt16BE(6),
      cookie: header.readBigUInt64BE(8),
      payload: Buffer.from(payload),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.socket.destroy();
    if (!this.#closed) await this.end();
  }
}

/** Connects to `unix:PATH` or `HOST:PORT`. */
export async function connectRaw(address: string): Promise<RawClient> {
  const [host, port] = address.split(":") as [string, string];
  const socket = address.startsWith("unix:")
    ? connect(address.slice("unix:".length))
    : connect({ host, port: Number(port) });
  const client = new RawClient(socket);
  await once(socket, "connect");
  return client;
}
