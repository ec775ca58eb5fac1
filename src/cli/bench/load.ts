/** Load on a block device: so many requests at a time for so long, and how fast they were answered. */

import { randomBytes } from "node:crypto";

/** Where requests go: an Io session of the client, or an NBD connection. */
export interface BlockTarget {
  read(offsetBytes: number, lengthBytes: number): Promise<unknown>;
  write(offsetBytes: number, data: Uint8Array): Promise<void>;
  flush(): Promise<void>;
}

export interface Load {
  readonly operation: "read" | "write";
  readonly pattern: "random" | "sequential";
  readonly requestBytes: number;
  /** Requests at a time. */
  readonly depth: number;
  /** Requests stay within the first so many bytes. */
  readonly spanBytes: number;
  readonly durationMs: number;
}

export interface Figures {
  readonly requests: number;
  /** Until the last answer; of writes, until they are flushed. */
  readonly elapsedMs: number;
  readonly requestsPerSecond: number;
  readonly bytesPerSecond: number;
  /** From request to answer. */
  readonly p50Us: number;
  readonly p99Us: number;
}

/** Runs a load until its time is over or the signal aborts. `answered` is called with each answer's bytes. */
export async function runLoad(
  target: BlockTarget,
  load: Load,
  signal: AbortSignal,
  answered: (bytes: number) => void,
): Promise<Figures> {
  const { operation, requestBytes, depth, durationMs } = load;
  const data = randomBytes(operation === "write" ? requestBytes : 0);
  const nextOffset = offsets(load);
  const latenciesMs: number[] = [];
  const startMs = performance.now();
  const endMs = startMs + durationMs;
  const requester = async () => {
    for (let nowMs = performance.now(); nowMs < endMs && !signal.aborted; ) {
      const askedMs = nowMs;
      if (operation === "read") await target.read(nextOffset(), requestBytes);
      else await target.write(nextOffset(), data);
      nowMs = performance.now();
      latenciesMs.push(nowMs - askedMs);
      answered(requestBytes);
    }
  };
  await Promise.all(Array.from({ length: depth }, requester));
  if (operation === "write") await target.flush();
  const elapsedMs = performance.now() - startMs;
  const requestsPerSecond = (latenciesMs.length * 1000) / elapsedMs;
  const sorted = Float64Array.from(latenciesMs).sort();
  return {
    requests: latenciesMs.length,
    elapsedMs,
    requestsPerSecond,
    bytesPerSecond: requestsPerSecond * requestBytes,
    p50Us: percentile(sorted, 0.5) * 1000,
    p99Us: percentile(sorted, 0.99) * 1000,
  };
}

/** Where each request goes. */
function offsets({ pattern, requestBytes, spanBytes }: Load): () => number {
  const places = Math.floor(spanBytes / requestBytes);
  let next = 0;
  if (pattern === "random") return () => Math.floor(Math.random() * places) * requestBytes;
  return () => (next++ % places) * requestBytes;
}

/** The value below which this share of sorted values lies; 0 of none. */
function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Writes the whole span, so that what is read later is stored. */
export async function fill(target: BlockTarget, spanBytes: number): Promise<void> {
  const data = randomBytes(1024 * 1024);
  for (let offset = 0; offset < spanBytes; offset += data.length) await target.write(offset, data);
  await target.flush();
}
