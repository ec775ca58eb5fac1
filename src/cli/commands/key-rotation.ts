/** `envol key rotate` and `envol key rotation`: new key material for a key. */

import type { Command } from "commander";
import { LIMITS } from "../../limits.ts";
import { type ClientOptions, clientCommand, commandGroup, withClient } from "../client-command.ts";
import { allPages, keyIdOf } from "../keys.ts";
import { details, formatTime, table } from "../output.ts";
import { argument, wholeNumber } from "../rules.ts";
import { printResult } from "../terminal.ts";

export function addKeyRotationCommands(keys: Command): void {
  clientCommand(keys, "rotate <key>", "make new key material now; what is encrypted stays readable", [
    "envol key rotate alias/backups",
  ]).action((key: string, options: ClientOptions) =>
    withClient(options, async (client) => {
      const answer = await client.keys.rotateKeyOnDemand({ keyId: await keyIdOf(client, key) });
      printResult(options, answer, () => `${key} encrypts with new key material from now on.`);
    }),
  );

  const group = commandGroup(keys, "rotation", "new key material by a schedule, and what there was", [
    "envol key rotation enable alias/backups --days 180",
    "envol key rotation list alias/backups",
  ]);
  addSchedule(group);
  addStatus(group);
  addRotationList(group);
}

function addSchedule(group: Command): void {
  const { kmsRotationPeriodDaysMin: min, kmsRotationPeriodDaysMax: max, kmsRotationPeriodDaysDefault } = LIMITS;
  clientCommand(group, "enable <key>", "make new key material after each period", [
    "envol key rotation enable alias/backups --days 180",
  ])
    .option(
      "--days <days>",
      `the period, ${min} to ${max}`,
      argument("--days", wholeNumber(min, max)),
      kmsRotationPeriodDaysDefault,
    )
    .action((key: string, options: ClientOptions & { days: number }) =>
      withClient(options, async (client) => {
        const keyId = await keyIdOf(client, key);
        const answer = await client.keys.enableKeyRotation({ keyId, rotationPeriodInDays: options.days });
        printResult(options, answer, () => `${key} is rotated every ${options.days} days.`);
      }),
    );

  clientCommand(group, "disable <key>", "make no new key material by itself", [
    "envol key rotation disable alias/backups",
  ]).action((key: string, options: ClientOptions) =>
    withClient(options, async (client) => {
      const answer = await client.keys.disableKeyRotation({ keyId: await keyIdOf(client, key) });
      printResult(options, answer, () => `${key} is not rotated by itself.`);
    }),
  );
}

function addStatus(group: Command): void {
  clientCommand(group, "status <key>", "show whether a key is rotated, and when next", [
    "envol key rotation status alias/backups",
  ]).action((key: string, options: ClientOptions) =>
    withClient(options, async (client) => {
      const answer = await client.keys.getKeyRotationStatus({ keyId: await keyIdOf(client, key) });
      const { keyRotationEnabled: enabled, rotationPeriodInDays: days, nextRotationDateMs } = answer;
      printResult(options, answer, () =>
        details([
          ["key", answer.keyId],
          ["rotation", enabled ? `every ${days} days` : "not by itself"],
          ["next", formatTime(nextRotationDateMs)],
        ]),
      );
    }),
  );
}

function addRotationList(group: Command): void {
  clientCommand(group, "list <key>", "list the rotations of a key, oldest first", [
    "envol key rotation list alias/backups",
    "envol key rotation list alias/backups --all",
  ])
    .option("--all", "also the first key material, and what waits for a rotation")
    .action((key: string, options: ClientOptions & { all?: true }) =>
      withClient(options, async (client) => {
        const keyId = await keyIdOf(client, key);
        const includeKeyMaterial = options.all ? "ALL_KEY_MATERIAL" : "ROTATIONS_ONLY";
        const rotations = await allPages(
          (marker) => client.keys.listKeyRotations({ keyId, includeKeyMaterial, limit: LIMITS.kmsListKeysMax, marker }),
          (page) => page.rotations,
        );
        printResult(options, { rotations }, () =>
          table(
            [{ header: "KEY MATERIAL" }, { header: "STATE" }, { header: "ROTATED" }, { header: "HOW" }],
            rotations.map((rotation) => [
              rotation.keyMaterialId,
              rotation.keyMaterialState,
              formatTime(rotation.rotationDateMs),
              rotation.rotationType,
            ]),
          ),
        );
      }),
    );
}
