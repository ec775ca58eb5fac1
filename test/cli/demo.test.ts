import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { envol, startEnvol } from "./process.ts";

const directory = mkdtempSync(join(tmpdir(), "envol-demo-test-"));
afterAll(() => rmSync(directory, { recursive: true }));

/** Words, so that its entropy is far from that of noise; then noise, so that it does not end on a sector. */
const content = Buffer.concat([Buffer.from("the quick brown fox\n".repeat(30_000)), randomBytes(1234)]);
const file = join(directory, "file");
writeFileSync(file, content);

const environment = { TMPDIR: directory };
const leftovers = () => readdirSync(directory).filter((name) => name.startsWith("envol-demo-"));

describe.each([
  [[]],
  [["--cipher", "gcm"]],
  [["--sector-size", "512"]],
  [["--cipher", "gcm", "--sector-size", "512"]],
  [["--mode", "aws"]],
])("envol demo %j", (args) => {
  it("shows what it says, and cleans up", async () => {
    const { code, stdout, stderr } = await envol(["demo", file, "--json", ...args], { environment });
    expect([stderr, code]).toEqual(["", 0]);
    const told = stdout
      .toString()
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(told.at(-1)).toMatchObject({ done: true });
    const facts = Object.fromEntries(told.slice(0, -1).map((step) => [step.step, step.facts]));
    expect(Object.keys(facts)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
    expect(facts[4].sha256).toBe(createHash("sha256").update(content).digest("hex"));
    expect(facts[5].sampleEntropy.plaintextBits).toBeLessThan(5);
    expect(facts[5].sampleEntropy.ciphertextBits).toBeGreaterThan(7.9);
    expect(facts[6]).toMatchObject({ dataKeyBytes: 64, wrappedHoldsPlaintext: false, sectorOpened: true });
    expect(facts[6].otherVolume.code).toBe("CIPHERTEXT_INVALID");
    expect(facts[7].readsBefore.good).toBeGreaterThan(0);
    if (args.includes("aws")) {
      expect(facts[7].readsAfter.good).toBeGreaterThan(0);
    } else {
      expect(facts[7].readsAfter.good).toBe(0);
      expect(facts[7].readsAfter.refused).toBeGreaterThan(0);
      expect(facts[7].read.code).toBe("KEY_REVOKED");
      expect(facts[7].describe).toEqual({ state: "in-use", ioRevoked: true });
    }
    expect(facts[7].attach.code).toMatch(/^KEY_/);
    expect(facts[8].reads.good).toBeGreaterThan(0);
    expect(facts[9]).toMatchObject({ equal: true, sha256: facts[4].sha256 });
    expect(facts[10].keyState).toBe("PendingDeletion");
    expect(leftovers()).toEqual([]);
  });
});

it("is told for people without colour on a pipe", async () => {
  const { code, stdout } = await envol(["demo", file], { environment });
  const text = stdout.toString();
  expect(code).toBe(0);
  expect(text).not.toContain("\x1b");
  for (const title of ["Create a KMS key", "Disable the key while someone reads", "Read the file back"]) {
    expect(text).toContain(title);
  }
  expect(text).toMatch(/^ {4}0000 {2}74 68 65 20 71 75 69 63 the quic/m);
});

it("keeps its data when asked", async () => {
  const { stdout } = await envol(["demo", file, "--keep", "--json"], { environment });
  const { kept } = JSON.parse(stdout.toString().trimEnd().split("\n").at(-1) ?? "");
  expect(leftovers()).toHaveLength(1);
  expect(readdirSync(kept).length).toBeGreaterThan(0);
  expect(readdirSync(join(kept, ".."))).toEqual(["data"]);
  rmSync(join(kept, ".."), { recursive: true });
});

it("cleans up on ctrl-C", async () => {
  const child = startEnvol(["demo", file], environment);
  await once(child.stdout as NodeJS.ReadableStream, "data");
  child.kill("SIGINT");
  const [code] = await once(child, "close");
  expect(code).toBe(130);
  expect(leftovers()).toEqual([]);
});

it("refuses a file that it cannot show", async () => {
  for (const wrong of [directory, "/nonexistent"]) {
    const { code, stderr } = await envol(["demo", wrong], { environment });
    expect([code, stderr]).toEqual([2, expect.stringContaining(wrong)]);
  }
  expect(leftovers()).toEqual([]);
});
