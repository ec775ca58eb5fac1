/**
 * The least that an NBD server in Node.js can be, to tell what the runtime costs from what Envol does: sectors in one
 * piece of memory, a createCipheriv for each, one write for what one read of the socket has asked. It has no store, keys
 * nobody can take away, and trusts its client.
 *
 *     tsx scripts/nbd/bare-server.ts SOCKET SIZE_BYTES
 *
 * Clause numbers and constants: NBD protocol, doc/proto.md; envol's own are in src/serve/nbd/wire.ts.
 */

import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { createServer, type Socket } from "node:net";

const [path, sizeBytes] = [process.argv[2] as string, Number(process.argv[3])];
const SECTOR_BYTES = 4096;
const OPTION = { info: 6, go: 7 };
const REPLY = { ack: 1, info: 3, unsupported: 2 ** 31 + 1 };
const COMMAND = { read: 0, write: 1, disc: 2 };
/** It has flags, and takes FLUSH, which has nothing to do here. */
const TRANSMISSION_FLAGS = 0b101;
const REQUEST_BYTES = 28;
const OPTION_BYTES = 16;

const disk = Buffer.alloc(sizeBytes);
const key = randomBytes(64);
const tweak = Buffer.alloc(16);

function tweakOf(sector: number): Buffer {
  tweak.writeUInt32LE(sector);
  return tweak;
}

function read(offset: number, length: number): Buffer[] {
  return Array.from({ length: length / SECTOR_BYTES }, (_, index) => {
    const at = offset + index * SECTOR_BYTES;
    const decipher = createDecipheriv("aes-256-xts", key, tweakOf(at / SECTOR_BYTES));
    return decipher.update(disk.subarray(at, at + SECTOR_BYTES));
  });
}

function write(offset: number, data: Buffer): void {
  for (let done = 0; done < data.length; done += SECTOR_BYTES) {
    const cipher = createCipheriv("aes-256-xts", key, tweakOf((offset + done) / SECTOR_BYTES));
    disk.set(cipher.update(data.subarray(done, done + SECTOR_BYTES)), offset + done);
  }
}

function greeting(): Buffer {
  const bytes = Buffer.alloc(18);
  bytes.write("NBDMAGICIHAVEOPT");
  bytes.writeUInt16BE(3, 16);
  return bytes;
}

function optionReply(option: number, type: number, data: Buffer = Buffer.alloc(0)): Buffer {
  const header = Buffer.alloc(20);
  header.writeBigUInt64BE(0x3e889045565a9n);
  header.writeUInt32BE(option, 8);
  header.writeUInt32BE(type, 12);
  header.writeUInt32BE(data.length, 16);
  return Buffer.concat([header, data]);
}

function exportInfo(): Buffer {
  const info = Buffer.alloc(12);
  info.writeBigUInt64BE(BigInt(sizeBytes), 2);
  info.writeUInt16BE(TRANSMISSION_FLAGS, 10);
  return info;
}

function simpleReply(bytes: Buffer, at: number): Buffer {
  const reply = Buffer.alloc(16);
  reply.writeUInt32BE(0x67446698);
  bytes.copy(reply, 8, at + 8, at + 16);
  return reply;
}

/** Each takes what it can from `bytes`, and gives how many it took: 0 when there are too few. */
type Phase = (socket: Socket, bytes: Buffer, at: number, out: Buffer[]) => number;

const phases: Record<"flags" | "options" | "transmission", Phase> = {
  flags: (_socket, bytes, at) => (bytes.length - at < 4 ? 0 : 4),
  options(socket, bytes, at) {
    if (bytes.length - at < OPTION_BYTES) return 0;
    const option = bytes.readUInt32BE(at + 8);
    const taken = OPTION_BYTES + bytes.readUInt32BE(at + 12);
    if (bytes.length - at < taken) return 0;
    if (option !== OPTION.go && option !== OPTION.info) socket.write(optionReply(option, REPLY.unsupported));
    else {
      socket.write(Buffer.concat([optionReply(option, REPLY.info, exportInfo()), optionReply(option, REPLY.ack)]));
    }
    return taken;
  },
  transmission(socket, bytes, at, out) {
    if (bytes.length - at < REQUEST_BYTES) return 0;
    const command = bytes.readUInt16BE(at + 6);
    const offset = bytes.readUInt32BE(at + 16) * 2 ** 32 + bytes.readUInt32BE(at + 20);
    const length = bytes.readUInt32BE(at + 24);
    const taken = REQUEST_BYTES + (command === COMMAND.write ? length : 0);
    if (bytes.length - at < taken) return 0;
    if (command === COMMAND.disc) socket.end();
    else out.push(simpleReply(bytes, at));
    if (command === COMMAND.read) out.push(...read(offset, length));
    else if (command === COMMAND.write) write(offset, bytes.subarray(at + REQUEST_BYTES, at + taken));
    return taken;
  },
};

function serve(socket: Socket): void {
  let phase: keyof typeof phases = "flags";
  let rest: Buffer = Buffer.alloc(0);
  socket.write(greeting());
  socket.on("error", () => socket.destroy());
  socket.on("data", (received) => {
    const bytes = rest.length > 0 ? Buffer.concat([rest, received]) : received;
    const out: Buffer[] = [];
    let at = 0;
    for (;;) {
      const taken = phases[phase](socket, bytes, at, out);
      if (taken === 0) break;
      if (phase === "flags") phase = "options";
      else if (phase === "options" && bytes.readUInt32BE(at + 8) === OPTION.go) phase = "transmission";
      at += taken;
    }
    rest = bytes.subarray(at);
    socket.cork();
    for (const piece of out) socket.write(piece);
    socket.uncork();
  });
}

createServer(serve).listen(path);
