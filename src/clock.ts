/**
 * Time, as a thing that is handed in. Whatever becomes due (a key's deletion, a background commit) asks this clock, so
 * that a test can move thirty days ahead in no time.
 */

/** Stops what was scheduled. Calling it twice, or late, does nothing. */
export type Cancel = () => void;

export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /** Runs `callback` once, as soon as `now()` is at or past `timeMs`. It does not keep the process alive. */
  at(timeMs: number, callback: () => void): Cancel;
}

/** setTimeout takes at most 2^31 - 1 milliseconds (some 24.8 days) and fires at once beyond it. */
const TIMEOUT_MS_MAX = 2 ** 31 - 1;

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  at(timeMs, callback) {
    let timer: NodeJS.Timeout;
    const arm = () => {
      const waitMs = Math.max(0, timeMs - Date.now());
      timer = setTimeout(waitMs > TIMEOUT_MS_MAX ? arm : callback, Math.min(waitMs, TIMEOUT_MS_MAX));
      timer.unref();
    };
    arm();
    return () => clearTimeout(timer);
  },
};

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  /** Moves the clock ahead and runs what has become due, in order of its time. */
  advance(durationMs: number): void;
}

/** A clock for tests; it starts at the machine's time unless told otherwise. */
export function manualClock(startMs: number = Date.now()): ManualClock {
  let nowMs = startMs;
  const due = new Set<{ timeMs: number; callback: () => void }>();
  return {
    now: () => nowMs,
    at(timeMs, callback) {
      const item = { timeMs, callback };
      due.add(item);
      return () => due.delete(item);
    },
    advance(durationMs) {
      nowMs += durationMs;
      const ready = [...due].filter((item) => item.timeMs <= nowMs).sort((a, b) => a.timeMs - b.timeMs);
      for (const item of ready) if (due.delete(item)) item.callback();
    },
  };
}
