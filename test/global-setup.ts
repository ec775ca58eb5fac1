/** Compiles `src` to `dist` before the first test, so that tests never meet an older build. It takes a fraction of a second. */

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const tsc = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));

export default function compile(): void {
  const { status, stdout, error } = spawnSync(process.execPath, [tsc, "-p", "tsconfig.json"], {
    cwd: root,
    encoding: "utf8",
  });
  if (error !== undefined) throw error;
  if (status === 0) return;
  // The compiler writes its output in spite of type errors, so one unfinished file need not stop the tests of another.
  // Where nobody watches, it must: CI refuses to test what does not compile.
  const message = `tsc found errors in src:\n${stdout}`;
  if (process.env["CI"] === "true") throw new Error(message);
  console.warn(message);
}
