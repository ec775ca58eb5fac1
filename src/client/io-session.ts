/** A session on one volume: any number of reads and writes at a time, over one stream. */

import type { ClientDuplexStream, ServiceError } from "@grpc/grpc-js";
import { EnvolError } from "../errors.ts";
import type { IoRequest } from "../gen/envol/v1/IoRequest.ts";
import type { IoRequestBatch } from "../gen/envol/v1/IoRequestBatch.ts";
import type { IoResponseBatch__Output as IoResponseBatch } from "../gen/envol/v1/IoResponseBatch.ts";
import { LIMITS } from "../limits.ts";
import { IO, IO_MESSAGE_BYTES } from "../serve/grpc/io-codec.ts";
import { onAbort } from "./abort.ts";
import type { Channel } from "./channel.ts";
import { checkBytes, checkWholeNumber } from "./request-check.ts";
import { errorOfIo, errorOfStatus } from "./status-error.ts";

export interface IoOptions {
  /** Ends the wait: the promise rejects with the signal's reason. A request that has been sent may still be carried out. */
  readonly signal?: AbortSignal;
}

export interface IoWriteOptions extends IoOptions {
  /** Waits until the data is on the disk. */
  readonly forceUnitAccess?: boolean;
}

export interface IoWriteZeroesOptions extends IoWriteOptions {
  /** Keeps the space allocated. */
  readonly allocate?: boolean;
}

/**
 * Requests run side by side and are answered in any order; await one before asking for what depends on it. One that is
 * refused rejects with an EnvolError and leaves the session as it is. When the session itself ends, all reject. At most
 * 1024 requests and 64 MiB of payload are under way at a time; what is asked beyond that waits here.
 */
export interface IoSession extends AsyncDisposable {
  /** True once the session takes no more requests: it was closed, or its stream has ended. */
  readonly ended: boolean;
  /** Reads 1 to 4,128,768 bytes. */
  read(offsetBytes: number, lengthBytes: number, options?: IoOptions): Promise<Buffer>;
  /** Writes 1 to 4,128,768 bytes; `data` may be reused once the promise has settled. */
  write(offsetBytes: number, data: Uint8Array, options?: IoWriteOptions): Promise<void>;
  /** Resolves when every write that was answered before is on the disk. */
  flush(options?: IoOptions): Promise<void>;
  /** Frees a range; it reads as zeroes. */
  discard(offsetBytes: number, lengthBytes: number, options?: IoOptions): Promise<void>;
  /** Makes a range read as zeroes. */
  writeZeroes(offsetBytes: number, lengthBytes: number, options?: IoWriteZeroesOptions): Promise<void>;
  /** Waits for the answers to what was asked, and ends the session. */
  close(): Promise<void>;
}

const UINT32_MAX = 2 ** 32 - 1;

export function openIoSession(channel: Channel, volumeId: string, attachmentId: string): IoSession {
  const stream = new IoStream(channel, volumeId, attachmentId);
  return {
    get ended() {
      return stream.ended;
    },
    read: (offsetBytes, lengthBytes, options) =>
      stream.ask(options, lengthBytes, () => {
        checkRange(offsetBytes, lengthBytes, UINT32_MAX);
        return { read: { offsetBytes, lengthBytes } };
      }),
    write: async (offsetBytes, data, { forceUnitAccess = false, ...options } = {}) => {
      await stream.ask(options, data.length, () => {
        checkRange(offsetBytes, data.length);
        checkBytes("data", data);
        return { write: { offsetBytes, data, forceUnitAccess } };
      });
    },
    flush: async (options) => {
      await stream.ask(options, 0, () => ({ flush: {} }));
    },
    discard: async (offsetBytes, lengthBytes, options) => {
      await stream.ask(options, 0, () => {
        checkRange(offsetBytes, lengthBytes);
        return { discard: { offsetBytes, lengthBytes } };
      });
    },
    writeZeroes: async (offsetBytes, lengthBytes, { allocate = false, forceUnitAccess = false, ...options } = {}) => {
      await stream.ask(options, 0, () => {
        checkRange(offsetBytes, lengthBytes);
        return { writeZeroes: { offsetBytes, lengthBytes, allocate, forceUnitAccess } };
      });
    },
    close: () => stream.close(),
    [Symbol.asyncDispose]: () => stream.close(),
  };
}

function checkRange(offsetBytes: number, lengthBytes: number, lengthBytesMax?: number): void {
  checkWholeNumber("offsetBytes", offsetBytes);
  checkWholeNumber("lengthBytes", lengthBytes, lengthBytesMax);
}

interface Asked {
  readonly request: IoRequest;
  readonly tag: number;
  /** What it moves, in either direction. */
  readonly payloadBytes: number;
  readonly resolve: (data: Buffer) => void;
  readonly reject: (reason: unknown) => void;
}

class IoStream {
  readonly #call: ClientDuplexStream<IoRequestBatch, IoResponseBatch>;
  /** Resolves when the stream has ended, however it did. */
  readonly #ended: Promise<void>;
  #nextTag = 1;
  /** Asked, and not yet given to the transport. */
  #unsent: Asked[] = [];
  /** Sent, and not yet answered: also those that nobody waits for any more, since the daemon still has them. */
  readonly #unanswered = new Map<number, Asked>();
  #unansweredBytes = 0;
  /**
   * Whether a message is with the transport, as the one that opens the stream is at first; meanwhile the next one gathers.
   * A message is encoded when it is sent, so that the data of a request that was aborted before is never looked at again.
   */
  #sending = true;
  #closing = false;
  #failure: EnvolError | undefined;

  constructor(channel: Channel, volumeId: string, attachmentId: string) {
    this.#call = channel.duplex(IO);
    this.#call.on("data", (batch: IoResponseBatch) => this.#receive(batch));
    this.#ended = new Promise((resolve) => {
      this.#call.on("error", (status: Error) => {
        this.#fail(errorOfStatus(status as ServiceError, channel.address));
        resolve();
      });
      this.#call.on("end", () => {
        this.#fail(new EnvolError("UNAVAILABLE", "The session is closed."));
        resolve();
      });
    });
    this.#call.write({ volumeId, attachmentId, requests: [] }, () => this.#send());
  }

  get ended(): boolean {
    return this.#closing || this.#failure !== undefined;
  }

  /**
   * Asks for what `makeRequest` makes, or rejects with what it throws. Resolves with the data of the answer. It makes one
   * promise, and no other one on the way, because small requests may be very many.
   */
  ask({ signal }: IoOptions = {}, payloadBytes: number, makeRequest: () => IoRequest): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const request = makeRequest();
      signal?.throwIfAborted();
      if (this.#failure !== undefined) throw this.#failure;
      if (this.#closing) throw new EnvolError("UNAVAILABLE", "The session is closed.");
      const tag = this.#nextTag++;
      request.tag = tag;
      const asked: Asked = { tag, request, payloadBytes, resolve, reject };
      this.#unsent.push(signal === undefined ? asked : this.#abortable(asked, signal));
      this.#schedule();
    });
  }

  /** The same, which rejects when `signal` aborts. What has not been sent by then never is. */
  #abortable(asked: Asked, signal: AbortSignal): Asked {
    const forget = onAbort(signal, () => {
      this.#unsent = this.#unsent.filter(({ tag }) => tag !== asked.tag);
      asked.reject(signal.reason);
      this.#endIfSent();
    });
    return {
      ...asked,
      resolve(data) {
        forget();
        asked.resolve(data);
      },
      reject(reason) {
        forget();
        asked.reject(reason);
      },
    };
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#endIfSent();
    await this.#ended;
  }

  #receive({ responses }: IoResponseBatch): void {
    for (const response of responses) {
      const asked = this.#unanswered.get(response.tag);
      if (asked === undefined) continue;
      this.#unanswered.delete(response.tag);
      this.#unansweredBytes -= asked.payloadBytes;
      if (response.error) asked.reject(errorOfIo(response.error));
      else asked.resolve(response.data);
    }
    this.#schedule();
  }

  /** Sends after this turn of the event loop, when whatever else is asked for in it has joined. */
  #schedule(): void {
    if (this.#sending || this.#unsent.length === 0 || !this.#hasRoom()) return;
    this.#sending = true;
    setImmediate(() => this.#send());
  }

  #send(): void {
    const batch = this.#takeMessage();
    if (batch.length === 0 || this.#failure !== undefined) {
      this.#sending = false;
      this.#endIfSent();
      return;
    }
    for (const asked of batch) {
      this.#unanswered.set(asked.tag, asked);
      this.#unansweredBytes += asked.payloadBytes;
    }
    this.#call.write({ requests: batch.map(({ request }) => request) }, () => this.#send());
  }

  /** As many requests as fit one message and the daemon reads at a time; at least one, if there is room and one waits. */
  #takeMessage(): Asked[] {
    let count = 0;
    let bytes = 0;
    let messageBytes = 0;
    for (const { request, payloadBytes } of this.#unsent) {
      messageBytes += request.write ? payloadBytes : 0;
      if (!this.#hasRoom(count, bytes) || (count > 0 && messageBytes > IO_MESSAGE_BYTES)) break;
      count += 1;
      bytes += payloadBytes;
    }
    return this.#unsent.splice(0, count);
  }

  #hasRoom(moreRequests = 0, moreBytes = 0): boolean {
    return (
      this.#unanswered.size + moreRequests < LIMITS.ioRequestsInFlightMax &&
      this.#unansweredBytes + moreBytes < LIMITS.ioBytesInFlightMax
    );
  }

  /** Half-closes once all that was asked has been sent. The daemon then answers the rest, and ends the stream. */
  #endIfSent(): void {
    if (this.#closing && !this.#sending && this.#unsent.length === 0) this.#call.end();
  }

  #fail(error: EnvolError): void {
    this.#failure ??= error;
    for (const { reject } of [...this.#unanswered.values(), ...this.#unsent]) reject(this.#failure);
    this.#unanswered.clear();
    this.#unsent = [];
  }
}
