/**
 * Cuts what a socket receives into the pieces that the protocol says come next. A piece that lies whole in what arrived
 * is handed on where it lies; one that does not is collected in a single buffer of its length.
 */

import { pieces } from "../../pieces.ts";

/** Takes what was asked for: so many bytes of `bytes`, from `at`. They may be given back to `pieces`. */
export type TakePiece = (bytes: Buffer, at: number) => void;

const NOTHING: Buffer = Buffer.alloc(0);

export class FrameReader {
  readonly #source: { pause(): void; resume(): void };
  #wantedBytes = 0;
  #take: TakePiece = () => {};
  /** Where a piece is collected, and how much of it is there. */
  #piece: Buffer | undefined;
  #collectedBytes = 0;
  #received = NOTHING;
  #at = 0;
  #paused = false;
  #running = false;

  /** @param source is paused when no more should come */
  constructor(source: { pause(): void; resume(): void }) {
    this.#source = source;
  }

  /** Says what comes next. To be called before the first byte, and from each `take` that does not pause. */
  expect(lengthBytes: number, take: TakePiece): void {
    this.#wantedBytes = lengthBytes;
    this.#take = take;
  }

  /** Whether bytes have arrived that nothing has asked for yet. */
  get hasMore(): boolean {
    return this.#at < this.#received.length;
  }

  /** Takes what has arrived. */
  push(received: Buffer): void {
    // A source that was paused delivers nothing as a rule; what it still had on the way is kept in order.
    this.#received = this.hasMore ? Buffer.concat([this.#received.subarray(this.#at), received]) : received;
    this.#at = 0;
    this.#run();
  }

  /** Hands on nothing more until `resume`, and lets the source rest. */
  pause(): void {
    if (this.#paused) return;
    this.#paused = true;
    this.#source.pause();
  }

  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#run();
    if (!this.#paused) this.#source.resume();
  }

  #run(): void {
    if (this.#running) return;
    this.#running = true;
    try {
      while (!this.#paused && this.#next());
    } finally {
      this.#running = false;
    }
    if (!this.hasMore) this.#received = NOTHING;
  }

  /** Hands on the next piece, if it is whole. */
  #next(): boolean {
    const available = this.#received.length - this.#at;
    if (this.#piece === undefined && available >= this.#wantedBytes) {
      const at = this.#at;
      this.#at += this.#wantedBytes;
      this.#take(this.#received, at);
      return true;
    }
    if (available === 0) return false;
    this.#piece ??= pieces.take(this.#wantedBytes);
    const copied = this.#received.copy(this.#piece, this.#collectedBytes, this.#at);
    this.#at += copied;
    this.#collectedBytes += copied;
    if (this.#collectedBytes < this.#wantedBytes) return false;
    const piece = this.#piece;
    this.#piece = undefined;
    this.#collectedBytes = 0;
    this.#take(piece, 0);
    return true;
  }
}
