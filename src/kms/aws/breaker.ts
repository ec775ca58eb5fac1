/**
 * A circuit breaker: calls to a service that does not answer are refused at once, rather than made to wait for it.
 *
 * Closed, calls go. After some failures in a row it is open, and calls are refused. After a pause it is half open: one call
 * goes as a trial, and others are refused meanwhile; the trial closes it or opens it again.
 */

import type { Clock } from "../../clock.ts";
import type { EnvolError } from "../../errors.ts";

/** What the end of a call says of the service: "nothing" when the call did not get as far as the service. */
export type Verdict = "up" | "down" | "nothing";

export interface BreakerOptions {
  readonly clock: Clock;
  /** Failures in a row that open it. */
  readonly failuresMax: number;
  /** How long it stays open. */
  readonly pauseMs: number;
  readonly verdict: (error: unknown) => Verdict;
  /** What a refused call is told. */
  readonly refusal: () => EnvolError;
}

export interface Breaker {
  readonly state: "closed" | "open" | "half-open";
  /** Makes a call, unless it is refused. */
  run<Result>(call: () => Promise<Result>): Promise<Result>;
  /** Makes a call that is due whatever the state is, and learns from it too. */
  watch<Result>(call: () => Promise<Result>): Promise<Result>;
}

export function createBreaker({ clock, failuresMax, pauseMs, verdict, refusal }: BreakerOptions): Breaker {
  let failures = 0;
  let openedAtMs: number | undefined;
  let trying = false;

  const learn = (found: Verdict) => {
    if (found === "nothing") return;
    failures = found === "up" ? 0 : failures + 1;
    if (failures === 0) openedAtMs = undefined;
    else if (failures >= failuresMax) openedAtMs = clock.now();
  };
  const state = () => {
    if (openedAtMs === undefined) return "closed";
    return clock.now() - openedAtMs < pauseMs ? "open" : "half-open";
  };
  const watch = async <Result>(call: () => Promise<Result>): Promise<Result> => {
    try {
      const result = await call();
      learn("up");
      return result;
    } catch (error) {
      learn(verdict(error));
      throw error;
    }
  };
  return {
    get state() {
      return state();
    },
    async run(call) {
      const found = state();
      if (found === "closed") return await watch(call);
      if (found === "open" || trying) throw refusal();
      trying = true;
      try {
        return await watch(call);
      } finally {
        trying = false;
      }
    },
    watch,
  };
}
