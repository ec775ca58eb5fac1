/** `npm run bench -- [suite...] [--json FILE]`: runs the named suites, or all, and prints a table of each. */

import { writeFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { parseArgs } from "node:util";
import { suite as ciphers } from "./ciphers.ts";
import { suite as grpc } from "./grpc.ts";
import { suite as pool } from "./pool.ts";
import type { Row, Suite } from "./suite.ts";

const SUITES: readonly Suite[] = [ciphers, pool, grpc];

const { values, positionals } = parseArgs({ options: { json: { type: "string" } }, allowPositionals: true });
const unknown = positionals.filter((name) => !SUITES.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(`No such suite: ${unknown.join(", ")}. There are ${SUITES.map((suite) => suite.name).join(", ")}.`);
  process.exitCode = 2;
} else {
  await run(SUITES.filter((suite) => positionals.length === 0 || positionals.includes(suite.name)));
}

async function run(suites: readonly Suite[]): Promise<void> {
  const machine = describeMachine();
  console.log(machine);
  const results: { suite: string; rows: Row[] }[] = [];
  for (const suite of suites) {
    const rows = await suite.run((text) => showProgress(`${suite.name}: ${text}`));
    showProgress("");
    results.push({ suite: suite.name, rows });
    console.log(`\n${suite.name}\n${table(rows)}`);
  }
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ machine, results }, undefined, 2)}\n`);
}

function describeMachine(): string {
  const processors = cpus();
  const { node, openssl } = process.versions;
  const machine = `${processors.length} x ${processors[0]?.model.trim() ?? arch()}, ${platform()} ${arch()}`;
  return `${machine}, Node ${node}, OpenSSL ${openssl}`;
}

/** One line that rewrites itself, where someone watches; nothing where the output goes to a file. */
function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

/** The ratio comes first: the other figures belong to the machine. */
function table(rows: readonly Row[]): string {
  const lines = rows.map((row, index) => [
    row.task === rows[index - 1]?.task ? "" : row.task,
    row.contender,
    `${row.ratio.toFixed(2)} x`,
    `${Math.round(row.rate).toLocaleString("en-US")} ${row.unit}`,
    `${row.medianUs.toFixed(1)} us`,
    `${row.marginPercent.toFixed(1)} %`,
  ]);
  const cells = [["task", "contender", "ratio", "rate", "median", "margin"], ...lines];
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((line) => line[column]!.length)));
  // Names to the left, figures to the right.
  const pad = (cell: string, column: number) =>
    column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!);
  return cells.map((line) => line.map(pad).join("  ").trimEnd()).join("\n");
}
