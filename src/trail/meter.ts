/** The meter: what the calls and the keys of a month would cost at AWS KMS. It counts whether anybody asks or not. */

import type { Clock } from "../clock.ts";
import { EnvolError } from "../errors.ts";
import type { CallRecord, ServiceEvent } from "../kms/embedded/call.ts";
import type { KeyRecord } from "../kms/embedded/records.ts";
import { keyRowName, keysOfAllRegions } from "../kms/embedded/regions.ts";
import { LIMITS } from "../limits.ts";
import type { Table } from "../store/table.ts";
import { type KeyLife, keyLife, type Month, monthNameOf, monthOf } from "./key-life.ts";
import { type MeterRow, openMeterCounts } from "./meter-counts.ts";
import { type PriceClass, priceClassOf } from "./prices.ts";
import { type RequestCount, type Usage, usageOf } from "./usage.ts";

export interface Meter {
  /** For the KMS, which calls them before it answers: they do not throw, and do not wait. */
  count(call: CallRecord): void;
  countServiceEvent(event: ServiceEvent): void;
  /**
   * @param month YYYY-MM in UTC; the present one when absent
   * @param options.subtractFreeTier takes the requests that are free in each month off the costs
   * @throws INVALID_ARGUMENT
   */
  usage(month: string | undefined, options: { readonly subtractFreeTier: boolean }): Usage;
  /** Writes what is not yet in the store. @throws STORE_FULL, STORE_FAILED */
  close(): Promise<void>;
  /** Ends without writing: for a store that is to be emptied. */
  abandon(): Promise<void>;
}

export interface MeterOptions {
  /** For the meter alone. */
  readonly table: Table<MeterRow>;
  /** The keys of the KMS, in all Regions. */
  readonly keys: Table<KeyRecord>;
  readonly clock: Clock;
  /** The home Region and the account of the KMS. */
  readonly region: string;
  readonly accountId: string;
  readonly onFailure: (error: unknown) => void;
}

/** Stands for the key of requests that are about none. */
const NO_KEY = "-";
/** Specs of keys that are kept in memory. They do not change. */
const SPECS_KEPT_MAX = 10_000;

export function openMeter({ table, keys, clock, region, accountId, onFailure }: MeterOptions): Meter {
  const counts = openMeterCounts(table, clock, onFailure);
  const specs = new Map<string, string>();

  const lives = (): KeyLife[] => {
    const living = [...keysOfAllRegions(keys, region)].map(([keyRegion, key]) => {
      const arn = `arn:aws:kms:${keyRegion}:${accountId}:key/${key.keyId}`;
      return keyLife(arn, key, counts.get(scheduledName(arn)) as number | undefined);
    });
    return [...living, ...([...counts.rows(DELETED).values()] as KeyLife[])];
  };
  const keySpecOf = (keyArn: string) => {
    const known = specs.get(keyArn);
    if (known !== undefined) return known;
    if (specs.size >= SPECS_KEPT_MAX) specs.clear();
    const [, , , keyRegion = region, , resource = ""] = keyArn.split(":");
    const spec = keys.get(keyRowName(keyRegion, region, resource.slice("key/".length)))?.keySpec;
    if (spec !== undefined) specs.set(keyArn, spec);
    return spec;
  };
  forgetOldMonths(counts, clock.now());
  return {
    count(call) {
      try {
        const keyArn = call.keyArns[0] ?? NO_KEY;
        const priceClass = priceClassOf(call, keySpecOf);
        counts.add(`${requestsOf(monthNameOf(call.timeMs))}${keyArn}|${call.operation}|${priceClass}`);
        if (call.response === undefined) return;
        if (call.operation === "ScheduleKeyDeletion") counts.put(scheduledName(keyArn), call.timeMs);
        if (call.operation === "CancelKeyDeletion") counts.put(scheduledName(keyArn), undefined);
      } catch (error) {
        onFailure(error);
      }
    },
    countServiceEvent({ name, keyArn, key, timeMs }) {
      if (name !== "DeleteKey") return;
      try {
        const scheduledMs = counts.get(scheduledName(keyArn)) as number | undefined;
        counts.put(`${DELETED}${keyArn}`, keyLife(keyArn, key, scheduledMs ?? timeMs));
        counts.put(scheduledName(keyArn), undefined);
      } catch (error) {
        onFailure(error);
      }
    },
    usage(name, { subtractFreeTier }) {
      const nowMs = clock.now();
      const month = requireMonth(name ?? monthNameOf(nowMs), nowMs);
      const requests = [...counts.rows(requestsOf(month.name))].map(([row, count]) => toCount(row, Number(count)));
      return usageOf({ month, nowMs, requests, lives: lives(), subtractFreeTier });
    },
    close: counts.close,
    abandon: counts.abandon,
  };
}

const DELETED = "deleted|";
const scheduledName = (keyArn: string) => `scheduled|${keyArn}`;
const requestsOf = (month: string) => `requests|${month}|`;

function toCount(row: string, requests: number): RequestCount {
  const [, , keyArn = NO_KEY, operation = "", priceClass = ""] = row.split("|");
  return {
    ...(keyArn === NO_KEY ? {} : { keyArn }),
    operation,
    priceClass: priceClass as PriceClass,
    requests,
  };
}

function requireMonth(name: string, nowMs: number): Month {
  const month = monthOf(name);
  if (month !== undefined && month.startMs <= nowMs) return month;
  const rule = month === undefined ? "expected YYYY-MM, such as 2026-01" : "the month has not begun";
  throw new EnvolError("INVALID_ARGUMENT", `month: ${rule}.`, { field: "month" });
}

function forgetOldMonths(counts: ReturnType<typeof openMeterCounts>, nowMs: number): void {
  const now = new Date(nowMs);
  const oldestMs = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - LIMITS.meterMonthsKept + 1);
  const oldest = requestsOf(monthNameOf(oldestMs));
  for (const name of counts.rows("requests|").keys()) if (name < oldest) counts.put(name, undefined);
  for (const [name, life] of counts.rows(DELETED)) {
    if (((life as KeyLife).endedMs ?? nowMs) < oldestMs) counts.put(name, undefined);
  }
}
