/** `envol audit`: what was asked of the KMS, by whom, and what came of it. */

import type { Command } from "commander";
import type { EnvolClient } from "../../client/client.ts";
import { EnvolError } from "../../errors.ts";
import type { AuditFilter } from "../../gen/envol/v1/AuditFilter.ts";
import type { AuditRecord__Output as AuditRecord } from "../../gen/envol/v1/AuditRecord.ts";
import { LIMITS } from "../../limits.ts";
import { type ClientOptions, clientCommand, withClient } from "../client-command.ts";
import { keyIdOf } from "../keys.ts";
import { type Column, formatTime, table } from "../output.ts";
import { argument, pointInTime, wholeNumber } from "../rules.ts";
import { painter, print, remark } from "../terminal.ts";

interface AuditOptions extends ClientOptions {
  readonly count: number;
  readonly event: string;
  readonly user: string;
  readonly key: string;
  readonly errors?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly since?: number;
  readonly until?: number;
  readonly follow?: boolean;
}

const COUNT_DEFAULT = 50;

async function filterOf(client: EnvolClient, options: AuditOptions): Promise<AuditFilter> {
  const { readOnly, writeOnly, since = 0, until = 0 } = options;
  if (readOnly && writeOnly) {
    throw new EnvolError("ARGUMENT_COMBINATION", "--read-only and --write-only leave nothing; give one of them.");
  }
  if (options.follow && until !== 0) {
    throw new EnvolError("ARGUMENT_COMBINATION", "--follow shows what is to come; it has no --until.");
  }
  return {
    eventName: options.event,
    username: options.user,
    keyId: await keyIdOf(client, options.key),
    errorsOnly: options.errors === true,
    access: readOnly ? "read" : writeOnly ? "write" : "",
    startTimeMs: since,
    endTimeMs: until,
  };
}

/** The newest records that match, oldest first. */
async function newest(client: EnvolClient, filter: AuditFilter, count: number): Promise<AuditRecord[]> {
  const records: AuditRecord[] = [];
  let nextToken = "";
  do {
    const maxResults = Math.min(count - records.length, LIMITS.auditPageMax);
    const page = await client.events.lookupEvents({ filter, maxResults, nextToken });
    records.push(...page.records);
    nextToken = records.length < count ? page.nextToken : "";
  } while (nextToken !== "");
  return records.reverse();
}

/** Of the record, what is shown beside the message's own fields. */
interface Shown {
  readonly userIdentity: { readonly type?: string; readonly invokedBy?: string };
  readonly sourceIPAddress: string;
}

/** The end of a name that all services share. */
const SERVICE_DOMAIN = /\.amazonaws\.com$/;

function cells(record: AuditRecord): string[] {
  const { userIdentity, sourceIPAddress } = JSON.parse(record.recordJson) as Shown;
  const keys = record.resources.map((arn) => /:key\/(.+)$/.exec(arn)?.[1]).filter((id) => id !== undefined);
  const more = keys.length > 1 ? ` +${keys.length - 1}` : "";
  return [
    formatTime(record.timeMs),
    record.eventName,
    record.username || (userIdentity.invokedBy ?? userIdentity.type ?? "-"),
    sourceIPAddress === "unknown" ? "-" : sourceIPAddress.replace(SERVICE_DOMAIN, ""),
    keys.length === 0 ? "-" : `${keys[0]}${more}`,
    record.errorCode || OK,
  ];
}

const OK = "ok";

function columns(): Column[] {
  const paint = painter(process.stdout);
  return [
    { header: "TIME" },
    { header: "EVENT" },
    { header: "USER" },
    { header: "SOURCE" },
    { header: "KEY" },
    { header: "OUTCOME", paint: (text) => paint(text.trim() === OK ? "green" : "red", text) },
  ];
}

/** The narrowest that columns are while following: what comes later is not known, and mostly fits. */
const WIDTHS = [24, 22, 19, 16, 36, 0];

/** Rows in columns that stay as wide as they have become, a piece at a time. */
function growingTable(): (rows: readonly string[][]) => string {
  const widths = [...WIDTHS];
  let hasHeaders = false;
  return (rows) => {
    for (const row of rows) {
      for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
    }
    // A row as wide as all before it holds the widths, and is cut off again.
    const ruler = widths.map((width) => " ".repeat(width));
    const [headers = "", ...lines] = table(columns(), [...rows, ruler]).split("\n");
    const shown = lines.slice(0, rows.length);
    const all = hasHeaders ? shown : [headers, ...shown];
    hasHeaders = true;
    return all.join("\n");
  };
}

async function showNewest(client: EnvolClient, options: AuditOptions): Promise<void> {
  const records = await newest(client, await filterOf(client, options), options.count);
  if (options.json) for (const { recordJson } of records) print(recordJson);
  else if (records.length === 0) remark("There are no such records.");
  else print(table(columns(), records.map(cells)));
}

/** The newest ones, and then what comes. */
async function follow(client: EnvolClient, options: AuditOptions): Promise<void> {
  const filter = await filterOf(client, options);
  const add = growingTable();
  const show = (found: readonly AuditRecord[]) => {
    if (options.json) for (const { recordJson } of found) print(recordJson);
    else print(add(found.map(cells)));
  };
  // It begins before the lookup, so that nothing falls between the two; what both have is shown once.
  const watch = client.events.watchRecords({ filter });
  try {
    await watch.subscribed;
    const records = await newest(client, filter, options.count);
    show(records);
    const seen = new Set(records.map(({ eventId }) => eventId));
    for await (const record of watch) if (!seen.delete(record.eventId)) show([record]);
  } finally {
    watch.cancel();
  }
}

export function addAuditCommand(program: Command): void {
  clientCommand(program, "audit", "show what was asked of the KMS, by whom, and what came of it; newest last", [
    "envol audit",
    "envol audit --event Decrypt --errors --since 10m",
    "envol audit --key alias/lab --write-only",
    "envol audit --follow --count 10",
    "envol audit --json --since 2026-01-31 | jq .userIdentity.arn",
  ])
    .option(
      "--count <count>",
      "show so many, the newest ones",
      argument("--count", wholeNumber(1, Number.MAX_SAFE_INTEGER)),
      COUNT_DEFAULT,
    )
    .option("--event <name>", "only this operation, such as Decrypt", "")
    .option("--user <name>", "only this user: root, a user's or role's name, an instance id", "")
    .option("--key <key>", "only calls about this key: its id, ARN or alias", "")
    .option("--errors", "only calls that failed")
    .option("--read-only", "only calls that change nothing")
    .option("--write-only", "only calls that change something")
    .option("--since <time>", "only from this time on, or so long ago", argument("--since", pointInTime))
    .option("--until <time>", "only up to this time", argument("--until", pointInTime))
    .option("--follow", "go on with what comes, until ctrl-C")
    .action((options: AuditOptions) =>
      withClient(options, (client) => (options.follow ? follow(client, options) : showNewest(client, options))),
    );
}
