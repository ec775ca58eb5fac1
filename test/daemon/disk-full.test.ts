/** A full disk is an error of the table, never a crash: what was flushed stays, and when there is room again all goes on. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, vi } from "vitest";
import { EnvolError, EXIT } from "#envol/errors.ts";
import { needs } from "../needs.ts";
import { stampedSectors } from "../volume/stamps.ts";
import { type ChildDaemon, createAttachedVolume, refusedStart, startChild } from "./child-daemon.ts";

const MIB = 1024 * 1024;
const DISK_MIB = 48;
const BALLAST_BYTES = 12 * MIB;
const FLUSH_EVERY_BYTES = 4 * MIB;
const SECTOR_BYTES = 4096;

/** A disk that is soon full: a file system in memory. Undefined where this process may not mount one. */
function mountSmallDisk(mebibytes: number): ({ path: string } & Disposable) | undefined {
  const path = mkdtempSync(join(tmpdir(), "envol-full-"));
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${mebibytes}m`, "tmpfs", path]);
  if (status !== 0) {
    rmdirSync(path);
    return undefined;
  }
  return {
    path,
    [Symbol.dispose]() {
      spawnSync("umount", [path]);
      rmdirSync(path);
    },
  };
}

const withDisk = needs("to mount a file system of its own (root)", () => {
  using disk = mountSmallDisk(1);
  return disk !== undefined;
});

function smallDisk(mebibytes = DISK_MIB) {
  const disk = mountSmallDisk(mebibytes);
  if (disk === undefined) throw new Error("Cannot mount a tmpfs any more.");
  return disk;
}

const ballastOf = (disk: { path: string }) => join(disk.path, "ballast");

/** One MiB of sectors, each of which says where it is. */
function pieceAt(offsetBytes: number): Buffer {
  const first = offsetBytes / SECTOR_BYTES + 1;
  return stampedSectors(
    Array.from({ length: MIB / SECTOR_BYTES }, (_, index) => first + index),
    SECTOR_BYTES,
  );
}

async function refusal(request: Promise<unknown>): Promise<string> {
  try {
    await request;
  } catch (error) {
    if (error instanceof EnvolError) return error.code;
    throw error;
  }
  throw new Error("It was done, and should have been refused.");
}

/** Writes on and on, until a write or a flush is refused; gives how far it was flushed, and how it was refused. */
async function fill({ client }: ChildDaemon, volumeId: string): Promise<{ flushedBytes: number; code: string }> {
  await using session = client.io(volumeId);
  let flushedBytes = 0;
  try {
    for (let offset = 0; offset < 2 * DISK_MIB * MIB; offset += MIB) {
      await session.write(offset, pieceAt(offset));
      if ((offset + MIB) % FLUSH_EVERY_BYTES > 0) continue;
      await session.flush();
      flushedBytes = offset + MIB;
    }
  } catch (error) {
    if (error instanceof EnvolError) return { flushedBytes, code: error.code };
    throw error;
  }
  throw new Error("The disk took twice its size.");
}

async function expectFlushed({ client }: ChildDaemon, volumeId: string, flushedBytes: number): Promise<void> {
  for (let offsetBytes = 0; offsetBytes < flushedBytes; offsetBytes += MIB) {
    const { data } = await client.blocks.read({ volumeId, offsetBytes, lengthBytes: MIB });
    expect(data.equals(pieceAt(offsetBytes)), `the MiB at ${offsetBytes}`).toBe(true);
  }
}

/** A daemon on a disk that it has just filled. */
async function filled(disk: { path: string }) {
  await writeFile(ballastOf(disk), Buffer.alloc(BALLAST_BYTES, 1));
  const daemon = await startChild(disk.path);
  const { volumeId } = await createAttachedVolume(daemon.client);
  const { flushedBytes, code } = await fill(daemon, volumeId);
  expect(code).toBe("STORE_FULL");
  expect(flushedBytes).toBeGreaterThan(0);
  return { daemon, volumeId, flushedBytes };
}

withDisk(
  "on a full disk, writes and flushes are refused and reads are not; with room, all goes on without a restart",
  async () => {
    using disk = smallDisk();
    const { daemon, volumeId, flushedBytes } = await filled(disk);
    await using _ = daemon;
    const { blocks, keys } = daemon.client;
    const write = { volumeId, offsetBytes: 512 * MIB, data: Buffer.from("more") };
    // Each of these tries the disk again: a failure must not leave the store unable to fail the next time.
    for (let time = 0; time < 3; time++) {
      expect(await refusal(blocks.write(write))).toBe("STORE_FULL");
      expect(await refusal(blocks.flush({ volumeId }))).toBe("STORE_FULL");
      expect(await refusal(keys.createKey({}))).toBe("STORE_FULL");
    }
    await expectFlushed(daemon, volumeId, flushedBytes);

    await rm(ballastOf(disk));
    await vi.waitFor(() => blocks.write({ ...write, forceUnitAccess: true }), { timeout: 5000 });
    await blocks.flush({ volumeId });
    await keys.createKey({});
    await daemon.stop("SIGKILL");
    await using again = await startChild(disk.path);
    await expectFlushed(again, volumeId, flushedBytes);
    const { data } = await again.client.blocks.read({ volumeId, offsetBytes: 512 * MIB, lengthBytes: 4 });
    expect(data.toString()).toBe("more");
  },
);

withDisk("a daemon that is killed on a full disk starts again there, with all that was flushed", async () => {
  using disk = smallDisk();
  const { daemon, volumeId, flushedBytes } = await filled(disk);
  await daemon.stop("SIGKILL");
  await using again = await startChild(disk.path);
  await expectFlushed(again, volumeId, flushedBytes);
  await rm(ballastOf(disk));
  await again.client.blocks.write({ volumeId, offsetBytes: 0, data: pieceAt(0), forceUnitAccess: true });
  await expectFlushed(again, volumeId, flushedBytes);
});

withDisk("a daemon that cannot flush when it stops says so, and keeps what was flushed", async () => {
  using disk = smallDisk();
  const { daemon, volumeId, flushedBytes } = await filled(disk);
  const { code, stderr } = await daemon.stop("SIGTERM");
  expect(code).toBe(EXIT.limit);
  expect(stderr).toContain('{"error":{"code":"STORE_FULL"');
  await using again = await startChild(disk.path);
  await expectFlushed(again, volumeId, flushedBytes);
});

withDisk("a new data directory on a full disk is refused", async () => {
  using disk = smallDisk(1);
  // As much as fits: the write is cut short.
  await writeFile(ballastOf(disk), Buffer.alloc(2 * MIB, 1)).catch(() => undefined);
  const { exitCode, error } = await refusedStart(disk.path);
  expect(error).toMatchObject({ code: "STORE_FULL", message: expect.stringContaining(disk.path) });
  expect(exitCode).toBe(EXIT.limit);
});
