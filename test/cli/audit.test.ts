/** `envol audit` and `envol meter`, as a person sees them. */

import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { EXIT } from "#envol/errors.ts";
import { type Served, serve, startEnvol } from "./process.ts";

let daemon: Served;
let keyId: string;
beforeAll(async () => {
  daemon = await serve();
  keyId = (await daemon.json("key", "create", "--description", "one")).keyMetadata.keyId;
  const sealed = await daemon.json("key", "encrypt", keyId, "--text", "hello");
  await daemon.json("key", "disable", keyId);
  await daemon.run(["key", "decrypt", sealed.ciphertextBlob]);
});
afterAll(() => daemon[Symbol.asyncDispose]());

async function lines(...args: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await daemon.run(args);
  if (code !== 0) throw new Error(stderr);
  return stdout.toString().trimEnd().split("\n");
}

const eventsOf = (rows: readonly string[]) => rows.slice(1).map((row) => row.split(/ {2,}/)[1]);

describe("envol audit", () => {
  test("is a table of calls, the newest last, without colours where there is no terminal", async () => {
    const rows = await lines("audit");
    expect(rows[0]).toMatch(/^TIME +EVENT +USER +SOURCE +KEY +OUTCOME$/);
    const time = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";
    expect(rows[1]).toMatch(new RegExp(`^${time}  CreateKey +root +- +${keyId}  ok$`));
    expect(rows.at(-1)).toMatch(new RegExp(`^${time}  Decrypt +root +- +${keyId}  DisabledException$`));
    expect(rows.join("")).not.toContain("\u001b");
  });

  test.each([
    ["--event", ["--event", "CreateKey"], ["CreateKey"]],
    ["--errors", ["--errors"], ["Decrypt"]],
    ["--write-only", ["--write-only"], ["CreateKey", "DisableKey"]],
    ["--read-only and a user", ["--read-only", "--user", "root"], ["Encrypt", "Decrypt"]],
    ["--count", ["--count", "1"], ["Decrypt"]],
    ["--since", ["--since", "1h", "--until", "2999-01-01"], ["CreateKey", "Encrypt", "DisableKey", "Decrypt"]],
  ])("keeps to %s", async (_title, filters, expected) => {
    const rows = await lines("audit", ...filters);
    expect(eventsOf(rows).filter((name) => name !== "DescribeKey")).toEqual(expected);
  });

  test("keeps to --key, and says when there is nothing", async () => {
    expect(eventsOf(await lines("audit", "--key", keyId)).length).toBeGreaterThanOrEqual(4);
    const nothing = await daemon.run(["audit", "--user", "nobody"]);
    expect([nothing.code, nothing.stdout.toString(), nothing.stderr]).toEqual([0, "", "There are no such records.\n"]);
  });

  test("gives whole records with --json, one a line", async () => {
    const records = (await lines("audit", "--json")).map((line) => JSON.parse(line));
    expect(records.at(-1)).toMatchObject({
      eventName: "Decrypt",
      errorCode: "DisabledException",
      eventVersion: "1.11",
    });
  });

  test("follows, the newest ones first and then what comes", async () => {
    const child = startEnvol(["audit", "--follow", "--count", "1", "--event", "ListKeys", "--address", daemon.address]);
    try {
      const output = createInterface({ input: child.stdout! });
      const shown: string[] = [];
      output.on("line", (line) => shown.push(line));
      await vi.waitUntil(() => shown.length === 1, { timeout: 30_000 });
      expect(shown[0]).toMatch(/^TIME /);
      await daemon.json("key", "list");
      await vi.waitUntil(() => shown.length === 2, { timeout: 30_000 });
      expect(shown[1]).toMatch(/Z {2}ListKeys +root +- +- +ok$/);
    } finally {
      child.kill();
      await once(child, "close");
    }
  });

  test.each([
    ["--read-only --write-only", "leave nothing"],
    ["--follow --until 1h", "it has no --until"],
    ["--since yesterday", "--since: expected a time such as"],
    ["--count 0", "--count: expected a whole number from 1"],
  ])("refuses %s", async (flags, message) => {
    const { code, stderr } = await daemon.run(["audit", ...flags.split(" ")]);
    expect([code, stderr]).toEqual([EXIT.usage, expect.stringContaining(message)]);
  });
});

describe("envol meter", () => {
  test("shows requests, keys and what they cost", async () => {
    const rows = await lines("meter");
    expect(rows[0]).toMatch(/^\d{4}-\d\d up to .*, at AWS's prices in us-east-1$/);
    expect(rows.join("\n")).toMatch(
      new RegExp(`^${keyId} +SYMMETRIC_DEFAULT +CUSTOMER +0\\.\\d{4} +\\d+ +\\$0\\.\\d{6}$`, "m"),
    );
    expect(rows.at(-1)).toMatch(/^total +\$0\.\d{6}$/);
    const free = (await lines("meter", "--free-tier")).find((row) => row.startsWith("free tier"));
    expect(free).toMatch(/\(taken off\)$/);
  });

  test("gives the message with --json, and refuses what is no month", async () => {
    const usage = await daemon.json("meter");
    expect(usage.keys[0]).toMatchObject({ keyManager: "CUSTOMER", keySpec: "SYMMETRIC_DEFAULT" });
    expect(usage).toMatchObject({ keyCount: usage.keys.length, freeTierSubtracted: false });
    const wrong = await daemon.run(["meter", "--month", "2026"]);
    expect([wrong.code, wrong.stderr]).toEqual([EXIT.usage, expect.stringContaining("--month: expected a month")]);
    const future = await daemon.run(["meter", "--month", "9999-12"]);
    expect([future.code, future.stderr]).toEqual([EXIT.usage, expect.stringContaining("has not begun")]);
  });
});
