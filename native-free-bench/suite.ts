/** What a suite is, and how contenders are compared: same work, same output, taking turns. */

import { setImmediate as nextTurn } from "node:timers/promises";
import { Bench, type Task } from "tinybench";

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
  /** 95 % margin of error of the mean, in percent, the largest of the rounds: how far to trust the line. */
  readonly marginPercent: number;
}

/** Says what is being measured, for someone who waits. */
export type Progress = (text: string) => void;

export interface Suite {
  readonly name: string;
  run(progress: Progress): Promise<Row[]>;
}

export interface Contender {
  readonly name: string;
  /** One run of the task. */
  readonly run: () => void | Promise<void>;
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

const ROUNDS = 5;
const ROUND_MS = 60;
const WARM_UP_MS = 30;

/**
 * Measures a comparison in rounds: in each, every contender has its turn, so that a machine that slows down or speeds up
 * meanwhile does so for all of them, and a ratio is only ever taken within a round.
 * @throws Error when a contender's output is not the reference's
 */
export async function compare(comparison: Comparison, progress: Progress): Promise<Row[]> {
  const { task, contenders } = comparison;
  await checkOutputs(comparison);
  const rounds: Measure[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    progress(`${task}, round ${round + 1} of ${ROUNDS}`);
    const measured: Measure[] = [];
    for (const contender of contenders) measured.push(await measure(contender));
    rounds.push(measured);
  }
  return contenders.map((contender, index) => {
    const medianUs = median(rounds.map((round) => round[index]!.medianUs));
    return {
      task,
      contender: contender.name,
      ratio: median(rounds.map((round) => round[0]!.medianUs / round[index]!.medianUs)),
      ...rateOf(comparison, medianUs),
      medianUs,
      marginPercent: Math.max(...rounds.map((round) => round[index]!.marginPercent)),
    };
  });
}

async function checkOutputs({ task, contenders }: Comparison): Promise<void> {
  let reference: Uint8Array | undefined;
  for (const { name, prepare, run, output } of contenders) {
    prepare?.();
    await run();
    if (output === undefined) continue;
    const produced = output();
    reference ??= Uint8Array.from(produced);
    if (Buffer.compare(produced, reference) !== 0) throw new Error(`${task}: ${name} gives another output.`);
  }
}

interface Measure {
  readonly medianUs: number;
  readonly marginPercent: number;
}

async function measure(contender: Contender): Promise<Measure> {
  // Leaves the event loop a turn, so that what one contender left behind is not charged to the next.
  await nextTurn();
  const bench = new Bench({ time: ROUND_MS, warmupTime: WARM_UP_MS, iterations: 5, warmupIterations: 2, throws: true });
  bench.add(contender.name, contender.run);
  const [task] = (await bench.run()) as [Task];
  const { result } = task;
  if (result.state !== "completed") throw new Error(`${contender.name}: the measurement did not complete.`);
  return { medianUs: result.latency.p50 * 1000, marginPercent: result.latency.rme };
}

function rateOf({ bytes }: Comparison, medianUs: number): Pick<Row, "rate" | "unit"> {
  // Bytes per microsecond are MB/s.
  return bytes === undefined ? { rate: 1e6 / medianUs, unit: "ops/s" } : { rate: bytes / medianUs, unit: "MB/s" };
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[values.length >> 1]!;
}
