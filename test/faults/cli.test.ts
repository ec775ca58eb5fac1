/** `envol fault` and `envol reset`, against a daemon that `envol serve --harness` started. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EXIT } from "#envol/errors.ts";
import { type Served, serve } from "../cli/process.ts";

let daemon: Served;
beforeAll(async () => {
  daemon = await serve("--harness");
});
afterAll(async () => {
  await daemon[Symbol.asyncDispose]();
});

async function attachedVolume(): Promise<string> {
  const { volume } = await daemon.json("volume", "create", "--size", "1GiB");
  await daemon.json("volume", "attach", volume.volumeId);
  return volume.volumeId;
}

/** What a command prints, and that it succeeds. */
async function text(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await daemon.run(args);
  expect([code, stderr]).toEqual([EXIT.ok, ""]);
  return stdout.toString().trim();
}

test("a fault from add to remove", async () => {
  const volumeId = await attachedVolume();
  const range = ["--offset", "4KiB", "--length", "512"];
  const when = ["--after", "1", "--times", "2", "--probability", "0.999999999", "--seed", "7"];
  const site = ["device", "--volume", volumeId, "--operation", "READ", ...range];
  const added = await text("fault", "add", ...site, ...when, "--fail", "INTEGRITY_ERROR");
  const what = `fail INTEGRITY_ERROR at device READ ${volumeId} 4096..4608, after 1, 2 times, p=0.999999999 seed=7`;
  const [, faultId = ""] = /^(fault-\d+) is in force: (.*)\.$/.exec(added) ?? [];
  expect(added).toBe(`${faultId} is in force: ${what}.`);
  const read = () => daemon.run(["volume", "read", volumeId, "--offset", "4096", "--length", "1"]);
  expect((await read()).code).toBe(EXIT.ok);
  expect(await read()).toMatchObject({
    code: EXIT.dataDamaged,
    stderr: expect.stringContaining(`Injected by ${faultId}.`),
  });
  expect((await text("fault", "list")).split("\n").map((line) => line.trim().split(/ {2,}/))).toEqual([
    ["FAULT", "MATCHED", "FIRED", "WHAT"],
    [faultId, "2", "1", what],
  ]);
  expect(await text("fault", "remove", faultId)).toBe(`${faultId} is removed. It met 2 operations and fired 1 times.`);
  expect(await daemon.run(["fault", "remove", faultId])).toMatchObject({ code: EXIT.notFound });
});

test.each([
  [["kms", "--operation", "Decrypt", "--delay", "5"], "delay 5 ms at kms Decrypt, always"],
  [["device", "--operation", "FLUSH", "--stall", "--times", "1"], "stall at device FLUSH, 1 time"],
  [["device", "--operation", "WRITE", "--disable-key", "--after", "9"], "disableKey at device WRITE, after 9"],
  [["store", "--kill", "after", "--operation", "PUT", "--after", "99"], "kill after at store PUT, after 99"],
])("%j", async (args, what) => {
  const { fault } = await daemon.json("fault", "add", ...args);
  expect(await text("fault", "list")).toContain(what);
  await daemon.json("fault", "remove", fault.faultId);
});

test.each([
  [["device"], "give one of --delay, --stall"],
  [["device", "--stall", "--delay", "1"], "and no other"],
  [["kms", "--volume", "vol-0123456789abcdef0", "--stall"], "--volume: kms has none"],
  [["store", "--key", "alias/a", "--stall"], "--key: store has none"],
  [["disk", "--stall"], "SITE: expected one of device, kms, store"],
  [["device", "--stall", "--probability", "0"], "--probability: expected a number above 0"],
  [["device", "--stall", "--seed", "4294967296"], "--seed: expected a whole number from 0 to 4294967295"],
  [["device", "--corrupt", "1"], "spec.corrupt: it means nothing at device"],
])("add %j is refused", async (args, says) => {
  const { code, stderr } = await daemon.run(["fault", "add", ...args]);
  expect([code, stderr]).toEqual([EXIT.usage, expect.stringContaining(says)]);
  expect((await daemon.json("fault", "list")).faults).toEqual([]);
});

describe("reset", () => {
  test("empties the daemon", async () => {
    const volumeId = await attachedVolume();
    await daemon.json("fault", "add", "store", "--volume", volumeId, "--corrupt", "8");
    expect(await text("reset")).toBe("The daemon is empty.");
    expect((await daemon.json("volume", "list")).volumes).toEqual([]);
    expect((await daemon.json("fault", "list")).faults).toEqual([]);
  });

  test("is refused by a daemon that was not started for tests, with how to start one", async () => {
    await using plain = await serve();
    const { code, stderr } = await plain.run(["reset"]);
    expect([code, stderr]).toEqual([EXIT.refusedByState, expect.stringContaining("envol serve --harness")]);
  });
});
