import { once } from "node:events";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { envol, serve, startEnvol } from "./process.ts";

it("says in one line of JSON where it listens, and stops cleanly on SIGTERM and SIGINT", async () => {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    await using served = await serve();
    expect(served.address).toBe(`unix:${join(served.directory, "envol.sock")}`);
    expect(existsSync(join(served.directory, "data"))).toBe(true);
    expect((await served.json("volume", "list")).volumes).toEqual([]);
    expect(await served.stop(signal)).toBe(0);
  }
});

it("takes a free port of this machine", async () => {
  await using served = await serve("--grpc", "127.0.0.1:0");
  expect(served.address).toMatch(/^127\.0\.0\.1:[1-9]\d*$/);
  expect((await served.json("volume", "list")).volumes).toEqual([]);
});

it("keeps what it was told to flush when it stops, and finds it again", async () => {
  await using served = await serve();
  const { volume } = await served.json("volume", "create", "--size", "1");
  await served.json("volume", "attach", volume.volumeId);
  await served.json("volume", "write", volume.volumeId, "--offset", "12345", "--text", "kept");
  expect(await served.stop("SIGTERM")).toBe(0);
  const flags = ["--data", join(served.directory, "data"), "--log-level", "error", "--json"];
  const again = startEnvol(["serve", ...flags], { ENVOL_GRPC: served.address });
  try {
    await once(again.stdout as NodeJS.ReadableStream, "data");
    // Attachments end with the daemon that held them or outlive it; either way the data is there.
    const { state } = await served.json("volume", "show", volume.volumeId);
    if (state === "available") await served.json("volume", "attach", volume.volumeId);
    const read = await served.run(["volume", "read", volume.volumeId, "--offset", "12345", "--length", "4"]);
    expect(read.stdout.toString()).toBe("kept");
  } finally {
    again.kill("SIGKILL");
    await once(again, "close");
  }
});

it("refuses a data directory that another daemon has open", async () => {
  await using served = await serve();
  const flags = ["--data", join(served.directory, "data"), "--grpc", "127.0.0.1:0", "--json"];
  const { code, stderr } = await envol(["serve", ...flags, "--log-level", "silent"]);
  expect(JSON.parse(stderr).error.code).toBe("DATA_DIRECTORY_IN_USE");
  expect(code).toBe(4);
});

it("reads its configuration file", async () => {
  await using served = await serve();
  const config = join(served.directory, "envol.json");
  await writeFile(config, JSON.stringify({ data: "other", grpc: "unix:other.sock", logLevel: "silent" }));
  const other = startEnvol(["serve", "--json"], { ENVOL_CONFIG: config });
  try {
    const [line] = (await once(other.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
    expect(JSON.parse(line.toString())).toEqual({
      ready: true,
      grpc: `unix:${join(served.directory, "other.sock")}`,
      nbd: `unix:${join(served.directory, "other", "nbd.sock")}`,
    });
    expect(existsSync(join(served.directory, "other"))).toBe(true);
  } finally {
    other.kill("SIGTERM");
    await once(other, "close");
  }
});
