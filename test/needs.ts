/** Tests that need a program which not every machine has, such as Python's gRPC or qemu-io. */

import { spawnSync } from "node:child_process";
import { test } from "vitest";

type TestBody = () => void | Promise<void>;

/** True when the command can be started and ends with exit code 0. */
export function runs(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

/** What becomes of a test: where nobody installs programs for it, it is skipped; CI installs them, so there it must run. */
export function fate(available: boolean, ci: boolean): "run" | "skip" | "fail" {
  if (available) return "run";
  return ci ? "fail" : "skip";
}

/**
 * Returns `test` for tests that need `program`. Where `probe` does not find it the test is skipped under a title that
 * says what is missing; with CI=true it fails, so that no test is lost unseen.
 *
 *     const withQemu = needs("qemu-io", () => runs("qemu-io", "--version"));
 *     withQemu("reads what was written", async () => { ... });
 */
export function needs(
  program: string,
  probe: () => boolean,
): (title: string, body: TestBody, timeoutMs?: number) => void {
  const verdict = fate(probe(), process.env["CI"] === "true");
  // The default reporter hides skipped tests of a file whose others pass.
  if (verdict === "skip") console.warn(`Skipping what needs ${program}: it is not on this machine.`);
  return (title, body, timeoutMs) => {
    if (verdict === "run") test(title, body, timeoutMs);
    else if (verdict === "skip") test.skip(`${title} [skipped: needs ${program}]`, body);
    else
      test(title, () => {
        throw new Error(`CI must not skip tests, and ${program} is missing: install it in .ci/run.`);
      });
  };
}
