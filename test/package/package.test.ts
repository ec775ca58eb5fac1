/** The package as it is published: what is in it, and that it works where it is installed. No registry is asked. */

import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startEnvol } from "#envol/kit/start-envol.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);
const manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
  version: string;
  dependencies: Record<string, string>;
  exports: Record<string, unknown>;
};

let directory: string;
let packed: string[];
/** A project with the package and all that its manifest asks for; one with what a client needs; each as npm would lay it out. */
let consumer: string;
let clientConsumer: string;

/** What `envol/client` may load. */
const CLIENT_PACKAGES = ["@grpc/grpc-js", "@grpc/proto-loader", "grpc-health-check"];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "envol-package-"));
  const tarball = await pack();
  const names = Object.keys(manifest.dependencies);
  consumer = await makeProject("consumer", tarball, [...names, "vitest", "@types/node"]);
  clientConsumer = await makeProject("client-consumer", tarball, [...CLIENT_PACKAGES, "@types/node"]);
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  await run(process.execPath, [tsc, "-p", consumer]).catch(({ stdout }) => expect.unreachable(stdout));
  await cp(join(consumer, "out", "client-only.js"), join(clientConsumer, "client-only.js"));
});
afterAll(() => rm(directory, { recursive: true }));

/** Packs a copy of the sources, because packing builds from nothing. */
async function pack(): Promise<string> {
  const copy = join(directory, "copy");
  await mkdir(copy);
  for (const name of ["package.json", "README.md", "LICENSE", "tsconfig.json", "src", "proto"]) {
    await cp(join(root, name), join(copy, name), { recursive: true });
  }
  // What a build of long ago left behind is not to be packed.
  await mkdir(join(copy, "dist"));
  await writeFile(join(copy, "dist", "stray.js"), "");
  await symlink(join(root, "node_modules"), join(copy, "node_modules"));
  const { stdout } = await run("npm", ["pack", "--json", "--offline"], { cwd: copy });
  const [{ filename, files }] = JSON.parse(stdout.slice(stdout.search(/^\[/m))) as [
    { filename: string; files: { path: string }[] },
  ];
  packed = files.map(({ path }) => path);
  return join(copy, filename);
}

/** Unpacks the package into a project, beside links to other packages of this checkout. */
async function makeProject(name: string, tarball: string, packages: readonly string[]): Promise<string> {
  const project = join(directory, name);
  const installed = join(project, "node_modules", "envol");
  await mkdir(installed, { recursive: true });
  await run("tar", ["--extract", "--file", tarball, "--directory", installed, "--strip-components", "1"]);
  for (const one of packages) {
    const link = join(project, "node_modules", one);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(root, "node_modules", one), link);
  }
  await cp(join(import.meta.dirname, "consumer"), project, { recursive: true });
  // Under its own name, this checkout's vitest would run it too.
  await rename(join(project, "fixtures.ts"), join(project, "fixtures.test.ts"));
  await writeFile(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    target: "es2023",
    lib: ["es2023", "esnext.disposable"],
    module: "nodenext",
    types: ["node"],
    outDir: "out",
  };
  await writeFile(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  return project;
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll("\\", "/"));
}

test("it holds what is compiled, the protos and what npm adds; nothing else", async () => {
  const sources = (await filesOf("src")).filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"));
  const compiled = sources.flatMap((file) => {
    const name = file.replace(/^src/, "dist").replace(/\.ts$/, "");
    return [`${name}.js`, `${name}.js.map`, `${name}.d.ts`];
  });
  const protos = await filesOf("proto");
  expect(protos).toContain("proto/envol/v1/block_service.proto");
  expect(packed.toSorted()).toEqual(["LICENSE", "README.md", "package.json", ...compiled, ...protos].toSorted());
});

test("a program that uses all of it compiles under strict and runs", async () => {
  const { stdout, stderr } = await run(process.execPath, ["out/program.js"], { cwd: consumer });
  expect({ stdout, stderr }).toEqual({ stdout: "all is well\n", stderr: "" });
});

test("a client needs few packages, and none of the daemon", async () => {
  await using envol = await startEnvol();
  const args = ["client-only.js", envol.address];
  const { stdout } = await run(process.execPath, args, { cwd: clientConsumer });
  expect(stdout).toBe("hello\nKEY_REVOKED\n");
  // Whoever imports the whole of it there is told that a package is missing: the test can tell the two apart.
  const whole = run(process.execPath, ["--input-type=module", "--eval", 'import "envol"'], { cwd: clientConsumer });
  await expect(whole).rejects.toThrow(/ERR_MODULE_NOT_FOUND/);
});

test("vitest finds the fixtures", async () => {
  const vitest = join(consumer, "node_modules", "vitest", "vitest.mjs");
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/VITEST/.test(name)));
  const { stdout } = await run(process.execPath, [vitest, "run", "fixtures.test.ts", "--root", consumer], {
    cwd: consumer,
    env: { ...environment, NO_COLOR: "1" },
  });
  expect(stdout).toMatch(/Tests +2 passed/);
});

test("its command and its protos are where they are looked for", async () => {
  const main = join(consumer, "node_modules", "envol", "dist", "cli", "main.js");
  const { stdout } = await run(process.execPath, [main, "--version"]);
  expect(stdout.trim()).toBe(manifest.version);
  const script = `
    console.log(import.meta.resolve("envol/proto/envol/v1/block_service.proto"));
    console.log(Object.keys(await import("envol")).sort().join());
    console.log(Object.keys(await import("envol/client")).sort().join());`;
  const resolved = await run(process.execPath, ["--input-type=module", "--eval", script], { cwd: consumer });
  const [proto, whole, client] = resolved.stdout.split("\n");
  expect(await readFile(fileURLToPath(proto as string), "utf8")).toContain("service BlockService");
  expect(whole).toBe("EnvolError,connect,manualClock,startDaemon,startEnvol");
  expect(client).toBe("EnvolError,connect");
});
