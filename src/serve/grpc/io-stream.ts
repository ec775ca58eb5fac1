/** The Io stream: many block requests at a time, answered in order of completion, several to a message. */

import type { ServerDuplexStream } from "@grpc/grpc-js";
import { EnvolError } from "../../errors.ts";
import type { IoRequest__Output as IoRequest } from "../../gen/envol/v1/IoRequest.ts";
import type { IoRequestBatch__Output as IoRequestBatch } from "../../gen/envol/v1/IoRequestBatch.ts";
import type { IoResponseBatch } from "../../gen/envol/v1/IoResponseBatch.ts";
import { LIMITS } from "../../limits.ts";
import type { BlockDevice } from "../../volume/block-device.ts";
import { checkReadLength, checkWriteData, deviceOf } from "./block-request.ts";
import {
  CallEnded,
  endWithError,
  type GrpcContext,
  raiseReceiveWindow,
  refuseIfCutOff,
  stoppingError,
} from "./call.ts";
import { IoAnswers } from "./io-answers.ts";
import { answerableError, toIoError } from "./status.ts";

type Call = ServerDuplexStream<IoRequestBatch, IoResponseBatch>;

export function serveIo(context: GrpcContext, call: Call): void {
  new IoStream(context, call);
}

class IoStream {
  readonly #context: GrpcContext;
  readonly #call: Call;
  readonly #answers: IoAnswers;
  #device: BlockDevice | undefined;
  /** Received, and not begun for want of room: the rest of one message, mostly. */
  #waiting: IoRequest[] = [];
  /** Tags of all requests that have no answer yet, waiting ones included. */
  readonly #tags = new Set<number>();
  #requestsInFlight = 0;
  #bytesInFlight = 0;
  /** How the stream ends once nothing is in flight: well, after the client's half-close, or with an error. */
  #ending: { readonly error?: EnvolError } | undefined;

  constructor(context: GrpcContext, call: Call) {
    this.#context = context;
    this.#call = call;
    this.#answers = new IoAnswers(call);
    const stopping = () => this.#end({ error: stoppingError() });
    context.stopping.addEventListener("abort", stopping, { once: true });
    call.on("close", () => {
      context.stopping.removeEventListener("abort", stopping);
      this.#waiting = [];
    });
    call.on("data", (batch: IoRequestBatch) => this.#receive(batch));
    call.on("end", () => this.#end({}));
  }

  #receive(batch: IoRequestBatch): void {
    if (this.#ending !== undefined) return;
    try {
      this.#open(batch);
      for (const request of batch.requests) this.#accept(request);
    } catch (thrown) {
      this.#ending = {};
      endWithError(this.#context, this.#call, thrown);
    }
    this.#begin();
  }

  /** The first message names the volume; no other one may. */
  #open({ volumeId, attachmentId }: IoRequestBatch): void {
    if (this.#device === undefined) {
      if (volumeId === "") {
        throw new EnvolError("MISSING_ARGUMENT", "volumeId: the first message of a stream must name the volume.", {
          field: "volumeId",
        });
      }
      raiseReceiveWindow(this.#call);
      this.#device = deviceOf(this.#context.volumes, { volumeId, attachmentId });
    } else if (volumeId !== "" || attachmentId !== "") {
      throw new EnvolError("INVALID_ARGUMENT", "volumeId: only the first message of a stream may name the volume.", {
        field: "volumeId",
      });
    }
  }

  #accept(request: IoRequest): void {
    const { tag, operation } = request;
    if (!Number.isSafeInteger(tag)) throw tagError("expected a whole number below 2^53.");
    if (this.#tags.has(tag)) throw tagError(`${tag} is that of a request in flight.`);
    if (operation === undefined) {
      throw new EnvolError("INVALID_ARGUMENT", `operation: request ${tag} has none that this daemon knows.`, {
        field: "operation",
      });
    }
    this.#tags.add(tag);
    this.#waiting.push(request);
  }

  /** Begins what there is room for. While something has to wait, no more is read from the client. */
  #begin(): void {
    let begun = 0;
    while (begun < this.#waiting.length && this.#hasRoom()) {
      void this.#serve(this.#waiting[begun] as IoRequest);
      begun += 1;
    }
    this.#waiting.splice(0, begun);
    if (this.#waiting.length > 0 || !this.#hasRoom()) this.#call.pause();
    else if (this.#call.isPaused()) this.#call.resume();
  }

  #hasRoom(): boolean {
    return this.#requestsInFlight < LIMITS.ioRequestsInFlightMax && this.#bytesInFlight < LIMITS.ioBytesInFlightMax;
  }

  /** Serves one request. It is in flight until the transport has taken its answer, so a client that takes none is not read on. */
  async #serve(request: IoRequest): Promise<void> {
    const payloadBytes = request.read?.lengthBytes ?? request.write?.data.length ?? 0;
    this.#requestsInFlight += 1;
    this.#bytesInFlight += payloadBytes;
    try {
      await this.#answer(request);
    } catch (thrown) {
      // The answer could not be sent: the call has ended, and with it everything here.
      if (!(thrown instanceof CallEnded)) endWithError(this.#context, this.#call, thrown);
    }
    this.#requestsInFlight -= 1;
    this.#bytesInFlight -= payloadBytes;
    this.#begin();
    this.#endIfIdle();
  }

  async #answer(request: IoRequest): Promise<void> {
    const { tag, read } = request;
    const device = this.#device as BlockDevice;
    let answered = false;
    const answer: IoAnswers["send"] = (response, payloadBytes, cutOff) => {
      answered = true;
      // From here on the client may see the answer, and use the tag again.
      this.#tags.delete(tag);
      return this.#answers.send(response, payloadBytes, cutOff);
    };
    try {
      if (read) {
        checkReadLength(read.lengthBytes);
        await device.read(read.offsetBytes, read.lengthBytes, (data, cutOff) => {
          refuseIfCutOff(cutOff);
          return answer({ tag, data }, data.length, cutOff);
        });
      } else {
        await change(device, request);
        await answer({ tag }, 0);
      }
    } catch (thrown) {
      if (answered) throw thrown;
      const error = answerableError(thrown, this.#context.log, this.#call.getPath());
      await answer({ tag, error: toIoError(error) }, 0);
    }
  }

  #end(ending: { readonly error?: EnvolError }): void {
    this.#ending ??= ending;
    // What has not been begun gets no answer when the daemon stops, but the stream's status; after a half-close all do.
    if (ending.error !== undefined) this.#waiting = [];
    this.#endIfIdle();
  }

  #endIfIdle(): void {
    if (this.#ending === undefined || this.#requestsInFlight > 0 || this.#waiting.length > 0) return;
    if (this.#call.destroyed || this.#call.writableEnded) return;
    if (this.#ending.error === undefined) this.#call.end();
    else endWithError(this.#context, this.#call, this.#ending.error);
  }
}

async function change(device: BlockDevice, request: IoRequest): Promise<void> {
  const { write, flush, discard, writeZeroes } = request;
  if (write) {
    checkWriteData(write.data);
    await device.write(write.offsetBytes, write.data, { forceUnitAccess: write.forceUnitAccess });
  } else if (flush) {
    await device.flush();
  } else if (discard) {
    await device.discard(discard.offsetBytes, discard.lengthBytes);
  } else if (writeZeroes) {
    const { offsetBytes, lengthBytes, allocate, forceUnitAccess } = writeZeroes;
    await device.writeZeroes(offsetBytes, lengthBytes, { allocate, forceUnitAccess });
  }
}

function tagError(text: string): EnvolError {
  return new EnvolError("INVALID_ARGUMENT", `tag: ${text}`, { field: "tag" });
}
