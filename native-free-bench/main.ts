/** `npm run bench -- [suite...]`: runs the named suites, or all; prints a table of each, and keeps the figures. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { changesText } from "./changes.ts";
import { picture } from "./picture.ts";
import { describeMachine, directories, type Report, type SuiteResult, tableText } from "./report.ts";
import { FULL, QUICK, type Run, type Suite } from "./suite.ts";
import { SUITES } from "./suites.ts";

const USAGE = `npm run bench -- [SUITE...] [options]

Suites: ${SUITES.map(({ name }) => name).join(", ")}; all when none is named.

  --quick         show that everything works; the figures mean nothing
  --json FILE     where the figures go (default: a new file in .bench/); pictures go beside it
  --compare FILE  show what has changed since an earlier run, whose figures FILE holds
  --disk DIR      measure what is stored on a disk there (default: the directory for temporary files)
  --help          show this`;

/** Ignored by git. */
const FOLDER = join(import.meta.dirname, "..", ".bench");

interface Asked {
  readonly quick: boolean;
  readonly json: string | undefined;
  readonly compare: string | undefined;
  readonly disk: string | undefined;
  readonly suites: readonly Suite[];
}

/** What was asked for; or what to say instead, to whom. */
function parse(args: readonly string[]): Asked | { readonly help: string; readonly exitCode: number } {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  const options = { quick: flag, help: flag, json: text, compare: text, disk: text };
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (values.help) return { help: USAGE, exitCode: 0 };
    const unknown = positionals.filter((name) => !SUITES.some((suite) => suite.name === name));
    if (unknown.length > 0) throw new TypeError(`No such suite: ${unknown.join(", ")}.`);
    const suites = SUITES.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
    const { quick, json, compare, disk } = values;
    return { quick, json, compare, disk, suites };
  } catch (error) {
    return { help: `${(error as Error).message}\n\n${USAGE}`, exitCode: 2 };
  }
}

/** One line that rewrites itself, where someone watches; nothing where the output goes to a file. */
function showProgress(text: string): void {
  const { stderr } = process;
  if (stderr.isTTY) stderr.write(`\r${text.slice(0, stderr.columns - 1)}\u001b[K`);
}

async function runSuites({ quick, disk, suites }: Asked): Promise<Report> {
  const { memoryDirectory, diskDirectory } = directories();
  const machine = describeMachine();
  console.log(machine);
  const results: SuiteResult[] = [];
  for (const [index, suite] of suites.entries()) {
    const run: Run = {
      effort: quick ? QUICK : FULL,
      progress: (text) => showProgress(`${suite.name} (${index + 1} of ${suites.length}): ${text}`),
      some: (values) => (quick ? values.filter((_, at) => at === 0 || at === values.length - 1) : values),
      memoryDirectory,
      diskDirectory: disk ?? diskDirectory,
    };
    const rows = await suite.run(run);
    showProgress("");
    results.push({ suite: suite.name, question: suite.question, rows });
    console.log(`\n${suite.name}: ${suite.question}\n\n${tableText(rows)}`);
  }
  return { kind: "suites", createdAt: new Date().toISOString(), machine, quick, results };
}

/** Keeps the figures, and a picture of each suite beside them. */
function keep(report: Report, file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, undefined, 2)}\n`);
  const stem = file.replace(/\.json$/, "");
  const pictures = report.results.map((result) => {
    const path = `${stem}-${result.suite}.svg`;
    writeFileSync(path, picture(result, report.machine));
    return path;
  });
  console.log(`\nFigures: ${file}\nPictures: ${pictures.join(", ")}`);
}

const asked = parse(process.argv.slice(2));
if ("help" in asked) {
  (asked.exitCode === 0 ? console.log : console.error)(asked.help);
  process.exitCode = asked.exitCode;
} else {
  // Before anything is measured: a file that cannot be read is known at once.
  const before = asked.compare === undefined ? undefined : (JSON.parse(readFileSync(asked.compare, "utf8")) as Report);
  const report = await runSuites(asked);
  const name = `${report.createdAt.slice(0, 19).replaceAll(":", "-")}.json`;
  keep(report, asked.json ?? join(FOLDER, name));
  if (before !== undefined) console.log(`\n${changesText(before, report)}`);
}
