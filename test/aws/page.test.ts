/** What docs/aws.md shows is what happens. */

import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Envol, startEnvol } from "#envol/kit/start-envol.ts";
import { startEnvol as startCommand } from "../cli/process.ts";
import { needs, runs } from "../needs.ts";
import { PYTHON } from "./clients.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const page = await readFile(join(root, "docs/aws.md"), "utf8");
const run = promisify(execFile);

/** The page's blocks in a language; there is one of each. */
function block(language: string): string {
  const blocks = [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))];
  expect(blocks).toHaveLength(1);
  return blocks[0]?.[1] as string;
}

let envol: Envol;
let directory: string;
beforeAll(async () => {
  envol = await startEnvol();
  directory = await mkdtemp(join(tmpdir(), "envol-aws-page-"));
});
afterAll(async () => {
  await envol.close();
  await rm(directory, { recursive: true });
});

/** The address of the page is another one here, so that tests can run at the same time. */
const here = (text: string) => text.replaceAll("http://127.0.0.1:4566", envol.awsEndpoint);
const environment = () => ({ PATH: process.env["PATH"] ?? "", HOME: directory, AWS_EC2_METADATA_DISABLED: "true" });
const printed = (program: string) => [...program.matchAll(/print\(.*# (.*)$|console\.log\(.*\/\/ (.*)$/gm)];

test("the daemon serves the endpoint where the page says", async () => {
  const [, ...args] = block("sh").trim().split(" ");
  expect(args).toEqual(["serve", "--aws", "127.0.0.1:4566"]);
  const data = await mkdtemp(join(directory, "data-"));
  const daemon = startCommand(["serve", "--aws", "127.0.0.1:0", "--data", data, "--grpc", `unix:${data}/g`, "--json"]);
  try {
    const [line] = await once(createInterface({ input: daemon.stdout as NodeJS.ReadableStream }), "line");
    expect(await (await fetch(`http://${JSON.parse(line).aws}/health`)).text()).toMatch(/^This is Envol/);
  } finally {
    const ended = once(daemon, "close");
    daemon.kill();
    await ended;
  }
});

const withCli = needs(
  "the AWS CLI (awscli) and bash",
  () => runs("/usr/bin/aws", "--version") && runs("bash", "--version"),
);
withCli(
  "the session with the AWS CLI",
  async () => {
    const entries = block("console").split(/^\$ /m).slice(1);
    const commands = entries.map((entry) => here(entry.split("\n", 1)[0] as string));
    const outputs = entries.map((entry) => entry.split("\n").slice(1).join("\n").trim());
    // Not the first `aws` of PATH: it may be an older one of another Python.
    const script = ['aws() { /usr/bin/aws "$@"; }', ...commands.map((command) => `${command}\necho; echo -----`)].join(
      "\n",
    );
    const { stdout } = await run("bash", ["-c", `exec 2>&1\n${script}`], { env: environment() });
    const actual = stdout.split("-----\n").map((text) => text.replace(/key\/[0-9a-f-]{36}/, "key/<KEY>").trim());
    expect(actual.slice(0, -1)).toEqual(outputs);
  },
  120_000,
);

const withBoto3 = needs("boto3 (python3-boto3)", () => runs(PYTHON, "-c", "import boto3"));
withBoto3("the program with boto3", async () => {
  const program = block("py");
  const { stdout } = await run(PYTHON, ["-c", here(program)], { env: environment() });
  expect(stdout.trim()).toBe(printed(program)[0]?.[1]);
});

test("the program with the AWS SDK for JavaScript", async () => {
  const program = block("ts");
  // Inside the package, so that its own name leads to it.
  const file = join(root, "test", "aws", `page-${process.pid}.mts`);
  try {
    await writeFile(file, program);
    const { stdout } = await run(process.execPath, ["--import", "tsx", file], { cwd: root });
    expect(stdout.trim()).toBe(printed(program)[0]?.[2]);
  } finally {
    await rm(file, { force: true });
  }
});
