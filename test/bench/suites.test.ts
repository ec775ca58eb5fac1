/** Every suite runs, and gives figures of the shape that tables, pictures and comparisons rest on. Not how fast anything is. */

import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compareAll, QUICK, type Run } from "../../native-free-bench/suite.ts";
import { SUITES } from "../../native-free-bench/suites.ts";

let scratch = "";
beforeEach(() => {
  scratch = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "envol-suites-"));
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

function quickRun(progress: string[] = []): Run {
  return {
    effort: QUICK,
    progress: (text) => void progress.push(text),
    some: (values) => values.filter((_, at) => at === 0 || at === values.length - 1),
    memoryDirectory: scratch,
    diskDirectory: scratch,
  };
}

describe.each(SUITES.map((suite) => [suite.name, suite] as const))("the suite %s", (_name, suite) => {
  it("gives figures for every contender, the reference first, and removes what it made", async () => {
    const progress: string[] = [];
    const rows = await suite.run(quickRun(progress));
    expect(rows.length).toBeGreaterThan(1);
    expect(progress.length).toBeGreaterThan(0);
    expect(suite.question).toMatch(/\?$/);
    const keys = rows.map(({ task, contender }) => `${task}: ${contender}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const [index, row] of rows.entries()) {
      const first = row.task !== rows[index - 1]?.task;
      if (first) expect(row.ratio, keys[index]).toBe(1);
      for (const figure of [row.ratio, row.rate, row.medianUs, row.p99Us ?? 1]) {
        expect(figure, keys[index]).toBeGreaterThan(0);
        expect(figure, keys[index]).toBeLessThan(Number.POSITIVE_INFINITY);
      }
      expect(row.marginPercent, keys[index]).toBeGreaterThanOrEqual(0);
    }
    // Each task compares something.
    for (const task of new Set(rows.map((row) => row.task))) {
      expect(rows.filter((row) => row.task === task).length, task).toBeGreaterThan(1);
    }
    expect(readdirSync(scratch)).toEqual([]);
  }, 180_000);
});

describe("a comparison", () => {
  const contender = (name: string, produced: number) => ({
    name,
    run() {},
    output: () => Uint8Array.of(produced),
  });

  it("is refused when a contender's output is another", async () => {
    const comparison = { task: "same", contenders: [contender("reference", 1), contender("other", 2)] as const };
    await expect(compareAll([() => ({ ...comparison })], quickRun())).rejects.toThrow(
      "same: other gives another output.",
    );
  });

  it("never begins a run before the one before has ended", async () => {
    let underWay = 0;
    let overlapped = false;
    const run = () => {
      overlapped ||= underWay > 0;
      underWay += 1;
      return new Promise<void>((resolve) => {
        setImmediate(() => {
          underWay -= 1;
          resolve();
        });
      });
    };
    await compareAll(
      [
        () => ({
          task: "t",
          contenders: [
            { name: "a", run },
            { name: "b", run },
          ],
        }),
      ],
      quickRun(),
    );
    expect(overlapped).toBe(false);
  });

  it("says what fails", async () => {
    const broken = {
      name: "broken",
      run() {
        throw new Error("it broke");
      },
    };
    await expect(compareAll([() => ({ task: "t", contenders: [broken] })], quickRun())).rejects.toThrow("it broke");
  });
});
