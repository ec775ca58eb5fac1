/** What docs/harness.md shows is what happens. */

import { execFile } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Envol, startEnvol } from "#envol/kit/start-envol.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const page = await readFile(join(root, "docs/harness.md"), "utf8");
const programs = [...page.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map((match) => match[1] as string);

/** A program's own title, or what it prints. */
function nameOf(program: string): string {
  return (/test\("([^"]*)"/.exec(program) ?? /console\.log\((.*)\)/.exec(program))?.[1] ?? program;
}

/** Runs a program, inside the package, so that its own name leads to it. */
async function run(program: string, index: number): Promise<string> {
  const isSuite = program.includes('from "envol/vitest"');
  const file = join("test", "kit", `page-${process.pid}-${index}.${isSuite ? "test.ts" : "mts"}`);
  const args = isSuite ? ["node_modules/vitest/vitest.mjs", "run", file] : ["--import", "tsx", file];
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/VITEST/.test(name)));
  try {
    await writeFile(join(root, file), program);
    const env = { ...environment, NO_COLOR: "1", NODE_TEST_CONTEXT: "" };
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env });
    return stdout;
  } finally {
    await rm(join(root, file), { force: true });
  }
}

test.each(programs.map((program, index) => [nameOf(program), program, index] as const))(
  "%s",
  async (_name, program, index) => {
    const stdout = await run(program, index);
    const printed = [...program.matchAll(/console\.log\(.*\/\/ (.*)$/gm)].map((match) => match[1]);
    if (printed.length > 0) expect(stdout.trim().split("\n")).toEqual(printed);
    else expect(stdout).toMatch(/Tests +[1-9]\d* passed|# pass [1-9]/);
  },
);

test("all its programs were found", () => expect(programs).toHaveLength(5));

describe("each fault of the table is taken, as it stands", () => {
  const faults = [...page.matchAll(/^\| ([^|]+) \| `(\{.*\})` \|$/gm)].map(([, what, fault]) => [what, fault] as const);
  let envol: Envol;
  let volumeId: string;
  beforeAll(async () => {
    envol = await startEnvol({ process: "child" });
    ({ volumeId } = await envol.createVolume({ key: await envol.createKey() }));
  });
  afterAll(() => envol.close());

  test.each(faults)("%s", async (_what, text) => {
    const fault = new Function("volumeId", `return (${text});`)(volumeId);
    await using injected = await envol.inject(fault);
    expect((await injected.describe()).spec).toMatchObject(fault);
  });

  test("and there are some", () => expect(faults.length).toBeGreaterThan(8));
});
