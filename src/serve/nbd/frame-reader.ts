/**
 * Cuts what a connection receives into the pieces that the protocol says come next. It also says where in memory the next
 * bytes are to be put: those of a large piece go straight to where it is collected, all others to a buffer in which most
 * pieces lie whole, and are handed on where they lie.
 */

import { pieces } from "../../pieces.ts";

/** Takes what was asked for: so many bytes of `bytes`, from `at`. */
export type TakePiece = (bytes: Buffer, at: number) => void;

/** What is received at first, and behind a large piece: mostly a header, of which what follows has a place of its own. */
const ROOM_BYTES_MIN = 4 * 1024;
/** What is received when more is coming than that: 31 requests to write 4 KiB. */
const ROOM_BYTES_MAX = 128 * 1024;
/** A piece from this size on is followed by others as a rule, and what came along with their headers has to be moved. */
const LARGE_PIECE_BYTES = 32 * 1024;

const NOTHING: Buffer = Buffer.alloc(0);

export class FrameReader {
  readonly #source: { pause(): void; resume(): void };
  #wantedBytes = 0;
  #take: TakePiece = () => {};
  /** Whether who takes the piece keeps it. */
  #kept = false;
  /** Where a piece is collected, and how much of it is there. */
  #piece: Buffer | undefined;
  #collectedBytes = 0;
  /** What has arrived elsewhere, and how much of it was handed on. */
  #received = NOTHING;
  #at = 0;
  /** Where the next bytes are put: a part of `#piece`, or a buffer that is given back to `pieces`. */
  #room = NOTHING;
  #roomIsInPiece = false;
  #roomBytes = ROOM_BYTES_MIN;
  #paused = false;
  #running = false;

  /** @param source is paused when no more should come */
  constructor(source: { pause(): void; resume(): void }) {
    this.#source = source;
  }

  /**
   * Says what comes next. To be called before the first byte, and from each `take` that does not pause.
   * @param kept whether `take` keeps the piece and gives it back to `pieces`; else it is done with it when it returns
   */
  expect(lengthBytes: number, take: TakePiece, kept = false): void {
    this.#wantedBytes = lengthBytes;
    this.#take = take;
    this.#kept = kept;
  }

  /** Whether bytes have arrived that nothing has asked for yet. */
  get hasMore(): boolean {
    return this.#at < this.#received.length;
  }

  /** Where the next bytes are to be put. It stands until the next call, which comes after `arrived`. */
  room(): Buffer {
    const spent = this.#roomIsInPiece ? undefined : this.#room;
    // Only of a source that was paused is anything left.
    if (this.hasMore) this.push(NOTHING);
    if (spent !== undefined) pieces.giveBack(spent);
    const piece = this.#piece;
    this.#roomIsInPiece = piece !== undefined;
    this.#room = piece === undefined ? pieces.take(this.#roomBytes) : piece.subarray(this.#collectedBytes);
    return this.#room;
  }

  /** Takes the first so many bytes of what `room` gave. */
  arrived(lengthBytes: number): void {
    if (this.#roomIsInPiece) {
      this.#collectedBytes += lengthBytes;
      this.#run();
      return;
    }
    // What fills the least room has more behind it, as does what is more than that.
    this.#roomBytes = lengthBytes >= ROOM_BYTES_MIN ? ROOM_BYTES_MAX : ROOM_BYTES_MIN;
    this.push(this.#room.subarray(0, lengthBytes));
  }

  /** Takes what has arrived in memory of its own. */
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

  /** Gives back the memory that something was to arrive in: the source is gone. */
  drop(): void {
    if (!this.#roomIsInPiece) pieces.giveBack(this.#room);
    if (this.#piece !== undefined) pieces.giveBack(this.#piece);
    this.#room = NOTHING;
    this.#roomIsInPiece = false;
    this.#piece = undefined;
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
    if (this.#piece === undefined && this.#received.length - this.#at >= this.#wantedBytes) {
      const at = this.#at;
      this.#at += this.#wantedBytes;
      if (this.#kept) pieces.hold(this.#received);
      this.#take(this.#received, at);
      return true;
    }
    if (this.hasMore) this.#collect();
    if (this.#piece === undefined || this.#collectedBytes < this.#wantedBytes) return false;
    this.#handOn(this.#piece);
    return true;
  }

  /** Puts what there is of a piece where it can be whole. */
  #collect(): void {
    this.#piece ??= pieces.take(this.#wantedBytes);
    const copied = this.#received.copy(this.#piece, this.#collectedBytes, this.#at);
    this.#at += copied;
    this.#collectedBytes += copied;
  }

  #handOn(piece: Buffer): void {
    this.#piece = undefined;
    this.#collectedBytes = 0;
    if (piece.length >= LARGE_PIECE_BYTES) this.#roomBytes = ROOM_BYTES_MIN;
    const kept = this.#kept;
    this.#take(piece, 0);
    if (!kept) pieces.giveBack(piece);
  }
}
