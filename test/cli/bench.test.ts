import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type BlockTarget, fill, type Load, runLoad } from "#envol/cli/bench/load.ts";
import { stepLine } from "#envol/cli/bench/step-line.ts";
import { EXIT } from "#envol/errors.ts";
import { envol, type Served, serve, startEnvol } from "./process.ts";

const directory = mkdtempSync(join(tmpdir(), "envol-bench-test-"));
afterAll(() => rmSync(directory, { recursive: true }));

const environment = { TMPDIR: directory };
/** One volume, two requests sizes, hardly any time. */
const SHORT = ["--cipher", "xts", "--sector-size", "4096", "--request-size", "4KiB,1MiB", "--depth", "2"];
const QUICK = [...SHORT, "--seconds", "0.01"];

async function expectNothingLeft(served: Served): Promise<void> {
  expect((await served.json("volume", "list")).volumes).toEqual([]);
  const { keys } = await served.json("key", "list");
  // The daemon's own key, alias/aws/ebs, is there from the start.
  const made = keys.filter((key: { keyManager: string }) => key.keyManager === "CUSTOMER");
  expect(made.map((key: { keyState: string }) => key.keyState)).toEqual(["PendingDeletion"]);
}

describe("envol bench", () => {
  it("measures a daemon that runs, through both doors, and leaves no volume and no usable key", async () => {
    await using served = await serve();
    const report = await served.json("bench", "--nbd", ...QUICK, "--cipher", "xts,none");
    expect(report).toMatchObject({ kind: "envol bench", where: served.address, seconds: 0.01 });
    const what = report.measurements.map((each: Record<string, unknown>) => [
      each["door"],
      each["cipher"],
      each["requestBytes"],
      `${each["pattern"]} ${each["operation"]}`,
    ]);
    const ofVolume = (cipher: string) =>
      ["read", "write"].flatMap((operation) =>
        [4096, 2 ** 20].flatMap((size) =>
          ["Io stream", "NBD"].map((door) => [
            door,
            cipher,
            size,
            `${size === 4096 ? "random" : "sequential"} ${operation}`,
          ]),
        ),
      );
    expect(what).toEqual([...ofVolume("xts"), ...ofVolume("none")]);
    for (const { requests, requestsPerSecond, bytesPerSecond, requestBytes, p50Us, p99Us } of report.measurements) {
      expect(requests).toBeGreaterThan(0);
      expect(bytesPerSecond).toBeCloseTo(requestsPerSecond * requestBytes);
      expect(p99Us).toBeGreaterThanOrEqual(p50Us);
    }
    await expectNothingLeft(served);
  });

  it("starts a daemon of its own otherwise, which it removes, and prints a table", async () => {
    const { code, stdout, stderr } = await envol(["bench", ...QUICK], { environment });
    expect([stderr, code]).toEqual(["", EXIT.ok]);
    const lines = stdout.toString().split("\n");
    expect(lines[0]).toMatch(/^envol .*Node\.js .*OpenSSL/);
    expect(lines.filter((line) => /^xts +4096 B +(random|sequential) (read|write)/.test(line))).toHaveLength(4);
    expect(readdirSync(directory)).toEqual([]);
  });

  it("cleans up on ctrl-C, with a daemon that runs", async () => {
    await using served = await serve();
    const child = startEnvol(["bench", ...SHORT, "--seconds", "600", "--address", served.address]);
    const ended = once(child, "close");
    await expect.poll(async () => (await served.json("volume", "list")).volumes[0]?.state).toBe("in-use");
    child.kill("SIGINT");
    expect((await ended)[0]).toBe(130);
    await expectNothingLeft(served);
  });

  it("cleans up on ctrl-C, with a daemon of its own", async () => {
    const child = startEnvol(["bench", ...SHORT, "--seconds", "600"], environment);
    const ended = once(child, "close");
    await expect.poll(() => readdirSync(directory)).toHaveLength(1);
    child.kill("SIGINT");
    expect((await ended)[0]).toBe(130);
    expect(readdirSync(directory)).toEqual([]);
  });

  it("needs a daemon that serves NBD for --nbd, and removes what it made before it knew", async () => {
    await using served = await serve("--nbd", "none");
    const { code, stderr } = await served.run(["bench", "--nbd", ...QUICK]);
    expect([code, stderr]).toEqual([EXIT.usage, expect.stringContaining("--nbd: the daemon serves no NBD")]);
    await expectNothingLeft(served);
  });

  it.each([
    [["--cipher", "xts,rot13"], "--cipher: expected one of xts, gcm, none"],
    [["--sector-size", "1024"], "--sector-size: expected 512 or 4096"],
    [["--request-size", "1000"], "--request-size: expected a multiple of 512 bytes"],
    [["--request-size", "8MiB"], "--request-size: expected a multiple of 512 bytes"],
    [["--depth", "0"], "--depth: expected a whole number from 1 to 512"],
    [["--seconds", "-1"], "--seconds: expected a number from 0.01 to 3600"],
    [["--address", "nowhere"], "--address: expected unix:PATH or HOST:PORT"],
  ])("refuses %j by the name of the option and its rule", async (args, message) => {
    const { code, stderr } = await envol(["bench", ...args], { environment });
    expect([code, stderr]).toEqual([EXIT.usage, expect.stringContaining(message)]);
  });
});

describe("a load", () => {
  const load: Load = {
    operation: "read",
    pattern: "sequential",
    requestBytes: 1024,
    depth: 3,
    spanBytes: 5000,
    durationMs: 20,
  };

  /** Answers in later turns, and remembers what it was asked. */
  function recorder() {
    const offsets: number[] = [];
    const lengths = new Set<number>();
    const seen = { flushes: 0, underWay: 0, underWayMax: 0 };
    const answer = async (offsetBytes: number, lengthBytes: number) => {
      offsets.push(offsetBytes);
      lengths.add(lengthBytes);
      seen.underWay += 1;
      seen.underWayMax = Math.max(seen.underWayMax, seen.underWay);
      await new Promise((resolve) => setImmediate(resolve));
      seen.underWay -= 1;
    };
    const target: BlockTarget = {
      read: answer,
      write: (offsetBytes, data) => answer(offsetBytes, data.length),
      async flush() {
        seen.flushes += 1;
      },
    };
    return { target, offsets, lengths, seen };
  }

  it("keeps as many requests under way as it is told, within its span, one after the other", async () => {
    const { target, offsets, lengths, seen } = recorder();
    let answeredBytes = 0;
    const figures = await runLoad(target, load, new AbortController().signal, (bytes) => {
      answeredBytes += bytes;
    });
    expect(seen).toMatchObject({ flushes: 0, underWayMax: 3 });
    expect(offsets.slice(0, 5)).toEqual([0, 1024, 2048, 3072, 0]);
    expect([...lengths]).toEqual([1024]);
    expect(figures.requests).toBe(offsets.length);
    expect(answeredBytes).toBe(figures.requests * 1024);
    expect(figures.elapsedMs).toBeGreaterThanOrEqual(20);
  });

  it("visits all of its span at random, and flushes what it wrote", async () => {
    const { target, offsets, seen } = recorder();
    await runLoad(target, { ...load, operation: "write", pattern: "random" }, new AbortController().signal, () => {});
    expect(new Set(offsets)).toEqual(new Set([0, 1024, 2048, 3072]));
    expect(seen.flushes).toBe(1);
  });

  it("ends at once when it is told to, and with a request's failure", async () => {
    const { target, offsets } = recorder();
    const long = { ...load, durationMs: 600_000 };
    const controller = new AbortController();
    await runLoad(target, long, controller.signal, () => controller.abort());
    expect(offsets.length).toBeLessThanOrEqual(2 * load.depth);
    const broken = { ...target, read: () => Promise.reject(new Error("no")) };
    await expect(runLoad(broken, long, new AbortController().signal, () => {})).rejects.toThrow("no");
  });

  it("finds a span that has been filled", async () => {
    const { target, offsets, seen } = recorder();
    await fill(target, 3 * 2 ** 20);
    expect([offsets, seen.flushes]).toEqual([[0, 2 ** 20, 2 ** 21], 1]);
  });
});

describe("the line that tells of the measurement under way", () => {
  it("shows which one, its figures so far and the time left, and goes", () => {
    const written: string[] = [];
    let nowMs = 0;
    const stream = { isTTY: true, columns: 200, write: (text: string) => void written.push(text) };
    const line = stepLine(3, stream, () => nowMs);
    line.step("first");
    expect(written.at(-1)).toBe("\r1 of 3  first\x1b[K");
    nowMs = 500;
    for (let request = 0; request < 10; request++) line.advance(1024);
    expect(written.at(-1)).toBe("\r1 of 3  first  2/s  2.00 KiB/s\x1b[K");
    nowMs = 1000;
    line.step("second");
    expect(written.at(-1)).toBe("\r2 of 3, 2.00 s left  second\x1b[K");
    line.end();
    expect(written.at(-1)).toBe("\r\x1b[K");
  });

  it("is not shown where nobody watches", () => {
    const written: string[] = [];
    const line = stepLine(1, { isTTY: false, write: (text: string) => void written.push(text) });
    line.step("only");
    line.advance(1);
    line.end();
    expect(written).toEqual([]);
  });
});
