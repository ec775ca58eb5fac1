/** A volume as a file: it does what a FileHandle does. */

import type { FileHandle } from "node:fs/promises";
import { mkdtemp, open, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Volume } from "#envol/client/volume.ts";
import type { VolumeFile } from "#envol/client/volume-file.ts";
import { type Envol, startEnvol } from "#envol/kit/start-envol.ts";
import { gate, openDoor, until, VOLUME_ID } from "../grpc/fakes.ts";

const GIB = 2 ** 30;

let envol: Envol;
let volume: Volume;
let file: VolumeFile;
beforeAll(async () => {
  envol = await startEnvol();
});
beforeEach(async () => {
  volume = await envol.createVolume();
  file = await volume.open();
});
afterEach(async () => {
  await file.close();
  await volume.delete();
});
afterAll(() => envol.close());

/** What both kinds of file can do. */
type Common = Pick<FileHandle, "read" | "write" | "readv" | "writev" | "sync" | "datasync" | "close">;

/** A step of a program, and what it sees. */
type Step = (file: Common) => Promise<unknown>;

const NEAR_END = GIB - 1000;
const position = fc.oneof(fc.constant(null), fc.nat(20_000), fc.integer({ min: NEAR_END, max: GIB + 10 }));
const length = fc.integer({ min: 0, max: 9000 });

/** Writes stay within the volume, where a file would grow. */
const write = fc
  .record({ at: fc.oneof(fc.nat(20_000), fc.constant(NEAR_END - 9000)), length, fill: fc.nat(255), way: fc.nat(4) })
  .map(({ at, length: bytes, fill, way }): [string, Step] => {
    const data = Buffer.alloc(bytes, fill);
    const ways: Step[] = [
      (one) => one.write(data, 0, bytes, at),
      (one) => one.write(data, { position: at } as unknown as number),
      (one) => one.write(new DataView(data.buffer, data.byteOffset, bytes), 0, null, at),
      (one) => one.writev([data.subarray(0, bytes / 2), data.subarray(bytes / 2)], at),
      (one) => one.write("Grüße".slice(0, fill % 6), at, "latin1"),
    ];
    return [`write ${bytes} at ${at}, way ${way}`, ways[way] as Step];
  });

const read = fc
  .record({ at: position, length, offset: fc.nat(10), way: fc.nat(4) })
  .map(({ at, length: bytes, offset, way }): [string, Step] => {
    const target = () => Buffer.alloc(bytes + offset);
    const ways: Step[] = [
      (one) => one.read(target(), offset, bytes, at),
      (one) => one.read({ buffer: target(), offset, length: bytes, position: at }),
      (one) => one.read(target(), { offset, position: at }),
      (one) => one.read({ position: at }),
      (one) => one.readv([Buffer.alloc(offset), Buffer.alloc(bytes)], at as number),
    ];
    return [`read ${bytes} at ${at}, way ${way}`, ways[way] as Step];
  });

test("agrees with a file of the same size, whatever is done with the two", async () => {
  const directory = await mkdtemp(join(tmpdir(), "envol-file-"));
  const path = join(directory, "file");
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(read, write), { minLength: 1, maxLength: 20 }), async (steps) => {
        await using fresh = await volume.open();
        await volume.discard(0, GIB);
        await (await open(path, "w")).close();
        await truncate(path, GIB);
        await using model = await open(path, "r+");
        for (const [name, step] of steps) {
          expect([name, await step(fresh)]).toEqual([name, await step(model)]);
        }
      }),
      { numRuns: 60 },
    );
  } finally {
    await rm(directory, { recursive: true });
  }
});

test("goes on from where it is, for calls made at one time as well", async () => {
  await Promise.all([file.write("one "), file.write("two "), file.write("three")]);
  const again = await volume.open();
  const parts = await Promise.all([again.read(Buffer.alloc(4)), again.read(Buffer.alloc(9))]);
  expect(parts.map(({ buffer: part }) => part.toString()).join("")).toBe("one two three");
});

test("takes a position as a bigint, and -1 as none", async () => {
  await file.write(Buffer.from("abc"), 0, 3, -1);
  await file.write(Buffer.from("d"));
  const at = { buffer: Buffer.alloc(2), position: 2n as unknown as number };
  expect((await file.read(at)).buffer.toString()).toBe("cd");
});

test("is flushed by sync and datasync", async () => {
  await file.write("data");
  await file.datasync();
  await file.sync();
  const { allocatedBytes } = await volume.describe();
  expect(allocatedBytes).toBe(4096);
});

test("tells its size, and that it is a block device", async () => {
  await file.write("data");
  await file.sync();
  const stats = await file.stat();
  expect(stats).toMatchObject({ size: GIB, blksize: 4096, blocks: 8 });
  expect([stats.isFile(), stats.isDirectory(), stats.isBlockDevice()]).toEqual([false, false, true]);
  await envol.volumes.modifyVolume({ volumeId: volume.volumeId, sizeGib: 2 });
  expect((await file.read(Buffer.alloc(1), 0, 1, GIB)).bytesRead).toBe(0);
  expect((await file.stat()).size).toBe(2 * GIB);
  expect((await file.read(Buffer.alloc(1), 0, 1, GIB)).bytesRead).toBe(1);
});

test("has streams", async () => {
  await pipeline(["some ", "text"], file.createWriteStream({ start: 10 }));
  expect((await buffer(file.createReadStream({ start: 10, end: 18 }))).toString()).toBe("some text");
});

describe("refuses", () => {
  test("to change its size", async () => {
    await expect(file.truncate(0)).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
  });

  test("to write past its end, and changes nothing", async () => {
    await expect(file.write(Buffer.alloc(2, 1), 0, 2, GIB - 1)).rejects.toMatchObject({ code: "OUT_OF_RANGE" });
    expect(await volume.read(GIB - 1, 1)).toEqual(Buffer.alloc(1));
  });

  test.each<[what: string, call: () => Promise<unknown>, field: string]>([
    ["a negative position", () => file.read(Buffer.alloc(1), 0, 1, -2), "position"],
    ["a fraction of a position", () => file.write(Buffer.alloc(1), 0, 1, 0.5), "position"],
    ["an offset past the buffer", () => file.read(Buffer.alloc(1), 2), "offset"],
    ["a length past the buffer", () => file.write(Buffer.alloc(4), 2, 3), "length"],
    ["what is no buffer", () => file.write(7 as unknown as Buffer), "buffer"],
  ])("%s", async (_what, call, field) => {
    await expect(call).rejects.toMatchObject({ code: "INVALID_ARGUMENT", field });
  });

  test("everything once it is closed, which waits for what is under way; the volume goes on", async () => {
    await using t = await openDoor();
    const { opened, open: letGo } = gate();
    const held = await (await t.client.attach(VOLUME_ID)).open();
    t.device.before = () => opened;
    const reading = held.read(Buffer.alloc(4), 0, 4, 4096);
    await until(() => t.device.readsInFlight === 1);
    let closed = false;
    const closing = held.close().then(() => {
      closed = true;
    });
    await t.client.volumes.describeVolumes({});
    expect(closed).toBe(false);
    letGo();
    await closing;
    expect((await reading).bytesRead).toBe(4);

    await file.close();
    await file.close();
    for (const call of [() => file.read(), () => file.write("x"), () => file.stat(), () => file.sync()]) {
      await expect(call()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    }
    expect(() => file.createReadStream()).toThrow("The file is closed.");
    expect(await volume.read(0, 4)).toHaveLength(4);
  });
});
