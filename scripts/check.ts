/** Runs every check that is not a test, each as the npm script of that name, and reports all of them before it fails. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";

const CHECKS = ["lint", "types", "build", "generate:check", "arrows", "unused", "unused:production"];

const failed: string[] = [];
for (const name of CHECKS) {
  const startMs = performance.now();
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", name], {
    cwd: join(import.meta.dirname, ".."),
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  console.log(`${status === 0 ? "ok    " : "FAILED"}  npm run ${name} (${seconds} s)`);
  if (status === 0) continue;
  failed.push(name);
  console.log(`${stdout}${stderr}`.trimEnd().replaceAll(/^/gm, "    "));
}
if (failed.length > 0) {
  console.log(`\n${failed.length} of ${CHECKS.length} checks failed: ${failed.join(", ")}`);
  process.exitCode = 1;
}
