/**
 * A ledger: an append-only journal of key-value entries in a file or on a block device. What `set` has acknowledged is
 * there after a crash, and what has been changed behind its back is found.
 */

import type { FileHandle } from "node:fs/promises";
import { crc32 } from "node:zlib";

/** What the ledger needs of the file it lives in. */
export type LedgerFile = Pick<FileHandle, "read" | "write" | "datasync">;

/** An entry has a block of its own, the unit in which a disk writes whole or not at all. */
export const BLOCK_BYTES = 4096;

/** A block: the magic, the checksum of all after it, the length of the text, and the text, in JSON. */
const MAGIC = 0x4c454447;
const CHECKSUM_AT = 4;
const LENGTH_AT = 8;
const TEXT_AT = 12;

/** An entry that was committed, and is not what was written. */
export class LedgerDamaged extends Error {
  override readonly name = "LedgerDamaged";
  readonly block: number;

  constructor(block: number) {
    super(`Block ${block} of the ledger is damaged.`);
    this.block = block;
  }
}

export class Ledger {
  readonly #file: LedgerFile;
  /** Where the last entry of each key is. */
  readonly #blocks = new Map<string, number>();
  #nextBlock = 0;
  /** Entries are written one after the other. */
  #turn: Promise<void> = Promise.resolve();

  private constructor(file: LedgerFile) {
    this.#file = file;
  }

  /** Reads the journal. @throws LedgerDamaged */
  static async open(file: LedgerFile): Promise<Ledger> {
    const ledger = new Ledger(file);
    for (let block = 0; ; block += 1) {
      const bytes = await readBlock(file, block);
      const entry = bytes && parse(bytes);
      if (entry === undefined) {
        // What was being written during a crash is the last thing there. Where more follows, it is something else.
        if (bytes !== undefined && (await isEntry(file, block + 1))) throw new LedgerDamaged(block);
        return ledger;
      }
      ledger.#blocks.set(entry.key, block);
      ledger.#nextBlock = block + 1;
    }
  }

  get keys(): string[] {
    return [...this.#blocks.keys()];
  }

  /** @throws LedgerDamaged */
  async get(key: string): Promise<string | undefined> {
    const block = this.#blocks.get(key);
    if (block === undefined) return undefined;
    const bytes = await readBlock(this.#file, block);
    const entry = bytes && parse(bytes);
    if (entry?.key !== key) throw new LedgerDamaged(block);
    return entry.value;
  }

  /**
   * Resolves when the entry is on the disk. When it rejects, the ledger goes on as if nothing had been asked, and the next
   * entry takes the block; only after a crash in between may the entry turn up.
   */
  set(key: string, value: string): Promise<void> {
    const done = this.#turn.then(() => this.#append(key, value));
    this.#turn = done.catch(() => {});
    return done;
  }

  async #append(key: string, value: string): Promise<void> {
    const block = this.#nextBlock;
    await this.#file.write(format(key, value), 0, BLOCK_BYTES, block * BLOCK_BYTES);
    await this.#file.datasync();
    this.#blocks.set(key, block);
    this.#nextBlock = block + 1;
  }
}

function format(key: string, value: string): Buffer {
  const text = Buffer.from(JSON.stringify({ key, value }));
  if (text.length > BLOCK_BYTES - TEXT_AT) throw new RangeError(`The entry of ${key} does not fit a block.`);
  const bytes = Buffer.alloc(BLOCK_BYTES);
  bytes.writeUInt32BE(MAGIC);
  bytes.writeUInt32BE(text.length, LENGTH_AT);
  text.copy(bytes, TEXT_AT);
  bytes.writeUInt32BE(crc32(bytes.subarray(LENGTH_AT)), CHECKSUM_AT);
  return bytes;
}

function parse(bytes: Buffer): { key: string; value: string } | undefined {
  if (bytes.readUInt32BE() !== MAGIC) return undefined;
  if (bytes.readUInt32BE(CHECKSUM_AT) !== crc32(bytes.subarray(LENGTH_AT))) return undefined;
  return JSON.parse(bytes.toString("utf8", TEXT_AT, TEXT_AT + bytes.readUInt32BE(LENGTH_AT)));
}

/** Undefined where nothing was ever written: past the end of a file, or zeroes on a device. */
async function readBlock(file: LedgerFile, block: number): Promise<Buffer | undefined> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(BLOCK_BYTES), 0, BLOCK_BYTES, block * BLOCK_BYTES);
  return bytesRead < BLOCK_BYTES || buffer.every((byte) => byte === 0) ? undefined : buffer;
}

async function isEntry(file: LedgerFile, block: number): Promise<boolean> {
  const bytes = await readBlock(file, block);
  return bytes !== undefined && parse(bytes) !== undefined;
}
