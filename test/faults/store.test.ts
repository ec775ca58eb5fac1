/** Faults around the store's records, through the gRPC client, on a whole daemon. */

import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { recordLayout } from "#envol/store/layout.ts";
import { codeOf, type FaultDaemon, isPending, startFaultDaemon } from "./daemon.ts";

const MIB = 2 ** 20;
const SECTOR_BYTES = 4096;
const XTS_BLOCK_BYTES = 16;

let daemon: FaultDaemon;
beforeEach(async () => {
  daemon = await startFaultDaemon();
});
afterEach(async () => {
  await daemon[Symbol.asyncDispose]();
});

/** Where two texts of equal length differ, as the numbers of their blocks. */
function differingBlocks(one: Buffer, other: Buffer, blockBytes: number): number[] {
  return Array.from({ length: one.length / blockBytes }, (_, block) => block).filter((block) => {
    const [from, to] = [block * blockBytes, (block + 1) * blockBytes];
    return !one.subarray(from, to).equals(other.subarray(from, to));
  });
}

describe("corrupt", () => {
  test.each([512, 4096])(
    "under XTS, garbles the cipher's block with that bit, in sectors of %i bytes",
    async (size) => {
      const { volumeId } = await daemon.volume({ sectorSizeBytes: size });
      const written = randomBytes(4 * size);
      await daemon.store(volumeId, 0, written);
      const stored = (await daemon.client.blocks.peekSector({ volumeId, sector: 1 })).storedBytes;
      const bit = 8 * 40 + 3;
      const store = { volumeId, offsetBytes: size, lengthBytes: 1 };
      const { fault, fired } = await daemon.addWatchedFault({ store, corrupt: { bit } });
      const blocks = differingBlocks(await daemon.read(volumeId, 0, written.length), written, XTS_BLOCK_BYTES);
      expect(blocks).toEqual([size / XTS_BLOCK_BYTES + 2]);
      expect(await fired).toMatchObject({ volumeId, detail: { operation: "GET", effect: "corrupt" } });
      const tampered = (await daemon.client.blocks.peekSector({ volumeId, sector: 1 })).storedBytes;
      stored[40]! ^= 1 << 3;
      expect(tampered).toEqual(stored);
      await daemon.removeFault(fault);
      expect(await daemon.read(volumeId, 0, written.length)).toEqual(written);
    },
  );

  test("under GCM, is an integrity error at the sectors in its range, and nowhere else", async () => {
    const { volumeId } = await daemon.volume({ cipher: "AES_256_GCM" });
    const written = randomBytes(4 * SECTOR_BYTES);
    await daemon.store(volumeId, 0, written);
    const store = { volumeId, offsetBytes: 2 * SECTOR_BYTES };
    const fault = await daemon.addFault({ store, corrupt: { bit: 0 } });
    expect(await daemon.read(volumeId, 0, 2 * SECTOR_BYTES)).toEqual(written.subarray(0, 2 * SECTOR_BYTES));
    for (const sector of [2, 3]) {
      expect(await codeOf(daemon.read(volumeId, sector * SECTOR_BYTES, 1))).toBe("INTEGRITY_ERROR");
    }
    await daemon.removeFault(fault);
    expect(await daemon.read(volumeId, 0, written.length)).toEqual(written);
  });

  test("in a large read, which the cipher threads decrypt, too; on an unencrypted volume it is the bit itself", async () => {
    const written = randomBytes(2 * MIB);
    for (const encrypted of [true, false]) {
      const { volume } = await daemon.client.volumes.createVolume({ sizeGib: 1, encrypted });
      const { volumeId } = volume!;
      await daemon.client.volumes.attachVolume({ volumeId });
      await daemon.store(volumeId, 0, written);
      const store = { volumeId, offsetBytes: MIB, lengthBytes: SECTOR_BYTES };
      const fault = await daemon.addFault({ store, corrupt: { bit: 7 } });
      const read = await daemon.read(volumeId, 0, written.length);
      expect(differingBlocks(read, written, XTS_BLOCK_BYTES)).toEqual([MIB / XTS_BLOCK_BYTES]);
      if (!encrypted) expect(read[MIB]).toBe(written[MIB]! ^ 0x80);
      await daemon.removeFault(fault);
      expect((await daemon.read(volumeId, 0, written.length)).equals(written)).toBe(true);
    }
  });

  test("is never written down: the cleaner moves what is stored", async () => {
    const { volumeId } = await daemon.volume();
    const written = randomBytes(32 * MIB);
    await using session = daemon.client.io(volumeId);
    for (let at = 0; at < written.length; at += MIB) await session.write(at, written.subarray(at, at + MIB));
    await session.flush();
    const before = (await daemon.client.blocks.peekSector({ volumeId, sector: 0 })).recordSequence;
    const fault = await daemon.addFault({ store: { volumeId }, corrupt: { bit: 5 } });
    // All is written again but one sector of each record, so that there is much to clean.
    const perRecord = recordLayout(SECTOR_BYTES).capacity;
    const rewrites: Promise<void>[] = [];
    for (let sector = 0; sector + perRecord <= written.length / SECTOR_BYTES; sector += perRecord) {
      const range = [(sector + 1) * SECTOR_BYTES, (sector + perRecord) * SECTOR_BYTES] as const;
      rewrites.push(session.write(range[0], written.subarray(...range)));
    }
    await Promise.all(rewrites);
    await vi.waitFor(
      async () => {
        await session.write(SECTOR_BYTES, written.subarray(SECTOR_BYTES, 2 * SECTOR_BYTES), {
          forceUnitAccess: true,
        });
        const { recordSequence } = await daemon.client.blocks.peekSector({ volumeId, sector: 0 });
        expect(recordSequence).toBeGreaterThan(before);
      },
      { timeout: 20_000, interval: 50 },
    );
    expect((await session.read(0, SECTOR_BYTES)).equals(written.subarray(0, SECTOR_BYTES))).toBe(false);
    await daemon.removeFault(fault);
    for (let at = 0; at < written.length; at += MIB) {
      expect((await session.read(at, MIB)).equals(written.subarray(at, at + MIB)), `at ${at}`).toBe(true);
    }
  });
});

describe("a full disk", () => {
  test("is told to those who write; what was written is there when there is room again", async () => {
    const { volumeId } = await daemon.volume();
    const fault = await daemon.addFault({ store: {}, fail: { code: "STORE_FULL" } });
    expect(fault.spec?.store?.operations).toEqual(["PUT"]);
    await daemon.client.blocks.write({ volumeId, data: Buffer.from("in memory") });
    await expect(daemon.client.blocks.flush({ volumeId })).rejects.toMatchObject({
      code: "STORE_FULL",
      message: expect.stringContaining(`Injected by ${fault.faultId}.`),
    });
    expect(await codeOf(daemon.client.blocks.write({ volumeId, offsetBytes: 4096, data: Buffer.of(1) }))).toBe(
      "STORE_FULL",
    );
    expect((await daemon.read(volumeId, 0, 9)).toString()).toBe("in memory");
    await daemon.removeFault(fault);
    await daemon.client.blocks.flush({ volumeId });
    const { allocated } = await daemon.client.blocks.peekSector({ volumeId, sector: 0 });
    expect(allocated).toBe(true);
    expect((await daemon.read(volumeId, 0, 9)).toString()).toBe("in memory");
  });

  test("of one volume's records is not met by others", async () => {
    const [one, other] = [await daemon.volume(), await daemon.volume()];
    const fault = await daemon.addFault({
      store: { volumeId: one.volumeId, operations: ["PUT"] },
      stall: {},
      times: 1,
    });
    await daemon.store(other.volumeId, 0, Buffer.of(1));
    expect(await daemon.removeFault(fault)).toMatchObject({ matched: 0 });
  });
});

test("a stalled commit holds a flush up until the fault is removed, and no read", async () => {
  const { volumeId } = await daemon.volume();
  const { fault, fired } = await daemon.addWatchedFault({ store: { volumeId }, stall: {} });
  const flushed = daemon.store(volumeId, 0, Buffer.from("slow"));
  expect(await fired).toMatchObject({ volumeId, detail: { operation: "PUT", effect: "stall" } });
  expect((await daemon.read(volumeId, 0, 4)).toString()).toBe("slow");
  expect(await isPending(flushed)).toBe(true);
  await daemon.removeFault(fault);
  await flushed;
});

test("a discard is a record too, and meets a fault in its range", async () => {
  const { volumeId } = await daemon.volume();
  await daemon.store(volumeId, 0, randomBytes(4 * SECTOR_BYTES));
  const discard = (sector: number) =>
    daemon.client.blocks.discard({ volumeId, offsetBytes: sector * SECTOR_BYTES, lengthBytes: SECTOR_BYTES });
  const store = { volumeId, operations: ["PUT"], offsetBytes: SECTOR_BYTES, lengthBytes: SECTOR_BYTES };
  const fault = await daemon.addFault({ store, fail: { code: "STORE_FAILED" }, times: 1 });
  await discard(0);
  await discard(2);
  expect(await codeOf(discard(1))).toBe("STORE_FAILED");
  expect(await daemon.removeFault(fault)).toMatchObject({ matched: 1, fired: 1 });
});

test("a read that fails fails alone", async () => {
  const { volumeId } = await daemon.volume();
  await daemon.store(volumeId, 0, Buffer.from("kept"));
  await daemon.addFault({ store: { operations: ["GET"] }, fail: { code: "STORE_FAILED" }, times: 1 });
  expect(await codeOf(daemon.read(volumeId, 0, 4))).toBe("STORE_FAILED");
  expect((await daemon.read(volumeId, 0, 4)).toString()).toBe("kept");
});
