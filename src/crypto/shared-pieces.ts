/**
 * Memory that threads share, in pieces that are used again: the runtime would zero each new one page by page, and collect
 * it later, which takes longer than the sectors in it take to decrypt.
 */

/** Pieces are of these sizes: powers of two. */
const PIECE_BYTES_MIN = 256 * 1024;
/** So much is kept for use again; what is beyond it is left to the runtime. */
const SPARE_BYTES_MAX = 64 * 1024 * 1024;

const spares = new Map<number, SharedArrayBuffer[]>();
const lent = new WeakSet<SharedArrayBuffer>();
let spareBytes = 0;

/** A piece of at least so many bytes. It may hold what it held before. */
export function takeSharedPiece(lengthBytes: number): SharedArrayBuffer {
  const pieceBytes = 2 ** Math.ceil(Math.log2(Math.max(lengthBytes, PIECE_BYTES_MIN)));
  let piece = spares.get(pieceBytes)?.pop();
  if (piece === undefined) piece = new SharedArrayBuffer(pieceBytes);
  else spareBytes -= pieceBytes;
  lent.add(piece);
  return piece;
}

/** Takes a piece back, which nobody uses any more. Memory that is no piece, or was given back before, is left alone. */
export function giveBackSharedPiece(memory: ArrayBufferLike): void {
  if (!(memory instanceof SharedArrayBuffer) || !lent.delete(memory)) return;
  if (spareBytes + memory.byteLength > SPARE_BYTES_MAX) return;
  spareBytes += memory.byteLength;
  const sameSize = spares.get(memory.byteLength);
  if (sameSize === undefined) spares.set(memory.byteLength, [memory]);
  else sameSize.push(memory);
}
