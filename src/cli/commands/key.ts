/** `envol key`: the keys that wrap data keys, and all else that the KMS does. */

import type { Command } from "commander";
import type { EnvolClient } from "../../client/client.ts";
import type { KeyMetadata__Output } from "../../gen/envol/v1/KeyMetadata.ts";
import { LIMITS } from "../../limits.ts";
import { type ClientOptions, clientCommand, commandGroup, withClient } from "../client-command.ts";
import { allPages, keyDetails, keyIdOf, known } from "../keys.ts";
import { details, formatTime, table } from "../output.ts";
import { painter, printResult, statePainter } from "../terminal.ts";
import { allAliases } from "./alias.ts";
import { addKeyCreateCommand } from "./key-create.ts";
import { addKeyEncryptionCommands } from "./key-encryption.ts";
import { addKeyGrantCommands } from "./key-grant.ts";
import { addKeyImportCommands } from "./key-import.ts";
import { addKeyLabelCommands } from "./key-labels.ts";
import { addKeyPolicyCommands } from "./key-policy.ts";
import { addKeyRegionCommands } from "./key-region.ts";
import { addKeyRotationCommands } from "./key-rotation.ts";
import { addKeySigningCommands } from "./key-signing.ts";
import { addKeyStateCommands } from "./key-state.ts";

/** Each key with its state: ListKeys itself names no more than their ids. */
function allKeys(client: EnvolClient): Promise<KeyMetadata__Output[]> {
  return allPages(
    async (marker) => {
      const page = await client.keys.listKeys({ limit: LIMITS.kmsListKeysMax, marker });
      const answers = await Promise.all(page.keys.map(({ keyId }) => client.keys.describeKey({ keyId })));
      return { ...page, described: answers.map(({ keyMetadata }) => known(keyMetadata)) };
    },
    ({ described }) => described,
  );
}

function addList(group: Command): void {
  clientCommand(group, "list", "list keys with their states and aliases", [
    "envol key list",
    "envol key list --json",
  ]).action((options: ClientOptions) =>
    withClient(options, async (client) => {
      const keys = await allKeys(client);
      const aliases = await allAliases(client, "");
      const namesOf = (keyId: string) =>
        aliases.filter(({ targetKeyId }) => targetKeyId === keyId).map(({ aliasName }) => aliasName);
      printResult(options, { keys, aliases }, () =>
        table(
          [
            { header: "KEY" },
            { header: "STATE", paint: statePainter(painter(process.stdout)) },
            { header: "MANAGER" },
            { header: "ALIASES" },
            { header: "DESCRIPTION" },
          ],
          keys.map((key) => [key.keyId, key.keyState, key.keyManager, namesOf(key.keyId).join(", "), key.description]),
        ),
      );
    }),
  );
}

function addShow(group: Command): void {
  clientCommand(group, "show <key>", "show one key, by id, ARN or alias", ["envol key show alias/backups"]).action(
    (keyId: string, options: ClientOptions) =>
      withClient(options, async (client) => {
        const answer = await client.keys.describeKey({ keyId });
        const key = known(answer.keyMetadata);
        const aliases = options.json ? [] : await allAliases(client, key.keyId);
        printResult(options, answer, () =>
          keyDetails(
            key,
            aliases.map(({ aliasName }) => aliasName),
          ),
        );
      }),
  );
}

function addLastUsage(group: Command): void {
  clientCommand(group, "last-usage <key>", "show when a key was last used since the daemon was started", [
    "envol key last-usage alias/backups",
  ]).action((key: string, options: ClientOptions) =>
    withClient(options, async (client) => {
      const answer = await client.keys.getKeyLastUsage({ keyId: await keyIdOf(client, key) });
      const { keyLastUsage: use, trackingStartDateMs } = answer;
      printResult(options, answer, () =>
        details([
          ["key", answer.keyId],
          ["last use", use === null ? "none" : `${use.operation} at ${formatTime(use.timestampMs)}`],
          ["noted since", formatTime(trackingStartDateMs)],
          ["event", use?.cloudTrailEventId],
          ["request", use?.kmsRequestId],
        ]),
      );
    }),
  );
}

export function addKeyCommands(program: Command): void {
  const group = commandGroup(program, "key", "keys that wrap data keys, as in AWS KMS", [
    "envol key create --alias backups --administrator alice --user bob",
    "envol key list",
    "envol key disable alias/backups",
  ]);
  addKeyCreateCommand(group);
  addList(group);
  addShow(group);
  addKeyStateCommands(group);
  addKeyLabelCommands(group);
  addKeyPolicyCommands(group);
  addKeyGrantCommands(group);
  addKeyRotationCommands(group);
  addLastUsage(group);
  addKeyEncryptionCommands(group);
  addKeySigningCommands(group);
  addKeyImportCommands(group);
  addKeyRegionCommands(group);
}
