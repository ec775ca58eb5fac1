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
  /** Bytes that may wait to be sent before `write()` says to stop, and that may be under way; 4 MiB when absent. */
  readonly highWaterMark?: number;
  /** Destroys the stream, with an AbortError whose cause is the signal's reason. */
  readonly signal?: AbortSignal;
}

type Readables = Pick<Volume, "read" | "sizeBytes">;
type Writables = Pick<Volume, "write" | "flush">;

/**
 * Reads as far ahead as its buffer reaches, several requests at a time, so that the daemon decrypts one while it sends
 * another.
 * @throws INVALID_ARGUMENT
 */
export function createReadStream(volume: Readables, options: VolumeReadStreamOptions = {}): Readable {
  const { start = 0, end = Number.MAX_SAFE_INTEGER, highWaterMark = BUFFER_BYTES, signal } = options;
  checkWholeNumber("start", start);
  checkWholeNumber("end", end);
  const endBytes = Math.min(end + 1, volume.sizeBytes);
  const stop = new AbortController();
  const reads: Promise<Buffer>[] = [];
  let readingBytes = 0;
  let offsetBytes = start;
  const readAhead = (bufferedBytes: number) => {
    while (offsetBytes < endBytes && (reads.length === 0 || bufferedBytes + readingBytes < highWaterMark)) {
      const lengthBytes = Math.min(LIMITS.streamChunkBytes, endBytes - offsetBytes);
      const reading = volume.read(offsetBytes, lengthBytes, { signal: stop.signal });
      // One that fails is told of in its turn, if that still comes.
      reading.catch(() => {});
      reads.push(reading);
      readingBytes += lengthBytes;
      offsetBytes += lengthBytes;
    }
  };
  return new Readable({
    highWaterMark,
    ...(signal !== undefined && { signal }),
    read() {
      readAhead(this.readableLength);
      const next = reads.shift();
      if (next === undefined) {
        this.push(null);
        return;
      }
      next.then(
        (data) => {
          readingBytes -= data.length;
          this.push(data);
        },
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
 * What is written in one turn goes out together. Requests are under way side by side: a chunk's callback says that there is
 * room for more, and the end of the stream that all was written.
 * @throws INVALID_ARGUMENT
 */
export function createWriteStream(volume: Writables, options: VolumeWriteStreamOptions = {}): Writable {
  const { start = 0, flush = false, highWaterMark = BUFFER_BYTES, signal } = options;
  checkWholeNumber("start", start);
  const stop = new AbortController();
  let offsetBytes = start;
  let unansweredBytes = 0;
  /** Looks again whether what waits may go on. */
  let answered = () => {};
  const until = (condition: () => boolean, callback: () => void) => {
    answered = () => {
      if (!condition()) return;
      answered = () => {};
      callback();
    };
  };
  /** `data` must belong to nobody else. */
  const put = (stream: Writable, data: Buffer, callback: () => void) => {
    until(() => unansweredBytes < highWaterMark, callback);
    setImmediate(() => answered());
    if (data.length === 0) return;
    unansweredBytes += data.length;
    volume.write(offsetBytes, data, { signal: stop.signal }).then(
      () => {
        unansweredBytes -= data.length;
        answered();
      },
      (thrown) => void stream.destroy(thrown),
    );
    offsetBytes += data.length;
  };
  return new Writable({
    highWaterMark,
    ...(signal !== undefined && { signal }),
    write(chunk: Buffer, _encoding, callback) {
      put(this, Buffer.from(chunk), callback);
    },
    writev(chunks, callback) {
      put(this, Buffer.concat(chunks.map(({ chunk }) => chunk)), callback);
    },
    final(callback) {
      const finish = () => {
        const finished = flush ? volume.flush({ signal: stop.signal }) : Promise.resolve();
        finished.then(() => callback(), callback);
      };
      until(() => unansweredBytes === 0, finish);
      answered();
    },
    destroy(error, callback) {
      stop.abort();
      callback(error);
    },
  });
}
