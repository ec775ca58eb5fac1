/** `envol key enable`, `disable`, `schedule-deletion`, `cancel-deletion`: whether a key can be used. */

import type { Command } from "commander";
import { LIMITS } from "../../limits.ts";
import { type ClientOptions, clientCommand, withClient } from "../client-command.ts";
import { keyIdOf } from "../keys.ts";
import { formatTime } from "../output.ts";
import { argument, wholeNumber } from "../rules.ts";
import { printResult } from "../terminal.ts";

export function addKeyStateCommands(group: Command): void {
  clientCommand(group, "enable <key>", "make a disabled key usable again", ["envol key enable alias/backups"]).action(
    (key: string, options: ClientOptions) =>
      withClient(options, async (client) => {
        const answer = await client.keys.enableKey({ keyId: await keyIdOf(client, key) });
        printResult(options, answer, () => `${key} is enabled: what it protects can be read again.`);
      }),
  );

  clientCommand(group, "disable <key>", "make a key, and with it the data under it, unusable", [
    "envol key disable alias/backups",
  ]).action((key: string, options: ClientOptions) =>
    withClient(options, async (client) => {
      const answer = await client.keys.disableKey({ keyId: await keyIdOf(client, key) });
      printResult(options, answer, () => `${key} is disabled. envol key enable ${key} undoes it.`);
    }),
  );

  const { kmsPendingWindowDaysMin: min, kmsPendingWindowDaysMax: max } = LIMITS;
  clientCommand(group, "schedule-deletion <key>", "disable a key and destroy it after a waiting period", [
    "envol key schedule-deletion alias/backups --days 7",
  ])
    .option("--days <days>", `waiting period, ${min} to ${max}`, argument("--days", wholeNumber(min, max)), max)
    .action((key: string, options: ClientOptions & { days: number }) =>
      withClient(options, async (client) => {
        const keyId = await keyIdOf(client, key);
        const answer = await client.keys.scheduleKeyDeletion({ keyId, pendingWindowInDays: options.days });
        printResult(options, answer, () => {
          const due = formatTime(answer.deletionDateMs);
          return `${key} is unusable now and will be destroyed at ${due}, and with it all data under it.\nUntil then, envol key cancel-deletion ${key} keeps it.`;
        });
      }),
    );

  clientCommand(group, "cancel-deletion <key>", "keep a key that was to be destroyed; it is disabled then", [
    "envol key cancel-deletion alias/backups",
  ]).action((key: string, options: ClientOptions) =>
    withClient(options, async (client) => {
      const answer = await client.keys.cancelKeyDeletion({ keyId: await keyIdOf(client, key) });
      printResult(options, answer, () => `${key} stays, and is disabled. envol key enable ${key} makes it usable.`);
    }),
  );
}
