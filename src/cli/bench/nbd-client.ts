/**
 * A small NBD client, for measuring: one connection, any number of requests at a time, simple replies. The names are those
 * of the protocol document (https://github.com/NetworkBlockDevice/nbd/blob/master/doc/proto.md).
 */

import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { EnvolError } from "../../errors.ts";

const NBDMAGIC = 0x4e42444d41474943n;
const IHAVEOPT = 0x49484156454f5054n;
const REQUEST_MAGIC = 0x25609513;
const SIMPLE_REPLY_MAGIC = 0x67446698;

/** NBD_FLAG_C_FIXED_NEWSTYLE and NBD_FLAG_C_NO_ZEROES. */
const CLIENT_FLAGS = 3;
const OPT_GO = 7;
const REP_ACK = 1;
/** Replies from here on are errors. */
const REP_ERROR_MIN = 2 ** 31;
const CMD = { read: 0, write: 1, disc: 2, flush: 3 } as const;

const GREETING_BYTES = 18;
const OPTION_REPLY_BYTES = 20;
const REQUEST_BYTES = 28;
const REPLY_BYTES = 16;

/** Requests run side by side and are answered in any order. One that is refused rejects and leaves the connection as it is. */
export interface NbdClient {
  read(offsetBytes: number, lengthBytes: number): Promise<Buffer>;
  /** `data` must stay as it is until the promise has settled. */
  write(offsetBytes: number, data: Uint8Array): Promise<void>;
  flush(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Connects to an export.
 * @param uri nbd+unix:///NAME?socket=PATH or nbd://HOST:PORT/NAME; TLS is not spoken
 * @throws UNAVAILABLE
 */
export async function connectNbd(uri: string): Promise<NbdClient> {
  const { protocol, hostname, port, pathname, searchParams } = new URL(uri);
  if (protocol.startsWith("nbds")) throw new EnvolError("UNAVAILABLE", "This NBD client does not speak TLS.");
  const socket = protocol.endsWith("+unix:")
    ? connect(searchParams.get("socket") ?? "")
    : connect({ host: hostname, port: Number(port || 10_809), noDelay: true });
  try {
    await once(socket, "connect");
    await negotiate(socket, decodeURIComponent(pathname.slice(1)));
  } catch (cause) {
    socket.destroy();
    if (cause instanceof EnvolError) throw cause;
    throw new EnvolError("UNAVAILABLE", "Cannot connect over NBD.", { cause });
  }
  return new Transmission(socket);
}

/** Settles on an export: "Fixed newstyle negotiation", with NBD_OPT_GO alone. */
async function negotiate(socket: Socket, exportName: string): Promise<void> {
  const greeting = await take(socket, GREETING_BYTES);
  if (greeting.readBigUInt64BE(0) !== NBDMAGIC || greeting.readBigUInt64BE(8) !== IHAVEOPT) {
    throw new EnvolError("UNAVAILABLE", "What answers there is no NBD server of the fixed newstyle.");
  }
  const name = Buffer.from(exportName);
  const message = Buffer.alloc(4 + 16 + 4 + name.length + 2);
  message.writeUInt32BE(CLIENT_FLAGS, 0);
  message.writeBigUInt64BE(IHAVEOPT, 4);
  message.writeUInt32BE(OPT_GO, 12);
  message.writeUInt32BE(4 + name.length + 2, 16);
  message.writeUInt32BE(name.length, 20);
  name.copy(message, 24);
  socket.write(message);
  for (;;) {
    const reply = await take(socket, OPTION_REPLY_BYTES);
    const type = reply.readUInt32BE(12);
    const lengthBytes = reply.readUInt32BE(16);
    if (lengthBytes > 0) await take(socket, lengthBytes);
    if (type === REP_ACK) return;
    if (type >= REP_ERROR_MIN) throw new EnvolError("UNAVAILABLE", "The NBD server has no such export.");
  }
}

/** The next bytes, before the transmission. @throws UNAVAILABLE when the connection ends first */
async function take(socket: Socket, lengthBytes: number): Promise<Buffer> {
  for (;;) {
    const bytes = socket.read(lengthBytes) as Buffer | null;
    if (bytes?.length === lengthBytes) return bytes;
    if (bytes !== null || socket.readableEnded) throw connectionLost();
    await Promise.race([once(socket, "readable"), once(socket, "end")]);
  }
}

function connectionLost(): EnvolError {
  return new EnvolError("UNAVAILABLE", "The NBD connection ended.");
}

interface Asked {
  /** What a read is answered into. */
  readonly data: Buffer;
  readonly resolve: (data: Buffer) => void;
  readonly reject: (reason: unknown) => void;
}

const NO_DATA = Buffer.alloc(0);

class Transmission implements NbdClient {
  readonly #socket: Socket;
  readonly #asked = new Map<number, Asked>();
  #nextCookie = 1;
  #failure: EnvolError | undefined;
  /** The header of the next reply, as far as it has come. */
  readonly #header = Buffer.alloc(REPLY_BYTES);
  #headerBytes = 0;
  /** The read that is being answered, and how much of its data has come. */
  #answered: Asked | undefined;
  #answeredBytes = 0;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (chunk: Buffer) => this.#receive(chunk));
    socket.on("error", () => {});
    socket.on("close", () => this.#fail(connectionLost()));
  }

  read(offsetBytes: number, lengthBytes: number): Promise<Buffer> {
    return this.#ask(CMD.read, offsetBytes, lengthBytes, Buffer.allocUnsafe(lengthBytes), NO_DATA);
  }

  async write(offsetBytes: number, data: Uint8Array): Promise<void> {
    await this.#ask(CMD.write, offsetBytes, data.length, NO_DATA, data);
  }

  async flush(): Promise<void> {
    await this.#ask(CMD.flush, 0, 0, NO_DATA, NO_DATA);
  }

  async close(): Promise<void> {
    if (this.#failure !== undefined) return;
    const closed = once(this.#socket, "close");
    this.#send(CMD.disc, 0, 0, 0, NO_DATA);
    this.#socket.end();
    await closed;
  }

  #ask(command: number, offsetBytes: number, lengthBytes: number, into: Buffer, payload: Uint8Array): Promise<Buffer> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const cookie = this.#nextCookie++;
    return new Promise((resolve, reject) => {
      this.#asked.set(cookie, { data: into, resolve, reject });
      this.#send(command, cookie, offsetBytes, lengthBytes, payload);
    });
  }

  #send(command: number, cookie: number, offsetBytes: number, lengthBytes: number, payload: Uint8Array): void {
    const header = Buffer.allocUnsafe(REQUEST_BYTES);
    header.writeUInt32BE(REQUEST_MAGIC, 0);
    header.writeUInt32BE(command, 4);
    writeUint64(header, 8, cookie);
    writeUint64(header, 16, offsetBytes);
    header.writeUInt32BE(lengthBytes, 24);
    // What is asked in one turn goes out in one system call.
    if (this.#socket.writableCorked === 0) {
      this.#socket.cork();
      process.nextTick(() => this.#socket.uncork());
    }
    this.#socket.write(header);
    if (payload.length > 0) this.#socket.write(payload);
  }

  #receive(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) {
      at +=
        this.#answered === undefined ? this.#receiveHeader(chunk, at) : this.#receiveData(this.#answered, chunk, at);
    }
  }

  /** Takes what belongs to the header from a chunk, and says how much that was. */
  #receiveHeader(chunk: Buffer, at: number): number {
    const taken = chunk.copy(this.#header, this.#headerBytes, at);
    this.#headerBytes += taken;
    if (this.#headerBytes < REPLY_BYTES) return taken;
    this.#headerBytes = 0;
    const cookie = readUint64(this.#header, 8);
    const asked = this.#asked.get(cookie);
    if (this.#header.readUInt32BE(0) !== SIMPLE_REPLY_MAGIC || asked === undefined) {
      this.#fail(new EnvolError("UNAVAILABLE", "The NBD server sent what is no reply to any request."));
      this.#socket.destroy();
      return chunk.length - at;
    }
    this.#asked.delete(cookie);
    const errno = this.#header.readUInt32BE(4);
    if (errno !== 0)
      asked.reject(new EnvolError("UNAVAILABLE", `The NBD server refused a request, with error ${errno}.`));
    else if (asked.data.length === 0) asked.resolve(asked.data);
    else this.#answered = asked;
    return taken;
  }

  #receiveData(asked: Asked, chunk: Buffer, at: number): number {
    const taken = chunk.copy(asked.data, this.#answeredBytes, at);
    this.#answeredBytes += taken;
    if (this.#answeredBytes === asked.data.length) {
      this.#answered = undefined;
      this.#answeredBytes = 0;
      asked.resolve(asked.data);
    }
    return taken;
  }

  #fail(failure: EnvolError): void {
    this.#failure ??= failure;
    this.#answered?.reject(this.#failure);
    for (const { reject } of this.#asked.values()) reject(this.#failure);
    this.#asked.clear();
  }
}

function writeUint64(into: Buffer, at: number, value: number): void {
  into.writeUInt32BE(Math.floor(value / 2 ** 32), at);
  into.writeUInt32BE(value % 2 ** 32, at + 4);
}

function readUint64(from: Buffer, at: number): number {
  return from.readUInt32BE(at) * 2 ** 32 + from.readUInt32BE(at + 4);
}
