/**
 * Answers on their way to a client. Those of one turn leave in one write, small ones copied into one buffer. While a
 * write waits for the client, further answers gather behind it: how much that may be, the requests in flight bound.
 */

import type { Writable } from "node:stream";
import { stayAwake } from "./busy-poll.ts";
import {
  type Cookie,
  OFFSET_DATA_HEADER_BYTES,
  OFFSET_HOLE_BYTES,
  type RequestHeader,
  SIMPLE_REPLY_BYTES,
  writeOffsetDataHeader,
  writeOffsetHole,
  writeSimpleReply,
} from "./wire.ts";

/** Data of up to this much are copied behind their header; that costs less than handing the socket one more buffer. */
const COPIED_BYTES_MAX = 16 * 1024;

/** What small answers are gathered in: 32 of 4 KiB, a usual depth, leave as one buffer. */
const GATHERED_BYTES = 256 * 1024;

/**
 * A client that sends writes of this size fills its socket, and sleeps until there is room again; each answer wakes it up,
 * which takes both ends some 10 us, and it can do nothing but note it down. So the answer to such a write waits for another
 * one, or for the end of what has arrived. Writes of 128 KiB at depth 8 were a tenth faster so, without encryption a sixth.
 */
const WAITING_BYTES_MIN = 64 * 1024;

const SUCCESS = 0;

/** The connection was gone before an answer had left. Nobody is left to be told. */
export class ConnectionGone extends Error {
  override readonly name = "ConnectionGone";
}

/** Answers that leave in one write. */
interface Batch {
  readonly buffers: Buffer[];
  /** Whether any of them holds what a read has found. */
  holdsData: boolean;
  answers: number;
  /** Whether it is to leave with the next answer, and until then no sooner than must be. */
  waits: boolean;
  /** The bytes of requests that these answers settle, as `onTaken` is told. */
  settledBytes: number;
  /** Resolves when the socket has handed all of it to the operating system. */
  readonly taken: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

function createBatch(): Batch {
  let resolve = () => {};
  let reject: (error: Error) => void = () => {};
  const taken = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  // Most batches hold answers that nobody waits for.
  taken.catch(() => {});
  return { buffers: [], holdsData: false, answers: 0, waits: false, settledBytes: 0, taken, resolve, reject };
}

export class Answers {
  readonly #socket: Writable;
  readonly #onTaken: (answers: number, settledBytes: number) => void;
  /** What gathers now; undefined when nothing does. */
  #batch: Batch | undefined;
  /** What is being written. */
  #writing: Batch | undefined;
  #gathered = Buffer.allocUnsafeSlow(GATHERED_BYTES);
  #gatheredFrom = 0;
  #gatheredTo = 0;
  #gone = false;

  /** @param onTaken is told, after each write, how many answers it held and how many bytes of requests those settle */
  constructor(socket: Writable, onTaken: (answers: number, settledBytes: number) => void) {
    this.#socket = socket;
    this.#onTaken = onTaken;
  }

  /** Whether data that a read has found wait here, or at the socket. */
  get holdsData(): boolean {
    return (this.#batch?.holdsData ?? false) || (this.#writing?.holdsData ?? false);
  }

  /** A simple reply without data. */
  status(cookie: Cookie, errno: number, settledBytes: number): void {
    if (this.#gone) return;
    if (settledBytes >= WAITING_BYTES_MIN) this.#beginWaiting();
    const at = this.#reserve(SIMPLE_REPLY_BYTES);
    writeSimpleReply(this.#gathered, at, cookie, errno);
    void this.#add(settledBytes);
  }

  /** A read's data in a simple reply. Resolves when they have left. @throws ConnectionGone */
  data(request: RequestHeader, data: Buffer): Promise<void> {
    if (this.#gone) return Promise.reject(new ConnectionGone());
    const at = this.#reserve(SIMPLE_REPLY_BYTES);
    writeSimpleReply(this.#gathered, at, request, SUCCESS);
    this.#append(data);
    this.#current().holdsData = true;
    return this.#add(request.lengthBytes);
  }

  /** A read's data in a structured reply. Resolves when they have left. @throws ConnectionGone */
  offsetData(request: RequestHeader, data: Buffer): Promise<void> {
    if (this.#gone) return Promise.reject(new ConnectionGone());
    const at = this.#reserve(OFFSET_DATA_HEADER_BYTES);
    writeOffsetDataHeader(this.#gathered, at, request);
    this.#append(data);
    this.#current().holdsData = true;
    return this.#add(request.lengthBytes);
  }

  /** Says in a structured reply that a read found zeroes alone. @throws ConnectionGone */
  offsetHole(request: RequestHeader): Promise<void> {
    if (this.#gone) return Promise.reject(new ConnectionGone());
    const at = this.#reserve(OFFSET_HOLE_BYTES);
    writeOffsetHole(this.#gathered, at, request);
    return this.#add(request.lengthBytes);
  }

  /** An answer that is encoded already. */
  encoded(answer: Buffer, settledBytes: number): void {
    if (this.#gone) return;
    this.#append(answer);
    void this.#add(settledBytes);
  }

  /** The connection is gone: what waits for its answer to leave waits no longer. */
  drop(): void {
    this.#gone = true;
    const dropped = [this.#writing, this.#batch];
    this.#writing = undefined;
    this.#batch = undefined;
    for (const batch of dropped) batch?.reject(new ConnectionGone());
  }

  #current(): Batch {
    if (this.#batch !== undefined) return this.#batch;
    this.#batch = createBatch();
    if (this.#writing === undefined) this.#leaveSoon();
    return this.#batch;
  }

  /** After the microtasks of this turn: the requests that came together, and were served at once, are answered together. */
  #leaveSoon(): void {
    process.nextTick(() => this.#write());
  }

  #beginWaiting(): void {
    if (this.#batch !== undefined || this.#writing !== undefined) return;
    this.#batch = createBatch();
    this.#batch.waits = true;
    setImmediate(() => this.#write());
  }

  /** Takes room among the small answers, and says where in `#gathered`: to be called before that is read, as it may change. */
  #reserve(lengthBytes: number): number {
    const batch = this.#current();
    if (this.#gatheredTo + lengthBytes > this.#gathered.length) {
      this.#closeGathered(batch);
      this.#gathered = Buffer.allocUnsafeSlow(GATHERED_BYTES);
      this.#gatheredFrom = 0;
      this.#gatheredTo = 0;
    }
    const at = this.#gatheredTo;
    this.#gatheredTo += lengthBytes;
    return at;
  }

  #append(data: Buffer): void {
    if (data.length <= COPIED_BYTES_MAX) {
      const at = this.#reserve(data.length);
      this.#gathered.set(data, at);
      return;
    }
    const batch = this.#current();
    this.#closeGathered(batch);
    batch.buffers.push(data);
  }

  #closeGathered(batch: Batch): void {
    if (this.#gatheredTo === this.#gatheredFrom) return;
    batch.buffers.push(this.#gathered.subarray(this.#gatheredFrom, this.#gatheredTo));
    this.#gatheredFrom = this.#gatheredTo;
  }

  #add(settledBytes: number): Promise<void> {
    const batch = this.#current();
    batch.answers += 1;
    batch.settledBytes += settledBytes;
    if (batch.waits && batch.answers > 1) {
      batch.waits = false;
      this.#leaveSoon();
    }
    return batch.taken;
  }

  #write(): void {
    const batch = this.#batch;
    if (batch === undefined || this.#writing !== undefined) return;
    this.#closeGathered(batch);
    this.#batch = undefined;
    this.#writing = batch;
    stayAwake();
    const last = batch.buffers.length - 1;
    if (last > 0) this.#socket.cork();
    batch.buffers.forEach((buffer, index) => {
      this.#socket.write(buffer, index < last ? undefined : (error) => this.#written(batch, error));
    });
    if (last > 0) this.#socket.uncork();
  }

  #written(batch: Batch, error: Error | null | undefined): void {
    // A failed write ends the connection, and that is where `drop` is called.
    if (error || this.#gone) return;
    this.#writing = undefined;
    // All that was gathered has left, so its buffer can be used again.
    if (this.#batch === undefined) {
      this.#gatheredFrom = 0;
      this.#gatheredTo = 0;
    } else this.#write();
    batch.resolve();
    this.#onTaken(batch.answers, batch.settledBytes);
  }
}
