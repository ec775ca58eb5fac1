/** The answers of one Io stream on their way out: those that become ready together share a message. */

import type { IoResponse } from "../../gen/envol/v1/IoResponse.ts";
import type { IoResponseBatch } from "../../gen/envol/v1/IoResponseBatch.ts";
import { handOver, resetCall, type StreamingCall } from "./call.ts";
import { IO_MESSAGE_BYTES } from "./io-codec.ts";

/** A message that gathers answers, or waits for the one before it. */
class Message {
  readonly responses: IoResponse[] = [];
  payloadBytes = 0;
  /** What may cut it off. Reads share their device's signal, so there is hardly ever more than one. */
  readonly cutOffs = new Set<AbortSignal>();
  /** Settles when the transport has taken the message, or the call has ended. */
  readonly taken: Promise<void>;
  settle: (sent: Promise<void>) => void = () => {};

  constructor() {
    this.taken = new Promise((resolve) => {
      this.settle = resolve;
    });
  }
}

export class IoAnswers {
  readonly #call: StreamingCall<IoResponseBatch>;
  /** One message at a time is with the transport; meanwhile the next ones gather. */
  readonly #messages: Message[] = [];
  #sending = false;
  /** How many messages each signal may cut off. */
  readonly #cutOffs = new Map<AbortSignal, number>();
  readonly #reset: () => void;

  constructor(call: StreamingCall<IoResponseBatch>) {
    this.#call = call;
    this.#reset = () => resetCall(call);
  }

  /**
   * Sends an answer with the next message. Resolves when the transport has taken it; when `cutOff` aborts meanwhile, the
   * stream is reset, since answers that are on their way together cannot be told apart.
   * @throws CallEnded when the call has ended first
   */
  send(response: IoResponse, payloadBytes: number, cutOff?: AbortSignal): Promise<void> {
    const message = this.#messageFor(payloadBytes);
    message.responses.push(response);
    message.payloadBytes += payloadBytes;
    if (cutOff !== undefined && !message.cutOffs.has(cutOff)) this.#guard(message, cutOff);
    if (!this.#sending) {
      this.#sending = true;
      // When all that was decrypted together has joined, and no later: the client can go on with it meanwhile.
      process.nextTick(() => void this.#sendAll());
    }
    return message.taken;
  }

  /** The message that gathers, if the answer still fits, or else a new one. Any answer fits an empty one. */
  #messageFor(payloadBytes: number): Message {
    const last = this.#messages.at(-1);
    if (last !== undefined && last.payloadBytes + payloadBytes <= IO_MESSAGE_BYTES) return last;
    const message = new Message();
    this.#messages.push(message);
    return message;
  }

  /** Has the stream reset when `cutOff` aborts before the message has been taken. */
  #guard(message: Message, cutOff: AbortSignal): void {
    message.cutOffs.add(cutOff);
    const count = this.#cutOffs.get(cutOff) ?? 0;
    if (count === 0) cutOff.addEventListener("abort", this.#reset);
    this.#cutOffs.set(cutOff, count + 1);
  }

  #unguard({ cutOffs }: Message): void {
    for (const cutOff of cutOffs) {
      const count = (this.#cutOffs.get(cutOff) as number) - 1;
      this.#cutOffs.set(cutOff, count);
      if (count > 0) continue;
      this.#cutOffs.delete(cutOff);
      cutOff.removeEventListener("abort", this.#reset);
    }
  }

  async #sendAll(): Promise<void> {
    for (let message = this.#messages.shift(); message !== undefined; message = this.#messages.shift()) {
      message.settle(handOver(this.#call, { responses: message.responses }));
      await message.taken.catch(() => {});
      this.#unguard(message);
    }
    this.#sending = false;
  }
}
