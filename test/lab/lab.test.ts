/** What docs/lab.md shows is what happens. */

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { serve } from "../cli/process.ts";

const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const page = await readFile(new URL("../../docs/lab.md", import.meta.url), "utf8");

/** A command and what it prints, where `…` stands for anything. */
interface Entry {
  readonly command: string;
  readonly output: string;
}

const blocks = [...page.matchAll(/^```console\n([\s\S]*?)^```/gm)].map((match) => match[1] as string);
const entries = blocks
  .flatMap((block) => block.split(/^\$ /m).slice(1))
  .map((text): Entry => {
    const [command = "", ...output] = text.split("\n");
    return { command, output: output.join("\n").trim() };
  });

/** All commands in one shell, which keeps its variables; what each prints follows its number. */
function script(): string {
  const numbered = entries.map(({ command }, at) => `printf '\\n<<<${at}>>>\\n'\n{ ${command}\n} 2>&1`);
  return [`envol() { ${JSON.stringify(process.execPath)} ${JSON.stringify(MAIN)} "$@"; }`, ...numbered].join("\n");
}

/** Runs of spaces count as one, because a column is as wide as what differs in it. */
function pattern(output: string): RegExp {
  const parts = output.split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ +/g, " +"));
  return new RegExp(`^${parts.join("[^]*?")}$`);
}

test("each command of the lab prints what the page shows", async () => {
  await using daemon = await serve();
  const env = { PATH: process.env["PATH"] ?? "", HOME: "/nonexistent", ENVOL_ADDRESS: daemon.address };
  const { stdout } = await promisify(execFile)("bash", ["-c", script()], { env, cwd: daemon.directory });
  const printed = stdout.split(/^<<<\d+>>>$/m).slice(1);
  expect(printed).toHaveLength(entries.length);
  const outcomes = entries.map(({ command, output }, at) => {
    const text = (printed[at] ?? "").trim();
    return { command, printed: pattern(output).test(text) ? output : text };
  });
  expect(outcomes).toEqual(entries.map(({ command, output }) => ({ command, printed: output })));
}, 120_000);

test("the page has its commands", () => expect(entries.length).toBeGreaterThan(30));
