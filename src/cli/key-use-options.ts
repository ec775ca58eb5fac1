/** The options that every use of a key takes. */

import type { Command } from "commander";
import { matching, repeatable } from "./rules.ts";

export interface UseOptions {
  readonly grantToken: readonly string[];
  readonly dryRun?: true;
}

/** Adds --grant-token and --dry-run. */
export function withUseOptions(command: Command): Command {
  const token = matching(/^\S+$/, "the token that envol key grant create gave");
  return command
    .option(
      "--grant-token <token>",
      "the token of a grant that allows it; may be repeated",
      repeatable("--grant-token", token),
      [],
    )
    .option("--dry-run", "only find out whether it would succeed: it is refused either way");
}

/** The fields of a request that these options give. */
export function useOf({ grantToken, dryRun }: UseOptions): { grantTokens: string[]; dryRun: boolean } {
  return { grantTokens: [...grantToken], dryRun: dryRun ?? false };
}
