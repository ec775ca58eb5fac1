/** `envol key replicate` and `promote`: one key in several Regions. */

import type { Command } from "commander";
import { type ClientOptions, clientCommand, withClient } from "../client-command.ts";
import { type KeyPolicyOptions, keyPolicyOf, withKeyPolicyOptions } from "../key-policy-options.ts";
import { keyDetails, keyIdOf, known, type Pair, tagsOf } from "../keys.ts";
import { nameAndValue, repeatable } from "../rules.ts";
import { printResult } from "../terminal.ts";

interface ReplicateOptions extends ClientOptions, KeyPolicyOptions {
  readonly description: string;
  readonly tag: Pair[];
}

export function addKeyRegionCommands(group: Command): void {
  const replicate = clientCommand(group, "replicate <key> <region>", "make a replica of a multi-Region key", [
    "envol key replicate alias/global eu-west-1",
  ])
    .option("--description <text>", "what the replica is for", "")
    .option("--tag <name=value>", "a tag of the replica; may be repeated", repeatable("--tag", nameAndValue), []);
  withKeyPolicyOptions(replicate).action((key: string, replicaRegion: string, options: ReplicateOptions) =>
    withClient(options, async (client) => {
      const policy = await keyPolicyOf(client, options);
      const answer = await client.keys.replicateKey({
        keyId: await keyIdOf(client, key),
        replicaRegion,
        description: options.description,
        tags: tagsOf(options.tag),
        ...(policy !== undefined && { policy, bypassPolicyLockoutSafetyCheck: !options.lockoutCheck }),
      });
      printResult(options, answer, () => keyDetails(known(answer.replicaKeyMetadata), []));
    }),
  );

  clientCommand(group, "promote <key> <region>", "make the replica of another Region the primary key", [
    "envol key promote alias/global eu-west-1",
  ]).action((key: string, primaryRegion: string, options: ClientOptions) =>
    withClient(options, async (client) => {
      const answer = await client.keys.updatePrimaryRegion({ keyId: await keyIdOf(client, key), primaryRegion });
      printResult(options, answer, () => `The primary key of ${key} is in ${primaryRegion}.`);
    }),
  );
}
