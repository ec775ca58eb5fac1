/** Requests and replies, command by command, as the protocol document says it. */

import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { ROOT_CALLER } from "../volume/core.ts";
import { type EnterOptions, GIB, MIB, openDoor, until } from "./door.ts";
import { CMD, ERRNO, FLAG, type RequestFields } from "./frames.ts";
import type { RawClient } from "./raw-client.ts";

/** Sends a request without a reply of data, and gives its errno, from whichever kind of reply says it. */
async function errnoOf(client: RawClient, fields: RequestFields, payload?: Uint8Array): Promise<number> {
  client.request(fields, payload);
  const magic = (await client.bytes(4)).readUInt32BE();
  if (magic === 0x67446698) return (await client.bytes(12)).readUInt32BE(0);
  const rest = await client.bytes(16);
  const payloadBytes = await client.bytes(rest.readUInt32BE(12));
  if ((rest.readUInt16BE(2) & 0x8000) === 0) return 0;
  // An error chunk: a number, and a text for people of the length that it says.
  expect(payloadBytes.length).toBe(6 + payloadBytes.readUInt16BE(4));
  return payloadBytes.readUInt32BE(0);
}

async function read(client: RawClient, offset: number, length: number, flags = 0): Promise<Buffer> {
  client.request({ type: CMD.read, offset, length, flags, cookie: 0xfedcba9876543210n });
  const chunk = await client.chunk();
  expect(chunk.flags).toBe(1);
  expect(chunk.cookie).toBe(0xfedcba9876543210n);
  expect(chunk.payload.readBigUInt64BE(0)).toBe(BigInt(offset));
  if (chunk.type === 2) {
    expect(chunk.payload.readUInt32BE(8)).toBe(length);
    return Buffer.alloc(length);
  }
  expect(chunk.type).toBe(1);
  return chunk.payload.subarray(8);
}

const SIMPLE: EnterOptions = { structured: false };

it("reads what was written, in simple and in structured replies, at any size and alignment", async () => {
  for (const cipher of ["AES_256_XTS", "AES_256_GCM"]) {
    await using test = await openDoor({ cipher });
    await using structured = await test.enter();
    await using simple = await test.enter(SIMPLE);
    for (const [offset, length] of [
      [0, 4096],
      [512, 512],
      [MIB + 1, 100_001],
      [5 * MIB, 3 * MIB],
      [GIB - 512, 512],
      [32 * MIB, 32 * MIB],
    ] as const) {
      const data = randomBytes(length);
      expect(await errnoOf(simple, { type: CMD.write, offset, length, flags: FLAG.fua }, data)).toBe(0);
      expect((await read(structured, offset, length)).equals(data)).toBe(true);
      expect((await read(structured, offset, length, FLAG.df | FLAG.fua)).equals(data)).toBe(true);
      simple.request({ type: CMD.read, offset, length, cookie: 7n });
      const reply = await simple.simpleReply(length);
      expect([reply.errno, reply.cookie, reply.data.equals(data)]).toEqual([0, 7n, true]);
    }
  }
});

it("answers a read of zeroes with a hole", async () => {
  await using test = await openDoor();
  await using client = await test.enter();
  await test.volume.device.write(4096, Buffer.alloc(4096));
  await test.volume.device.write(3 * MIB - 1, Buffer.of(1));
  for (const [offset, length, type] of [
    [0, MIB, 2],
    [4096, 4096, 2],
    [2 * MIB, MIB, 1],
    [2 * MIB, MIB - 1, 2],
  ] as const) {
    client.request({ type: CMD.read, offset, length });
    expect((await client.chunk()).type).toBe(type);
  }
});

it("matches many answers to their requests by cookie", async () => {
  await using test = await openDoor();
  await using client = await test.enter(SIMPLE);
  const sectors = 300;
  for (let i = 0; i < sectors; i++) {
    client.request({ type: CMD.write, offset: i * 4096, length: 4096, cookie: BigInt(i) }, Buffer.alloc(4096, i));
  }
  for (let i = 0; i < sectors; i++) expect((await client.simpleReply()).errno).toBe(0);
  for (let i = 0; i < sectors; i++)
    client.request({ type: CMD.read, offset: i * 4096, length: 4096, cookie: BigInt(i) });
  for (let i = 0; i < sectors; i++) {
    const { cookie, data } = await client.simpleReply(4096);
    expect(data.equals(Buffer.alloc(4096, Number(cookie)))).toBe(true);
  }
});

it("flushes, trims, zeroes, caches", async () => {
  await using test = await openDoor();
  await using client = await test.enter();
  const { device } = test.volume;
  const range = { offset: MIB, length: 64 * 1024 };
  const allocated = async () => (await device.allocation(range.offset, range.length)).map((extent) => extent.allocated);
  const ones = Buffer.alloc(range.length, 1);

  expect(await errnoOf(client, { type: CMD.flush })).toBe(0);
  expect(await errnoOf(client, { type: CMD.flush, flags: FLAG.fua })).toBe(0);
  expect(await errnoOf(client, { type: CMD.cache, ...range })).toBe(0);
  for (const [type, flags, holes] of [
    [CMD.trim, 0, true],
    [CMD.trim, FLAG.fua, true],
    [CMD.writeZeroes, 0, true],
    [CMD.writeZeroes, FLAG.fua, true],
    [CMD.writeZeroes, FLAG.fastZero, true],
    [CMD.writeZeroes, FLAG.noHole, false],
    [CMD.writeZeroes, FLAG.noHole | FLAG.fua, false],
  ] as const) {
    expect(await errnoOf(client, { type: CMD.write, ...range }, ones)).toBe(0);
    expect(await errnoOf(client, { type, flags, ...range })).toBe(0);
    expect((await read(client, range.offset, range.length)).equals(Buffer.alloc(range.length))).toBe(true);
    expect(await allocated()).toEqual([!holes]);
  }
});

it("refuses zeroes that are to be fast and to take space, and changes nothing", async () => {
  await using test = await openDoor();
  await using client = await test.enter();
  const range = { offset: 0, length: 4096 };
  await errnoOf(client, { type: CMD.write, ...range }, Buffer.alloc(4096, 9));
  const flags = FLAG.fastZero | FLAG.noHole;
  expect(await errnoOf(client, { type: CMD.writeZeroes, flags, ...range })).toBe(ERRNO.ENOTSUP);
  expect(await read(client, 0, 4096)).toEqual(Buffer.alloc(4096, 9));
});

it("tells what is allocated, as far as asked", async () => {
  await using test = await openDoor();
  await using client = await test.enter();
  await test.volume.device.write(8192, Buffer.alloc(8192, 1));
  const status = async (offset: number, length: number, flags = 0) => {
    client.request({ type: CMD.blockStatus, offset, length, flags });
    const { type, payload } = await client.chunk();
    expect(type).toBe(5);
    const words = Array.from({ length: payload.length / 4 }, (_, index) => payload.readUInt32BE(4 * index));
    return words.slice(1);
  };
  expect(await status(0, MIB)).toEqual([8192, 3, 8192, 0, MIB - 16384, 3]);
  expect(await status(0, MIB, FLAG.reqOne)).toEqual([8192, 3]);
  expect(await status(8192, 512, FLAG.reqOne)).toEqual([512, 0]);
  expect(await status(4096, GIB - 4096)).toEqual([4096, 3, 8192, 0, GIB - 16384, 3]);
});

it("refuses what is out of range, empty, unaligned, unknown or not agreed, and goes on", async () => {
  await using test = await openDoor();
  const range = { offset: GIB - 512, length: 1024 };
  const farOff = { offset: 0xffff_ffff_ffff_fe00n, length: 512 };
  const payload = Buffer.alloc(1024);
  for (const structured of [true, false]) {
    await using client = await test.enter({ structured });
    for (const where of [range, farOff]) {
      const data = payload.subarray(0, where.length);
      expect(await errnoOf(client, { type: CMD.read, ...where })).toBe(ERRNO.EINVAL);
      expect(await errnoOf(client, { type: CMD.trim, ...where })).toBe(ERRNO.EINVAL);
      expect(await errnoOf(client, { type: CMD.cache, ...where })).toBe(ERRNO.EINVAL);
      expect(await errnoOf(client, { type: CMD.blockStatus, ...where })).toBe(ERRNO.EINVAL);
      expect(await errnoOf(client, { type: CMD.write, ...where }, data)).toBe(ERRNO.ENOSPC);
      expect(await errnoOf(client, { type: CMD.writeZeroes, ...where })).toBe(ERRNO.ENOSPC);
    }
    for (const type of [CMD.read, CMD.write, CMD.trim, CMD.cache, CMD.writeZeroes, CMD.blockStatus]) {
      expect(await errnoOf(client, { type, length: 0 })).toBe(ERRNO.EINVAL);
    }
    for (const type of [8, 9, 1000, 0xffff]) expect(await errnoOf(client, { type })).toBe(ERRNO.EINVAL);
    expect(await errnoOf(client, { type: CMD.flush, length: 512 })).toBe(ERRNO.EINVAL);
    expect(await errnoOf(client, { type: CMD.read, length: 512, flags: FLAG.reqOne })).toBe(ERRNO.EINVAL);
    expect(await errnoOf(client, { type: CMD.cache, length: 512, flags: 0x8000 })).toBe(ERRNO.EINVAL);
    const tooLong = { type: CMD.read, length: 32 * MIB + 512 };
    expect(await errnoOf(client, tooLong)).toBe(ERRNO.EOVERFLOW);
    expect(await errnoOf(client, { type: CMD.flush })).toBe(0);
  }
  await using simple = await test.enter(SIMPLE);
  expect(await errnoOf(simple, { type: CMD.read, length: 512, flags: FLAG.df })).toBe(ERRNO.EINVAL);
  await using agreed = await test.enter({ blockSize: true });
  expect(await errnoOf(agreed, { type: CMD.read, length: 511 })).toBe(ERRNO.EINVAL);
  expect(await errnoOf(agreed, { type: CMD.write, offset: 1, length: 512 }, Buffer.alloc(512))).toBe(ERRNO.EINVAL);
  expect(await errnoOf(agreed, { type: CMD.read, offset: 512, length: 512 })).toBe(0);
});

it("refuses writes of every kind to a read-only attachment with EPERM", async () => {
  await using test = await openDoor({ multiAttachEnabled: true });
  const { volumeId } = test.volume;
  const { attachmentId } = await test.core.volumes.attachVolume(ROOT_CALLER, { volumeId, readOnly: true });
  await using client = await test.enter({ name: attachmentId });
  const range = { length: 512 };
  expect(await errnoOf(client, { type: CMD.write, ...range }, Buffer.alloc(512))).toBe(ERRNO.EPERM);
  for (const type of [CMD.trim, CMD.writeZeroes]) expect(await errnoOf(client, { type, ...range })).toBe(ERRNO.EPERM);
  expect(await errnoOf(client, { type: CMD.read, ...range })).toBe(0);
});

it("answers everything in flight before it closes at NBD_CMD_DISC", async () => {
  await using test = await openDoor();
  await using client = await test.enter(SIMPLE);
  for (let i = 0; i < 50; i++) client.request({ type: CMD.write, offset: i * MIB, length: MIB }, Buffer.alloc(MIB, i));
  client.request({ type: CMD.disc });
  for (let i = 0; i < 50; i++) expect((await client.simpleReply()).errno).toBe(0);
  expect((await client.end()).length).toBe(0);
});

it("closes a connection whose request is nonsense, too large or cut off, and no other", async () => {
  await using test = await openDoor();
  await using other = await test.enter(SIMPLE);
  for (const fields of [
    { type: CMD.read, magic: 0x12560953, length: 512 },
    { type: CMD.write, length: 32 * MIB + 1 },
    { type: CMD.write, length: 0xffffffff },
  ]) {
    await using client = await test.enter();
    client.request(fields);
    expect((await client.end()).length).toBe(0);
  }
  await using truncated = await test.enter();
  truncated.request({ type: CMD.write, length: MIB }, Buffer.alloc(MIB - 1, 5));
  truncated.socket.end();
  await truncated.end();
  // The write that was cut off has not happened.
  expect(await test.volume.device.read(0, 4096)).toEqual(Buffer.alloc(4096));
  expect(await errnoOf(other, { type: CMD.flush })).toBe(0);
  await until(() => test.door.connections === 1);
});

it("gives EPERM while the key is disabled, on a connection that stays", async () => {
  await using test = await openDoor();
  await using client = await test.enter();
  const caller = { arn: "arn:aws:iam::000000000000:root", accountId: "000000000000" };
  const { keyId } = test.volume;
  const data = randomBytes(4096);
  expect(await errnoOf(client, { type: CMD.write, length: 4096 }, data)).toBe(0);
  await test.core.call("DisableKey", caller, { keyId });
  expect(await errnoOf(client, { type: CMD.read, length: 4096 })).toBe(ERRNO.EPERM);
  expect(await errnoOf(client, { type: CMD.write, length: 4096 }, data)).toBe(ERRNO.EPERM);
  expect(await errnoOf(client, { type: CMD.trim, length: 4096 })).toBe(ERRNO.EPERM);
  expect(await errnoOf(client, { type: CMD.writeZeroes, length: 4096, flags: FLAG.noHole })).toBe(ERRNO.EPERM);
  expect(await errnoOf(client, { type: CMD.flush })).toBe(0);
  await test.core.call("EnableKey", caller, { keyId });
  expect((await read(client, 0, 4096)).equals(data)).toBe(true);
});

it("cuts off a client that takes no answers when the key is disabled; others are not held up meanwhile", async () => {
  await using test = await openDoor();
  const data = randomBytes(32 * MIB);
  for (let at = 0; at < data.length; at += MIB) await test.volume.device.write(at, data.subarray(at, at + MIB));
  await using slow = await test.enter();
  await using quick = await test.enter(SIMPLE);
  slow.socket.pause();
  for (let i = 0; i < 600; i++)
    slow.request({ type: CMD.read, offset: (i % 32) * MIB, length: MIB, cookie: BigInt(i) });
  quick.request({ type: CMD.read, offset: MIB, length: MIB });
  expect((await quick.simpleReply(MIB)).data.equals(data.subarray(MIB, 2 * MIB))).toBe(true);
  const caller = { arn: "arn:aws:iam::000000000000:root", accountId: "000000000000" };
  await test.core.call("DisableKey", caller, { keyId: test.volume.keyId });
  await until(() => test.door.connections === 1);
  expect(await errnoOf(quick, { type: CMD.read, length: 512 })).toBe(ERRNO.EPERM);
  slow.socket.resume();
  // What had left before is there; far from all that was asked for.
  expect((await slow.end()).length).toBeLessThan(200 * MIB);
});

it("reads no more from a client that takes no answers: what it holds for it is bounded", async () => {
  await using test = await openDoor();
  await test.volume.device.write(0, randomBytes(MIB));
  await using slow = await test.enter();
  slow.socket.pause();
  const request = Buffer.alloc(28 * 20_000);
  slow.request({ type: CMD.read, length: MIB });
  for (let at = 0; at < request.length; at += 28) {
    request.writeUInt32BE(0x25609513, at);
    request.writeUInt32BE(MIB, at + 24);
  }
  const before = process.memoryUsage().rss;
  slow.send(request);
  await using quick = await test.enter(SIMPLE);
  for (let i = 0; i < 200; i++) expect(await errnoOf(quick, { type: CMD.flush })).toBe(0);
  expect(process.memoryUsage().rss - before).toBeLessThan(400 * MIB);
});

it("disconnects clients when the attachment ends, with all that was acknowledged on the disk", async () => {
  await using test = await openDoor();
  await using client = await test.enter(SIMPLE);
  const data = randomBytes(MIB);
  for (let i = 0; i < 8; i++) client.request({ type: CMD.write, offset: i * MIB, length: MIB }, data);
  for (let i = 0; i < 8; i++) expect((await client.simpleReply()).errno).toBe(0);
  const { volumeId } = test.volume;
  await test.core.volumes.detachVolume({ volumeId });
  expect((await client.end()).length).toBe(0);
  await until(() => test.door.connections === 0);
  // The name is gone with the attachment.
  await expect(test.enter()).rejects.toThrow("refused");
  const { attachmentId } = await test.core.volumes.attachVolume(ROOT_CALLER, { volumeId });
  await using again = await test.enter({ name: attachmentId });
  expect((await read(again, 7 * MIB, MIB)).equals(data)).toBe(true);
});

it("answers what is in flight when the door closes, and takes nothing new", async () => {
  await using test = await openDoor();
  await using busy = await test.enter(SIMPLE);
  await using haggling = await test.connect();
  await haggling.greet();
  for (let i = 0; i < 4; i++) busy.request({ type: CMD.write, offset: i * MIB, length: MIB }, Buffer.alloc(MIB, 1));
  expect((await busy.simpleReply()).errno).toBe(0);
  await test.door.close(5000);
  const rest = await busy.end();
  expect(rest.length % 16).toBe(0);
  for (let at = 0; at < rest.length; at += 16) expect(rest.readUInt32BE(at + 4)).toBe(0);
  await haggling.end();
  await expect(test.connect()).rejects.toThrow();
});
