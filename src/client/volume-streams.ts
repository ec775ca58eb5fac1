/** A range of a volume as Node streams, which hold what their buffers may and no more. */

import { Readable, Writable } from "node:stream";
import { LIMITS } from "../limits.ts";
import { checkWholeNumber } from "./request-check.ts";
import type { Volume } from "./volume.ts";

/** What a stream holds: a reader is that far ahead of who reads from it, a writer that far behind who writes to it. */
const BUFFER_BYTES = 4 * LIMITS.streamChunkBytes;

export interface VolumeReadStreamOptions {
  /** Offset of the first byte; 0 when absent. */
  readonly start?: number;
  /** Offset of the last byte, inclusive as in fs.createReadStream; the end of the volume when absent or past it. */
  readonly end?: number;
  /** Bytes that are read ahead; 4 MiB when absent. */
  readonly highWaterMark?: number;
  /** Destroys the stream, with an AbortError whose cause is the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface VolumeWriteStreamOptions {
  /** Offset of the first byte; 0 when absent. */
  readonly start?: number;
  /** Waits, before it finishes, until all is on the disk. */
  readonly flush?: boolean;
  /** Bytes that may wait to be written before `write()` says to stop; 4 MiB when absent. */
  readonly highWaterMark?: number;
  /** Destroys the stream, with an AbortError whose cause is the signal's reason. */
  readonly signal?: AbortSignal;
}

type Readables = Pick<Volume, "read" | "sizeBytes">;
type Writables = Pick<Volume, "write" | "flush">;

/** @throws INVALID_ARGUMENT */
export function createReadStream(volume: Readables, options: VolumeReadStreamOptions = {}): Readable {
  const { start = 0, end = Number.MAX_SAFE_INTEGER, highWaterMark = BUFFER_BYTES, signal } = options;
  checkWholeNumber("start", start);
  checkWholeNumber("end", end);
  const endBytes = Math.min(end + 1, volume.sizeBytes);
  const stop = new AbortController();
  let offsetBytes = start;
  return new Readable({
    highWaterMark,
    ...(signal !== undefined && { signal }),
    read() {
      const lengthBytes = Math.min(LIMITS.streamChunkBytes, endBytes - offsetBytes);
      if (lengthBytes <= 0) {
        this.push(null);
        return;
      }
      const reading = volume.read(offsetBytes, lengthBytes, { signal: stop.signal });
      offsetBytes += lengthBytes;
      reading.then(
        (data) => this.push(data),
        (thrown) => this.destroy(thrown),
      );
    },
    destroy(error, callback) {
      stop.abort();
      callback(error);
    },
  });
}

/**
 * What is written while a request is under way goes out together as the next one.
 * @throws INVALID_ARGUMENT
 */
export function createWriteStream(volume: Writables, options: VolumeWriteStreamOptions = {}): Writable {
  const { start = 0, flush = false, highWaterMark = BUFFER_BYTES, signal } = options;
  checkWholeNumber("start", start);
  const stop = new AbortController();
  let offsetBytes = start;
  const put = async (data: Buffer) => {
    if (data.length > 0) await volume.write(offsetBytes, data, { signal: stop.signal });
    offsetBytes += data.length;
  };
  return new Writable({
    highWaterMark,
    ...(signal !== undefined && { signal }),
    write(chunk: Buffer, _encoding, callback) {
      put(chunk).then(() => callback(), callback);
    },
    writev(chunks, callback) {
      put(Buffer.concat(chunks.map(({ chunk }) => chunk))).then(() => callback(), callback);
    },
    final(callback) {
      const finished = flush ? volume.flush({ signal: stop.signal }) : Promise.resolve();
      finished.then(() => callback(), callback);
    },
    destroy(error, callback) {
      stop.abort();
      callback(error);
    },
  });
}
