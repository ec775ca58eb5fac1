/** `envol key policy`: who may do what with a key. */

import type { Command } from "commander";
import { EnvolError } from "../../errors.ts";
import { type ClientOptions, clientCommand, commandGroup, withClient } from "../client-command.ts";
import { type KeyPolicyOptions, keyPolicyOf, withKeyPolicyOptions } from "../key-policy-options.ts";
import { keyIdOf } from "../keys.ts";
import { json } from "../output.ts";
import { print, printResult } from "../terminal.ts";

export function addKeyPolicyCommands(keys: Command): void {
  const group = commandGroup(keys, "policy", "who may do what with a key", [
    "envol key policy get alias/backups > policy.json",
    "envol key policy put alias/backups --policy policy.json",
  ]);

  clientCommand(group, "get <key>", "print the policy of a key", ["envol key policy get alias/backups"]).action(
    (key: string, options: ClientOptions) =>
      withClient(options, async (client) => {
        const answer = await client.keys.getKeyPolicy({ keyId: await keyIdOf(client, key) });
        // As it is, not as a table's cell: it may become a file that is put again.
        print(options.json ? json(answer) : answer.policy);
      }),
  );

  const put = clientCommand(group, "put <key>", "put another policy in the place of a key's present one", [
    "envol key policy put alias/backups --policy policy.json",
    "envol key policy put alias/backups --administrator alice --user bob",
  ]);
  withKeyPolicyOptions(put).action((key: string, options: ClientOptions & KeyPolicyOptions) =>
    withClient(options, async (client) => {
      const policy = await keyPolicyOf(client, options);
      if (policy === undefined) {
        const message = "--policy: give a policy, or administrators and users to make one of.";
        throw new EnvolError("MISSING_ARGUMENT", message, { field: "--policy" });
      }
      const keyId = await keyIdOf(client, key);
      const bypassPolicyLockoutSafetyCheck = !options.lockoutCheck;
      const answer = await client.keys.putKeyPolicy({ keyId, policy, bypassPolicyLockoutSafetyCheck });
      printResult(options, answer, () => `${key} has a new policy.`);
    }),
  );
}
