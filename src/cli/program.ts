/** The whole command line: its commands, its help, and how it ends. */

import { Command, Help, type Option } from "commander";
import { EXIT } from "../errors.ts";
import { addAliasCommands } from "./commands/alias.ts";
import { addAuditCommand } from "./commands/audit.ts";
import { addBenchCommand } from "./commands/bench.ts";
import { addDemoCommand } from "./commands/demo.ts";
import { addDoctorCommand } from "./commands/doctor.ts";
import { addEventsCommand } from "./commands/events.ts";
import { addFaultCommands } from "./commands/fault.ts";
import { addKeyCommands } from "./commands/key.ts";
import { addMeterCommand } from "./commands/meter.ts";
import { addMountCommand } from "./commands/mount.ts";
import { addPrincipalCommands, addWhoamiCommand } from "./commands/principal.ts";
import { addResetCommand } from "./commands/reset.ts";
import { addServeCommand } from "./commands/serve.ts";
import { addVersionCommand, packageVersion } from "./commands/version.ts";
import { addVolumeCommands } from "./commands/volume.ts";
import { EXIT_MEANINGS, reportFailure } from "./failure.ts";

function exitCodes(): string {
  const names = Object.keys(EXIT) as (keyof typeof EXIT)[];
  return `Exit codes:\n${names.map((name) => `  ${EXIT[name]}  ${EXIT_MEANINGS[name]}`).join("\n")}`;
}

const START = `Start here:
  $ envol demo                                  see an encrypted volume live, end to end
  $ envol serve                                 start the daemon
  $ envol volume create --size 1GiB             in another terminal: a volume
  $ envol COMMAND --help                        examples for every command`;

/** What help says of an option. A default of nothing is not worth saying. */
function optionDescription(option: Option): string {
  return Help.prototype.optionDescription.call(new Help(), option).replace(/ \(default: (""|\[\])\)$/, "");
}

/**
 * Makes the commands. Nothing runs, and nothing is printed, before its parseAsync().
 * @internal Exported for its own tests.
 */
export function createProgram(): Command {
  const program = new Command("envol");
  program
    .description("Simulated EBS volumes whose every sector is really encrypted, under keys that you can break.")
    .usage("COMMAND [options]")
    .version(packageVersion(), "--version", "print the version")
    .helpOption("--help", "show help")
    // Failures are thrown and told in one place; see failure.ts.
    .exitOverride()
    // Descriptions are wrapped even beside the longest names of envol key.
    .configureHelp({ optionDescription, minWidthToWrap: 34 })
    .configureOutput({ outputError: () => {} })
    .addHelpText("after", `\n${START}\n\n${exitCodes()}`);
  addServeCommand(program);
  addDemoCommand(program);
  addVolumeCommands(program);
  addMountCommand(program);
  addKeyCommands(program);
  addAliasCommands(program);
  addPrincipalCommands(program);
  addWhoamiCommand(program);
  addEventsCommand(program);
  addAuditCommand(program);
  addMeterCommand(program);
  addFaultCommands(program);
  addResetCommand(program);
  addBenchCommand(program);
  addDoctorCommand(program);
  addVersionCommand(program);
  return program;
}

/** Runs a command line (without the names of the program and of Node.js) and gives its exit code. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    await createProgram().parseAsync(args, { from: "user" });
    return EXIT.ok;
  } catch (thrown) {
    return reportFailure(thrown, args.includes("--json"));
  }
}
