/**
 * Puts figures into docs/benchmarks.md: `npx tsx scripts/benchmark-docs.ts FILE...`.
 *
 * Each FILE is what `npm run bench`, `scripts/compare-nbd.ts --json` or `envol bench --json` wrote. What stands between the
 * marks of its tables is replaced; pictures of the suites go beside the page.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { picture } from "../native-free-bench/picture.ts";
import { type Report, tableMarkdown } from "../native-free-bench/report.ts";
import { MEASUREMENT_COLUMNS, type Measurement, measurementCells } from "../src/cli/bench/measurements.ts";
import { type NbdReport, nbdTable } from "./nbd/report.ts";

const DOCS = join(import.meta.dirname, "..", "docs");
const PAGE = join(DOCS, "benchmarks.md");

/** What `envol bench --json` prints. */
interface UserReport {
  readonly kind: "envol bench";
  readonly envol: string;
  readonly node: string;
  readonly openssl: string;
  readonly processor: string;
  readonly processors: number;
  readonly where: string;
  readonly seconds: number;
  readonly measurements: readonly Measurement[];
}

type AnyReport = Report | NbdReport | UserReport;

/** Replaces what stands between `<!-- figures: NAME -->` and `<!-- end -->`. @throws Error when the page has no such place */
export function fillPlace(page: string, name: string, content: string): string {
  const begin = `<!-- figures: ${name} -->`;
  const end = "<!-- end -->";
  const from = page.indexOf(begin);
  const to = page.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`docs/benchmarks.md has no place for ${name}: ${begin} ... ${end}`);
  return `${page.slice(0, from + begin.length)}\n\n${content}\n\n${page.slice(to)}`;
}

/** What a file of figures fills: places by name. @throws Error for those of a quick run */
export function contentsOf(report: AnyReport): [name: string, content: string][] {
  switch (report.kind) {
    case "suites":
      if (report.quick) throw new Error("The figures of a quick run mean nothing, and have no place on the page.");
      return report.results.map(({ suite, rows }) => {
        const when = `${report.machine}, ${report.createdAt.slice(0, 10)}.`;
        return [suite, `![${suite}](bench-${suite}.svg)\n\n${when}\n\n${tableMarkdown(rows)}`];
      });
    case "nbd":
      return [[report.where === "/dev/shm" ? "nbd in memory" : "nbd on a disk", nbdTable(report)]];
    case "envol bench":
      return [["envol bench", userTable(report)]];
  }
}

function userTable({ node, openssl, processor, processors, where, seconds, measurements }: UserReport): string {
  const table = [
    MEASUREMENT_COLUMNS.map(({ header }) => header.toLowerCase()),
    MEASUREMENT_COLUMNS.map(({ align }) => (align === "right" ? "---:" : "---")),
    ...measurements.map(measurementCells),
  ];
  return [
    `${processors} x ${processor}, Node ${node}, OpenSSL ${openssl}; ${where}; ${seconds} s each.`,
    "",
    ...table.map((cells) => `| ${cells.join(" | ")} |`),
  ].join("\n");
}

if (process.argv[1] === import.meta.filename) {
  let page = readFileSync(PAGE, "utf8");
  for (const file of process.argv.slice(2)) {
    const report = JSON.parse(readFileSync(file, "utf8")) as AnyReport;
    for (const [name, content] of contentsOf(report)) page = fillPlace(page, name, content);
    if (report.kind !== "suites") continue;
    for (const result of report.results) {
      writeFileSync(join(DOCS, `bench-${result.suite}.svg`), picture(result, report.machine));
    }
  }
  writeFileSync(PAGE, page);
}
