/** What a comparison of NBD servers came to, and the table of it. */

import type { ProcessUse } from "./fio.ts";

export interface NbdReport {
  readonly kind: "nbd";
  /** ISO 8601. */
  readonly createdAt: string;
  readonly machine: string;
  /** Where the servers kept their data. */
  readonly where: string;
  readonly seconds: number;
  readonly rampSeconds: number;
  readonly contenders: readonly { readonly name: string; readonly reference: string }[];
  /** Requests in a second, by contender, of each round. */
  readonly rows: readonly { readonly title: string; readonly rates: Readonly<Record<string, readonly number[]>> }[];
  readonly sustained: SustainedResults | undefined;
}

export interface SustainedResults {
  readonly title: string;
  readonly results: Readonly<Record<string, Sustained>>;
}

export interface Sustained extends ProcessUse {
  readonly rate: number;
  /** What the client had written meanwhile. */
  readonly requestedBytes: number;
  readonly storeBytes: number;
  readonly liveBytes: number | undefined;
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[values.length >> 1] ?? Number.NaN;
}

/** A rate, and in brackets what it is over the reference's. */
function rateCells(report: NbdReport, rates: Readonly<Record<string, number>>): string[] {
  return report.contenders.map(({ name, reference }) => {
    const rate = rates[name];
    if (rate === undefined) return "-";
    const over = rates[reference];
    const ratio = over === undefined || name === reference ? "" : ` (${(rate / over).toFixed(2)})`;
    return `${Math.round(rate).toLocaleString("en-US")}${ratio}`;
  });
}

function sustainedRows(report: NbdReport, { title, results }: SustainedResults): string[][] {
  const cells = (show: (result: Sustained) => string) =>
    report.contenders.map(({ name }) => {
      const result = results[name];
      return result === undefined ? "-" : show(result);
    });
  const mib = (bytes: number) => `${Math.round(bytes / 2 ** 20).toLocaleString("en-US")} MiB`;
  const rates = Object.fromEntries(Object.entries(results).map(([name, { rate }]) => [name, rate]));
  return [
    [title, ...rateCells(report, rates)],
    ["its peak of resident memory", ...cells(({ residentBytes }) => mib(residentBytes))],
    ["of that, not mapped files", ...cells(({ anonymousBytes }) => mib(anonymousBytes))],
    [
      "bytes written for each byte asked for",
      ...cells(({ writtenBytes, requestedBytes }) => (writtenBytes / requestedBytes).toFixed(2)),
    ],
    ["its store on the disk", ...cells(({ storeBytes }) => mib(storeBytes))],
    [
      "store over live data",
      ...cells(({ storeBytes, liveBytes }) => (liveBytes === undefined ? "-" : (storeBytes / liveBytes).toFixed(2))),
    ],
  ];
}

export function nbdTable(report: NbdReport): string {
  const { contenders, rows, sustained, seconds, rampSeconds, where, machine } = report;
  const rounds = Math.max(0, ...rows.flatMap(({ rates }) => Object.values(rates).map((values) => values.length)));
  const lines = rows.map(({ title, rates }) => {
    const medians = Object.fromEntries(Object.entries(rates).map(([name, values]) => [name, median(values)]));
    return [title, ...rateCells(report, medians)];
  });
  const table = [
    ["", ...contenders.map(({ name }) => name)],
    ["---", ...contenders.map(() => "---:")],
    ...lines,
    ...(sustained === undefined ? [] : sustainedRows(report, sustained)),
  ];
  return [
    `Requests in a second, medians of ${rounds} interleaved rounds of ${seconds} s each after ${rampSeconds} s to warm up,`,
    `data in ${where}. In brackets, over nbdkit luks; envol plain over nbdkit file.`,
    `${machine}.`,
    "",
    ...table.map((cells) => `| ${cells.join(" | ")} |`),
  ].join("\n");
}
