/** The README's session and program do what it says they do. */

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const readme = await readFile("README.md", "utf8");

function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(
    (match) => match[1] as string,
  );
}

/** A command of the session and what it prints. */
interface Entry {
  readonly command: string;
  readonly output: string;
}

function session(): Entry[] {
  const entries = blocks("console").flatMap((block) => block.split(/^\$ /m).slice(1));
  return entries.map((entry) => {
    const [command = "", ...output] = entry.split("\n");
    return { command, output: output.join("\n").trim() };
  });
}

/** Identifiers, times and random bytes: what differs from run to run. */
const VARIABLE =
  /vol-[0-9a-f]{17}|attach-[0-9a-f]{32}|i-[0-9a-f]{17}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{64}\b|\d{4}-\d\d-\d\dT[\d:.]+Z/g;

/** Leaves out what differs, and the ciphertext's columns. */
function constant(text: string): string {
  return text.replace(VARIABLE, "<…>").replace(/^(00[0-9a-f]{2} {2}).{32}/gm, "$1<ciphertext>");
}

test("the first steps print what the README shows", async () => {
  const directory = await mkdtemp(join(tmpdir(), "envol-readme-"));
  const address = `unix:${join(directory, "envol.sock")}`;
  const daemon = spawn(process.execPath, [
    "dist/cli/main.js",
    "serve",
    "--data",
    join(directory, "data"),
    "--grpc",
    address,
    "--json",
  ]);
  try {
    const [ready] = await once(createInterface(daemon.stdout), "line");
    expect(JSON.parse(ready)).toMatchObject({ ready: true });
    const entries = session();
    expect(entries.length).toBeGreaterThan(8);
    // What the README calls a thing, and what it is called in this run.
    const names = new Map<string, string>();
    for (const { command, output } of entries) {
      const real = command.replace(VARIABLE, (name) => names.get(name) ?? name);
      const printed = await run(real.replaceAll("npx envol", `${process.execPath} dist/cli/main.js`), address);
      expect(constant(printed), command).toBe(constant(output));
      const [told, found] = [output.match(VARIABLE) ?? [], printed.match(VARIABLE) ?? []];
      told.forEach((name, index) => void names.set(name, found[index] as string));
    }
  } finally {
    daemon.kill();
    await once(daemon, "exit");
    await rm(directory, { recursive: true });
  }
});

/** What a command prints, on both outputs, whatever its exit code. */
async function run(command: string, address: string): Promise<string> {
  const env = { ...process.env, ENVOL_ADDRESS: address, NO_COLOR: "1" };
  const { stdout } = await promisify(execFile)("bash", ["-c", `{ ${command}; } 2>&1 || true`], { env });
  return stdout.trim();
}

test("the TypeScript program runs and prints what its comments say", async () => {
  const directory = await mkdtemp(join(tmpdir(), "envol-readme-"));
  const [program = ""] = blocks("ts");
  // Inside the package, so that its own name leads to it.
  const file = join("test", `readme-${process.pid}.mts`);
  try {
    await writeFile(file, `const dataDirectory = ${JSON.stringify(directory)};\n${program}`);
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", file]);
    const expected = [...program.matchAll(/console\.log\(.*\/\/ (.*)$/gm)].map((match) => match[1]);
    expect(stdout.trim().split("\n")).toEqual(expected);
  } finally {
    await rm(file, { force: true });
    await rm(directory, { recursive: true });
  }
});
