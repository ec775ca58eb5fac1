/** How long a key has been there, and how much of a month that is. */

import type { KeyRecord } from "../kms/embedded/records.ts";
import { BILLED_ROTATIONS_MAX } from "./prices.ts";

export interface KeyLife {
  readonly keyArn: string;
  readonly keySpec: string;
  readonly keyManager: string;
  readonly createdMs: number;
  /** When its material was rotated, in order. */
  readonly rotatedMs: readonly number[];
  /**
   * From when on it costs nothing: a key that is scheduled for deletion does not, unless the deletion is cancelled, and then
   * it does as if it had never been scheduled.
   */
  readonly endedMs?: number;
}

export function keyLife(keyArn: string, key: KeyRecord, endedMs: number | undefined): KeyLife {
  const { keySpec, keyManager, creationDateMs: createdMs, materials } = key;
  const rotatedMs = materials.flatMap(({ rotationDateMs }) => (rotationDateMs === undefined ? [] : [rotationDateMs]));
  return { keyArn, keySpec, keyManager, createdMs, rotatedMs, ...(endedMs === undefined ? {} : { endedMs }) };
}

const HOUR_MS = 60 * 60 * 1000;

/** A calendar month in UTC. */
export interface Month {
  readonly name: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** @param name YYYY-MM; undefined is given back for anything else */
export function monthOf(name: string): Month | undefined {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(name) ?? [];
  if (year === undefined || month === undefined) return undefined;
  return { name, startMs: Date.UTC(Number(year), Number(month) - 1), endMs: Date.UTC(Number(year), Number(month)) };
}

export function monthNameOf(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 7);
}

/** Months that a key is billed for in a month, up to now: its hours that have begun, in proportion, and those of its rotations. */
export function keyMonths(life: KeyLife, month: Month, nowMs: number): number {
  if (life.keyManager !== "CUSTOMER") return 0;
  const endMs = Math.min(life.endedMs ?? nowMs, nowMs, month.endMs);
  const startMs = Math.max(life.createdMs, month.startMs);
  // A replica key has the rotations of its primary key, from before its own time too.
  const versionsMs = [startMs, ...life.rotatedMs.slice(0, BILLED_ROTATIONS_MAX)];
  const hours = versionsMs.reduce((sum, madeMs) => sum + hoursBetween(Math.max(madeMs, startMs), endMs), 0);
  return hours / ((month.endMs - month.startMs) / HOUR_MS);
}

function hoursBetween(startMs: number, endMs: number): number {
  return startMs >= endMs ? 0 : Math.ceil(endMs / HOUR_MS) - Math.floor(startMs / HOUR_MS);
}
