/** `envol reset`: a daemon that was started for tests, made empty. */

import type { Command } from "commander";
import { type ClientOptions, clientCommand, withClient } from "../client-command.ts";
import { printResult } from "../terminal.ts";

export function addResetCommand(program: Command): void {
  const description = "delete all volumes, keys and faults (envol serve --harness)";
  clientCommand(program, "reset", description, ["envol reset"]).action((options: ClientOptions) =>
    withClient(options, async (client) => {
      const answer = await client.harness.reset({});
      printResult(options, answer, () => "The daemon is empty.");
    }),
  );
}
