/**
 * Progress of a transfer on standard error: one line that is redrawn on a terminal, a line now and then elsewhere.
 *
 * Written here because the prompt libraries' progress bars take over the keyboard (they put standard input into raw mode
 * and catch ctrl-C), which a transfer whose data comes from standard input cannot bear; and they know no rate.
 */

import { formatBytes, formatDuration, formatRate } from "./output.ts";

/** A person can follow ten redraws a second. */
const REDRAW_MS = 100;
/** Lines in a log file should stay few. */
const LINE_MS = 5000;
const BAR_WIDTH = 20;

export interface Progress {
  advance(bytes: number): void;
  /** Takes the line away, for the result to come in its place. */
  end(): void;
}

export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/**
 * What is known of a transfer at one moment, as a line. Without a total there is no bar and no time left.
 * @internal Exported for its own tests.
 */
export function progressLine(
  label: string,
  doneBytes: number,
  totalBytes: number | undefined,
  elapsedMs: number,
): string {
  const rate = formatRate(doneBytes, elapsedMs);
  if (totalBytes === undefined) return `${label}  ${formatBytes(doneBytes)}  ${rate}`;
  const share = totalBytes === 0 ? 1 : Math.min(1, doneBytes / totalBytes);
  const filled = Math.round(share * BAR_WIDTH);
  const bar = `[${"#".repeat(filled)}${".".repeat(BAR_WIDTH - filled)}]`;
  const percent = `${Math.floor(share * 100)}%`.padStart(4);
  const left = doneBytes > 0 ? `${formatDuration((elapsedMs * (totalBytes - doneBytes)) / doneBytes)} left` : "";
  return `${label}  ${bar} ${percent}  ${formatBytes(doneBytes)} of ${formatBytes(totalBytes)}  ${rate}  ${left}`.trimEnd();
}

/** Progress that shows nothing. */
export const noProgress: Progress = { advance() {}, end() {} };

/** Progress of `totalBytes`, or of an unknown number. `now` is a clock in milliseconds. */
export function showProgress(
  label: string,
  totalBytes: number | undefined,
  stream: ProgressStream = process.stderr,
  now: () => number = () => performance.now(),
): Progress {
  const startMs = now();
  const intervalMs = stream.isTTY ? REDRAW_MS : LINE_MS;
  let shownMs = startMs;
  let doneBytes = 0;
  let drawn = false;
  return {
    advance(bytes) {
      doneBytes += bytes;
      const nowMs = now();
      if (nowMs - shownMs < intervalMs) return;
      shownMs = nowMs;
      const line = progressLine(label, doneBytes, totalBytes, nowMs - startMs);
      drawn = true;
      stream.write(stream.isTTY ? `\r${line.slice(0, (stream.columns ?? 80) - 1)}\x1b[K` : `${line}\n`);
    },
    end() {
      if (drawn && stream.isTTY) stream.write("\r\x1b[K");
    },
  };
}
