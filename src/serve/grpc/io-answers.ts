/** The answers of one Io stream on their way out: those that become ready in one turn share a message. */

import type { IoResponse } from "../../gen/envol/v1/IoResponse.ts";
import type { IoResponseBatch } from "../../gen/envol/v1/IoResponseBatch.ts";
import { LIMITS } from "../../limits.ts";
import { handOver, resetCall, type StreamingCall } from "./call.ts";

interface Waiting {
  readonly response: IoResponse;
  readonly payloadBytes: number;
  readonly sent: () => void;
  readonly failed: (reason: unknown) => void;
}

export class IoAnswers {
  readonly #call: StreamingCall<IoResponseBatch>;
  readonly #reset: () => void;
  #waiting: Waiting[] = [];
  #sending = false;
  /** How many unsent answers each signal may cut off. Reads share their device's signal, so there are few of them. */
  readonly #cutOffs = new Map<AbortSignal, number>();

  constructor(call: StreamingCall<IoResponseBatch>) {
    this.#call = call;
    this.#reset = () => resetCall(call);
  }

  /**
   * Sends an answer with the next message. Resolves when the transport has taken it; when `cutOff` aborts meanwhile, the
   * stream is reset, since answers that are on their way together cannot be told apart.
   * @throws CallEnded when the call has ended first
   */
  async send(response: IoResponse, payloadBytes: number, cutOff?: AbortSignal): Promise<void> {
    const taken = new Promise<void>((sent, failed) => {
      this.#waiting.push({ response, payloadBytes, sent, failed });
    });
    if (!this.#sending) {
      this.#sending = true;
      // After this turn of the event loop, when whatever else became ready in it has joined.
      setImmediate(() => void this.#sendAll());
    }
    if (cutOff === undefined) return taken;
    this.#guard(cutOff);
    try {
      await taken;
    } finally {
      this.#unguard(cutOff);
    }
  }

  /** One message at a time is with the transport; meanwhile the next one gathers. */
  async #sendAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#takeMessage();
      try {
        await handOver(this.#call, { responses: batch.map(({ response }) => response) });
        for (const { sent } of batch) sent();
      } catch (thrown) {
        for (const { failed } of batch) failed(thrown);
      }
    }
    this.#sending = false;
  }

  /** As many answers as fit one message; at least one. */
  #takeMessage(): Waiting[] {
    let count = 0;
    let bytes = 0;
    for (const { payloadBytes } of this.#waiting) {
      bytes += payloadBytes;
      if (count > 0 && bytes > LIMITS.streamChunkBytes) break;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }

  #guard(cutOff: AbortSignal): void {
    const count = this.#cutOffs.get(cutOff) ?? 0;
    if (count === 0) cutOff.addEventListener("abort", this.#reset);
    this.#cutOffs.set(cutOff, count + 1);
  }

  #unguard(cutOff: AbortSignal): void {
    const count = (this.#cutOffs.get(cutOff) as number) - 1;
    if (count > 0) {
      this.#cutOffs.set(cutOff, count);
    } else {
      this.#cutOffs.delete(cutOff);
      cutOff.removeEventListener("abort", this.#reset);
    }
  }
}
