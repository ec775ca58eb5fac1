/** What becomes of figures: tables, pictures, comparisons with earlier ones, and the page that shows them. */

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { changesBetween, changesText } from "../../native-free-bench/changes.ts";
import { picture } from "../../native-free-bench/picture.ts";
import { type Report, tableMarkdown, tableText } from "../../native-free-bench/report.ts";
import { marginPercent, median, percentile } from "../../native-free-bench/statistics.ts";
import { measureOf, type Row, rowsOf } from "../../native-free-bench/suite.ts";
import { SUITES } from "../../native-free-bench/suites.ts";
import { contentsOf, fillPlace } from "../../scripts/benchmark-docs.ts";
import { type NbdReport, nbdTable } from "../../scripts/nbd/report.ts";
import { needs, runs } from "../needs.ts";

const root = join(import.meta.dirname, "..", "..");
const directory = mkdtempSync(join(tmpdir(), "envol-report-"));
afterAll(() => rmSync(directory, { recursive: true }));

function row(changes: Partial<Row> = {}): Row {
  const {
    task = "t",
    contender = "reference",
    ratio = 1,
    rate = 100,
    unit = "MB/s",
    marginPercent: margin = 2,
  } = changes;
  const { medianUs = 10, p99Us } = changes;
  return { task, contender, ratio, rate, unit, medianUs, marginPercent: margin, ...(p99Us !== undefined && { p99Us }) };
}

function reportOf(rows: Row[], changes: Partial<Report> = {}): Report {
  const results = [{ suite: "ciphers", question: "How?", rows }];
  return { kind: "suites", createdAt: "2026-01-02T03:04:05.000Z", machine: "m", quick: false, results, ...changes };
}

describe("statistics", () => {
  it("are what they are called", () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([median(values), percentile(values, 0.99), percentile([7], 0.99)]).toEqual([51, 100, 7]);
    expect(marginPercent([5])).toBe(0);
    // Mean 10, standard deviation 2, four values: 1.96 * 1 / 10.
    expect(marginPercent([8, 8, 12, 12])).toBeCloseTo((1.96 * Math.sqrt(16 / 3 / 4) * 100) / 10);
  });

  it("take ratios within rounds, and percentiles over all of them", () => {
    const rounds = [
      [measureOf([10]), measureOf([5])],
      [measureOf([100]), measureOf([50])],
      [measureOf([10]), measureOf([20])],
    ];
    const [reference, other] = rowsOf("t", 1000, [{ name: "a" }, { name: "b" }], rounds);
    expect(reference).toMatchObject({ ratio: 1, medianUs: 10, rate: 100, unit: "MB/s", p99Us: 100 });
    expect(other).toMatchObject({ ratio: 2, medianUs: 20, rate: 50, p99Us: 50 });
    expect(rowsOf("t", undefined, [{ name: "a" }], [[measureOf([4])]])[0]).toMatchObject({
      rate: 250_000,
      unit: "ops/s",
    });
  });
});

describe("a table", () => {
  const rows = [row(), row({ contender: "envol", ratio: 12.34, rate: 1234 }), row({ task: "u", rate: 5.678 })];

  it("names a task once, and puts ratios first", () => {
    const [headers, first, second, third] = tableText(rows).split("\n");
    expect(headers).toMatch(/^task +contender +ratio +rate +median +margin$/);
    expect(first).toMatch(/^t +reference +1\.00 x +100 MB\/s +10\.0 us +2\.0 %$/);
    expect(second).toMatch(/^ +envol +12\.3 x +1,234 MB\/s/);
    expect(third).toMatch(/^u .*5\.68 MB\/s/);
  });

  it("has a column for p99 where that was taken", () => {
    const [headers, , first, second] = tableMarkdown([row({ p99Us: 2500 }), row({ contender: "b" })]).split("\n");
    expect(headers).toBe("| task | contender | ratio | rate | median | p99 | margin |");
    expect(first).toContain("| 2.50 ms | 2.0 % |");
    expect(second).toContain("| 10.0 us |  | 2.0 % |");
  });
});

describe("a picture", () => {
  const svg = picture(
    { suite: "s", question: "<&>?", rows: [row(), row({ contender: "b", rate: 50, ratio: 0.5 })] },
    "m",
  );

  it("is well formed, and escapes what it shows", () => {
    expect(svg).toContain("s: &lt;&amp;&gt;?");
    const open = [...svg.matchAll(/<(svg|style|text)\b/g)].length;
    expect([...svg.matchAll(/<\/(svg|style|text)>/g)].length).toBe(open);
    expect(svg).not.toContain("NaN");
  });

  it("has a bar for each contender, as long as its rate, and tells the reference apart", () => {
    const bars = [...svg.matchAll(/<rect .*width="([\d.]+)".*class="(\w+)"\/>/g)].map((match) => [match[1], match[2]]);
    const [[full, ofReference] = [], [half, ofOther] = []] = bars;
    expect([ofReference, ofOther]).toEqual(["reference", "contender"]);
    expect(Number(full) / Number(half)).toBeCloseTo(2);
  });

  it("is legible on light and on dark grounds", () => {
    expect(svg).toContain("prefers-color-scheme: dark");
  });
});

describe("changes since an earlier run", () => {
  const before = reportOf([row(), row({ contender: "envol", rate: 100 }), row({ contender: "gone" })]);
  const now = reportOf([
    row({ rate: 103 }),
    row({ contender: "envol", rate: 150, ratio: 1.5 }),
    row({ contender: "new" }),
  ]);

  it("are those of the lines that both have, and clear when larger than both margins", () => {
    expect(changesBetween(before, now).map((change) => [change.now.contender, change.percent, change.clear])).toEqual([
      ["reference", expect.closeTo(3), false],
      ["envol", expect.closeTo(50), true],
    ]);
  });

  it("are told with both figures; the unclear ones only by their number", () => {
    const text = changesText(before, now);
    expect(text).toMatch(/ciphers +t +envol +\+50\.0 % +100 MB\/s +150 MB\/s +1\.00 x +1\.50 x/);
    expect(text).toContain("1 of 2 lines changed by less than their margins.");
    expect(text).not.toContain("another one");
    expect(changesText({ ...before, machine: "other" }, now)).toContain("The machine was another one: other");
  });
});

describe("docs/benchmarks.md", () => {
  const page = readFileSync(join(root, "docs", "benchmarks.md"), "utf8");
  const names = [...SUITES.map(({ name }) => name), "nbd in memory", "nbd on a disk", "envol bench"];

  it("has a place for each table", () => {
    for (const name of names) expect(fillPlace(page, name, `figures of ${name}`), name).toContain(`figures of ${name}`);
  });

  it("is filled again with the same result", () => {
    const once = fillPlace(page, "pool", "| a table |");
    expect(fillPlace(once, "pool", "| a table |")).toBe(once);
    expect(() => fillPlace(page, "nothing", "")).toThrow("no place for nothing");
  });

  it("takes no figures of a quick run", () => {
    expect(contentsOf(reportOf([row()]))[0]).toEqual(["ciphers", expect.stringContaining("| t | reference |")]);
    expect(() => contentsOf(reportOf([row()], { quick: true }))).toThrow("quick");
  });
});

describe("a comparison of NBD servers", () => {
  const use = { residentBytes: 3 * 2 ** 20, anonymousBytes: 2 ** 20, writtenBytes: 30, requestedBytes: 20 };
  const report: NbdReport = {
    kind: "nbd",
    createdAt: "2026-01-02T03:04:05.000Z",
    machine: "m",
    where: "/dev/shm",
    seconds: 3,
    rampSeconds: 1,
    contenders: [
      { name: "envol plain", reference: "nbdkit file" },
      { name: "nbdkit luks", reference: "nbdkit luks" },
      { name: "nbdkit file", reference: "nbdkit luks" },
    ],
    rows: [{ title: "reads", rates: { "envol plain": [1, 300, 2000], "nbdkit luks": [100], "nbdkit file": [200] } }],
    sustained: {
      title: "long",
      results: { "envol plain": { rate: 10, ...use, storeBytes: 6 * 2 ** 20, liveBytes: 4 * 2 ** 20 } },
    },
  };

  it("shows medians, and each over its own reference", () => {
    const table = nbdTable(report);
    expect(table).toContain("| reads | 300 (1.50) | 100 | 200 (2.00) |");
    expect(table).toContain("| long | 10 | - | - |");
    expect(table).toContain("| its peak of resident memory | 3 MiB | - | - |");
    expect(table).toContain("| bytes written for each byte asked for | 1.50 | - | - |");
    expect(table).toContain("| store over live data | 1.50 | - | - |");
  });

  const compare = (args: readonly string[], environment: Record<string, string> = {}) =>
    spawnSync(process.execPath, ["--import", "tsx", "scripts/compare-nbd.ts", ...args], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, ...environment },
    });

  it("says how to install fio, and which options it takes", () => {
    expect(compare([], { PATH: directory }).stderr).toContain("apt install fio");
    expect(compare(["--rounds", "0"])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("--rounds: expected"),
    });
    expect(compare(["--only", "floppy"])).toMatchObject({ status: 2, stderr: expect.stringContaining("floppy") });
  });

  const withFio = needs("fio with ioengine=nbd", () => runs("fio", "--enghelp=nbd"));
  withFio(
    "measures, and keeps the figures",
    () => {
      const json = join(directory, "nbd.json");
      const limits = ["--seconds", "1", "--rounds", "1", "--sustained", "0"];
      const { status, stdout, stderr } = compare([
        "--only",
        "envol plain",
        ...limits,
        "--disk",
        directory,
        "--json",
        json,
      ]);
      expect([stderr.replace(/^npm .*\n/gm, ""), status]).toEqual(["", 0]);
      const kept = JSON.parse(readFileSync(json, "utf8")) as NbdReport;
      expect(kept.rows).toHaveLength(10);
      for (const { title, rates } of kept.rows) {
        expect(stdout).toContain(`| ${title} |`);
        expect(rates["envol plain"]?.[0], title).toBeGreaterThan(0);
      }
    },
    180_000,
  );
});

describe("npm run bench", () => {
  const bench = (...args: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", "native-free-bench/main.ts", ...args], {
      cwd: root,
      encoding: "utf8",
    });

  it("keeps figures and pictures, and compares with them", () => {
    const json = join(directory, "before.json");
    expect(bench("grpc", "--quick", "--json", json)).toMatchObject({ status: 0, stderr: "" });
    expect(JSON.parse(readFileSync(json, "utf8"))).toMatchObject({
      kind: "suites",
      quick: true,
      results: [{ suite: "grpc" }],
    });
    expect(existsSync(join(directory, "before-grpc.svg"))).toBe(true);
    const { stdout } = bench("grpc", "--quick", "--json", join(directory, "now.json"), "--compare", json);
    expect(stdout).toMatch(/of 6 lines changed by less than their margins/);
  }, 120_000);

  it("refuses what it does not know, and says what there is", () => {
    expect(bench("everything")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("No such suite: everything."),
    });
    expect(bench("--fast")).toMatchObject({ status: 2, stderr: expect.stringContaining("--quick") });
    expect(bench("--help")).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("ciphers, pool, reading, store"),
    });
  });
});
