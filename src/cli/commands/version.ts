/** `envol version`. */

import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { withExamples } from "../client-command.ts";
import { printResult } from "../terminal.ts";

/** The package's version, as package.json has it. */
export function packageVersion(): string {
  const text = readFileSync(new URL("../../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

export function addVersionCommand(program: Command): void {
  const command = program
    .command("version")
    .description("print the version of Envol and of what it runs on")
    .option("--json", "print one JSON document");
  withExamples(command, ["envol version", "envol version --json"]).action((options: { json?: boolean }) => {
    const about = { envol: packageVersion(), node: process.versions.node, openssl: process.versions.openssl };
    const machine = { platform: process.platform, architecture: process.arch };
    printResult(options, { ...about, ...machine }, () => {
      const { envol, node, openssl } = about;
      return `envol ${envol} (Node.js ${node}, OpenSSL ${openssl}, ${machine.platform} ${machine.architecture})`;
    });
  });
}
