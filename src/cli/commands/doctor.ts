/** `envol doctor`: what to know of this machine before blaming the daemon. */

import type { Command } from "commander";
import { EnvolError, EXIT } from "../../errors.ts";
import type { DaemonOptions } from "../../options.ts";
import { withExamples } from "../client-command.ts";
import type { Check } from "../doctor/check.ts";
import { ToldFailure } from "../failure.ts";
import { json, printable } from "../output.ts";
import { address, argument, path } from "../rules.ts";
import { resolveServeOptions } from "../serve-settings.ts";
import { type Paint, painter, print } from "../terminal.ts";

interface DoctorOptions {
  readonly address?: string;
  readonly data?: string;
  readonly json?: boolean;
}

/** What `envol serve` would run with; or the check that says why it would not. */
function configuration(data: string | undefined): DaemonOptions | Check {
  try {
    const flags = data === undefined ? {} : { data };
    return resolveServeOptions({ flags, environment: process.env, workingDirectory: process.cwd() });
  } catch (error) {
    if (!(error instanceof EnvolError)) throw error;
    const action = "Correct what it names, then see envol serve --help.";
    return { name: "configuration", status: "failed", finding: error.message, action };
  }
}

async function runChecks(options: DoctorOptions): Promise<Check[]> {
  // Loaded here, so that other commands do not load the store.
  const [{ checkRuntime }, { checkKms }, { checkDataDirectory }, { checkDaemon, checkNbdPrograms }] = await Promise.all(
    [
      import("../doctor/runtime.ts"),
      import("../doctor/kms.ts"),
      import("../doctor/data-directory.ts"),
      import("../doctor/surroundings.ts"),
    ],
  );
  const configured = configuration(options.data);
  const settings = "status" in configured ? undefined : configured;
  return [
    ...("status" in configured ? [configured] : []),
    ...(await checkRuntime(settings?.workers)),
    ...(settings === undefined ? [] : [checkKms(settings)]),
    ...(settings === undefined ? [] : await checkDataDirectory(settings.dataDirectory)),
    ...(options.address === undefined ? [] : [await checkDaemon(options.address)]),
    ...checkNbdPrograms(),
  ];
}

const FORMATS = { ok: "green", note: "dim", warning: "yellow", failed: "red" } as const;

/** A line for each check, and one below it where something should be done. */
function checkLines(checks: readonly Check[], paint: Paint): string {
  const width = Math.max(...checks.map(({ name }) => name.length));
  const statusWidth = "warning".length;
  return checks
    .flatMap(({ name, status, finding, action }) => {
      const line = `${paint(FORMATS[status], status.padEnd(statusWidth))}  ${name.padEnd(width)}  ${printable(finding)}`;
      return action === undefined ? [line] : [line, `${" ".repeat(statusWidth + width + 4)}${action}`];
    })
    .join("\n");
}

function verdict(checks: readonly Check[]): string {
  const count = (status: Check["status"]) => checks.filter((check) => check.status === status).length;
  const [failed, warnings] = [count("failed"), count("warning")];
  const also = warnings === 0 ? "" : ` ${warnings} ${warnings === 1 ? "warning" : "warnings"}.`;
  if (failed === 0) return `Everything that a daemon needs is there.${also}`;
  return `${failed} of ${checks.length} checks failed: a daemon would not work here.${also}`;
}

async function doctor(options: DoctorOptions): Promise<void> {
  const checks = await runChecks(options);
  const ok = !checks.some(({ status }) => status === "failed");
  if (options.json) print(json({ ok, checks }));
  else print(`${checkLines(checks, painter(process.stdout))}\n\n${verdict(checks)}`);
  if (!ok) throw new ToldFailure(EXIT.failure);
}

export function addDoctorCommand(program: Command): void {
  const command = program
    .command("doctor")
    .description("check what a daemon needs of this machine, and whether one can be reached")
    .option("--address <address>", "also of a daemon that runs: unix:PATH or HOST:PORT", argument("--address", address))
    .option("--data <dir>", "the data directory (default: the one of envol serve)", argument("--data", path))
    .option("--json", "print one JSON document");
  withExamples(command, ["envol doctor", "envol doctor --address 127.0.0.1:7400 --data /srv/envol --json"]).action(
    doctor,
  );
}
