/** The end of patience: a call that takes too long, or is given up, is left to itself. */

import type { Clock } from "../../clock.ts";

export interface DeadlineOptions<Result> {
  readonly clock: Clock;
  readonly timeoutMs: number;
  /** Aborts when nobody waits for any call any more. */
  readonly closed: AbortSignal;
  /** What the caller is told when the time is over, or all is closed. */
  readonly refusal: () => Error;
  /** Takes a result that comes too late. */
  readonly discard: (late: Result) => void;
}

/**
 * Runs a call that may take so long and no longer. Its signal aborts then; whether it heeds that or not, the caller is told
 * at once.
 */
export async function withDeadline<Result>(
  { clock, timeoutMs, closed, refusal, discard }: DeadlineOptions<Result>,
  call: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  if (closed.aborted) throw refusal();
  const controller = new AbortController();
  const ended = new Promise<never>((_, reject) => {
    controller.signal.addEventListener("abort", () => reject(refusal()));
  });
  const end = () => controller.abort();
  const cancel = clock.at(clock.now() + timeoutMs, end);
  closed.addEventListener("abort", end);
  const result = call(controller.signal);
  try {
    return await Promise.race([result, ended]);
  } catch (error) {
    result.then(discard, () => {});
    throw error;
  } finally {
    cancel();
    closed.removeEventListener("abort", end);
  }
}
