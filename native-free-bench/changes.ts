/** What has changed since an earlier run. */

import { table } from "#envol/cli/output.ts";
import { formatRate, formatRatio, type Report } from "./report.ts";
import type { Row } from "./suite.ts";

export interface Change {
  readonly suite: string;
  readonly before: Row;
  readonly now: Row;
  /** Of the rate, in percent; above 0 is faster. */
  readonly percent: number;
  /** Whether it is larger than both margins together: smaller ones say nothing. */
  readonly clear: boolean;
}

/** The lines that both runs have, with how they differ. */
export function changesBetween(before: Report, now: Report): Change[] {
  const earlier = new Map(before.results.flatMap(({ suite, rows }) => rows.map((row) => [keyOf(suite, row), row])));
  return now.results.flatMap(({ suite, rows }) =>
    rows.flatMap((row) => {
      const old = earlier.get(keyOf(suite, row));
      if (old === undefined) return [];
      const percent = (row.rate / old.rate - 1) * 100;
      const clear = Math.abs(percent) > old.marginPercent + row.marginPercent;
      return [{ suite, before: old, now: row, percent, clear }];
    }),
  );
}

function keyOf(suite: string, { task, contender }: Row): string {
  return JSON.stringify([suite, task, contender]);
}

/** The changes that are clear, as a table, and how many are not. */
export function changesText(before: Report, now: Report): string {
  const changes = changesBetween(before, now);
  const clear = changes.filter((change) => change.clear);
  const lines = clear.map(({ suite, before: old, now: row, percent }) => [
    suite,
    row.task,
    row.contender,
    `${percent > 0 ? "+" : ""}${percent.toFixed(1)} %`,
    formatRate(old),
    formatRate(row),
    `${formatRatio(old.ratio)} x`,
    `${formatRatio(row.ratio)} x`,
  ]);
  const headers = ["suite", "task", "contender", "change", "rate before", "now", "ratio before", "now"];
  const columns = headers.map((header, at) => ({ header, align: at < 3 ? ("left" as const) : ("right" as const) }));
  const rest = `${changes.length - clear.length} of ${changes.length} lines changed by less than their margins.`;
  const machines = before.machine === now.machine ? [] : [`The machine was another one: ${before.machine}`];
  const shown = lines.length === 0 ? [] : [table(columns, lines)];
  return [`Since ${before.createdAt}:`, ...machines, ...shown, rest].join("\n");
}
