/** The figures of a run: what is kept of them, and how they look as text and in a document. */

import { existsSync } from "node:fs";
import { arch, cpus, platform, tmpdir } from "node:os";
import { table as textTable } from "#envol/cli/output.ts";
import type { Row } from "./suite.ts";

export interface Report {
  readonly kind: "suites";
  /** ISO 8601. */
  readonly createdAt: string;
  /** Processors, Node and OpenSSL, in a line. */
  readonly machine: string;
  readonly quick: boolean;
  readonly results: readonly SuiteResult[];
}

export interface SuiteResult {
  readonly suite: string;
  readonly question: string;
  readonly rows: readonly Row[];
}

export function describeMachine(): string {
  const processors = cpus();
  const { node, openssl } = process.versions;
  const machine = `${processors.length} x ${processors[0]?.model.trim() ?? arch()}, ${platform()} ${arch()}`;
  return `${machine}, Node ${node}, OpenSSL ${openssl}`;
}

/** Where suites store things. */
export function directories(): { readonly memoryDirectory: string | undefined; readonly diskDirectory: string } {
  return { memoryDirectory: existsSync("/dev/shm") ? "/dev/shm" : undefined, diskDirectory: tmpdir() };
}

const LATENCY_HEADER = "p99";
const HEADERS = ["task", "contender", "ratio", "rate", "median", LATENCY_HEADER, "margin"];

/** Cells by line. The ratio comes first of the figures: the others belong to the machine. A task is named once. */
function cells(rows: readonly Row[]): string[][] {
  const lines = rows.map((row, index) => [
    row.task === rows[index - 1]?.task ? "" : row.task,
    row.contender,
    `${formatRatio(row.ratio)} x`,
    formatRate(row),
    formatMicroseconds(row.medianUs),
    row.p99Us === undefined ? "" : formatMicroseconds(row.p99Us),
    `${row.marginPercent.toFixed(1)} %`,
  ]);
  const all = [HEADERS, ...lines];
  if (rows.some(({ p99Us }) => p99Us !== undefined)) return all;
  const without = HEADERS.indexOf(LATENCY_HEADER);
  return all.map((line) => line.toSpliced(without, 1));
}

/** Names to the left, figures to the right. */
const isName = (column: number) => column < 2;

export function tableText(rows: readonly Row[]): string {
  const [headers = [], ...lines] = cells(rows);
  const columns = headers.map((header, at) => ({ header, align: isName(at) ? ("left" as const) : ("right" as const) }));
  return textTable(columns, lines);
}

export function tableMarkdown(rows: readonly Row[]): string {
  const [headers = [], ...lines] = cells(rows);
  const rule = headers.map((_, at) => (isName(at) ? "---" : "---:"));
  return [headers, rule, ...lines].map((line) => `| ${line.join(" | ")} |`).join("\n");
}

/** Three significant digits, where there are so many. */
export function formatRatio(ratio: number): string {
  return ratio >= 100
    ? ratio.toFixed(0)
    : ratio >= 10
      ? ratio.toFixed(1)
      : ratio >= 0.1
        ? ratio.toFixed(2)
        : ratio.toFixed(3);
}

export function formatRate({ rate, unit }: Pick<Row, "rate" | "unit">): string {
  const digits = rate < 10 ? 2 : 0;
  return `${rate.toLocaleString("en-US", { maximumFractionDigits: digits })} ${unit}`;
}

function formatMicroseconds(durationUs: number): string {
  if (durationUs < 1000) return `${durationUs.toFixed(durationUs < 100 ? 1 : 0)} us`;
  return durationUs < 1e6 ? `${(durationUs / 1000).toPrecision(3)} ms` : `${(durationUs / 1e6).toPrecision(3)} s`;
}
