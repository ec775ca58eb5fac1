/**
 * The transmission phase of one connection: requests in, answers out, in any order. A request is in flight until the
 * operating system has its answer; when enough are, no more is read, so a client that takes no answers costs no more
 * memory than that, and nobody else's time.
 */

import type { Duplex } from "node:stream";
import type { Logger } from "pino";
import { type EnvolError, toEnvolError } from "../../errors.ts";
import { LIMITS } from "../../limits.ts";
import { pieces } from "../../pieces.ts";
import type { Deliver } from "../../volume/block-device.ts";
import { Answers, ConnectionGone } from "./answers.ts";
import { carryOut, type Refusal, refusalOfError, refusalOfRequest } from "./commands.ts";
import type { FrameReader } from "./frame-reader.ts";
import { type Agreement, ALLOCATION_CONTEXT_ID } from "./negotiation.ts";
import {
  COMMAND,
  decodeRequestHeader,
  ERRNO,
  encodeBlockStatus,
  encodeError,
  REQUEST_HEADER_BYTES,
  type RequestHeader,
} from "./wire.ts";

const NO_PAYLOAD = Buffer.alloc(0);

const ZEROES = Buffer.alloc(64 * 1024);

export class Transmission {
  readonly #socket: Duplex;
  readonly #reader: FrameReader;
  readonly #agreement: Agreement;
  readonly #log: Logger;
  readonly #answers: Answers;
  readonly #end: () => void;
  #requestsInFlight = 0;
  #bytesInFlight = 0;
  /** The request that is next, while there is no room for it. */
  #waiting: RequestHeader | undefined;
  /** The write that is in flight already, while its payload arrives. */
  #receiving: RequestHeader | undefined;
  #ending = false;
  #cutOff: AbortSignal | undefined;
  readonly #onCutOff = () => {
    if (this.#answers.holdsData) this.#breakOff();
  };

  /** @param end is called once, when the client has asked to disconnect and has all its answers */
  constructor(socket: Duplex, reader: FrameReader, agreement: Agreement, log: Logger, end: () => void) {
    this.#socket = socket;
    this.#reader = reader;
    this.#agreement = agreement;
    this.#log = log;
    this.#end = end;
    this.#answers = new Answers(socket, this.#onTaken);
    reader.expect(REQUEST_HEADER_BYTES, this.#takeHeader);
  }

  /** Takes no further requests, and ends when those in flight have been answered. */
  finish(): void {
    if (this.#ending) return;
    this.#ending = true;
    this.#reader.pause();
    this.#endIfIdle();
  }

  /** The connection is gone. */
  drop(): void {
    this.#ending = true;
    this.#cutOff?.removeEventListener("abort", this.#onCutOff);
    this.#answers.drop();
  }

  readonly #takeHeader = (bytes: Buffer, at: number): void => {
    const request = decodeRequestHeader(bytes, at);
    // Out of step with the client, nothing that it sends can be told apart any more.
    const tooLarge = request?.type === COMMAND.write && request.lengthBytes > LIMITS.requestBytesMax;
    if (request === undefined || tooLarge) this.#breakOff();
    else if (request.type === COMMAND.disc) this.finish();
    else if (this.#hasRoom(request)) this.#admit(request);
    else {
      this.#waiting = request;
      this.#reader.pause();
    }
  };

  #hasRoom(request: RequestHeader): boolean {
    if (this.#requestsInFlight === 0) return true;
    return (
      this.#requestsInFlight < LIMITS.nbdRequestsInFlightMax &&
      this.#bytesInFlight + payloadBytes(request) <= LIMITS.nbdBytesInFlightMax
    );
  }

  /** Lets a request in: a write waits for its payload, all others begin. */
  #admit(request: RequestHeader): void {
    this.#requestsInFlight += 1;
    this.#bytesInFlight += payloadBytes(request);
    if (request.type === COMMAND.write) {
      this.#receiving = request;
      this.#reader.expect(request.lengthBytes, this.#takePayload, true);
      return;
    }
    this.#reader.expect(REQUEST_HEADER_BYTES, this.#takeHeader);
    this.#begin(request, NO_PAYLOAD);
  }

  readonly #takePayload = (bytes: Buffer, at: number): void => {
    const request = this.#receiving as RequestHeader;
    this.#receiving = undefined;
    this.#reader.expect(REQUEST_HEADER_BYTES, this.#takeHeader);
    this.#begin(request, bytes.subarray(at, at + request.lengthBytes));
  };

  #begin(request: RequestHeader, payload: Buffer): void {
    const refusal = refusalOfRequest(this.#agreement, request);
    if (refusal !== undefined) this.#refuse(request, refusal);
    else if (request.type === COMMAND.read) void this.#read(request);
    else void this.#carryOut(request, payload);
  }

  async #read(request: RequestHeader): Promise<void> {
    const deliver: Deliver = (plaintext, cutOff) => {
      this.#heed(cutOff);
      if (!this.#agreement.structuredReplies) return this.#answers.data(request, plaintext);
      return isZero(plaintext) ? this.#answers.offsetHole(request) : this.#answers.offsetData(request, plaintext);
    };
    try {
      await this.#agreement.device.read(request.offsetBytes, request.lengthBytes, deliver);
    } catch (thrown) {
      this.#fail(request, thrown);
    }
  }

  async #carryOut(request: RequestHeader, payload: Buffer): Promise<void> {
    try {
      const descriptors = await carryOut(this.#agreement, request, payload);
      const bytes = payloadBytes(request);
      if (descriptors === undefined) this.#answers.status(request, 0, bytes);
      else this.#answers.encoded(encodeBlockStatus(request, ALLOCATION_CONTEXT_ID, descriptors), bytes);
    } catch (thrown) {
      this.#fail(request, thrown);
    }
    pieces.giveBack(payload);
  }

  /** Plaintext that has not left when `cutOff` aborts must not leave: the connection goes, and what it holds with it. */
  #heed(cutOff: AbortSignal): void {
    if (cutOff !== this.#cutOff) {
      this.#cutOff?.removeEventListener("abort", this.#onCutOff);
      this.#cutOff = cutOff;
      cutOff.addEventListener("abort", this.#onCutOff, { once: true });
    }
    if (!cutOff.aborted) return;
    this.#breakOff();
    throw new ConnectionGone();
  }

  #fail(request: RequestHeader, thrown: unknown): void {
    if (thrown instanceof ConnectionGone) return;
    const error = toEnvolError(thrown);
    this.#report(error, request);
    this.#refuse(request, refusalOfError(error, request));
  }

  #refuse(request: RequestHeader, { errno, message }: Refusal): void {
    const bytes = payloadBytes(request);
    if (!this.#agreement.structuredReplies) this.#answers.status(request, ERRNO[errno], bytes);
    else this.#answers.encoded(encodeError(request, ERRNO[errno], message), bytes);
  }

  /** What the daemon has done wrong goes to the log with its cause, which is never sent. */
  #report(error: EnvolError, { type }: RequestHeader): void {
    if (error.code !== "INTERNAL" && error.code !== "INTEGRITY_ERROR" && error.code !== "STORE_FAILED") return;
    this.#log.error({ err: error.cause ?? error, reason: error.code, nbdRequestType: type }, error.message);
  }

  readonly #onTaken = (answers: number, settledBytes: number): void => {
    this.#requestsInFlight -= answers;
    this.#bytesInFlight -= settledBytes;
    const waiting = this.#waiting;
    if (this.#ending) this.#endIfIdle();
    else if (waiting !== undefined && this.#hasRoom(waiting)) {
      this.#waiting = undefined;
      this.#admit(waiting);
      this.#reader.resume();
    }
  };

  /** Ends the connection as it is, and reads nothing that is there already. */
  #breakOff(): void {
    this.#reader.pause();
    this.#socket.destroy();
  }

  #endIfIdle(): void {
    // A write whose payload has not all come will not begin, so nothing waits for it.
    const begun = this.#requestsInFlight - (this.#receiving === undefined ? 0 : 1);
    if (begun === 0) this.#end();
  }
}

/** What a request or its answer takes in memory for as long as it is in flight. */
function payloadBytes({ type, lengthBytes }: RequestHeader): number {
  return type === COMMAND.read || type === COMMAND.write ? Math.min(lengthBytes, LIMITS.requestBytesMax) : 0;
}

/** Most data differ from zero in their first bytes, so this is cheap. */
function isZero(data: Buffer): boolean {
  if (data.length === 0 || data[0] !== 0) return false;
  for (let at = 0; at < data.length; at += ZEROES.length) {
    const piece = data.subarray(at, at + ZEROES.length);
    if (piece.compare(ZEROES, 0, piece.length) !== 0) return false;
  }
  return true;
}
