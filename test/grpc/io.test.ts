/** The Io stream: batches, answers out of order, backpressure, and its ends. */

import { Client, type ClientDuplexStream, credentials, Metadata, type ServiceError } from "@grpc/grpc-js";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connect } from "#envol/client/client.ts";
import { EnvolError } from "#envol/errors.ts";
import { LIMITS } from "#envol/limits.ts";
import { BLOCK_SERVICE } from "#envol/serve/grpc/load-protos.ts";
import type { IoRequestBatch } from "../../src/gen/envol/v1/IoRequestBatch.ts";
import type { IoResponseBatch__Output as IoResponseBatch } from "../../src/gen/envol/v1/IoResponseBatch.ts";
import { gate, MIB, openDoor, type TestDoor, until, VOLUME_ID } from "./fakes.ts";

let t: TestDoor;
let stock: Client;
beforeEach(async () => {
  t = await openDoor();
  stock = new Client(t.door.address, credentials.createInsecure(), { "grpc.max_receive_message_length": 8 * MIB });
});
afterEach(async () => {
  stock.close();
  await t[Symbol.asyncDispose]();
});

interface Stream {
  readonly call: ClientDuplexStream<IoRequestBatch, IoResponseBatch>;
  readonly batches: IoResponseBatch[];
  /** Resolves with the error that ended the stream, or undefined. */
  readonly ended: Promise<ServiceError | undefined>;
  tags(): number[];
}

function openStream(): Stream {
  const { path, requestSerialize, responseDeserialize } = BLOCK_SERVICE.Io;
  const call = stock.makeBidiStreamRequest(path, requestSerialize, responseDeserialize, new Metadata(), {});
  const batches: IoResponseBatch[] = [];
  call.on("data", (batch: IoResponseBatch) => batches.push(batch));
  const ended = new Promise<ServiceError | undefined>((resolve) => {
    call.on("error", (error: ServiceError) => resolve(error));
    call.on("end", () => resolve(undefined));
  });
  return { call, batches, ended, tags: () => batches.flatMap(({ responses }) => responses.map(({ tag }) => tag)) };
}

const read = (tag: number, offsetBytes = 0, lengthBytes = 512) => ({ tag, read: { offsetBytes, lengthBytes } });

describe("batches", () => {
  test("requests of one message are answered in one message when they are done together", async () => {
    const stream = openStream();
    const requests = Array.from({ length: 50 }, (_, index) => read(index, index * 4096, 4));
    stream.call.write({ volumeId: VOLUME_ID, requests });
    await until(() => stream.tags().length === 50);
    expect(stream.batches).toHaveLength(1);
    const { responses } = stream.batches[0] as IoResponseBatch;
    for (const { tag, data } of responses) expect(data.readUInt32LE()).toBe(tag);
    stream.call.end();
    expect(await stream.ended).toBeUndefined();
  });

  test("a message of answers holds at most 64 KiB, or a single answer", async () => {
    const stream = openStream();
    const requests = [1, 2, 3, 4].map((tag) => read(tag, 0, 25 * 1024));
    stream.call.write({ volumeId: VOLUME_ID, requests: [...requests, read(5, 0, 3 * MIB)] });
    await until(() => stream.tags().length === 5);
    expect(stream.batches.map(({ responses }) => responses.length)).toEqual([2, 2, 1]);
    stream.call.end();
    await stream.ended;
  });

  test("requests of one turn ride in one message of the client's", async () => {
    const io = t.client.io(VOLUME_ID);
    const { opened, open } = gate();
    t.device.before = () => opened;
    const reading = Promise.all(Array.from({ length: 100 }, (_, index) => io.read(index * 4096, 4)));
    // Had they come in several messages, the first would be served before the last arrives.
    await until(() => t.device.readsInFlight > 0);
    expect(t.device.readsInFlight).toBe(100);
    open();
    const read = await reading;
    expect(read.map((data) => data.readUInt32LE())).toEqual(Array.from({ length: 100 }, (_, index) => index));
    await io.close();
  });
});

describe("answers", () => {
  test("come in order of completion", async () => {
    const { opened, open } = gate();
    t.device.before = (offsetBytes) => (offsetBytes === 0 ? opened : undefined);
    const stream = openStream();
    stream.call.write({ volumeId: VOLUME_ID, requests: [read(1, 0), read(2, 4096)] });
    await until(() => stream.tags().length === 1);
    expect(stream.tags()).toEqual([2]);
    open();
    await until(() => stream.tags().length === 2);
    expect(stream.tags()).toEqual([2, 1]);
    stream.call.end();
    await stream.ended;
  });

  test("that refuse name reason and field, and the stream goes on", async () => {
    const io = t.client.io(VOLUME_ID);
    await expect(io.read(t.device.sizeBytes, 1)).rejects.toMatchObject({ code: "OUT_OF_RANGE", field: "offsetBytes" });
    await expect(io.read(0, 0)).rejects.toMatchObject({ code: "INVALID_ARGUMENT", field: "lengthBytes" });
    await expect(io.read(0, LIMITS.unaryBytesMax + 1)).rejects.toMatchObject({ code: "REQUEST_TOO_LARGE" });
    await expect(io.write(0, Buffer.alloc(LIMITS.unaryBytesMax + 1))).rejects.toMatchObject({
      code: "REQUEST_TOO_LARGE",
      field: "data",
    });
    await expect(io.write(0, Buffer.alloc(0))).rejects.toMatchObject({ code: "INVALID_ARGUMENT", field: "data" });
    t.device.refusal = new EnvolError("KEY_REVOKED", "Disabled.");
    await expect(io.write(0, Buffer.alloc(1))).rejects.toMatchObject({ code: "KEY_REVOKED", message: "Disabled." });
    t.device.refusal = undefined;
    await io.write(0, Buffer.from("ok"));
    expect((await io.read(0, 2)).toString()).toBe("ok");
    await io.close();
  });

  test("of all kinds of request", async () => {
    const io = t.client.io(VOLUME_ID);
    await io.write(10, Buffer.alloc(10, 1), { forceUnitAccess: true });
    await io.flush();
    await io.discard(10, 2);
    await io.writeZeroes(12, 2, { allocate: true, forceUnitAccess: true });
    expect([...(await io.read(10, 6))]).toEqual([0, 0, 0, 0, 1, 1]);
    expect(t.device).toMatchObject({
      forced: 1,
      flushes: 1,
      zeroed: [{ allocate: true, forceUnitAccess: true }],
    });
    await io.close();
  });

  test("agree with a plain array, whatever is asked", async () => {
    const io = t.client.io(VOLUME_ID);
    const size = 64 * 1024;
    const model = Buffer.from(t.device.bytes.subarray(0, size));
    const range = fc.record({
      offset: fc.nat(size - 5000),
      length: fc.integer({ min: 1, max: 5000 }),
      fill: fc.nat(255),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(range, { minLength: 1, maxLength: 20 }), async (ranges) => {
        for (const { offset, length, fill } of ranges) {
          await io.write(offset, Buffer.alloc(length, fill));
          model.fill(fill, offset, offset + length);
        }
        const reads = await Promise.all(ranges.map(({ offset, length }) => io.read(offset, length)));
        expect(reads).toEqual(ranges.map(({ offset, length }) => model.subarray(offset, offset + length)));
      }),
      { numRuns: 30 },
    );
    await io.close();
  });
});

describe("backpressure", () => {
  const chunk = 64 * 1024;

  test("a client that takes no answers is read on no further, and holds up nobody else", async () => {
    const stream = openStream();
    stream.call.pause();
    stream.call.write({ volumeId: VOLUME_ID });
    const asked = 4000;
    let begun = 0;
    t.device.before = () => {
      begun += 1;
    };
    for (let tag = 0; tag < asked; tag += 20) {
      const requests = Array.from({ length: 20 }, (_, index) => read(tag + index, 0, chunk));
      stream.call.write({ requests });
    }
    const bound = LIMITS.ioBytesInFlightMax / chunk;
    await until(() => t.device.readsInFlight >= bound);
    await using other = connect(t.door.address);
    const session = other.io(VOLUME_ID);
    for (let turn = 0; turn < 100; turn += 1) expect(await session.read(4096, 4)).toHaveLength(4);
    await session.close();
    expect(t.device.readsInFlightMax).toBeLessThanOrEqual(bound + 1);
    // What the client's own buffers have taken is 16 messages and an HTTP/2 window; the rest has not been begun.
    expect(begun).toBeLessThan(asked / 2);
    stream.call.resume();
    await until(() => stream.tags().length === asked);
    stream.call.end();
    await stream.ended;
  });

  test("a client that sends faster than its writes are done is read on no further", async () => {
    const { opened, open } = gate();
    t.device.before = () => opened;
    const stream = openStream();
    let taken = 0;
    stream.call.write({ volumeId: VOLUME_ID });
    for (let tag = 0; tag < 200; tag += 1) {
      const write = { offsetBytes: 0, data: Buffer.alloc(MIB) };
      stream.call.write({ requests: [{ tag, write }] }, () => {
        taken += 1;
      });
    }
    const bound = LIMITS.ioBytesInFlightMax / MIB;
    await until(() => t.device.writesInFlight === bound);
    // Another connection's round trips are time in which this one would be read on.
    await using other = connect(t.door.address);
    for (let turn = 0; turn < 300; turn += 1) await other.volumes.describeVolumes({});
    expect(t.device.writesInFlight).toBe(bound);
    // Beyond what is in flight: 16 messages in a stream's buffer of grpc-js, and an HTTP/2 window.
    expect(taken).toBeLessThan(bound + 16 + LIMITS.grpcMessageBytesMax / MIB + 4);
    open();
    await until(() => stream.tags().length === 200);
    stream.call.end();
    await stream.ended;
  });

  test("no more than 1024 small requests are in flight, from one message or many", async () => {
    const { opened, open } = gate();
    t.device.before = () => opened;
    const stream = openStream();
    const requests = Array.from({ length: 3000 }, (_, tag) => read(tag, 0, 1));
    stream.call.write({ volumeId: VOLUME_ID, requests });
    await until(() => t.device.readsInFlight === LIMITS.ioRequestsInFlightMax);
    open();
    await until(() => stream.tags().length === 3000);
    expect(t.device.readsInFlightMax).toBe(LIMITS.ioRequestsInFlightMax);
    stream.call.end();
    await stream.ended;
  });

  test("the client's session keeps to the same bound, and asks on as answers come", async () => {
    const { opened, open } = gate();
    t.device.before = () => opened;
    const io = t.client.io(VOLUME_ID);
    const reading = Promise.all(Array.from({ length: 2500 }, () => io.read(0, 1)));
    await until(() => t.device.readsInFlight === LIMITS.ioRequestsInFlightMax);
    open();
    expect(await reading).toHaveLength(2500);
    await io.close();
  });
});

describe("the end of a stream", () => {
  const status = async (stream: Stream) => (await stream.ended)?.metadata.get("envol-reason")[0];

  test("comes after the client's half-close, when all is answered", async () => {
    const { opened, open } = gate();
    t.device.before = () => opened;
    const stream = openStream();
    stream.call.write({ volumeId: VOLUME_ID, requests: [read(1), read(2)] });
    stream.call.end();
    await until(() => t.device.readsInFlight === 2);
    open();
    expect(await stream.ended).toBeUndefined();
    expect(stream.tags()).toEqual([1, 2]);
  });

  test.each([
    ["the first message names no volume", [{ requests: [read(1)] }], "MISSING_ARGUMENT"],
    ["the volume does not exist", [{ volumeId: "vol-0000000000000000f" }], "VOLUME_NOT_FOUND"],
    ["a later message names one", [{ volumeId: VOLUME_ID }, { volumeId: VOLUME_ID }], "INVALID_ARGUMENT"],
    ["a request has no operation", [{ volumeId: VOLUME_ID, requests: [{ tag: 1 }] }], "INVALID_ARGUMENT"],
    ["a tag is not below 2^53", [{ volumeId: VOLUME_ID, requests: [read(2 ** 53)] }], "INVALID_ARGUMENT"],
  ])("is an error when %s", async (_name, messages, reason) => {
    const stream = openStream();
    for (const message of messages) stream.call.write(message);
    expect(await status(stream)).toBe(reason);
  });

  test("is an error when a tag is in flight already; once answered it may be used again", async () => {
    const stream = openStream();
    stream.call.write({ volumeId: VOLUME_ID, requests: [read(7)] });
    await until(() => stream.tags().length === 1);
    stream.call.write({ requests: [read(7)] });
    await until(() => stream.tags().length === 2);
    t.device.before = () => new Promise(() => {});
    stream.call.write({ requests: [read(7)] });
    stream.call.write({ requests: [read(7)] });
    expect(await status(stream)).toBe("INVALID_ARGUMENT");
  });

  test("rejects what the client's session still waits for", async () => {
    const io = t.client.io("vol-0000000000000000f");
    const failures = await Promise.allSettled([io.read(0, 1), io.flush()]);
    for (const failure of failures) {
      expect(failure).toMatchObject({ status: "rejected", reason: { code: "VOLUME_NOT_FOUND" } });
    }
    await expect(io.read(0, 1)).rejects.toMatchObject({ code: "VOLUME_NOT_FOUND" });
    await io.close();
  });

  test("is quiet when the client cancels", async () => {
    const { opened, open } = gate();
    t.device.before = () => opened;
    const stream = openStream();
    stream.call.write({ volumeId: VOLUME_ID, requests: [read(1)] });
    await until(() => t.device.readsInFlight === 1);
    stream.call.cancel();
    await stream.ended;
    open();
    await until(() => t.device.readsInFlight === 0);
    expect(t.logged).toEqual([]);
  });

  test("of a session: close waits for the answers, and then refuses", async () => {
    const { opened, open } = gate();
    t.device.before = () => opened;
    const io = t.client.io(VOLUME_ID);
    const reading = io.read(4096, 4);
    const closing = io.close();
    await until(() => t.device.readsInFlight === 1);
    open();
    expect((await reading).readUInt32LE()).toBe(1);
    await closing;
    await expect(io.read(0, 1)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });

  test("an aborted request rejects alone", async () => {
    const { opened, open } = gate();
    t.device.before = (offsetBytes) => (offsetBytes === 0 ? opened : undefined);
    const io = t.client.io(VOLUME_ID);
    const controller = new AbortController();
    const aborted = io.read(0, 4, { signal: controller.signal });
    await until(() => t.device.readsInFlight === 1);
    controller.abort(new Error("enough"));
    await expect(aborted).rejects.toThrow("enough");
    expect(await io.read(4096, 4)).toHaveLength(4);
    open();
    await io.close();
  });
});
