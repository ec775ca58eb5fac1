import { expect, test } from "vitest";
import { fate, needs, runs } from "../needs.ts";

const bodiesRun: string[] = [];

needs("node", () => runs(process.execPath, "--version"))("a test whose program is present runs", () => {
  bodiesRun.push("present");
});

test("a test whose program is present has run", () => {
  expect(bodiesRun).toEqual(["present"]);
});

test("a missing program skips the test on a desk and fails it in CI", () => {
  expect(fate(true, false)).toBe("run");
  expect(fate(true, true)).toBe("run");
  expect(fate(false, false)).toBe("skip");
  expect(fate(false, true)).toBe("fail");
});

test("a program that is absent, or that fails, does not count as running", () => {
  expect(runs("envol-no-such-program")).toBe(false);
  expect(runs(process.execPath, "-e", "process.exit(3)")).toBe(false);
});
