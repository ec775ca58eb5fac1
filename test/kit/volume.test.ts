/** A volume handle: ranges of any length, streams, the attachment's life. */

import { once } from "node:events";
import { Readable, Writable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { setImmediate as turn } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { IoOptions } from "#envol/client/io-session.ts";
import { createReadStream, createWriteStream } from "#envol/client/volume-streams.ts";
import { type Envol, startEnvol } from "#envol/kit/start-envol.ts";
import { LIMITS } from "#envol/limits.ts";
import { gate, MIB, openDoor, until, VOLUME_ID } from "../grpc/fakes.ts";

const GIB = 2 ** 30;

/** Bytes that no other place or time has. */
function pattern(lengthBytes: number, seed: number): Buffer {
  const words = Uint32Array.from({ length: Math.ceil(lengthBytes / 4) }, (_, index) =>
    Math.imul(index + seed * 7919, 2_654_435_761),
  );
  return Buffer.from(words.buffer, 0, lengthBytes);
}

let envol: Envol;
beforeAll(async () => {
  envol = await startEnvol();
});
afterAll(() => envol.close());

describe("what it is made with", () => {
  test("nothing: 1 GiB under alias/aws/ebs, AES-256-XTS in sectors of 4096 bytes", async () => {
    await using volume = await envol.createVolume();
    expect(volume).toMatchObject({ sizeBytes: GIB, sectorSizeBytes: 4096, cipher: "AES_256_XTS" });
    const { kmsKeyArn, encrypted, attachments } = await volume.describe();
    const { aliases } = await envol.keys.listAliases({});
    expect(encrypted).toBe(true);
    expect(kmsKeyArn).toContain(aliases.find(({ aliasName }) => aliasName === "alias/aws/ebs")?.targetKeyId);
    expect(attachments).toMatchObject([{ attachmentId: volume.attachmentId, nbdUri: volume.nbdUri }]);
    expect(volume.nbdUri).toContain(volume.attachmentId);
  });

  test("all of it", async () => {
    const key = await envol.createKey({ description: "for a volume" });
    await envol.keys.createAlias({ aliasName: "alias/of-a-volume", targetKeyId: key.keyId });
    expect(await key.describe()).toMatchObject({ keyId: key.keyId, arn: key.arn, description: "for a volume" });
    const settings = { sizeGib: 2, cipher: "AES_256_GCM", sectorSizeBytes: 512 } as const;
    for (const named of [key, key.keyId, key.arn, "alias/of-a-volume"]) {
      await using volume = await envol.createVolume({ ...settings, key: named });
      expect(volume).toMatchObject({ sizeBytes: 2 * GIB, sectorSizeBytes: 512, cipher: "AES_256_GCM" });
      expect((await volume.describe()).kmsKeyArn).toBe(key.arn);
    }
  });

  test("no encryption", async () => {
    await using volume = await envol.createVolume({ cipher: "NONE" });
    expect(volume.cipher).toBe("NONE");
    await volume.write(0, Buffer.alloc(4096, "plain"));
    await volume.flush();
    const { storedBytes } = await envol.blocks.peekSector({ volumeId: volume.volumeId, sector: 0 });
    expect(storedBytes).toEqual(Buffer.alloc(4096, "plain"));
  });

  test("a second attachment, which may only read", async () => {
    await using volume = await envol.createVolume({ multiAttach: true });
    await using reader = await envol.attach(volume.volumeId, { readOnly: true });
    await volume.write(0, Buffer.from("shared"));
    expect((await reader.read(0, 6)).toString()).toBe("shared");
    await expect(reader.write(0, Buffer.from("x"))).rejects.toMatchObject({ code: "READ_ONLY" });
  });

  test("nothing is left of a volume that cannot be attached", async () => {
    const before = (await envol.volumes.describeVolumes({})).volumes.length;
    await using _fault = await envol.inject({ kms: { operations: ["Decrypt"] }, fail: { code: "KMS_UNREACHABLE" } });
    await expect(envol.createVolume()).rejects.toMatchObject({ code: "KMS_UNREACHABLE" });
    expect((await envol.volumes.describeVolumes({})).volumes).toHaveLength(before);
  });

  test("what the daemon refuses", async () => {
    await expect(envol.createVolume({ sizeGib: 0 })).rejects.toMatchObject({ code: "MISSING_ARGUMENT" });
    await expect(envol.createVolume({ key: "alias/none" })).rejects.toMatchObject({ code: "KEY_NOT_FOUND" });
    await expect(envol.attach("vol-0000000000000000f")).rejects.toMatchObject({ code: "VOLUME_NOT_FOUND" });
  });
});

describe("ranges", () => {
  test("of any length and alignment come back as they were written", async () => {
    await using volume = await envol.createVolume();
    const max = LIMITS.unaryBytesMax;
    const range = fc.record({
      offset: fc.oneof(fc.nat(100), fc.integer({ min: max - 5000, max: max + 5000 })),
      length: fc.oneof(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: max - 1, max: 2 * max + 5000 })),
    });
    const model = Buffer.alloc(4 * max);
    let seed = 0;
    await fc.assert(
      fc.asyncProperty(range, async ({ offset, length }) => {
        seed += 1;
        const data = pattern(length, seed);
        await volume.write(offset, data);
        model.set(data, offset);
        expect(model.subarray(0, length).equals(await volume.read(0, length))).toBe(true);
        expect(data.equals(await volume.read(offset, length))).toBe(true);
      }),
      { numRuns: 10 },
    );
    expect(model.equals(await volume.read(0, model.length))).toBe(true);
  });

  test.each([
    ["an empty one", 0, 0, "INVALID_ARGUMENT"],
    ["one that is no number", 0, Number.NaN, "INVALID_ARGUMENT"],
    ["a negative offset", -1, 10, "INVALID_ARGUMENT"],
    ["a long one at no whole number", 0.5, 10 * MIB, "INVALID_ARGUMENT"],
    ["one past the end", GIB - 1, 2, "OUT_OF_RANGE"],
    ["a long one past the end", GIB - MIB, 10 * MIB, "OUT_OF_RANGE"],
  ])("%s is refused as the contract has it", async (_name, offsetBytes, lengthBytes, code) => {
    await using volume = await envol.createVolume();
    await expect(volume.read(offsetBytes, lengthBytes)).rejects.toMatchObject({ code });
  });

  test("asked for in one turn reach the daemon together", async () => {
    await using t = await openDoor();
    const volume = await t.client.attach(VOLUME_ID);
    const { opened, open } = gate();
    t.device.before = () => opened;
    const reads = Promise.all(Array.from({ length: 100 }, (_, index) => volume.read(index * 4096, 4)));
    // Had they come in several messages, the first would be served before the last arrives.
    await until(() => t.device.readsInFlight > 0);
    expect(t.device.readsInFlight).toBe(100);
    open();
    expect((await reads).map((data) => data.readUInt32LE())).toEqual(Array.from({ length: 100 }, (_, index) => index));
  });

  test("a write of several requests settles when all of them have", async () => {
    await using t = await openDoor();
    const volume = await t.client.attach(VOLUME_ID);
    const { opened, open } = gate();
    // The one at the beginning takes long; the one past the end of the device is refused at once.
    t.device.before = (offsetBytes) => (offsetBytes < MIB ? opened : undefined);
    let settled = false;
    const write = volume.write(0, Buffer.alloc(t.device.sizeBytes + 1)).finally(() => {
      settled = true;
    });
    write.catch(() => {});
    await until(() => t.device.writesInFlight === 1);
    // Asked later and answered, and a turn for whoever heard of the refusal.
    await volume.flush();
    await turn();
    expect(settled).toBe(false);
    open();
    await expect(write).rejects.toMatchObject({ code: "OUT_OF_RANGE" });
  });

  test("discard, writeZeroes and allocation", async () => {
    await using volume = await envol.createVolume();
    await volume.write(0, Buffer.alloc(5 * 4096, 1), { forceUnitAccess: true });
    await volume.discard(4096, 4096);
    await volume.writeZeroes(3 * 4096, 4096, { allocate: true });
    const extents = await volume.allocation();
    expect(extents).toEqual([
      { offsetBytes: 0, lengthBytes: 4096, allocated: true },
      { offsetBytes: 4096, lengthBytes: 4096, allocated: false },
      { offsetBytes: 2 * 4096, lengthBytes: 3 * 4096, allocated: true },
      { offsetBytes: 5 * 4096, lengthBytes: GIB - 5 * 4096, allocated: false },
    ]);
    expect(await volume.allocation(4096, 2 * 4096)).toEqual([
      { offsetBytes: 4096, lengthBytes: 4096, allocated: false },
      { offsetBytes: 2 * 4096, lengthBytes: 4096, allocated: true },
    ]);
    expect(await volume.read(0, 5 * 4096)).toEqual(
      Buffer.concat([1, 0, 1, 0, 1].map((fill) => Buffer.alloc(4096, fill))),
    );
  });

  test("allocation goes on where an answer is full", async () => {
    await using volume = await envol.createVolume({ sectorSizeBytes: 512 });
    // Every other sector, so that each is an extent of its own.
    const sectors = LIMITS.extentsPerAnswerMax + 10;
    for (let sector = 0; sector < sectors; sector += 1000) {
      const some = Array.from({ length: Math.min(1000, sectors - sector) }, (_, index) => sector + index);
      await Promise.all(some.map((one) => volume.write(one * 1024, Buffer.alloc(512, 1))));
    }
    const extents = await volume.allocation();
    expect(extents.filter(({ allocated }) => allocated)).toHaveLength(sectors);
    expect(extents.reduce((sum, { lengthBytes }) => sum + lengthBytes, 0)).toBe(GIB);
    const some = await volume.allocation(512, LIMITS.extentsPerAnswerMax * 1024);
    expect(some.reduce((sum, { lengthBytes }) => sum + lengthBytes, 0)).toBe(LIMITS.extentsPerAnswerMax * 1024);
  });
});

describe("streams", () => {
  test("write what is piped into them, and read it back", async () => {
    await using volume = await envol.createVolume();
    const lengths = [1, 700_000, 3, 2 * MIB, 65_536, 5 * MIB + 1, 4096];
    const chunks = lengths.map(pattern);
    const written = Buffer.concat(chunks);
    await pipeline(Readable.from(chunks), volume.writeStream({ start: 77, flush: true }));
    expect((await volume.read(77, written.length)).equals(written)).toBe(true);
    const read = await buffer(volume.readStream({ start: 77, end: 77 + written.length - 1 }));
    expect(read.equals(written)).toBe(true);
  });

  test("end is inclusive, as in node:fs, and reading ends at the end of the volume", async () => {
    await using volume = await envol.createVolume();
    await volume.write(GIB - 4, Buffer.from("last"));
    expect((await buffer(volume.readStream({ start: GIB - 4, end: GIB - 4 }))).toString()).toBe("l");
    expect((await buffer(volume.readStream({ start: GIB - 4 }))).toString()).toBe("last");
    expect((await buffer(volume.readStream({ start: GIB - 4, end: 2 * GIB }))).toString()).toBe("last");
    expect(await buffer(volume.readStream({ start: GIB }))).toHaveLength(0);
    expect(() => volume.readStream({ start: -1 })).toThrow(/^start: expected a whole number/);
    expect(() => volume.writeStream({ start: 0.5 })).toThrow(/^start: expected a whole number/);
  });

  test("a reader is not read ahead of by more than its buffer", async () => {
    await using t = await openDoor();
    const volume = await t.client.attach(VOLUME_ID);
    let reads = 0;
    t.device.before = () => {
      reads += 1;
    };
    const stream = volume.readStream({ end: t.device.sizeBytes - 1, highWaterMark: 2 * MIB });
    await once(stream, "readable");
    await until(() => stream.readableLength === 2 * MIB);
    // A round trip later there would be another read, if one had been asked for.
    await volume.flush();
    expect(reads).toBe(2);
    stream.destroy();
  });

  test("a writer says to stop when its buffer is full, and to go on when it has emptied", async () => {
    await using t = await openDoor();
    const volume = await t.client.attach(VOLUME_ID);
    const { opened, open } = gate();
    t.device.before = () => opened;
    const stream = volume.writeStream({ highWaterMark: MIB });
    const half = Buffer.alloc(MIB / 2, 1);
    expect(stream.write(half)).toBe(true);
    expect(stream.write(half)).toBe(false);
    await until(() => t.device.writesInFlight === 2);
    let drained = false;
    stream.once("drain", () => {
      drained = true;
    });
    await turn();
    expect(drained).toBe(false);
    open();
    await until(() => drained);
    stream.end();
    await once(stream, "finish");
    expect(t.device.bytes.subarray(0, MIB).equals(Buffer.alloc(MIB, 1))).toBe(true);
  });

  test.each([
    [
      "destroyed",
      (stream: Readable | Writable, _controller: AbortController) => void stream.destroy(new Error("enough")),
    ],
    ["aborted", (_stream: Readable | Writable, controller: AbortController) => controller.abort(new Error("enough"))],
  ])("%s while a request is under way, they end at once and leave the volume usable", async (how, end) => {
    await using t = await openDoor();
    const volume = await t.client.attach(VOLUME_ID);
    for (const make of [volume.readStream, volume.writeStream]) {
      const { opened, open } = gate();
      t.device.before = () => opened;
      const controller = new AbortController();
      const stream = make({ signal: controller.signal });
      const failed = once(stream, "error");
      if (stream instanceof Writable) stream.write(Buffer.alloc(4));
      else stream.resume();
      await until(() => t.device.readsInFlight + t.device.writesInFlight > 0);
      end(stream, controller);
      const [error] = await failed;
      expect(how === "aborted" ? error.cause : error).toMatchObject({ message: "enough" });
      t.device.before = () => {};
      expect(await volume.read(0, 4)).toHaveLength(4);
      open();
    }
  });

  test.each(["read", "write"])("destroyed, a %s stream gives up the request under way", async (kind) => {
    const given: (AbortSignal | undefined)[] = [];
    const request = (signal?: AbortSignal) => {
      given.push(signal);
      return new Promise<never>((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
    };
    const source = { sizeBytes: 10, read: (_at: number, _length: number, o?: IoOptions) => request(o?.signal) };
    const sink = {
      write: (_at: number, _data: Uint8Array, o?: IoOptions) => request(o?.signal),
      flush: async () => {},
    };
    const stream = kind === "read" ? createReadStream(source).resume() : createWriteStream(sink);
    if (stream instanceof Writable) stream.write(Buffer.alloc(1));
    await until(() => given.length === 1);
    stream.destroy();
    await once(stream, "close");
    expect(given[0]?.aborted).toBe(true);
  });

  test("end with the error that a request ends with", async () => {
    const key = await envol.createKey();
    await using volume = await envol.createVolume({ key });
    await key.disable();
    await expect(buffer(volume.readStream())).rejects.toMatchObject({ code: "KEY_REVOKED" });
    const write = pipeline(Readable.from([Buffer.alloc(1)]), volume.writeStream());
    await expect(write).rejects.toMatchObject({ code: "KEY_REVOKED" });
    await key.enable();
    const past = pipeline(Readable.from([Buffer.alloc(2)]), volume.writeStream({ start: GIB - 1 }));
    await expect(past).rejects.toMatchObject({ code: "OUT_OF_RANGE" });
  });
});

describe("the attachment", () => {
  test("ends with detach; the data stays", async () => {
    const volume = await envol.createVolume();
    await volume.write(0, Buffer.from("kept"));
    await volume.detach();
    await expect(volume.read(0, 4)).rejects.toMatchObject({ code: "ATTACHMENT_NOT_FOUND" });
    await expect(volume.detach()).rejects.toMatchObject({ code: "VOLUME_NOT_ATTACHED" });
    await using again = await envol.attach(volume.volumeId);
    expect((await again.read(0, 4)).toString()).toBe("kept");
  });

  test("ends with its scope, unless it has ended before", async () => {
    const volume = await envol.createVolume();
    await volume[Symbol.asyncDispose]();
    expect((await volume.describe()).attachments).toEqual([]);
    await volume[Symbol.asyncDispose]();
    await volume.delete();
    await volume[Symbol.asyncDispose]();
    await expect(envol.attach(volume.volumeId)).rejects.toMatchObject({ code: "VOLUME_NOT_FOUND" });
  });

  test("ends although a request is held up", async () => {
    await using t = await openDoor();
    const volume = await t.client.attach(VOLUME_ID);
    const { opened, open } = gate();
    t.device.before = () => opened;
    const held = volume.read(0, 4);
    await until(() => t.device.readsInFlight === 1);
    // The fake's detach ends no requests; the true one's does.
    const detached = volume.detach();
    await until(() => t.volumes.asked.some(([method]) => method === "detachVolume"));
    open();
    await detached;
    expect(await held).toHaveLength(4);
  });

  test("delete removes an attached volume", async () => {
    const volume = await envol.createVolume();
    await volume.delete();
    await expect(volume.delete()).rejects.toMatchObject({ code: "VOLUME_NOT_FOUND" });
  });
});

describe("a key", () => {
  test("takes its volumes with it, and brings them back", async () => {
    const key = await envol.createKey();
    await using volume = await envol.createVolume({ key });
    await volume.write(0, Buffer.from("data"));
    const revoked = { code: "KEY_REVOKED" };
    await key.disable();
    await expect(volume.read(0, 4)).rejects.toMatchObject(revoked);
    await key.enable();
    expect((await volume.read(0, 4)).toString()).toBe("data");
    const due = await key.scheduleDeletion({ pendingWindowInDays: 7 });
    expect(due.getTime() - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
    expect(due.getTime() - Date.now()).toBeLessThan(7.1 * 86_400_000);
    await expect(volume.read(0, 4)).rejects.toMatchObject(revoked);
    await key.cancelDeletion();
    expect((await key.describe()).keyState).toBe("Disabled");
    await key.enable();
    expect((await volume.read(0, 4)).toString()).toBe("data");
  });
});
