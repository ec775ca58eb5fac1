/** `envol serve`: the daemon. */

import { once } from "node:events";
import { constants } from "node:os";
import { type Command, Option } from "commander";
import type { Daemon, DaemonOptions } from "../../options.ts";
import { withExamples } from "../client-command.ts";
import { settleMemory } from "../daemon-memory.ts";
import { details, json } from "../output.ts";
import { SERVE_OPTIONS, type ServeOption } from "../serve-options.ts";
import { defaultClientAddress, resolveServeOptions, type ServeInput } from "../serve-settings.ts";
import { painter, print, remark } from "../terminal.ts";

const STOP_SIGNALS = ["SIGTERM", "SIGINT"] as const;

/** Resolves at the first signal to stop. From then on, another one ends the process at once, with 128 and its number. */
function stopSignal(): Promise<void> {
  const first = Promise.race(STOP_SIGNALS.map((signal) => once(process, signal)));
  return first.then(() => {
    for (const signal of STOP_SIGNALS) process.on(signal, () => process.exit(128 + constants.signals[signal]));
  });
}

function readyText(
  options: Pick<DaemonOptions, "dataDirectory" | "kms" | "mode" | "harness" | "auth">,
  { grpc, nbd, aws }: Daemon["addresses"],
): string {
  const paint = painter(process.stdout);
  const facts = details([
    ["data", options.dataDirectory],
    ["gRPC", grpc],
    ["NBD", nbd ?? "none"],
    ["AWS", aws ?? "none"],
    ["KMS", options.kms === undefined ? "" : `AWS KMS${options.kms.endpoint ? ` at ${options.kms.endpoint}` : ""}`],
    ["mode", options.mode ?? SERVE_OPTIONS.mode.otherwise],
    ["auth", options.auth === "required" ? "required: see root-credentials in the data directory" : ""],
    ["harness", options.harness ? "faults and reset, for whoever can connect" : ""],
  ]);
  const next = details([
    // Clients look at the default address by themselves.
    grpc === defaultClientAddress(process.env) ? ["", ""] : [`export ENVOL_ADDRESS=${grpc}`, "where it listens"],
    options.kms === undefined
      ? ["envol volume create --size 1GiB", "a volume, encrypted under alias/aws/ebs"]
      : ["envol volume create --size 1GiB --key alias/NAME", "a volume, encrypted under that key of AWS KMS"],
    ["envol volume list", "all volumes"],
    ["envol events", "what happens, as it happens"],
    // No tool for AWS takes the URL of a Unix socket.
    aws === undefined || aws.startsWith("unix:")
      ? ["", ""]
      : [`aws --endpoint-url http://${aws} kms list-keys`, "its KMS"],
  ]);
  const title = paint("bold", "Envol is ready.");
  return `${title}\n${indented(facts)}\n\nIn another terminal:\n${indented(next)}\n\nctrl-C flushes and stops.`;
}

function indented(text: string): string {
  return text.replace(/^/gm, "  ");
}

async function serve(flags: ServeInput["flags"], asJson: boolean): Promise<void> {
  const options = resolveServeOptions({ flags, environment: process.env, workingDirectory: process.cwd() });
  const stopped = stopSignal();
  settleMemory();
  // Loaded here, so that commands that only talk to a daemon do not load all that one is made of.
  const { startDaemon } = await import("../../daemon.ts");
  const daemon = await startDaemon(options);
  try {
    print(asJson ? json({ ready: true, ...daemon.addresses }) : readyText(options, daemon.addresses));
    await stopped;
    if (!asJson) remark("Stopping: flushing what was written. Another ctrl-C stops at once.");
  } finally {
    await daemon.close();
  }
}

/** A flag of the table, told with its variable and its default. */
function flagOption(flag: string, entry: ServeOption<unknown>): Option {
  return new Option(flag, `${entry.help} (env: ${entry.variable}; default: ${entry.otherwise})`);
}

export function addServeCommand(program: Command): void {
  const command = program.command("serve").description("start the daemon");
  const entries: ServeOption<unknown>[] = Object.values(SERVE_OPTIONS);
  for (const entry of entries) if (entry.flag !== undefined) command.addOption(flagOption(entry.flag, entry));
  command.option("--json", "when ready, print one line of JSON in place of text");
  const secrets = entries.filter((entry) => entry.flag === undefined);
  const lines = secrets.map((entry) => `  ${entry.variable}  ${entry.help} (default: ${entry.otherwise})`);
  command.addHelpText("after", `\nIn the environment alone:\n${lines.join("\n")}`);
  command.addHelpText(
    "after",
    "\nA flag goes before its variable, that before the configuration file, that before the default.",
  );
  withExamples(command, [
    "envol serve",
    "envol serve --data /srv/envol --grpc 127.0.0.1:7400",
    "envol serve --data $(mktemp -d) --grpc 127.0.0.1:0 --json",
  ]).action(({ json: asJson, ...flags }: ServeInput["flags"] & { json?: boolean }) => serve(flags, asJson ?? false));
}
