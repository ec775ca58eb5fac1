/**
 * Makes the files that are made from others: `src/gen` from the gRPC contract and from WebAssembly text, `docs/errors.md`
 * from the error table.
 *
 * `--check` makes them in a temporary directory instead, and fails where the committed ones differ.
 */

import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import wabt from "wabt";
import { errorsPage } from "./errors-page.ts";
import { GCM_WAT } from "./gcm-wat.ts";

const ROOT = join(import.meta.dirname, "..");
const GEN_TYPES = "node_modules/@grpc/proto-loader/build/bin/proto-loader-gen-types.js";

/** What is made, relative to the root. A directory is made whole: what the generator does not write does not stay. */
const OUTPUTS = ["src/gen", "docs/errors.md"];

/** How the contract is typed. It must say what the loader's options say: test/ground/generate.test.ts compares them. */
export const GEN_TYPES_FLAGS = [
  "--longs=Number",
  "--enums=String",
  "--defaults",
  "--oneofs",
  "--includeComments",
  "--grpcLib=@grpc/grpc-js",
  "--importFileExtension=.ts",
];

function generateGrpcTypes(into: string): void {
  const protos = readdirSync(join(ROOT, "proto/envol/v1"))
    .filter((name) => name.endsWith(".proto"))
    .map((name) => `envol/v1/${name}`);
  const flags = [...GEN_TYPES_FLAGS, `--outDir=${join(into, "src/gen")}`, "-I", "proto", "--", ...protos];
  const { status, stderr, error } = spawnSync(process.execPath, [GEN_TYPES, ...flags], { cwd: ROOT, encoding: "utf8" });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`proto-loader-gen-types failed:\n${stderr}`);
}

const XTS_WAT = "src/crypto/xts.wat";
const BASE64_LINE_LENGTH = 100;

/** The WebAssembly of a text, as base64. */
async function generateModule(into: string, name: string, source: string, text: string): Promise<void> {
  const { parseWat } = await wabt();
  const module = parseWat(source, text, { simd: true, bulk_memory: true });
  module.validate();
  const base64 = Buffer.from(module.toBinary({}).buffer).toString("base64");
  const lines = base64.match(new RegExp(`.{1,${BASE64_LINE_LENGTH}}`, "g"))!.map((line) => `  "${line}"`);
  writeFileSync(
    join(into, `src/gen/${name}-module.ts`),
    `// Made from ${source} by scripts/generate.ts.\n\nexport const ${name.toUpperCase()}_MODULE_BASE64 =\n${lines.join(" +\n")};\n`,
  );
}

function generateErrorsPage(into: string): void {
  mkdirSync(join(into, "docs"), { recursive: true });
  writeFileSync(join(into, "docs/errors.md"), errorsPage(readFileSync(join(ROOT, "src/errors.ts"), "utf8")));
}

/** The files at or under `path`, relative to `root`; none when there is nothing. */
function filesUnder(root: string, path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full).flatMap((name) => filesUnder(root, join(path, name)));
}

/** Where two texts part, as the first differing line of each, with its number. */
function firstDifference(committed: string, generated: string): string {
  const old = committed.split("\n");
  const made = generated.split("\n");
  let index = 0;
  while (old[index] === made[index]) index += 1;
  return `line ${index + 1}\n    committed: ${old[index] ?? "(end of file)"}\n    generated: ${made[index] ?? "(end of file)"}`;
}

/** How the generated files under `root` differ from those under `made`, a line or more for each file. */
export function staleFiles(root: string, made: string, outputs: readonly string[] = OUTPUTS): string[] {
  return outputs.flatMap((output) => {
    const committed = filesUnder(root, output);
    const generated = filesUnder(made, output);
    const lost = committed.filter((file) => !generated.includes(file));
    return [
      ...lost.map((file) => `${file}: nothing generates it any more`),
      ...generated.flatMap((file) => {
        if (!committed.includes(file)) return [`${file}: missing`];
        const [old, text] = [root, made].map((base) => readFileSync(join(base, file), "utf8")) as [string, string];
        return old === text ? [] : [`${file}: differs from ${firstDifference(old, text)}`];
      }),
    ];
  });
}

function replaceOutputs(made: string): void {
  for (const output of OUTPUTS) {
    rmSync(join(ROOT, output), { recursive: true, force: true });
    mkdirSync(dirname(join(ROOT, output)), { recursive: true });
    cpSync(join(made, output), join(ROOT, output), { recursive: true });
  }
}

function reportStale(stale: readonly string[]): void {
  if (stale.length === 0) return;
  console.error(`${stale.join("\n")}\n\nMend it with: npm run generate`);
  process.exitCode = 1;
}

async function main(check: boolean): Promise<void> {
  const made = mkdtempSync(join(tmpdir(), "envol-generate-"));
  try {
    generateGrpcTypes(made);
    await generateModule(made, "xts", XTS_WAT, readFileSync(join(ROOT, XTS_WAT), "utf8"));
    await generateModule(made, "gcm", "scripts/gcm-wat.ts", GCM_WAT);
    generateErrorsPage(made);
    if (check) reportStale(staleFiles(ROOT, made));
    else replaceOutputs(made);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) await main(process.argv.includes("--check"));
