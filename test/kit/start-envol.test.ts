/** Daemons for tests: what they are given, what they leave behind, and how they come back. */

import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { connect as connectSocket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { manualClock } from "#envol/clock.ts";
import { EnvolError } from "#envol/errors.ts";
import { type EnvolOptions, startEnvol } from "#envol/kit/start-envol.ts";

/** Where this file's daemons make their temporary directories, so that what they leave behind can be seen. */
let scratch: string;
const systemTmpdir = tmpdir();
beforeAll(async () => {
  scratch = await mkdtemp(join(systemTmpdir, "envol-kit-"));
  process.env["TMPDIR"] = scratch;
});
afterEach(async () => {
  process.env["TMPDIR"] = scratch;
  expect(await readdir(scratch)).toEqual([]);
});
afterAll(async () => {
  process.env["TMPDIR"] = systemTmpdir;
  await rm(scratch, { recursive: true });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** What a server on an address greets with. */
function greeting(address: string): Promise<string> {
  const [host, port] = address.split(":");
  const socket = address.startsWith("unix:")
    ? connectSocket(address.slice("unix:".length))
    : connectSocket(Number(port), host);
  return new Promise((resolve, reject) => {
    socket.on("error", reject);
    socket.once("data", (data) => {
      socket.destroy();
      resolve(data.toString("latin1"));
    });
  });
}

/** A directory of the test's own, which the daemon is not to remove. */
async function ownDirectory(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(scratch, "own-"));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

const WHERE = ["this", "child"] as const;

describe.each(WHERE)("a daemon in %s process", (where) => {
  const start = (options: EnvolOptions = {}) => startEnvol({ process: where, ...options });

  test("serves gRPC and NBD from a temporary directory, which goes with it", async () => {
    const envol = await start();
    expect(existsSync(envol.dataDirectory)).toBe(true);
    expect(envol.dataDirectory.startsWith(scratch)).toBe(true);
    expect(envol.address).toMatch(/^unix:/);
    expect(envol.pid === process.pid).toBe(where === "this");
    await using volume = await envol.createVolume();
    await volume.write(0, Buffer.from("data"));
    expect((await volume.read(0, 4)).toString()).toBe("data");
    expect(await greeting(envol.nbdAddress)).toMatch(/^NBDMAGIC/);
    const { pid } = envol;
    await volume.detach();
    await envol.close();
    await envol.close();
    expect(isAlive(pid)).toBe(where === "this");
  });

  test("ends with its scope, also when that ends with an error", async () => {
    const failing = async () => {
      await using envol = await start();
      await envol.createKey();
      throw new Error("the test failed");
    };
    await expect(failing()).rejects.toThrow("the test failed");
  });

  test("is in harness mode: it can be broken, and made empty", async () => {
    await using envol = await start();
    const volume = await envol.createVolume();
    const fault = await envol.inject({ device: { operations: ["READ"] }, fail: { code: "INTERNAL" }, seed: 7 });
    await expect(volume.read(0, 1)).rejects.toMatchObject({ code: "INTERNAL" });
    expect(fault.seed).toBe(7);
    expect(await fault.describe()).toMatchObject({ faultId: fault.faultId, matched: 1, fired: 1 });
    await envol.reset();
    await expect(fault.describe()).rejects.toMatchObject({ code: "FAULT_NOT_FOUND" });
    await fault[Symbol.asyncDispose]();
    expect((await envol.volumes.describeVolumes({})).volumes).toEqual([]);
  });

  test("takes a fault out at the end of its scope", async () => {
    await using envol = await start();
    await using volume = await envol.createVolume();
    {
      await using _fault = await envol.inject({ device: {}, fail: { code: "UNAVAILABLE" } });
      await expect(volume.read(0, 1)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    }
    expect(await volume.read(0, 1)).toHaveLength(1);
  });

  test("keeps a directory that was named, and finds its data there again", async () => {
    await using directory = await ownDirectory();
    const dataDirectory = join(directory.path, "data");
    let volumeId: string;
    {
      await using envol = await start({ dataDirectory });
      expect(envol.dataDirectory).toBe(dataDirectory);
      const volume = await envol.createVolume();
      ({ volumeId } = volume);
      await volume.write(0, Buffer.from("kept"));
      await volume.detach();
    }
    await using envol = await start({ dataDirectory });
    await using volume = await envol.attach(volumeId);
    expect((await volume.read(0, 4)).toString()).toBe("kept");
  });

  test("listens where it is told, and there again after a restart", async () => {
    await using envol = await start({ grpcAddress: "127.0.0.1:0", nbdAddress: "127.0.0.1:0" });
    expect(envol.address).toMatch(/^127\.0\.0\.1:[1-9]\d*$/);
    await envol.restart();
    await envol.createKey();
    expect(await greeting(envol.nbdAddress)).toMatch(/^NBDMAGIC/);
  });

  test("restarted in order, it has what was written; handles and sessions go on", async () => {
    await using envol = await start();
    const key = await envol.createKey();
    await using volume = await envol.createVolume({ key });
    await using file = await volume.open();
    await volume.write(0, Buffer.from("data"));
    const { pid } = envol;
    await envol.restart();
    expect(envol.pid === pid).toBe(where === "this");
    expect((await volume.read(0, 4)).toString()).toBe("data");
    expect((await file.read(Buffer.alloc(4), 0, 4, 0)).buffer.toString()).toBe("data");
    expect(await greeting(envol.nbdAddress)).toMatch(/^NBDMAGIC/);
    expect((await volume.describe()).attachments).toMatchObject([{ nbdUri: volume.nbdUri }]);
    await key.disable();
    await expect(volume.read(0, 4)).rejects.toMatchObject({ code: "KEY_REVOKED" });
  });

  test("cannot be started again after its end", async () => {
    const envol = await start();
    await envol.close();
    await expect(envol.restart()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await expect(envol.createKey()).rejects.toThrow();
  });

  test("closed while it restarts, it ends all the same", async () => {
    const envol = await start();
    const restarted = envol.restart().catch(() => {});
    await envol.close();
    await restarted;
    expect(isAlive(envol.pid)).toBe(where === "this");
  });

  test("ends although a fault lets nothing be written any more", async () => {
    await using envol = await start();
    const volume = await envol.createVolume();
    await envol.inject({ store: { operations: ["PUT"] }, fail: { code: "STORE_FULL" } });
    await volume.write(0, Buffer.alloc(100_000, 1));
  });

  test("in a directory that another daemon has open is refused, and leaves nothing behind", async () => {
    await using envol = await start();
    const { dataDirectory } = envol;
    const before = await readdir(scratch);
    await expect(start({ dataDirectory })).rejects.toMatchObject({ name: "EnvolError", code: "DATA_DIRECTORY_IN_USE" });
    expect(await readdir(scratch)).toEqual(before);
  });

  test.each<[field: string, options: EnvolOptions]>([
    ["grpcAddress", { grpcAddress: "nowhere" }],
    ["nbdAddress", { nbdAddress: "nowhere" }],
  ])("with a wrong %s is refused by name, and leaves nothing behind", async (_field, options) => {
    await expect(start(options)).rejects.toSatisfy((thrown: EnvolError) => {
      expect(thrown).toBeInstanceOf(EnvolError);
      expect(thrown).toMatchObject({ code: "CONFIG_INVALID" });
      expect(thrown.message).toContain("nowhere");
      return true;
    });
  });

  test("finds room for its sockets when the temporary directory has a long name", async () => {
    await using directory = await ownDirectory();
    const long = join(directory.path, "long".repeat(25));
    await mkdir(long);
    process.env["TMPDIR"] = long;
    {
      await using envol = await start();
      expect(envol.dataDirectory.startsWith(long)).toBe(true);
      expect(envol.address).toMatch(/^unix:\/tmp\//);
      await envol.createKey();
    }
    expect(await readdir(long)).toEqual([]);
  });
});

describe("a daemon in a child process", () => {
  test("killed, it has what was flushed; handles go on after a restart", async () => {
    await using envol = await startEnvol({ process: "child" });
    await using volume = await envol.createVolume();
    await volume.write(0, Buffer.from("flushed"));
    await volume.flush();
    const { pid } = envol;
    await envol.kill();
    expect(isAlive(pid)).toBe(false);
    await expect(volume.read(0, 7)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await envol.kill();
    await envol.restart();
    expect(envol.pid).not.toBe(pid);
    expect((await volume.read(0, 7)).toString()).toBe("flushed");
  });

  test("killed by a fault, it can be restarted", async () => {
    await using envol = await startEnvol({ process: "child" });
    await using volume = await envol.createVolume();
    await envol.inject({ device: { operations: ["WRITE"] }, kill: {} });
    await expect(volume.write(0, Buffer.alloc(1))).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await envol.restart();
    await volume.write(0, Buffer.alloc(1));
  });

  test("killed and not restarted, handles end with their scopes", async () => {
    await using envol = await startEnvol({ process: "child" });
    await using _volume = await envol.createVolume();
    await using _fault = await envol.inject({ device: {}, stall: {} });
    await envol.kill();
  });

  test("takes bytes among its options", async () => {
    await using envol = await startEnvol({ process: "child", rootKey: Buffer.alloc(32, 1) });
    await using _volume = await envol.createVolume();
    expect(existsSync(join(envol.dataDirectory, "root.key"))).toBe(false);
  });

  test("cannot have a clock of this one", async () => {
    const started = startEnvol({ process: "child", clock: manualClock() });
    await expect(started).rejects.toMatchObject({ code: "CONFIG_INVALID", field: "clock" });
  });
});

describe("a daemon in this process", () => {
  test("cannot be killed, by name or by fault", async () => {
    await using envol = await startEnvol();
    const refusal = { code: "CONFIG_INVALID", field: "process", message: expect.stringContaining('"child"') };
    await expect(envol.kill()).rejects.toMatchObject(refusal);
    await expect(envol.inject({ device: {}, kill: {} })).rejects.toMatchObject(refusal);
    await envol.createKey();
  });

  test("goes by the clock that it is given", async () => {
    const clock = manualClock(Date.UTC(2030, 0, 1));
    await using envol = await startEnvol({ clock });
    const key = await envol.createKey();
    await key.scheduleDeletion({ pendingWindowInDays: 7 });
    clock.advance(8 * 86_400_000);
    await expect(key.cancelDeletion()).rejects.toMatchObject({ code: "KEY_NOT_FOUND" });
  });
});

test("a process that is neither is refused", async () => {
  const options = { process: "thread" } as unknown as EnvolOptions;
  await expect(startEnvol(options)).rejects.toMatchObject({ code: "CONFIG_INVALID", field: "process" });
});
