/** The options that say who may do what with a key: a policy from a file, or the one that AWS's console makes. */

import type { Command } from "commander";
import type { EnvolClient } from "../client/client.ts";
import { EnvolError } from "../errors.ts";
import { consoleKeyPolicy } from "../iam/console-key-policy.ts";
import { fileBytes } from "./byte-arguments.ts";
import { known, principalArn } from "./keys.ts";
import { matching, repeatable } from "./rules.ts";

export interface KeyPolicyOptions {
  readonly policy?: string;
  readonly administrator: readonly string[];
  readonly user: readonly string[];
  readonly lockoutCheck: boolean;
}

const principal = matching(/^[\w+=,.@:/-]+$/, "an ARN, or the name of a user, or role/NAME");

/** Adds --policy, --administrator, --user and --no-lockout-check. */
export function withKeyPolicyOptions(command: Command): Command {
  return command
    .option("--policy <file>", "the key policy as JSON (- for standard input)")
    .option(
      "--administrator <principal>",
      "who manages the key: an ARN, a user's name, or role/NAME; may be repeated",
      repeatable("--administrator", principal),
      [],
    )
    .option("--user <principal>", "who uses the key; may be repeated", repeatable("--user", principal), [])
    .option("--no-lockout-check", "take a policy even if you could not change it afterwards");
}

/** The key policy that the options give, if they give one. @throws ARGUMENT_COMBINATION */
export async function keyPolicyOf(client: EnvolClient, options: KeyPolicyOptions): Promise<string | undefined> {
  const { policy, administrator, user } = options;
  const isNamed = administrator.length > 0 || user.length > 0;
  if (policy !== undefined && isNamed) {
    const message = "--policy: give either a policy, or administrators and users to make one of.";
    throw new EnvolError("ARGUMENT_COMBINATION", message, { field: "--policy" });
  }
  if (policy !== undefined) return (await fileBytes(policy)).toString().trimEnd();
  if (!isNamed) return undefined;
  const accountId = await accountIdOf(client);
  const arns = (names: readonly string[]) => names.map((name) => principalArn(name, accountId));
  return consoleKeyPolicy({ accountId, administrators: arns(administrator), users: arns(user) });
}

/** The daemon's account: each has the AWS managed key of EBS. */
async function accountIdOf(client: EnvolClient): Promise<string> {
  return known((await client.keys.describeKey({ keyId: "alias/aws/ebs" })).keyMetadata).awsAccountId;
}
