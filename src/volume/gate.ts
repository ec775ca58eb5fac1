/**
 * A gate that every request passes. Closing it refuses new requests at once, and waits until those inside have left:
 * what revocation and detach need before they may zero a key and answer.
 */

import type { EnvolError } from "../errors.ts";

export interface Gate {
  /** Lets a request in. Throws what the gate was closed with. The request must call `leave` exactly once. */
  enter(): void;
  leave(): void;
  /** Aborts when those inside have taken too long to leave: what they still hold must be dropped. */
  readonly cutOff: AbortSignal;
  /**
   * Refuses new requests with `refusal()`, and resolves when all inside have left. After `drainTimeoutMs` those that
   * deliver plaintext to a front door are cut off.
   */
  close(refusal: () => EnvolError, drainTimeoutMs: number): Promise<void>;
  open(): void;
}

export function createGate(): Gate {
  let inside = 0;
  let refusal: (() => EnvolError) | undefined;
  let controller = new AbortController();
  const empty: (() => void)[] = [];
  return {
    enter() {
      if (refusal !== undefined) throw refusal();
      inside += 1;
    },
    leave() {
      inside -= 1;
      if (inside > 0) return;
      for (const resolve of empty.splice(0)) resolve();
    },
    get cutOff() {
      return controller.signal;
    },
    async close(reason, drainTimeoutMs) {
      refusal = reason;
      if (inside === 0) return;
      const drained = new Promise<void>((resolve) => empty.push(resolve));
      const timer = setTimeout(() => controller.abort(), drainTimeoutMs);
      try {
        await drained;
      } finally {
        clearTimeout(timer);
      }
    },
    open() {
      refusal = undefined;
      if (controller.signal.aborted) controller = new AbortController();
    },
  };
}
