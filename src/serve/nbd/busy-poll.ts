/**
 * Keeps the event loop from going to sleep for a moment. A client that waits for each answer before it asks again does so
 * within some tens of microseconds, and to wake up a processor that has gone idle takes about as long once more: at depth 1
 * it was a third of the time of a request. Linux can do the same for sockets (net.core.busy_poll), and KVM for processors
 * (halt_poll_ns).
 */

import { LIMITS } from "../../limits.ts";

export interface EventLoop {
  /** Milliseconds, from any moment on. */
  now(): number;
  /** Runs something in the next turn of the loop, which is not waited for. */
  inNextTurn(run: () => void): void;
}

const NODE: EventLoop = { now: () => performance.now(), inNextTurn: (run) => void setImmediate(run) };

/**
 * Gives what keeps the loop awake for LIMITS.nbdBusyPollMs from its call on.
 * @internal Exported for its own test, whose loop goes by hand.
 */
export function createBusyPoll(loop: EventLoop = NODE): () => void {
  let untilMs = Number.NEGATIVE_INFINITY;
  let isAwake = false;
  const turn = () => {
    isAwake = loop.now() < untilMs;
    if (isAwake) loop.inNextTurn(turn);
  };
  return () => {
    untilMs = loop.now() + LIMITS.nbdBusyPollMs;
    if (isAwake) return;
    isAwake = true;
    loop.inNextTurn(turn);
  };
}

/** For all connections of this thread, which have one loop. */
export const stayAwake: () => void = createBusyPoll();
