/** `envol events`: what happens, as it happens. */

import type { Command } from "commander";
import type { Event__Output } from "../../gen/envol/v1/Event.ts";
import { type ClientOptions, clientCommand, withClient } from "../client-command.ts";
import { formatTime, printable } from "../output.ts";
import { argument, wholeNumber } from "../rules.ts";
import { printResult } from "../terminal.ts";

/** Wide enough for the longest event type, DataKeyUnwrapRefused and KeyMaterialDestroyed. */
const TYPE_WIDTH = 22;

interface EventOptions extends ClientOptions {
  readonly since?: number;
  readonly type: string[];
  readonly volume: string;
  readonly key: string;
  readonly count?: number;
}

/** An event in one line: number, time, type, then what it is about and further facts. */
function eventLine(event: Event__Output): string {
  const about = [event.volumeId, event.attachmentId, event.keyArn].filter((id) => id !== "");
  const state = event.state === "" ? [] : [`state=${event.state}`];
  const detail = Object.entries(event.detail).map(([name, value]) => `${name}=${value}`);
  const head = `${String(event.sequence).padStart(5)}  ${formatTime(event.timeMs)}  ${event.type.padEnd(TYPE_WIDTH)}`;
  return printable([head, ...about, ...state, ...detail].join("  ").trimEnd());
}

export function addEventsCommand(program: Command): void {
  const numbers = wholeNumber(0, Number.MAX_SAFE_INTEGER);
  clientCommand(program, "events", "follow what happens, one line for each event, until ctrl-C", [
    "envol events",
    "envol events --since 0 --type IoRevoked --type IoResumed",
    "envol events --volume vol-0123456789abcdef0 --json",
    "envol events --type KeyStateChanged --count 1",
  ])
    .option(
      "--since <number>",
      "begin with the kept events after this one; 0 for all (default: new ones)",
      argument("--since", numbers),
    )
    .option(
      "--type <type>",
      "only events of this type; may be repeated",
      (text, before: string[]) => [...before, text],
      [],
    )
    .option("--volume <id>", "only events about this volume", "")
    .option("--key <key>", "only events about this key (id or ARN)", "")
    .option("--count <count>", "end after so many events", argument("--count", wholeNumber(1, Number.MAX_SAFE_INTEGER)))
    .action((options: EventOptions) =>
      withClient(options, async (client) => {
        let seen = 0;
        const request = { types: options.type, volumeId: options.volume, keyId: options.key };
        const from = options.since === undefined ? {} : { afterSequence: options.since };
        for await (const event of client.events.watch({ ...request, ...from })) {
          printResult(options, event, () => eventLine(event));
          seen += 1;
          if (seen === options.count) break;
        }
      }),
    );
}
