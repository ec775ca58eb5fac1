import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import type { Check } from "#envol/cli/doctor/check.ts";
import { spaceCheck } from "#envol/cli/doctor/data-directory.ts";
import { checkNode, checkOpenssl } from "#envol/cli/doctor/runtime.ts";
import { EXIT } from "#envol/errors.ts";
import { type Ended, envol, serve } from "./process.ts";

const directory = mkdtempSync(join(tmpdir(), "envol-doctor-"));
afterAll(() => rmSync(directory, { recursive: true }));

const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

function checksOf({ stdout }: Pick<Ended, "stdout">): Record<string, Check> {
  const { checks } = JSON.parse(stdout.toString()) as { checks: Check[] };
  return Object.fromEntries(checks.map((check) => [check.name, check]));
}

describe("envol doctor", () => {
  it("finds this machine fit, in a line for each check", async () => {
    const { code, stdout, stderr } = await envol(["doctor", "--data", join(directory, "absent", "data")]);
    const text = stdout.toString();
    expect([stderr, code]).toEqual(["", EXIT.ok]);
    expect(text).toMatch(/^ok +Node\.js +20\.|^ok +Node\.js +2\d\./m);
    expect(text).toMatch(/^ok +OpenSSL +.*aes-256-xts, aes-256-gcm, aes-256-ecb$/m);
    expect(text).toMatch(/^ok +AES-256-XTS +batched/m);
    expect(text).toMatch(/^ok +AES-256-GCM +batched/m);
    expect(text).toMatch(/^ok +LMDB +works, and is read in place$/m);
    expect(text).toMatch(/^ok +data directory +.*absent\/data \(envol serve makes it\)$/m);
    expect(text).toContain("Everything that a daemon needs is there.");
    // It has looked, and made nothing.
    expect(readdirSync(directory)).toEqual([]);
  });

  it("tells of a daemon that runs: its lock, its process, its health; and leaves it alone", async () => {
    await using served = await serve();
    const data = join(served.directory, "data");
    const before = statSync(join(data, "lock")).mtimeMs;
    const ended = await envol(["doctor", "--data", data, "--address", served.address, "--json"]);
    expect(ended.code).toBe(EXIT.ok);
    const checks = checksOf(ended);
    expect(checks["data directory"]).toEqual({ name: "data directory", status: "ok", finding: data });
    expect(checks["lock"]?.finding).toBe(`a daemon has it, process ${served.child.pid}`);
    expect(checks["daemon"]).toMatchObject({ status: "ok", finding: expect.stringContaining("healthy at") });
    expect(statSync(join(data, "lock")).mtimeMs).toBe(before);
    expect((await served.json("volume", "list")).volumes).toEqual([]);
    await served.stop("SIGTERM");
    expect(checksOf(await envol(["doctor", "--data", data, "--json"]))["lock"]?.finding).toMatch(/^no daemon/);
  });

  it("fails when no daemon answers, and says what to do", async () => {
    const absent = ["--address", "unix:/nonexistent/envol.sock", "--data", directory];
    const { code, stdout, stderr } = await envol(["doctor", ...absent]);
    expect([stderr, code]).toEqual(["", EXIT.failure]);
    expect(stdout.toString()).toMatch(
      /^failed +daemon +.*unix:\/nonexistent\/envol\.sock.*\n +Start it with envol serve/m,
    );
    expect(stdout.toString()).toContain("checks failed");
  });

  it("fails when the data directory cannot be one", async () => {
    for (const data of ["/dev/null", "/dev/null/data"]) {
      const ended = await envol(["doctor", "--data", data, "--json"]);
      expect(ended.code).toBe(EXIT.failure);
      expect(checksOf(ended)["data directory"]).toMatchObject({
        status: "failed",
        finding: expect.stringContaining(data),
        action: expect.stringContaining("--data"),
      });
    }
  });

  it("fails on a configuration that envol serve would refuse, and goes on", async () => {
    const ended = await envol(["doctor", "--json"], { environment: { ENVOL_WORKERS: "many" } });
    expect(ended.code).toBe(EXIT.failure);
    const checks = checksOf(ended);
    expect(checks["configuration"]).toMatchObject({
      status: "failed",
      finding: expect.stringContaining("ENVOL_WORKERS"),
    });
    expect(checks["Node.js"]?.status).toBe("ok");
  });

  it("warns of more threads than processors", async () => {
    const environment = { ENVOL_WORKERS: "256", ENVOL_DATA: directory };
    const ended = await envol(["doctor", "--json"], { environment });
    expect(ended.code).toBe(EXIT.ok);
    expect(checksOf(ended)["processors"]).toMatchObject({ status: "warning", finding: expect.stringContaining("256") });
  });

  it("warns where sectors are encrypted one at a time, which is no failure", () => {
    const args = ["--jitless", MAIN, "doctor", "--data", directory, "--json"];
    const { status, stdout } = spawnSync(process.execPath, args, { env: { PATH: process.env["PATH"] ?? "" } });
    expect(status).toBe(EXIT.ok);
    const checks = checksOf({ stdout });
    expect(checks["WebAssembly SIMD"]?.status).toBe("warning");
    for (const name of ["AES-256-XTS", "AES-256-GCM"]) {
      expect(checks[name]).toMatchObject({ status: "warning", finding: expect.stringContaining("per sector") });
    }
  });

  it("names the NBD programs that it finds, and the packages of the others", async () => {
    mkdirSync(join(directory, "empty"));
    const environment = { PATH: join(directory, "empty"), ENVOL_DATA: directory };
    const { finding, action, status } = checksOf(await envol(["doctor", "--json"], { environment }))[
      "NBD programs"
    ] as Check;
    expect(status).toBe("note");
    expect(finding).not.toContain("qemu-io");
    expect(action).toMatch(/apt install .*libnbd-bin.*qemu-utils/);
  });
});

describe("single checks", () => {
  it.each([
    ["20.19.0", "ok"],
    ["26.0.0", "ok"],
    ["20.18.3", "failed"],
    ["18.20.8", "failed"],
  ])("of Node.js %s give %s", (version, status) => {
    expect(checkNode(version).status).toBe(status);
  });

  it("of OpenSSL name the ciphers that are missing", () => {
    const check = checkOpenssl("3.0.0", ["aes-256-gcm", "aes-256-ecb"]);
    expect(check).toMatchObject({ status: "failed", finding: "3.0.0 lacks aes-256-xts", action: expect.any(String) });
  });

  it.each([
    [2 ** 20 - 1, "failed"],
    [2 ** 20, "warning"],
    [2 ** 30, "ok"],
  ])("of %d free bytes give %s", (bytes, status) => {
    expect(spaceCheck(bytes).status).toBe(status);
  });
});
