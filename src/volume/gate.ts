/**
 * A gate that every request passes. Closing it refuses new requests at once, and waits until those inside have left:
 * what revocation and detach need before they may zero a key and answer.
 */

import type { EnvolError } from "../errors.ts";

export interface Gate {
  /** Lets a request in. Throws what the gate was closed with. The request must call `leave` exactly once. */
  enter(): void;
  leave(): void;
  /** From here until `delivered`, a request inside does no more than hand plaintext to a front door. */
  delivering(): void;
  delivered(): void;
  /** Aborts when those inside have taken too long to leave: what they still hold must be dropped. */
  cutOff(): AbortSignal;
  /**
   * Refuses new requests with `refusal()`, and resolves when all inside have left. After `drainTimeoutMs` those that
   * deliver are cut off, and after `cutOffTimeoutMs` more they are waited for no longer.
   */
  close(refusal: () => EnvolError, drainTimeoutMs: number, cutOffTimeoutMs: number): Promise<void>;
  open(): void;
}

export function createGate(): Gate {
  let inside = 0;
  let deliveries = 0;
  let refusal: (() => EnvolError) | undefined;
  let controller = new AbortController();
  /** Called whenever a request leaves, or goes on to deliver, while the gate is closing. */
  const watchers = new Set<() => void>();
  const changed = () => {
    for (const watch of watchers) watch();
  };
  const drain = (drainTimeoutMs: number, cutOffTimeoutMs: number) =>
    new Promise<void>((resolve) => {
      let abandoning = false;
      let timer: NodeJS.Timeout;
      const watch = () => {
        if (inside > (abandoning ? deliveries : 0)) return;
        clearTimeout(timer);
        watchers.delete(watch);
        resolve();
      };
      const abandon = () => {
        abandoning = true;
        watch();
      };
      timer = setTimeout(() => {
        timer = setTimeout(abandon, cutOffTimeoutMs);
        controller.abort();
      }, drainTimeoutMs);
      watchers.add(watch);
    });
  return {
    enter() {
      if (refusal !== undefined) throw refusal();
      inside += 1;
    },
    leave() {
      inside -= 1;
      if (watchers.size > 0) changed();
    },
    delivering() {
      deliveries += 1;
      if (watchers.size > 0) changed();
    },
    delivered() {
      deliveries -= 1;
    },
    cutOff: () => controller.signal,
    async close(reason, drainTimeoutMs, cutOffTimeoutMs) {
      refusal = reason;
      if (inside > 0) await drain(drainTimeoutMs, cutOffTimeoutMs);
    },
    open() {
      refusal = undefined;
      if (controller.signal.aborted) controller = new AbortController();
    },
  };
}
