/** ReadStream and WriteStream. */

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { EnvolError } from "#envol/errors.ts";
import { gate, MIB, openDoor, type TestDoor, until, VOLUME_ID } from "./fakes.ts";

let t: TestDoor;
beforeEach(async () => {
  t = await openDoor();
});
afterEach(() => t[Symbol.asyncDispose]());

async function readAll(request: object): Promise<{ offsetBytes: number; data: Buffer }[]> {
  const chunks = [];
  for await (const chunk of t.client.blocks.readStream({ volumeId: VOLUME_ID, ...request })) chunks.push(chunk);
  return chunks;
}

describe("ReadStream", () => {
  test("gives the whole volume in chunks of 1 MiB, in order", async () => {
    const chunks = await readAll({});
    expect(chunks.map(({ offsetBytes }) => offsetBytes)).toEqual(Array.from({ length: 16 }, (_, index) => index * MIB));
    expect(Buffer.concat(chunks.map(({ data }) => data)).equals(t.device.bytes)).toBe(true);
  });

  test("gives a range of any alignment; chunks end at multiples of 1 MiB", async () => {
    const chunks = await readAll({ offsetBytes: MIB - 5, lengthBytes: MIB + 10 });
    expect(chunks.map(({ offsetBytes, data }) => [offsetBytes, data.length])).toEqual([
      [MIB - 5, 5],
      [MIB, MIB],
      [2 * MIB, 5],
    ]);
    const read = Buffer.concat(chunks.map(({ data }) => data));
    expect(read.equals(t.device.bytes.subarray(MIB - 5, 2 * MIB + 5))).toBe(true);
  });

  test("leaves out what is not allocated", async () => {
    t.device.allocated = [
      { offsetBytes: 0, lengthBytes: 4096, allocated: true },
      { offsetBytes: 4096, lengthBytes: 8 * MIB - 4096, allocated: false },
      { offsetBytes: 8 * MIB, lengthBytes: 4096, allocated: true },
      { offsetBytes: 8 * MIB + 4096, lengthBytes: 8 * MIB - 4096, allocated: false },
    ];
    const chunks = await readAll({ skipUnallocated: true });
    expect(chunks.map(({ offsetBytes, data }) => [offsetBytes, data.length])).toEqual([
      [0, 4096],
      [8 * MIB, 4096],
    ]);
  });

  test("serves hundreds at a time, and other calls beside them", async () => {
    const { opened, open } = gate();
    t.device.before = () => opened;
    const reading = Promise.all(Array.from({ length: 300 }, (_, index) => readAll({ lengthBytes: 4096 + index })));
    await until(() => t.device.readsInFlight === 300);
    open();
    expect((await reading).map((chunks) => chunks.map(({ data }) => data.length))).toEqual(
      Array.from({ length: 300 }, (_, index) => [4096 + index]),
    );
    expect(await readAll({ lengthBytes: 1 })).toHaveLength(1);
  });

  test("reads ahead, but sends in order", async () => {
    const { opened, open } = gate();
    t.device.before = (offsetBytes) => (offsetBytes === 0 ? opened : undefined);
    const reading = readAll({});
    await until(() => t.device.readsInFlight === 4);
    open();
    expect((await reading).map(({ offsetBytes }) => offsetBytes / MIB)).toEqual([...Array(16).keys()]);
    expect(t.device.readsInFlightMax).toBe(4);
  });

  test("ends with an error at the chunk that failed, and lets go of those after it", async () => {
    t.device.before = (offsetBytes) => {
      if (offsetBytes === 2 * MIB) throw new EnvolError("INTEGRITY_ERROR", "Sector 512 is damaged.");
    };
    const good: number[] = [];
    const reading = (async () => {
      for await (const { offsetBytes } of t.client.blocks.readStream({ volumeId: VOLUME_ID })) good.push(offsetBytes);
    })();
    await expect(reading).rejects.toMatchObject({ code: "INTEGRITY_ERROR", message: "Sector 512 is damaged." });
    expect(good).toEqual([0, MIB]);
    await until(() => t.device.readsInFlight === 0);
  });

  test("refuses a range past the end before it sends anything", async () => {
    const range = { offsetBytes: MIB, lengthBytes: 16 * MIB };
    await expect(readAll(range)).rejects.toMatchObject({ code: "OUT_OF_RANGE" });
    await expect(readAll({ offsetBytes: 17 * MIB })).rejects.toMatchObject({
      code: "OUT_OF_RANGE",
      field: "offsetBytes",
    });
  });

  test("is cancelled when the reader leaves its loop", async () => {
    for await (const _ of t.client.blocks.readStream({ volumeId: VOLUME_ID })) break;
    await until(() => t.device.readsInFlight === 0);
    expect(t.logged).toEqual([]);
  });
});

describe("WriteStream", () => {
  const chunkAt = (offsetBytes: number, fill: number) => ({ offsetBytes, data: Buffer.alloc(MIB, fill) });

  test("writes chunks in any order and counts them", async () => {
    const answer = await t.client.blocks.writeStream([
      { volumeId: VOLUME_ID, ...chunkAt(3 * MIB, 3), flush: true },
      chunkAt(MIB, 1),
      { offsetBytes: 7, data: Buffer.from("seven") },
    ]);
    expect(answer.bytesWritten).toBe(2 * MIB + 5);
    expect(t.device.flushes).toBe(1);
    expect(t.device.bytes.subarray(7, 12).toString()).toBe("seven");
    expect(t.device.bytes.subarray(MIB, 2 * MIB).equals(Buffer.alloc(MIB, 1))).toBe(true);
    expect(t.device.bytes.subarray(3 * MIB, 4 * MIB).equals(Buffer.alloc(MIB, 3))).toBe(true);
  });

  test("runs several writes at a time, and bounds what it takes from the client", async () => {
    const { opened, open } = gate();
    t.device.before = () => opened;
    let produced = 0;
    const writing = t.client.blocks.writeStream(
      (function* () {
        for (; produced < 200; produced += 1) {
          yield { volumeId: produced === 0 ? VOLUME_ID : "", ...chunkAt((produced % 16) * MIB, produced) };
        }
      })(),
    );
    await until(() => t.device.writesInFlight === 8);
    expect(produced).toBeLessThan(100);
    open();
    expect((await writing).bytesWritten).toBe(200 * MIB);
  });

  test("lets the later of two overlapping chunks win", async () => {
    const { opened, open } = gate();
    t.device.before = (offsetBytes) => (offsetBytes === 0 ? opened : undefined);
    const writing = t.client.blocks.writeStream([
      { volumeId: VOLUME_ID, ...chunkAt(0, 1) },
      { offsetBytes: 5, data: Buffer.from("later") },
      chunkAt(8 * MIB, 8),
    ]);
    await until(() => t.device.writesInFlight === 1);
    open();
    await writing;
    expect(t.device.bytes.subarray(5, 10).toString()).toBe("later");
  });

  test("ends at once with the error of a chunk, and says how far it got", async () => {
    t.device.before = (offsetBytes) => {
      if (offsetBytes === 2 * MIB) throw new EnvolError("STORE_FULL", "The disk is full.");
    };
    const { opened, open } = gate();
    const writing = t.client.blocks.writeStream(
      (async function* () {
        yield { volumeId: VOLUME_ID, ...chunkAt(0, 1) };
        yield chunkAt(2 * MIB, 1);
        await opened;
      })(),
    );
    // The client's own source has not ended: the answer does not wait for it.
    await expect(writing).rejects.toMatchObject({
      code: "STORE_FULL",
      message: `The disk is full. ${MIB} bytes of this stream had been written.`,
    });
    open();
  });

  test.each([
    ["no message", [], "MISSING_ARGUMENT"],
    ["no volume in the first", [{ offsetBytes: 0, data: Buffer.from("x") }], "MISSING_ARGUMENT"],
    ["a volume in a later one", [{ volumeId: VOLUME_ID }, { volumeId: VOLUME_ID }], "INVALID_ARGUMENT"],
    ["a chunk above 1 MiB", [{ volumeId: VOLUME_ID, data: Buffer.alloc(MIB + 1) }], "REQUEST_TOO_LARGE"],
    ["a chunk past the end", [{ volumeId: VOLUME_ID, offsetBytes: 16 * MIB, data: Buffer.alloc(1) }], "OUT_OF_RANGE"],
  ])("refuses %s", async (_name, messages, code) => {
    await expect(t.client.blocks.writeStream(messages)).rejects.toMatchObject({ code });
  });

  test("fails with the source's own error, and cancels the call", async () => {
    const source = (async function* () {
      yield { volumeId: VOLUME_ID, ...chunkAt(0, 1) };
      throw new Error("the source broke");
    })();
    await expect(t.client.blocks.writeStream(source)).rejects.toThrow("the source broke");
    expect(t.logged).toEqual([]);
  });
});
