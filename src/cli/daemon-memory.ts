/** How a process that is a daemon and nothing else manages its memory: where that of a host would be none of our business. */

import { setFlagsFromString } from "node:v8";

/**
 * OpenSSL's results are memory outside of V8's heap, a gigabyte a second under load and all of it garbage at once. V8
 * counts it towards when to collect the whole heap, and a daemon's heap is so small (20 MiB) that it would do so every
 * 30 ms: half of the processor's time on a busy machine. So the heap may grow to five times its size in between.
 */
const HEAP_GROWING_PERCENT = 400;

/** glibc takes no larger one to learn from (DEFAULT_MMAP_THRESHOLD_MAX, 32 MiB with its header). */
const LARGEST_LESSON_BYTES = 32 * 1024 * 1024 - 64 * 1024;

export function settleMemory(): void {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWING_PERCENT}`);
  keepWhatIsFreed();
}

/**
 * LMDB frees the pages of a commit and allocates as many for the next one. glibc would give them back to the kernel in between,
 * and a fault for each of them then costs as much as writing it: a fifth of the processor time of large writes. It keeps
 * twice the largest piece that was ever mapped for itself and freed (mallopt(3), M_MMAP_THRESHOLD), so one is, which nobody
 * touches. To other allocators this is any piece of memory.
 */
function keepWhatIsFreed(): void {
  const piece = new ArrayBuffer(LARGEST_LESSON_BYTES);
  const { port1, port2 } = new MessageChannel();
  // It moves into a message that is dropped, which frees it now and not at a garbage collection.
  port1.postMessage(piece, [piece]);
  port1.close();
  port2.close();
}
