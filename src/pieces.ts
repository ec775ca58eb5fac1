/**
 * Memory that is used again. The runtime zeroes each new piece page by page, and collects it later on a thread of its own;
 * for large requests that takes longer than to decrypt what is in them.
 */

/** Larger pieces come in powers of two from here. Smaller ones are cut from slabs of this size. */
const SLAB_BYTES = 512 * 1024;
/** A request of more than this has a piece to itself. */
const CUT_BYTES_MAX = SLAB_BYTES / 4;
/** So much of each kind is kept for use again; what is beyond it is left to the runtime. */
const SPARE_BYTES_MAX = 64 * 1024 * 1024;

export interface Pieces {
  /**
   * A piece of memory, which may hold what it held before. It is used again when it was given back `holders` times, as
   * what it is or as parts of it; a piece that is not given back goes to the runtime.
   */
  take(lengthBytes: number, holders?: number): Buffer;
  /** Counts one more holder of a piece, or of a part of one. Memory that is no piece is left alone. */
  hold(bytes: Uint8Array): void;
  /** Takes back a piece, or a part of one, that nobody uses any more. Memory that is no piece is left alone. */
  giveBack(bytes: Uint8Array): void;
}

/** A slab, or a piece that is large. */
interface Lent {
  readonly memory: ArrayBufferLike;
  /** How often it is still to be given back. */
  holders: number;
}

/** @param allocate gives memory of a size, with anything in it */
function createPieces(allocate: (lengthBytes: number) => ArrayBufferLike): Pieces {
  // Entered once for each allocation: a weak map that changes all the time would keep the garbage collector busy.
  const known = new WeakMap<ArrayBufferLike, Lent>();
  const spares = new Map<number, Lent[]>();
  let spareBytes = 0;
  let slab: Lent | undefined;
  let slabUsed = 0;

  const lend = (lengthBytes: number): Lent => {
    const spare = spares.get(lengthBytes)?.pop();
    if (spare !== undefined) {
      spareBytes -= lengthBytes;
      return spare;
    }
    const piece = { memory: allocate(lengthBytes), holders: 0 };
    known.set(piece.memory, piece);
    return piece;
  };
  const keep = (piece: Lent) => {
    const lengthBytes = piece.memory.byteLength;
    if (spareBytes + lengthBytes > SPARE_BYTES_MAX) return;
    spareBytes += lengthBytes;
    const sameSize = spares.get(lengthBytes);
    if (sameSize === undefined) spares.set(lengthBytes, [piece]);
    else sameSize.push(piece);
  };
  return {
    take(lengthBytes, holders = 1) {
      if (lengthBytes > CUT_BYTES_MAX) {
        const piece = lend(Math.max(SLAB_BYTES, 2 ** Math.ceil(Math.log2(lengthBytes))));
        piece.holders = holders;
        return Buffer.from(piece.memory, 0, lengthBytes);
      }
      if (slab === undefined || slabUsed + lengthBytes > SLAB_BYTES) {
        slab = lend(SLAB_BYTES);
        slabUsed = 0;
      }
      slab.holders += holders;
      slabUsed += lengthBytes;
      return Buffer.from(slab.memory, slabUsed - lengthBytes, lengthBytes);
    },
    hold({ buffer }) {
      const piece = known.get(buffer);
      if (piece !== undefined) piece.holders += 1;
    },
    giveBack({ buffer }) {
      const piece = known.get(buffer);
      if (piece === undefined || --piece.holders > 0) return;
      // Of the slab that is being cut, nothing is in use any more: it begins anew, while it is in the processor's cache.
      if (piece === slab) slabUsed = 0;
      else keep(piece);
    },
  };
}

/** Memory of this thread. */
export const pieces: Pieces = createPieces((lengthBytes) => Buffer.allocUnsafeSlow(lengthBytes).buffer);

/** Memory that worker threads can be given too. */
export const sharedPieces: Pieces = createPieces((lengthBytes) => new SharedArrayBuffer(lengthBytes));
