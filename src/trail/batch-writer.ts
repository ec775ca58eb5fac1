/** Writing in the background: what gathers is written together, one write after another, and what fails is tried again. */

import type { Cancel, Clock } from "../clock.ts";

export interface BatchWriter {
  /** To be called when something waits: it is written at the latest after the delay, or once there is much. */
  expect(): void;
  /** Writes what waits, and nothing after it. @throws what a write fails with */
  close(): Promise<void>;
  /** Waits for the write under way, and begins none any more. */
  abandon(): Promise<void>;
}

export interface BatchWriterOptions {
  readonly clock: Clock;
  readonly delayMs: number;
  /** So much does not wait for the delay. */
  readonly countMax: number;
  /** How much waits. */
  readonly waiting: () => number;
  /** Writes some of what waits. */
  readonly write: () => Promise<void>;
  /** Told of the first failure in a row. */
  readonly onFailure: (error: unknown) => void;
}

export function createBatchWriter(options: BatchWriterOptions): BatchWriter {
  const { clock, delayMs, countMax, waiting, write, onFailure } = options;
  let timer: Cancel | undefined;
  let immediate: NodeJS.Immediate | undefined;
  let underWay: Promise<void> | undefined;
  let ended = false;
  let failing = false;

  const run = async () => {
    try {
      do await write();
      while (!ended && waiting() >= countMax);
      failing = false;
    } catch (error) {
      if (!failing) onFailure(error);
      failing = true;
    } finally {
      underWay = undefined;
    }
    if (waiting() > 0) expect();
  };
  const begin = () => {
    disarm();
    underWay ??= run();
  };
  const disarm = () => {
    timer?.();
    timer = undefined;
    clearImmediate(immediate);
    immediate = undefined;
  };
  const expect = () => {
    // Whatever waits when the write under way has ended is looked at then.
    if (ended || underWay !== undefined) return;
    timer ??= clock.at(clock.now() + delayMs, begin);
    // Not at once, so that whoever brings one thing more does not do the work of all.
    if (waiting() >= countMax && !failing) immediate ??= setImmediate(begin);
  };
  const abandon = async () => {
    ended = true;
    disarm();
    await underWay;
  };
  return {
    expect,
    async close() {
      await abandon();
      while (waiting() > 0) await write();
    },
    abandon,
  };
}
