/** A volume with the face of an fs.promises.FileHandle, for programs that keep their data in a file or on a device. */

import type { ObjectEncodingOptions } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import type { Readable, Writable } from "node:stream";
import { EnvolError } from "../errors.ts";
import { LIMITS } from "../limits.ts";
import type { CallOptions } from "./channel.ts";
import { checkWholeNumber } from "./request-check.ts";
import type { Volume } from "./volume.ts";
import {
  createReadStream,
  createWriteStream,
  type VolumeReadStreamOptions,
  type VolumeWriteStreamOptions,
} from "./volume-streams.ts";

/** Node's default for FileHandle.read without a buffer. */
const READ_BYTES_DEFAULT = 16 * 1024;

/** What stat() tells of a volume, under the names of fs.Stats. */
export interface VolumeStats {
  /** Bytes. */
  readonly size: number;
  /** The sector size: writes of whole sectors need no reading. */
  readonly blksize: number;
  /** 512-byte blocks that are written, as far as committed. */
  readonly blocks: number;
  isFile(): false;
  isDirectory(): false;
  isBlockDevice(): true;
}

/**
 * The methods of a FileHandle that make sense on a block device, with its parameters and results. As on any block device,
 * the size is fixed: a read ends at the end, and a write past it is refused (OUT_OF_RANGE) and changes nothing. Errors are
 * EnvolErrors.
 */
export interface VolumeFile
  extends Pick<FileHandle, "read" | "write" | "readv" | "writev" | "sync" | "datasync" | "truncate" | "close">,
    AsyncDisposable {
  stat(): Promise<VolumeStats>;
  createReadStream(options?: VolumeReadStreamOptions): Readable;
  createWriteStream(options?: VolumeWriteStreamOptions): Writable;
}

export async function openVolumeFile(volume: Volume, options?: CallOptions): Promise<VolumeFile> {
  const { sizeGib } = await volume.describe(options);
  const file = new BlockFile(volume, sizeGib * LIMITS.gibBytes);
  // The class has one signature where FileHandle has several overloads.
  return file as unknown as VolumeFile;
}

type View = NodeJS.ArrayBufferView;
type Position = number | bigint | null | undefined;

interface Span {
  readonly buffer?: View;
  readonly offset?: number | null;
  readonly length?: number | null;
  readonly position?: Position;
}

/** Every method begins at once, in the order of the calls, so that calls without a position follow one another. */
class BlockFile {
  readonly #volume: Volume;
  #sizeBytes: number;
  /** Where a call without a position goes on. */
  #position = 0;
  #closed = false;
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(volume: Volume, sizeBytes: number) {
    this.#volume = volume;
    this.#sizeBytes = sizeBytes;
  }

  async read(...args: [View | Span | undefined, (number | Span | null)?, (number | null)?, Position?]) {
    const { bytes, buffer, position } = spanOf(args, () => Buffer.alloc(READ_BYTES_DEFAULT));
    return await this.#run(async () => ({ bytesRead: await this.#readInto([bytes], position), buffer }));
  }

  async readv(buffers: readonly View[], position?: Position) {
    return await this.#run(async () => ({ bytesRead: await this.#readInto(buffers.map(bytesOf), position), buffers }));
  }

  async write(data: View | string, ...args: [(number | Span | null)?, (number | string | null)?, Position?]) {
    const { bytes, buffer, position } =
      typeof data === "string" ? textSpan(data, args) : spanOf([data, ...(args as [])], noBuffer);
    return await this.#run(async () => ({ bytesWritten: await this.#writeAll(bytes, position), buffer }));
  }

  async writev(buffers: readonly View[], position?: Position) {
    const bytes = Buffer.concat(buffers.map(bytesOf));
    return await this.#run(async () => ({ bytesWritten: await this.#writeAll(bytes, position), buffers }));
  }

  sync(): Promise<void> {
    return this.#run(() => this.#volume.flush());
  }

  datasync(): Promise<void> {
    return this.sync();
  }

  stat(): Promise<VolumeStats> {
    return this.#run(async () => {
      const { sizeGib, sectorSizeBytes, allocatedBytes } = await this.#volume.describe();
      this.#sizeBytes = sizeGib * LIMITS.gibBytes;
      return {
        size: this.#sizeBytes,
        blksize: sectorSizeBytes,
        blocks: Math.ceil(allocatedBytes / 512),
        isFile: () => false,
        isDirectory: () => false,
        isBlockDevice: () => true,
      };
    });
  }

  async truncate(): Promise<never> {
    const text = "truncate: a volume has a fixed size; discard() frees a range of it, and ModifyVolume makes it grow.";
    throw new EnvolError("INVALID_ARGUMENT", text);
  }

  createReadStream(options?: VolumeReadStreamOptions): Readable {
    this.#check();
    return createReadStream(this.#volume, options);
  }

  createWriteStream(options?: VolumeWriteStreamOptions): Writable {
    this.#check();
    return createWriteStream(this.#volume, options);
  }

  /** Waits for the calls under way. The volume stays attached. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#underWay);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #readInto(targets: readonly Uint8Array[], position: Position): Promise<number> {
    const wanted = targets.reduce((sum, target) => sum + target.length, 0);
    const offset = this.#offset(position);
    const length = Math.max(0, Math.min(wanted, this.#sizeBytes - offset));
    if (isCurrent(position)) this.#position += length;
    if (length === 0) return 0;
    let data = await this.#volume.read(offset, length);
    for (const target of targets) {
      target.set(data.subarray(0, target.length));
      data = data.subarray(target.length);
    }
    return length;
  }

  async #writeAll(bytes: Uint8Array, position: Position): Promise<number> {
    const offset = this.#offset(position);
    if (isCurrent(position)) this.#position += bytes.length;
    if (bytes.length > 0) await this.#volume.write(offset, bytes);
    return bytes.length;
  }

  #offset(position: Position): number {
    if (isCurrent(position)) return this.#position;
    checkWholeNumber("position", Number(position));
    return Number(position);
  }

  #check(): void {
    if (this.#closed) throw new EnvolError("UNAVAILABLE", "The file is closed.");
  }

  async #run<Result>(call: () => Promise<Result>): Promise<Result> {
    this.#check();
    const running = call();
    this.#underWay.add(running);
    try {
      return await running;
    } finally {
      this.#underWay.delete(running);
    }
  }
}

/** A position that is no number, or -1, means the current one. */
function isCurrent(position: Position): boolean {
  return position === null || position === undefined || Number(position) === -1;
}

function bytesOf(view: View): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

/** The part of a buffer that FileHandle's parameters name: buffer, offset, length, position; or an object with these names. */
function spanOf(args: readonly unknown[], defaultBuffer: () => View) {
  const [first, second] = args;
  const named = (ArrayBuffer.isView(first) ? asObject(second) : asObject(first)) as Span | undefined;
  const buffer = ArrayBuffer.isView(first) ? (first as View) : (named?.buffer ?? defaultBuffer());
  const [offset, length, position] = named
    ? [named.offset, named.length, named.position]
    : (args.slice(1) as [Span["offset"], Span["length"], Position]);
  const all = bytesOf(buffer);
  const start = offset ?? 0;
  checkWholeNumber("offset", start, all.length);
  const count = length ?? all.length - start;
  checkWholeNumber("length", count, all.length - start);
  return { buffer, bytes: all.subarray(start, start + count), position };
}

function asObject(value: unknown): object | undefined {
  return typeof value === "object" && value !== null ? value : undefined;
}

/** write(string, position, encoding) */
function textSpan(text: string, [position, encoding]: readonly unknown[]) {
  const bytes = Buffer.from(text, (encoding ?? "utf8") as NonNullable<ObjectEncodingOptions["encoding"]>);
  return { buffer: text, bytes, position: position as Position };
}

function noBuffer(): never {
  throw new EnvolError("INVALID_ARGUMENT", "buffer: expected a Buffer, a typed array, a DataView or a string.", {
    field: "buffer",
  });
}
