import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import { expect, it } from "vitest";
import { connectNbd } from "#envol/cli/bench/nbd-client.ts";
import { serve } from "./process.ts";

async function attached() {
  const served = await serve();
  const { volume } = await served.json("volume", "create", "--size", "1");
  const { attachment } = await served.json("volume", "attach", volume.volumeId);
  return { served, uri: attachment.nbdUri as string };
}

it("reads what it wrote, with many requests of all sizes under way", async () => {
  const { served, uri } = await attached();
  await using _served = served;
  const client = await connectNbd(uri);
  const pieces = [512, 4096, 100_000, 2 ** 20, 3 * 2 ** 20 + 512].flatMap((size) => [
    randomBytes(size),
    randomBytes(size),
  ]);
  const placed = pieces.map((data, index) => ({ data, offset: index * 2 ** 23 }));
  await Promise.all(placed.map(({ data, offset }) => client.write(offset, data)));
  await client.flush();
  const read = await Promise.all(placed.map(({ data, offset }) => client.read(offset, data.length)));
  for (const [index, { data }] of placed.entries()) expect(read[index]?.equals(data), `piece ${index}`).toBe(true);
  await client.close();
  await expect(client.read(0, 512)).rejects.toMatchObject({ code: "UNAVAILABLE" });
});

it("goes on after a request that was refused", async () => {
  const { served, uri } = await attached();
  await using _served = served;
  const client = await connectNbd(uri);
  await expect(client.read(2 ** 30, 512)).rejects.toThrow("refused a request, with error 22");
  expect(await client.read(0, 512)).toEqual(Buffer.alloc(512));
  await client.close();
});

it("says that an export, or a server, is not there", async () => {
  const { served, uri } = await attached();
  await using _served = served;
  await expect(connectNbd(uri.replace("attach-", "attach-0"))).rejects.toThrow("has no such export");
  await expect(connectNbd("nbd+unix:///x?socket=/nonexistent")).rejects.toMatchObject({ code: "UNAVAILABLE" });
  await expect(connectNbd("nbds://127.0.0.1:1/x")).rejects.toThrow("TLS");
});

it("rejects what is under way when the connection ends, or holds what is no reply", async () => {
  const { served } = await attached();
  await using _served = served;
  for (const [answer, message] of [
    [Buffer.alloc(0), "connection ended"],
    [randomBytes(16), "no reply to any request"],
  ] as const) {
    const path = join(served.directory, `fake-${answer.length}.sock`);
    const server = createServer((socket) => void speak(socket, answer)).listen(path);
    await once(server, "listening");
    const client = await connectNbd(`nbd+unix:///x?socket=${path}`);
    await expect(Promise.all([client.read(0, 512), client.flush()])).rejects.toThrow(message);
    server.close();
  }
});

/** Agrees to any export, and answers the first request with some bytes; with none, it leaves. */
async function speak(socket: Socket, answer: Buffer): Promise<void> {
  socket.on("error", () => {});
  socket.write(Buffer.from("NBDMAGICIHAVEOPT\0\x03", "latin1"));
  await once(socket, "data");
  const acknowledged = Buffer.alloc(20);
  acknowledged.writeBigUInt64BE(0x3e889045565a9n);
  acknowledged.writeUInt32BE(7, 8);
  acknowledged.writeUInt32BE(1, 12);
  socket.write(acknowledged);
  await once(socket, "data");
  if (answer.length === 0) socket.destroy();
  else socket.write(answer);
}
