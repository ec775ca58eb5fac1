/** How a daemon starts, refuses to start, and stops. */

import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { connect as connectSocket } from "node:net";
import { constants } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import type { EnvolClient } from "#envol/client/client.ts";
import { startDaemon } from "#envol/daemon.ts";
import { EXIT } from "#envol/errors.ts";
import { LIMITS } from "#envol/limits.ts";
import { openStore } from "#envol/store/store.ts";
import type { StoredVolume } from "#envol/volume/catalog.ts";
import { type ChildDaemon, createAttachedVolume, refusedStart, scratchDirectory, startChild } from "./child-daemon.ts";

const MIB = 1024 * 1024;
const START_MS_MAX = 10_000;
const ONE_LINE = /^[^\n]+\n$/;

async function readText(client: EnvolClient, volumeId: string, offsetBytes: number, length: number): Promise<string> {
  const { data } = await client.blocks.read({ volumeId, offsetBytes, lengthBytes: length });
  return data.toString();
}

/** What the files of a data directory hold, without those that are there to be locked. */
async function contentsOf(directory: string): Promise<Record<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== "lock" && entry.name !== "envol.lmdb-lock");
  const hash = async (path: string) =>
    createHash("sha256")
      .update(await readFile(path))
      .digest("hex");
  const paths = files.map((file) => join(file.parentPath, file.name)).sort();
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await hash(path)] as const)));
}

/** A directory in which a daemon has kept a volume, and been killed. */
async function usedDirectory() {
  const scratch = await scratchDirectory();
  const daemon = await startChild(scratch.path);
  const { keyId, volumeId } = await createAttachedVolume(daemon.client);
  await daemon.client.blocks.write({ volumeId, offsetBytes: 0, data: Buffer.from("kept"), forceUnitAccess: true });
  await daemon.stop("SIGKILL");
  const data = join(scratch.path, "data");
  return { ...scratch, data, rootKeyFile: join(data, "root.key"), keyId, volumeId };
}

/** A read whose client takes nothing, so that it cannot end: a bulk read as slow as can be. */
async function stalledRead({ client }: ChildDaemon, volumeId: string) {
  for (let done = 0; done < 32 * MIB; done += 2 * MIB) {
    await client.blocks.write({ volumeId, offsetBytes: done, data: Buffer.alloc(2 * MIB, 1) });
  }
  const chunks = client.blocks.readStream({ volumeId, offsetBytes: 0, lengthBytes: 32 * MIB })[Symbol.asyncIterator]();
  await chunks.next();
  return {
    async takeTheRest() {
      for (;;) if ((await chunks.next()).done) return;
    },
  };
}

/** Resolves when the daemon has begun to stop: nobody can connect any more. */
async function stopping({ address }: ChildDaemon): Promise<void> {
  await vi.waitFor(
    () =>
      new Promise<void>((resolve, reject) => {
        const socket = connectSocket(address.slice("unix:".length));
        socket.once("error", () => resolve());
        socket.once("connect", () => {
          socket.destroy();
          reject(new Error("The daemon still listens."));
        });
      }),
    { timeout: 4000, interval: 10 },
  );
}

describe("start", () => {
  it("says that it is ready in one line of JSON, in time, and makes a root key for its owner alone", async () => {
    await using scratch = await scratchDirectory();
    await using daemon = await startChild(scratch.path);
    console.info(`first start: ${Math.round(daemon.startMs)} ms`);
    expect(daemon.startMs).toBeLessThan(START_MS_MAX);
    expect((await stat(join(scratch.path, "data", "root.key"))).mode & 0o777).toBe(0o600);
    expect((await stat(join(scratch.path, "data"))).mode & 0o777).toBe(0o700);
    const { stdout } = await daemon.stop("SIGTERM");
    expect(stdout).toMatch(ONE_LINE);
    expect(JSON.parse(stdout)).toEqual({
      ready: true,
      grpc: `unix:${join(scratch.path, "envol.sock")}`,
      nbd: `unix:${join(scratch.path, "data", "nbd.sock")}`,
    });
  });

  it("gives the real port for port 0", async () => {
    await using scratch = await scratchDirectory();
    await using daemon = await startChild(scratch.path, { args: ["--grpc", "127.0.0.1:0"] });
    expect(daemon.address).toMatch(/^127\.0\.0\.1:[1-9]\d*$/);
    expect((await daemon.client.volumes.describeVolumes({})).volumes).toEqual([]);
  });

  it("is refused on a directory in use, and the daemon that uses it is unharmed", async () => {
    await using scratch = await scratchDirectory();
    await using daemon = await startChild(scratch.path);
    const { volumeId } = await createAttachedVolume(daemon.client);
    const { exitCode, error, stdout } = await refusedStart(scratch.path, { args: ["--grpc", "127.0.0.1:0"] });
    expect(error.code).toBe("DATA_DIRECTORY_IN_USE");
    expect(error.message).toContain(join(scratch.path, "data"));
    expect(error.message).toContain(`process ${daemon.pid}`);
    expect(exitCode).toBe(EXIT.refusedByState);
    expect(stdout).toBe("");
    await daemon.client.blocks.write({ volumeId, offsetBytes: 0, data: Buffer.from("still"), forceUnitAccess: true });
    expect(await readText(daemon.client, volumeId, 0, 5)).toBe("still");
  });

  it("is not held up by what a killed daemon left: its lock and its socket; volumes are attached as they were", async () => {
    await using used = await usedDirectory();
    expect(existsSync(join(used.path, "envol.sock"))).toBe(true);
    await using daemon = await startChild(used.path);
    console.info(`start after kill -9: ${Math.round(daemon.startMs)} ms`);
    expect(await readText(daemon.client, used.volumeId, 0, 4)).toBe("kept");
    const { volumes } = await daemon.client.volumes.describeVolumes({ volumeIds: [used.volumeId] });
    expect(volumes[0]).toMatchObject({ state: "in-use", attachments: [{ state: "attached", device: "/dev/sdf" }] });
  });

  it("ends the deletion of a volume that a crash cut short", async () => {
    await using used = await usedDirectory();
    const store = await openStore(used.data);
    const table = store.table<StoredVolume>("volumes");
    const volume = table.get(used.volumeId)!;
    await table.write((writes) => writes.put(used.volumeId, { ...volume, state: "deleting", attachments: [] }));
    await store.close();
    await using daemon = await startChild(used.path);
    expect((await daemon.client.volumes.describeVolumes({})).volumes).toEqual([]);
    await daemon.stop("SIGTERM");
    const after = await openStore(used.data);
    try {
      expect([...after.table("volumes").entries()]).toEqual([]);
      expect([...after.records.list(1)]).toEqual([]);
    } finally {
      await after.close();
    }
  });

  it("is refused on a directory of a newer Envol", async () => {
    await using used = await usedDirectory();
    const store = await openStore(used.data);
    await store.meta.write((writes) => writes.put("formatVersion", 1000));
    await store.close();
    const before = await contentsOf(used.data);
    const { exitCode, error } = await refusedStart(used.path);
    expect(error.code).toBe("DATA_DIRECTORY_TOO_NEW");
    expect(error.message).toContain(used.data);
    expect(error.message).toContain("1000");
    expect(exitCode).toBe(EXIT.refusedByState);
    expect(await contentsOf(used.data)).toEqual(before);
  });
});

describe("the root key", () => {
  const other = () => randomBytes(32).toString("base64");
  const wrongWays = [
    { what: "another key in the file", prepare: (file: string) => writeFile(file, `${other()}\n`) },
    { what: "a malformed file", prepare: (file: string) => writeFile(file, "not a key\n") },
    { what: "no file", prepare: (file: string) => rm(file) },
  ];

  it.each(wrongWays)("$what: the start is refused, naming the file, and changes nothing", async ({ prepare }) => {
    await using used = await usedDirectory();
    const right = await readFile(used.rootKeyFile);
    await prepare(used.rootKeyFile);
    const before = await contentsOf(used.data);
    const { exitCode, error } = await refusedStart(used.path);
    expect(error.code).toBe("ROOT_KEY_INVALID");
    expect(error.message).toContain(used.rootKeyFile);
    expect(exitCode).toBe(EXIT.refusedByState);
    expect(await contentsOf(used.data)).toEqual(before);
    await writeFile(used.rootKeyFile, right, { mode: 0o600 });
    await using daemon = await startChild(used.path);
    expect(await readText(daemon.client, used.volumeId, 0, 4)).toBe("kept");
  });

  it("another key in ENVOL_ROOT_KEY: the start is refused, naming the variable and not the key", async () => {
    await using used = await usedDirectory();
    const before = await contentsOf(used.data);
    const wrong = other();
    const { exitCode, error } = await refusedStart(used.path, { environment: { ENVOL_ROOT_KEY: wrong } });
    expect(error.code).toBe("ROOT_KEY_INVALID");
    expect(error.message).toContain("ENVOL_ROOT_KEY");
    expect(JSON.stringify(error)).not.toContain(wrong);
    expect(exitCode).toBe(EXIT.refusedByState);
    expect(await contentsOf(used.data)).toEqual(before);
    const right = (await readFile(used.rootKeyFile, "latin1")).trim();
    await rm(used.rootKeyFile);
    await using daemon = await startChild(used.path, { environment: { ENVOL_ROOT_KEY: right } });
    expect(await readText(daemon.client, used.volumeId, 0, 4)).toBe("kept");
  });
});

describe("stop", () => {
  it.each(["SIGTERM", "SIGINT"] as const)("%s keeps what was written and not flushed", async (signal) => {
    await using scratch = await scratchDirectory();
    await using daemon = await startChild(scratch.path);
    const { volumeId } = await createAttachedVolume(daemon.client);
    await daemon.client.blocks.write({ volumeId, offsetBytes: 1000, data: Buffer.from("unflushed") });
    expect(await daemon.stop(signal)).toMatchObject({ code: EXIT.ok, signal: null, stderr: "" });
    expect(existsSync(join(scratch.path, "envol.sock"))).toBe(false);
    await using again = await startChild(scratch.path);
    expect(await readText(again.client, volumeId, 1000, 9)).toBe("unflushed");
  });

  it("lets a write that is under way end", async () => {
    await using scratch = await scratchDirectory();
    await using daemon = await startChild(scratch.path);
    const { volumeId } = await createAttachedVolume(daemon.client);
    async function* chunks() {
      yield { volumeId, offsetBytes: 0, data: Buffer.alloc(MIB, 1), flush: true };
      yield { offsetBytes: MIB, data: Buffer.alloc(MIB, 2) };
      // The call is under way: the daemon has read its first message.
      await vi.waitFor(async () => expect(await readText(daemon.client, volumeId, 0, 1)).toBe("\u0001"), {
        timeout: 30_000,
      });
      daemon.signal("SIGTERM");
      await stopping(daemon);
      yield { offsetBytes: 2 * MIB, data: Buffer.alloc(MIB, 3) };
    }
    expect(await daemon.client.blocks.writeStream(chunks())).toEqual({ bytesWritten: 3 * MIB });
    expect((await daemon.ended).code).toBe(EXIT.ok);
    await using again = await startChild(scratch.path);
    expect(await readText(again.client, volumeId, 3 * MIB - 1, 2)).toBe("\u0003\u0000");
  });

  it("cuts off a read that does not end, once the time for that is over", async () => {
    await using scratch = await scratchDirectory();
    await using daemon = await startChild(scratch.path);
    const { volumeId } = await createAttachedVolume(daemon.client);
    const read = await stalledRead(daemon, volumeId);
    const startMs = performance.now();
    daemon.signal("SIGTERM");
    expect((await daemon.ended).code).toBe(EXIT.ok);
    const tookMs = performance.now() - startMs;
    expect(tookMs).toBeGreaterThan(LIMITS.shutdownTimeoutMs * 0.9);
    expect(tookMs).toBeLessThan(LIMITS.shutdownTimeoutMs + 5000);
    await expect(read.takeTheRest()).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });

  it("a second signal ends the process at once, and what was flushed is safe", async () => {
    await using scratch = await scratchDirectory();
    await using daemon = await startChild(scratch.path);
    const { volumeId } = await createAttachedVolume(daemon.client);
    const kept = { volumeId, offsetBytes: 64 * MIB, data: Buffer.from("flushed"), forceUnitAccess: true };
    await daemon.client.blocks.write(kept);
    await stalledRead(daemon, volumeId);
    daemon.signal("SIGTERM");
    await stopping(daemon);
    const startMs = performance.now();
    expect(await daemon.stop("SIGINT")).toMatchObject({ code: 128 + constants.signals.SIGINT, signal: null });
    expect(performance.now() - startMs).toBeLessThan(LIMITS.shutdownTimeoutMs / 2);
    await using again = await startChild(scratch.path);
    expect(await readText(again.client, volumeId, 64 * MIB, 7)).toBe("flushed");
  });

  it("in process: closing twice waits for the same end, and frees the directory", async () => {
    await using scratch = await scratchDirectory();
    const options = {
      dataDirectory: join(scratch.path, "data"),
      grpcAddress: `unix:${join(scratch.path, "envol.sock")}`,
      logLevel: "silent",
    } as const;
    const daemon = await startDaemon(options);
    await Promise.all([daemon.close(), daemon.close()]);
    await daemon.close();
    expect(existsSync(join(scratch.path, "envol.sock"))).toBe(false);
    await (await startDaemon(options)).close();
  });
});
