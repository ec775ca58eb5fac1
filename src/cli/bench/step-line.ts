/** One line that says which of many measurements is running and what it shows so far. Only on a terminal. */

import { formatCount, formatDuration, formatRate } from "../output.ts";
import type { ProgressStream } from "../progress.ts";

/** A person can follow ten redraws a second. */
const REDRAW_MS = 100;

export interface StepLine {
  /** The next measurement begins. */
  step(label: string): void;
  /** A request of so many bytes was answered. */
  advance(bytes: number): void;
  /** Takes the line away. */
  end(): void;
}

/**
 * @param steps how many measurements there will be
 * @param now a clock in milliseconds
 */
export function stepLine(
  steps: number,
  stream: ProgressStream = process.stderr,
  now: () => number = () => performance.now(),
): StepLine {
  if (stream.isTTY !== true) return { step() {}, advance() {}, end() {} };
  const startMs = now();
  let begun = 0;
  let label = "";
  let stepMs = startMs;
  let requests = 0;
  let bytes = 0;
  let drawnMs = Number.NEGATIVE_INFINITY;

  function draw(nowMs: number): void {
    drawnMs = nowMs;
    const elapsedMs = nowMs - stepMs;
    const done = begun - 1;
    const left = done > 0 ? `, ${formatDuration(((stepMs - startMs) / done) * (steps - done) - elapsedMs)} left` : "";
    const figures =
      requests === 0
        ? ""
        : `  ${formatCount(Math.round((requests * 1000) / elapsedMs))}/s  ${formatRate(bytes, elapsedMs)}`;
    const line = `${begun} of ${steps}${left}  ${label}${figures}`;
    stream.write(`\r${line.slice(0, (stream.columns ?? 80) - 1)}\x1b[K`);
  }

  return {
    step(next) {
      begun += 1;
      label = next;
      requests = 0;
      bytes = 0;
      stepMs = now();
      draw(stepMs);
    },
    advance(answeredBytes) {
      requests += 1;
      bytes += answeredBytes;
      const nowMs = now();
      if (nowMs - drawnMs >= REDRAW_MS) draw(nowMs);
    },
    end() {
      if (begun > 0) stream.write("\r\x1b[K");
    },
  };
}
