/** The tables of conditions in the comments of `proto/`, read as data: what the contract says about bad requests. */

import { readFileSync } from "node:fs";
import { status } from "@grpc/grpc-js";

/** One documented condition: when an RPC refuses, with which reason and gRPC code. */
export interface Condition {
  readonly rpc: string;
  readonly text: string;
  readonly reason: string;
  readonly code: keyof typeof status;
}

const FILES = [
  "volume_service",
  "block_service",
  "key_service",
  "event_service",
  "harness_service",
  "principal_service",
];

/**
 * Every documented condition, in order. The table of what an answer on the Io stream may say goes by the name
 * `Io answer`.
 */
export const CONDITIONS: readonly Condition[] = FILES.flatMap((name) => {
  const file = new URL(`../../proto/envol/v1/${name}.proto`, import.meta.url);
  return conditionsIn(readFileSync(file, "utf8"));
});

/** @throws when the contract does not say it, or says it twice */
export function conditionOf(rpc: string, text: string): Condition {
  const [found, another] = CONDITIONS.filter((condition) => condition.rpc === rpc && condition.text === text);
  if (found === undefined) throw new Error(`The contract has no condition "${text}" for ${rpc}.`);
  if (another !== undefined) throw new Error(`The contract has "${text}" twice for ${rpc}.`);
  return found;
}

/** The conditions of one RPC, in the words of the contract. */
export function conditionsOf(rpc: string): string[] {
  return CONDITIONS.filter((condition) => condition.rpc === rpc).map(({ text }) => text);
}

function conditionsIn(proto: string): Condition[] {
  const conditions: Condition[] = [];
  /** Tables whose RPC has not come yet: the comment stands above it. */
  let tables: Omit<Condition, "rpc">[][] = [];
  for (const line of proto.split("\n")) {
    const cells = /^ {2}\/\/ {3}(\S.*)$/.exec(line)?.[1]?.split(/ {2,}/);
    const rpc = /^ {2}rpc (\w+)\(/.exec(line)?.[1];
    if (rpc !== undefined) {
      const [own = [], answers = []] = tables;
      conditions.push(...own.map((condition) => ({ rpc, ...condition })));
      conditions.push(...answers.map((condition) => ({ rpc: `${rpc} answer`, ...condition })));
      tables = [];
    } else if (cells?.[0] === "Condition") {
      tables.push([]);
    } else if (cells !== undefined) {
      const [text, reason, code] = cells as [string, string, string];
      if (cells.length !== 4 || !(code in status)) throw new Error(`Not a row of a table of conditions: ${line}`);
      tables.at(-1)?.push({ text, reason, code: code as keyof typeof status });
    }
  }
  return conditions;
}
