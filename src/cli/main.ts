#!/usr/bin/env node
/** The `envol` command. */

import { run } from "./program.ts";

// Who reads the output may leave early, as `head` does: that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

process.exitCode = await run(process.argv.slice(2));
