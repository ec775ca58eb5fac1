/** From counts to costs: what a month's requests and keys come to, by kind of request and by key. */

import { type KeyLife, keyMonths, type Month } from "./key-life.ts";
import { FREE_REQUESTS_PER_MONTH, KEY_MONTH_USD, PRICE_CLASSES, PRICES, type PriceClass } from "./prices.ts";

export interface RequestCount {
  /** Absent for requests that are about no key. */
  readonly keyArn?: string;
  readonly operation: string;
  readonly priceClass: PriceClass;
  readonly requests: number;
}

export interface ClassUsage {
  readonly priceClass: PriceClass;
  readonly description: string;
  readonly requests: number;
  readonly per10000Usd: number;
  readonly costUsd: number;
}

export interface KeyUsage {
  readonly keyArn: string;
  /** Both empty for a key of which nothing is known any more. */
  readonly keySpec: string;
  readonly keyManager: string;
  readonly keyMonths: number;
  readonly keyCostUsd: number;
  readonly requests: number;
  readonly requestCostUsd: number;
}

export interface OperationUsage {
  readonly operation: string;
  readonly requests: number;
}

export interface Usage {
  /** YYYY-MM, in UTC. */
  readonly month: string;
  /** Up to when it is counted: now, or the end of the month. Milliseconds since 1970. */
  readonly untilMs: number;
  readonly classes: readonly ClassUsage[];
  /** The most frequent first. */
  readonly operations: readonly OperationUsage[];
  /** The costliest first. */
  readonly keys: readonly KeyUsage[];
  readonly requests: number;
  readonly requestCostUsd: number;
  readonly keyMonths: number;
  readonly keyCostUsd: number;
  /** Requests that AWS would not charge for, and what they come to. */
  readonly freeRequests: number;
  readonly freeUsd: number;
  /** Whether `totalCostUsd` is without them. */
  readonly freeTierSubtracted: boolean;
  readonly totalCostUsd: number;
}

export interface UsageInput {
  readonly month: Month;
  readonly nowMs: number;
  readonly requests: readonly RequestCount[];
  readonly lives: readonly KeyLife[];
  readonly subtractFreeTier: boolean;
}

export function usageOf({ month, nowMs, requests, lives, subtractFreeTier }: UsageInput): Usage {
  const classes = PRICE_CLASSES.map((priceClass) => classUsage(priceClass, requests));
  const keys = keyUsages(month, nowMs, requests, lives);
  const requestCostUsd = sum(classes.map(({ costUsd }) => costUsd));
  const keyCostUsd = sum(keys.map((key) => key.keyCostUsd));
  const plain = classes.find(({ priceClass }) => priceClass === "request")?.requests ?? 0;
  const freeRequests = Math.min(plain, FREE_REQUESTS_PER_MONTH);
  const freeUsd = costOf("request", freeRequests);
  return {
    month: month.name,
    untilMs: Math.min(nowMs, month.endMs),
    classes,
    operations: operationUsages(requests),
    keys,
    requests: sum(classes.map((usage) => usage.requests)),
    requestCostUsd,
    keyMonths: sum(keys.map((key) => key.keyMonths)),
    keyCostUsd,
    freeRequests,
    freeUsd,
    freeTierSubtracted: subtractFreeTier,
    totalCostUsd: requestCostUsd + keyCostUsd - (subtractFreeTier ? freeUsd : 0),
  };
}

function classUsage(priceClass: PriceClass, counts: readonly RequestCount[]): ClassUsage {
  const requests = sum(counts.filter((count) => count.priceClass === priceClass).map((count) => count.requests));
  return { priceClass, ...PRICES[priceClass], requests, costUsd: costOf(priceClass, requests) };
}

function operationUsages(counts: readonly RequestCount[]): OperationUsage[] {
  const byOperation = new Map<string, number>();
  for (const { operation, requests } of counts)
    byOperation.set(operation, (byOperation.get(operation) ?? 0) + requests);
  return [...byOperation].map(([operation, requests]) => ({ operation, requests })).sort(byRequests);
}

/** Keys that cost something in the month, or were asked for. */
function keyUsages(
  month: Month,
  nowMs: number,
  counts: readonly RequestCount[],
  lives: readonly KeyLife[],
): KeyUsage[] {
  const usages = new Map<string, KeyUsage>();
  for (const life of lives) {
    const months = keyMonths(life, month, nowMs);
    const { keyArn, keySpec, keyManager } = life;
    const keyCostUsd = months * KEY_MONTH_USD;
    usages.set(keyArn, { keyArn, keySpec, keyManager, keyMonths: months, keyCostUsd, requests: 0, requestCostUsd: 0 });
  }
  for (const { keyArn, priceClass, requests } of counts) {
    if (keyArn === undefined) continue;
    const usage = usages.get(keyArn) ?? unknownKey(keyArn);
    usages.set(keyArn, {
      ...usage,
      requests: usage.requests + requests,
      requestCostUsd: usage.requestCostUsd + costOf(priceClass, requests),
    });
  }
  const cost = (usage: KeyUsage) => usage.keyCostUsd + usage.requestCostUsd;
  return [...usages.values()]
    .filter((usage) => usage.requests > 0 || usage.keyMonths > 0)
    .sort((one, other) => cost(other) - cost(one) || byRequests(one, other));
}

function unknownKey(keyArn: string): KeyUsage {
  return { keyArn, keySpec: "", keyManager: "", keyMonths: 0, keyCostUsd: 0, requests: 0, requestCostUsd: 0 };
}

function costOf(priceClass: PriceClass, requests: number): number {
  return (requests * PRICES[priceClass].per10000Usd) / 10_000;
}

function byRequests(one: { readonly requests: number }, other: { readonly requests: number }): number {
  return other.requests - one.requests;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
