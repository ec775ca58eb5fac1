/** `envol key tag`, `untag`, `tags`, `update-description`: what a key says of itself. */

import type { Command } from "commander";
import { LIMITS } from "../../limits.ts";
import { type ClientOptions, clientCommand, withClient } from "../client-command.ts";
import { allPages, keyIdOf, type Pair, tagsOf } from "../keys.ts";
import { table } from "../output.ts";
import { argument, nameAndValue } from "../rules.ts";
import { printResult } from "../terminal.ts";

export function addKeyLabelCommands(group: Command): void {
  const tag = argument("TAG", nameAndValue);
  clientCommand(group, "tag <key> <tags...>", "add tags to a key, or give them new values", [
    "envol key tag alias/backups team=storage tier=1",
  ]).action((key: string, texts: string[], options: ClientOptions) => {
    const tags: Pair[] = texts.map(tag);
    return withClient(options, async (client) => {
      const answer = await client.keys.tagResource({ keyId: await keyIdOf(client, key), tags: tagsOf(tags) });
      printResult(options, answer, () => `${key} has the tags ${tags.map(([name]) => name).join(", ")}.`);
    });
  });

  clientCommand(group, "untag <key> <names...>", "take tags from a key", ["envol key untag alias/backups tier"]).action(
    (key: string, tagKeys: string[], options: ClientOptions) =>
      withClient(options, async (client) => {
        const answer = await client.keys.untagResource({ keyId: await keyIdOf(client, key), tagKeys });
        printResult(options, answer, () => `${key} has no tags ${tagKeys.join(", ")}.`);
      }),
  );

  clientCommand(group, "tags <key>", "list the tags of a key", ["envol key tags alias/backups"]).action(
    (key: string, options: ClientOptions) =>
      withClient(options, async (client) => {
        const keyId = await keyIdOf(client, key);
        const tags = await allPages(
          (marker) => client.keys.listResourceTags({ keyId, limit: LIMITS.tagsMax, marker }),
          (page) => page.tags,
        );
        printResult(options, { tags }, () =>
          table(
            [{ header: "TAG" }, { header: "VALUE" }],
            tags.map(({ tagKey, tagValue }) => [tagKey, tagValue]),
          ),
        );
      }),
  );

  clientCommand(group, "update-description <key> <text>", "give a key another description", [
    "envol key update-description alias/backups 'Nightly backups'",
  ]).action((key: string, description: string, options: ClientOptions) =>
    withClient(options, async (client) => {
      const answer = await client.keys.updateKeyDescription({ keyId: await keyIdOf(client, key), description });
      printResult(options, answer, () => `${key} is described as ${JSON.stringify(description)}.`);
    }),
  );
}
