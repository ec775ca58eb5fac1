/** What all commands that talk to a daemon have in common: finding it, and how they present themselves. */

import type { Command } from "commander";
import type { EnvolClient } from "../client/client.ts";
import { connectOptions } from "./credentials.ts";
import { address as addressRule, argument } from "./rules.ts";
import { defaultClientAddress } from "./serve-settings.ts";

export interface ClientOptions {
  readonly address?: string;
  readonly json?: boolean;
}

/** Where to find the daemon: --address, else ENVOL_ADDRESS, else where one listens by default. */
function clientAddress(options: ClientOptions): string {
  if (options.address !== undefined) return options.address;
  const variable = process.env["ENVOL_ADDRESS"];
  return variable ? argument("ENVOL_ADDRESS", addressRule)(variable) : defaultClientAddress(process.env);
}

/** Adds lines of examples to a command's help. */
export function withExamples(command: Command, examples: readonly string[]): Command {
  return command.addHelpText("after", `\nExamples:\n${examples.map((example) => `  $ ${example}`).join("\n")}`);
}

/** A group of commands, such as `envol volume`. */
export function commandGroup(parent: Command, name: string, description: string, examples: readonly string[]): Command {
  return withExamples(parent.command(name).description(description).usage("COMMAND [options]"), examples);
}

/** A command that talks to a daemon: with --address, --json, and examples in its help. */
export function clientCommand(
  parent: Command,
  nameAndArguments: string,
  description: string,
  examples: readonly string[],
): Command {
  const command = parent
    .command(nameAndArguments)
    .description(description)
    .option(
      "--address <address>",
      "where the daemon listens: unix:PATH or HOST:PORT (env: ENVOL_ADDRESS)",
      argument("--address", addressRule),
    )
    .option("--json", "print one JSON document, its fields named as in the gRPC messages");
  return withExamples(command, examples);
}

/** Runs something with a client, and closes it afterwards. @throws UNAVAILABLE, naming the address, when nobody answers there */
export async function withClient<Result>(
  options: ClientOptions,
  run: (client: EnvolClient) => Promise<Result>,
): Promise<Result> {
  // Loaded here, so that help and usage errors do not wait for the gRPC library.
  const { connect } = await import("../client/client.ts");
  const client = connect(clientAddress(options), connectOptions(process.env));
  try {
    return await run(client);
  } finally {
    await client.close();
  }
}
