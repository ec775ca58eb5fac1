/**
 * Whole volumes in and out through the bulk streams, in memory that does not grow with them. Runs of zeroes are not sent:
 * on the way in they are freed on the volume, on the way out they become holes. What arrives is always exactly what was sent.
 */

import { createHash } from "node:crypto";
import { fstatSync, type Stats } from "node:fs";
import { type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import type { EnvolClient } from "../client/client.ts";
import { EnvolError } from "../errors.ts";
import { LIMITS } from "../limits.ts";
import type { Progress } from "./progress.ts";
import { printBytes } from "./terminal.ts";

/** Zeroes are looked for in blocks of this size: small enough to find the holes of a disk image, large enough to be cheap. */
const ZERO_BLOCK_BYTES = 64 * 1024;
const ZEROES = Buffer.alloc(LIMITS.streamChunkBytes);

export interface Target {
  readonly client: EnvolClient;
  readonly volumeId: string;
  readonly attachmentId: string;
  readonly offsetBytes: number;
}

export interface TransferResult {
  readonly bytes: number;
  /** How many of them were runs of zeroes, which were not sent. */
  readonly zeroBytes: number;
  /** SHA-256 of all bytes, in hexadecimal. */
  readonly sha256: string;
  readonly elapsedMs: number;
}

/** Size of a volume in bytes. @throws VOLUME_NOT_FOUND, VOLUME_ID_MALFORMED */
export async function volumeSizeBytes(client: EnvolClient, volumeId: string): Promise<number> {
  const { volumes } = await client.volumes.describeVolumes({ volumeIds: [volumeId] });
  const volume = volumes[0];
  if (volume === undefined) throw new EnvolError("VOLUME_NOT_FOUND", `There is no volume ${volumeId}.`);
  return volume.sizeGib * LIMITS.gibBytes;
}

/** Where an import reads from. */
export interface Source {
  readonly stream: Readable;
  /** Known for regular files. */
  readonly sizeBytes: number | undefined;
}

/** Opens a file, or standard input for "-". @throws MISSING_ARGUMENT when standard input is a terminal. */
export async function openSource(file: string): Promise<Source> {
  const sizeOf = (stats: Stats) => (stats.isFile() ? stats.size : undefined);
  if (file === "-") {
    if (process.stdin.isTTY) {
      throw new EnvolError("MISSING_ARGUMENT", "FILE: name a file, or pipe the data in.", { field: "FILE" });
    }
    return { stream: process.stdin, sizeBytes: sizeOf(fstatSync(0)) };
  }
  const handle = await open(file, "r");
  const stats = await handle.stat();
  if (stats.isDirectory()) {
    await handle.close();
    throw new EnvolError("INVALID_ARGUMENT", `FILE: ${file} is a directory.`, { field: "FILE" });
  }
  return { stream: handle.createReadStream({ highWaterMark: LIMITS.streamChunkBytes }), sizeBytes: sizeOf(stats) };
}

/**
 * The first `limitBytes` of a stream, regrouped into chunks that end where the volume's offsets are multiples of
 * `chunkBytes`, so that every sector is written once.
 * @internal Exported for its own tests.
 */
export async function* alignedChunks(
  source: AsyncIterable<Buffer>,
  offsetBytes: number,
  limitBytes: number,
  chunkBytes: number = LIMITS.streamChunkBytes,
): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let heldBytes = 0;
  let wantedBytes = chunkBytes - (offsetBytes % chunkBytes);
  let leftBytes = limitBytes;
  if (leftBytes === 0) return;
  for await (const read of source) {
    let rest = read.subarray(0, leftBytes);
    leftBytes -= rest.length;
    while (heldBytes + rest.length >= wantedBytes) {
      const head = rest.subarray(0, wantedBytes - heldBytes);
      yield parts.length === 0 ? head : Buffer.concat([...parts, head]);
      rest = rest.subarray(head.length);
      parts = [];
      heldBytes = 0;
      wantedBytes = chunkBytes;
    }
    if (rest.length > 0) parts.push(rest);
    heldBytes += rest.length;
    if (leftBytes === 0) break;
  }
  if (heldBytes > 0) yield Buffer.concat(parts);
}

export interface Run {
  readonly offsetBytes: number;
  readonly data: Buffer;
  readonly zero: boolean;
}

/**
 * Splits a chunk into runs of zeroes and of data, in order, at the volume's multiples of 64 KiB.
 * @internal Exported for its own tests.
 */
export function* zeroRuns(chunk: Buffer, offsetBytes: number): Generator<Run> {
  let start = 0;
  let zero: boolean | undefined;
  for (let at = 0; at < chunk.length; ) {
    const end = Math.min(chunk.length, at + ZERO_BLOCK_BYTES - ((offsetBytes + at) % ZERO_BLOCK_BYTES));
    const blockZero = chunk.subarray(at, end).equals(ZEROES.subarray(0, end - at));
    if (zero !== undefined && blockZero !== zero) {
      yield { offsetBytes: offsetBytes + start, data: chunk.subarray(start, at), zero };
      start = at;
    }
    zero = blockZero;
    at = end;
  }
  if (zero !== undefined) yield { offsetBytes: offsetBytes + start, data: chunk.subarray(start), zero };
}

/** Frees a range of the volume, in requests of the allowed size. */
async function writeZeroes(target: Target, offsetBytes: number, lengthBytes: number): Promise<void> {
  const { client, volumeId, attachmentId } = target;
  for (let done = 0; done < lengthBytes; done += LIMITS.requestBytesMax) {
    await client.blocks.writeZeroes({
      volumeId,
      attachmentId,
      offsetBytes: offsetBytes + done,
      lengthBytes: Math.min(LIMITS.requestBytesMax, lengthBytes - done),
    });
  }
}

function tooLong(target: Target, volumeBytes: number, what: string): EnvolError {
  const roomBytes = Math.max(0, volumeBytes - target.offsetBytes);
  const message = `${what}; from offset ${target.offsetBytes} the volume has room for ${roomBytes} bytes.`;
  return new EnvolError("OUT_OF_RANGE", message, { field: "FILE" });
}

/**
 * Writes a source to a volume, from the target's offset on, and flushes. A source of known size that does not fit is
 * refused before anything is written; one of unknown size, when it runs past the end.
 * @throws OUT_OF_RANGE, and what the client throws
 */
export async function importInto(
  target: Target,
  source: Source,
  options: { readonly limitBytes?: number; readonly volumeBytes: number; readonly progress: Progress },
): Promise<TransferResult> {
  const { client, volumeId, attachmentId, offsetBytes } = target;
  const { volumeBytes, progress } = options;
  const limitBytes = Math.min(
    options.limitBytes ?? Number.POSITIVE_INFINITY,
    source.sizeBytes ?? Number.POSITIVE_INFINITY,
  );
  if (limitBytes !== Number.POSITIVE_INFINITY && offsetBytes + limitBytes > volumeBytes) {
    source.stream.destroy();
    throw tooLong(target, volumeBytes, `The data is ${limitBytes} bytes long`);
  }
  const hash = createHash("sha256");
  const startMs = performance.now();
  let bytes = 0;
  let zeroBytes = 0;
  async function* messages() {
    // The first message says where the data goes; sending it alone keeps the others alike.
    yield { volumeId, attachmentId };
    let pendingZeroes = 0;
    for await (const chunk of alignedChunks(source.stream, offsetBytes, limitBytes)) {
      const at = offsetBytes + bytes;
      if (at + chunk.length > volumeBytes) throw tooLong(target, volumeBytes, `The data goes on after ${bytes} bytes`);
      hash.update(chunk);
      for (const run of zeroRuns(chunk, at)) {
        if (run.zero) {
          pendingZeroes += run.data.length;
          zeroBytes += run.data.length;
          continue;
        }
        await writeZeroes(target, run.offsetBytes - pendingZeroes, pendingZeroes);
        pendingZeroes = 0;
        yield { offsetBytes: run.offsetBytes, data: run.data };
      }
      bytes += chunk.length;
      progress.advance(chunk.length);
    }
    await writeZeroes(target, offsetBytes + bytes - pendingZeroes, pendingZeroes);
  }
  try {
    await client.blocks.writeStream(messages());
    await client.blocks.flush({ volumeId, attachmentId });
  } finally {
    source.stream.destroy();
    progress.end();
  }
  return { bytes, zeroBytes, sha256: hash.digest("hex"), elapsedMs: performance.now() - startMs };
}

/** Where an export goes: bytes and runs of zeroes, in order. */
interface Sink {
  write(data: Buffer): Promise<void>;
  /** At most as many as one chunk has bytes. */
  zeroes(lengthBytes: number): Promise<void>;
  /** After the last byte. */
  finish(): Promise<void>;
  /** In any case, at the end. What was not finished is taken back. */
  close(): Promise<void>;
}

/** A sink that has no place to go back to: a pipe, a terminal, a device. */
function streamSink(write: (data: Buffer) => Promise<void>, close: () => Promise<void>): Sink {
  return { write, zeroes: (lengthBytes) => write(ZEROES.subarray(0, lengthBytes)), finish: async () => {}, close };
}

async function writeAll(handle: FileHandle, data: Buffer, position: number | null): Promise<void> {
  for (let done = 0; done < data.length; ) {
    const at = position === null ? null : position + done;
    done += (await handle.write(data, done, data.length - done, at)).bytesWritten;
  }
}

/** A regular file: zeroes become holes, and the name is taken when all is there, so no half of a file is taken for the whole. */
async function fileSink(file: string): Promise<Sink> {
  const partial = `${file}.partial`;
  const handle = await open(partial, "wx");
  let position = 0;
  let finished = false;
  return {
    async write(data) {
      await writeAll(handle, data, position);
      position += data.length;
    },
    async zeroes(lengthBytes) {
      position += lengthBytes;
    },
    async finish() {
      await handle.truncate(position);
      await handle.datasync();
      await rename(partial, file);
      finished = true;
    },
    async close() {
      await handle.close();
      if (!finished) await rm(partial, { force: true });
    },
  };
}

/** Opens a file to export to, or standard output for "-". */
async function openSink(file: string): Promise<Sink> {
  if (file === "-") return streamSink(printBytes, async () => {});
  const existing = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (existing === undefined) return fileSink(file);
  if (existing.isFile()) return fileSink(await realpath(file));
  const handle = await open(file, "w");
  return streamSink(
    (data) => writeAll(handle, data, null),
    () => handle.close(),
  );
}

/** Reads `lengthBytes` of a volume, from the target's offset on, into a file or to standard output. */
export async function exportFrom(
  target: Target,
  file: string,
  options: { readonly lengthBytes: number; readonly progress: Progress },
): Promise<TransferResult> {
  const { client, volumeId, attachmentId, offsetBytes } = target;
  const { lengthBytes, progress } = options;
  const hash = createHash("sha256");
  const startMs = performance.now();
  const sink = await openSink(file);
  let bytes = 0;
  let zeroBytes = 0;
  const skipTo = async (doneBytes: number) => {
    while (bytes < doneBytes) {
      const piece = ZEROES.subarray(0, doneBytes - bytes);
      hash.update(piece);
      await sink.zeroes(piece.length);
      bytes += piece.length;
      zeroBytes += piece.length;
      progress.advance(piece.length);
      // A hole can be terabytes long: the connection and ctrl-C get their turn meanwhile.
      await setImmediate();
    }
  };
  try {
    // A length of 0 would ask for everything to the end of the volume.
    if (lengthBytes > 0) {
      const request = { volumeId, attachmentId, offsetBytes, lengthBytes, skipUnallocated: true };
      for await (const chunk of client.blocks.readStream(request)) {
        await skipTo(chunk.offsetBytes - offsetBytes);
        hash.update(chunk.data);
        await sink.write(chunk.data);
        bytes += chunk.data.length;
        progress.advance(chunk.data.length);
      }
      await skipTo(lengthBytes);
    }
    await sink.finish();
  } finally {
    await sink.close();
    progress.end();
  }
  return { bytes, zeroBytes, sha256: hash.digest("hex"), elapsedMs: performance.now() - startMs };
}
