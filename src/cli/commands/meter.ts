/** `envol meter`: what a month's requests and keys would cost at AWS KMS. */

import type { Command } from "commander";
import type { GetUsageResponse__Output as Usage } from "../../gen/envol/v1/GetUsageResponse.ts";
import { type ClientOptions, clientCommand, withClient } from "../client-command.ts";
import { details, formatCount, formatTime, table } from "../output.ts";
import { argument, matching } from "../rules.ts";
import { printResult } from "../terminal.ts";

interface MeterOptions extends ClientOptions {
  readonly month: string;
  readonly freeTier?: boolean;
}

/** Keys that are listed; the totals are of all. */
const KEYS_SHOWN_MAX = 20;

/** Cents, or as much more as a single request costs. */
function usd(amount: number): string {
  return `$${amount.toFixed(amount > 0 && amount < 1 ? 6 : 2)}`;
}

function requestTable(usage: Usage): string {
  const rows = usage.classes
    .filter(({ requests, priceClass }) => requests > 0 || priceClass === "request")
    .map((row) => [row.description, formatCount(row.requests), `$${row.per10000Usd.toFixed(2)}`, usd(row.costUsd)]);
  return table(
    [
      { header: "REQUESTS" },
      { header: "COUNT", align: "right" },
      { header: "PER 10,000", align: "right" },
      { header: "COST", align: "right" },
    ],
    rows,
  );
}

function keyTable({ keys, keyCount }: Usage): string {
  const rows = keys
    .slice(0, KEYS_SHOWN_MAX)
    .map((key) => [
      key.keyArn.replace(/^.*:key\//, ""),
      key.keySpec,
      key.keyManager,
      key.keyMonths.toFixed(4),
      formatCount(key.requests),
      usd(key.keyCostUsd + key.requestCostUsd),
    ]);
  const shown = table(
    [
      { header: "KEY" },
      { header: "SPEC" },
      { header: "MANAGER" },
      { header: "KEY-MONTHS", align: "right" },
      { header: "REQUESTS", align: "right" },
      { header: "COST", align: "right" },
    ],
    rows,
  );
  return keyCount > rows.length ? `${shown}\n... and ${formatCount(keyCount - rows.length)} more` : shown;
}

function totals(usage: Usage): string {
  const free = `${formatCount(usage.freeRequests)} requests, ${usd(usage.freeUsd)}`;
  const how = usage.freeTierSubtracted ? "taken off" : "not taken off; --free-tier does";
  return details([
    ["requests", `${formatCount(usage.requests)}, ${usd(usage.requestCostUsd)}`],
    ["keys", `${usage.keyMonths.toFixed(4)} key-months at $1.00, ${usd(usage.keyCostUsd)}`],
    ["free tier", `${free} (${how})`],
    ["total", usd(usage.totalCostUsd)],
  ]);
}

function page(usage: Usage): string {
  const parts = [
    `${usage.month} up to ${formatTime(usage.untilMs)}, at AWS's prices in us-east-1`,
    requestTable(usage),
    ...(usage.keys.length === 0 ? [] : [keyTable(usage)]),
    totals(usage),
  ];
  return parts.join("\n\n");
}

export function addMeterCommand(program: Command): void {
  const month = matching(/^\d{4}-(0[1-9]|1[0-2])$/, "a month such as 2026-01");
  clientCommand(program, "meter", "show what the requests and keys of a month would cost at AWS KMS", [
    "envol meter",
    "envol meter --month 2026-01 --free-tier",
    "envol meter --json",
  ])
    .option("--month <month>", "YYYY-MM, in UTC (default: this month)", argument("--month", month), "")
    .option("--free-tier", "take the requests that AWS gives for free each month off the total")
    .action((options: MeterOptions) =>
      withClient(options, async (client) => {
        const request = { month: options.month, subtractFreeTier: options.freeTier === true };
        const usage = await client.events.getUsage(request);
        printResult(options, usage, () => page(usage));
      }),
    );
}
