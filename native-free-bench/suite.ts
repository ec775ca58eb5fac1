/** What a suite is, and how contenders are compared: same work, same output, taking turns. */

import { setImmediate as nextTurn } from "node:timers/promises";
import { Bench, type Task } from "tinybench";
import { marginPercent, median, percentile } from "./statistics.ts";

/** One line of a result: a contender on one task. */
export interface Row {
  /** What is done, the same for all contenders of a comparison: "AES_256_XTS encrypt, 64 KiB of 4096 B sectors". */
  readonly task: string;
  readonly contender: string;
  /** Its rate over the reference's, the median of the rounds' ratios; 1 for the reference itself. */
  readonly ratio: number;
  readonly rate: number;
  readonly unit: "MB/s" | "ops/s";
  /** Of one run, over all rounds. */
  readonly medianUs: number;
  /** Of all runs of all rounds; only where runs are few and each one counts. */
  readonly p99Us?: number;
  /** 95 % margin of error of the mean, in percent, the largest of the rounds: how far to trust the line. */
  readonly marginPercent: number;
}

/** How long to measure. */
export interface Effort {
  readonly rounds: number;
  /** Of each contender in each round. */
  readonly roundMs: number;
  readonly warmUpMs: number;
  /** Runs of each contender in each round, at least. */
  readonly iterations: number;
}

export const FULL: Effort = { rounds: 5, roundMs: 60, warmUpMs: 30, iterations: 5 };
/** Shows that everything works. Its figures mean nothing. */
export const QUICK: Effort = { rounds: 1, roundMs: 1, warmUpMs: 0, iterations: 1 };

/** For servers: what they compile while they run, collect, and write behind their answers belongs to the figure. */
export function lasting(effort: Effort): Effort {
  return effort === QUICK ? QUICK : { ...effort, warmUpMs: 200, roundMs: 400 };
}

/** What a suite is run with. */
export interface Run {
  readonly effort: Effort;
  /** Says what is being measured, for someone who waits. */
  progress(text: string): void;
  /** All values; in a quick run, the first and the last. */
  some<Value>(values: readonly Value[]): readonly Value[];
  /** A directory in memory, where the machine has one, and one on a disk: for what a suite stores. */
  readonly memoryDirectory: string | undefined;
  readonly diskDirectory: string;
}

export interface Suite {
  readonly name: string;
  /** What the suite finds out, for the page that shows its figures. */
  readonly question: string;
  run(run: Run): Promise<Row[]>;
}

export interface Contender {
  readonly name: string;
  /** One run of the task. */
  readonly run: () => unknown;
  /** Puts the input back before the run whose output is compared; work in place needs it. */
  readonly prepare?: () => void;
  /** What the last run produced, to compare; the first contender's is what is right. */
  readonly output?: () => Uint8Array;
}

export interface Comparison {
  readonly task: string;
  /** Bytes that one run moves, for a rate in MB/s; absent for one in ops/s. */
  readonly bytes?: number;
  /** The first is the reference. */
  readonly contenders: readonly [Contender, ...Contender[]];
}

/** Compares one after the other. Each is made when its turn comes, so that only one is in memory. */
export async function compareAll(comparisons: readonly (() => Comparison)[], run: Run): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [index, make] of comparisons.entries()) {
    const progress = (text: string) => run.progress(`${index + 1} of ${comparisons.length}: ${text}`);
    rows.push(...(await compare(make(), { ...run, progress })));
  }
  return rows;
}

/**
 * Measures a comparison in rounds: in each, every contender has its turn, so that a machine that slows down or speeds up
 * meanwhile does so for all of them, and a ratio is only ever taken within a round.
 * @throws Error when a contender's output is not the reference's
 */
async function compare(comparison: Comparison, { effort, progress }: Run): Promise<Row[]> {
  const { task, bytes, contenders } = comparison;
  const areAsync = await checkOutputs(comparison);
  const rounds: Measure[][] = [];
  for (let round = 0; round < effort.rounds; round++) {
    progress(`${task}, round ${round + 1} of ${effort.rounds}`);
    const measured: Measure[] = [];
    for (const [index, contender] of contenders.entries()) {
      measured.push(await measure(contender, areAsync[index] as boolean, effort));
    }
    rounds.push(measured);
  }
  return rowsOf(task, bytes, contenders, rounds);
}

/** Runs each contender once, and says of each whether its runs have to be awaited. */
async function checkOutputs({ task, contenders }: Comparison): Promise<boolean[]> {
  const areAsync: boolean[] = [];
  let reference: Uint8Array | undefined;
  for (const { name, prepare, run, output } of contenders) {
    prepare?.();
    const running = run();
    areAsync.push(running instanceof Promise);
    await running;
    if (output === undefined) continue;
    const produced = output();
    reference ??= Uint8Array.from(produced);
    if (Buffer.compare(produced, reference) !== 0) throw new Error(`${task}: ${name} gives another output.`);
  }
  return areAsync;
}

/** One contender in one round. */
export interface Measure {
  readonly medianUs: number;
  readonly marginPercent: number;
  /** All runs, where they are few and each one counts. */
  readonly samplesUs?: readonly number[];
}

async function measure({ name, run }: Contender, async: boolean, effort: Effort): Promise<Measure> {
  const { roundMs, warmUpMs, iterations } = effort;
  // Leaves the event loop a turn, so that what one contender left behind is not charged to the next.
  await nextTurn();
  const warmup = warmUpMs > 0;
  const bench = new Bench({
    time: roundMs,
    warmup,
    warmupTime: warmUpMs,
    iterations,
    warmupIterations: 2,
    throws: true,
  });
  // Left to find out by itself, tinybench calls the function once and goes on without waiting for what that began.
  bench.add(name, run, { async });
  const [task] = (await bench.run()) as [Task];
  const { result } = task;
  if (result.state !== "completed") throw new Error(`${name}: the measurement did not complete.`);
  // Of a single run there is no margin.
  const margin = Number.isFinite(result.latency.rme) ? result.latency.rme : 0;
  return { medianUs: result.latency.p50 * 1000, marginPercent: margin };
}

/** What single runs that were timed by hand come to. */
export function measureOf(samplesUs: readonly number[]): Measure {
  return { medianUs: median(samplesUs), marginPercent: marginPercent(samplesUs), samplesUs };
}

/**
 * The lines of a comparison.
 * @param rounds in each, a measure of every contender, in their order
 */
export function rowsOf(
  task: string,
  bytes: number | undefined,
  contenders: readonly { readonly name: string }[],
  rounds: readonly (readonly Measure[])[],
): Row[] {
  return contenders.map(({ name }, index) => {
    const measures = rounds.map((round) => round[index] as Measure);
    const medianUs = median(measures.map((measured) => measured.medianUs));
    const samplesUs = measures.flatMap((measured) => measured.samplesUs ?? []);
    return {
      task,
      contender: name,
      ratio: median(rounds.map((round, at) => round[0]!.medianUs / measures[at]!.medianUs)),
      ...rateOf(bytes, medianUs),
      medianUs,
      ...(samplesUs.length > 0 && { p99Us: percentile(samplesUs, 0.99) }),
      marginPercent: Math.max(...measures.map((measured) => measured.marginPercent)),
    };
  });
}

function rateOf(bytes: number | undefined, medianUs: number): Pick<Row, "rate" | "unit"> {
  // Bytes per microsecond are MB/s.
  return bytes === undefined ? { rate: 1e6 / medianUs, unit: "ops/s" } : { rate: bytes / medianUs, unit: "MB/s" };
}
