/** `envol alias`: names for keys. */

import type { Command } from "commander";
import type { EnvolClient } from "../../client/client.ts";
import type { AliasListEntry__Output } from "../../gen/envol/v1/AliasListEntry.ts";
import { LIMITS } from "../../limits.ts";
import { type ClientOptions, clientCommand, commandGroup, withClient } from "../client-command.ts";
import { allPages } from "../keys.ts";
import { formatTime, table } from "../output.ts";
import { printResult } from "../terminal.ts";

const KEY_EXAMPLE = "1234abcd-12ab-34cd-56ef-1234567890ab";

/** All aliases, or all those of one key. */
export function allAliases(client: EnvolClient, keyId: string): Promise<AliasListEntry__Output[]> {
  return allPages(
    (marker) => client.keys.listAliases({ keyId, limit: LIMITS.kmsListAliasesMax, marker }),
    ({ aliases }) => aliases,
  );
}

export function addAliasCommands(program: Command): void {
  const group = commandGroup(program, "alias", "names for keys", [
    `envol alias create alias/backups ${KEY_EXAMPLE}`,
    "envol alias list",
  ]);

  clientCommand(group, "create <name> <key>", "give a key a name that starts with alias/", [
    `envol alias create alias/backups ${KEY_EXAMPLE}`,
  ]).action((aliasName: string, targetKeyId: string, options: ClientOptions) =>
    withClient(options, async (client) => {
      const answer = await client.keys.createAlias({ aliasName, targetKeyId });
      printResult(options, answer, () => `${aliasName} now names ${targetKeyId}.`);
    }),
  );

  clientCommand(group, "update <name> <key>", "let an alias name another key", [
    `envol alias update alias/backups ${KEY_EXAMPLE}`,
  ]).action((aliasName: string, targetKeyId: string, options: ClientOptions) =>
    withClient(options, async (client) => {
      const answer = await client.keys.updateAlias({ aliasName, targetKeyId });
      printResult(options, answer, () => `${aliasName} now names ${targetKeyId}.`);
    }),
  );

  clientCommand(group, "delete <name>", "take a name away; the key stays", ["envol alias delete alias/backups"]).action(
    (aliasName: string, options: ClientOptions) =>
      withClient(options, async (client) => {
        const answer = await client.keys.deleteAlias({ aliasName });
        printResult(options, answer, () => `${aliasName} is deleted.`);
      }),
  );

  clientCommand(group, "list", "list aliases and the keys that they name", [
    "envol alias list",
    `envol alias list --key ${KEY_EXAMPLE}`,
  ])
    .option("--key <key>", "only the aliases of this key (id or ARN)", "")
    .action((options: ClientOptions & { key: string }) =>
      withClient(options, async (client) => {
        const aliases = await allAliases(client, options.key);
        printResult(options, { aliases }, () =>
          table(
            [{ header: "ALIAS" }, { header: "KEY" }, { header: "UPDATED" }],
            aliases.map((alias) => [alias.aliasName, alias.targetKeyId, formatTime(alias.lastUpdatedDateMs)]),
          ),
        );
      }),
    );
}
