/**
 * The wire format of protocol buffers, as far as messages of numbers, bytes and nested messages need it
 * (protobuf.dev, "Encoding"). Whole numbers are exact below 2^53, and too large for a caller's check from there on.
 */

/** The wire types that are read and written; "Message Structure" there. */
export const WIRE = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;

/** The longest varint: 64 bits in groups of 7. */
const VARINT_BYTES_MAX = 10;

/** Bits that JavaScript's integer operators can take before the sign. */
const SMALL_MAX = 2 ** 31;

/** Writes a message from its end to its beginning, so that the length of what is nested is known when its turn comes. */
export class ProtoWriter {
  /** Where the bytes that were written last begin. */
  at: number;
  readonly #bytes: Buffer;

  /** @param bytesMax at least as many bytes as will be written */
  constructor(bytesMax: number) {
    this.#bytes = Buffer.allocUnsafe(bytesMax);
    this.at = bytesMax;
  }

  /** A field with a whole number; left out when that is 0, as proto3 does. */
  number(field: number, value: number): void {
    if (value === 0) return;
    this.#varint(value);
    this.#varint((field << 3) | WIRE.varint);
  }

  /** A field with bytes, also when there are none of them. */
  bytes(field: number, bytes: Uint8Array): void {
    this.at -= bytes.length;
    this.#bytes.set(bytes, this.at);
    this.nest(field, this.at + bytes.length);
  }

  /** Makes a field of what was written since `at` was `end`. */
  nest(field: number, end: number): void {
    this.#varint(end - this.at);
    this.#varint((field << 3) | WIRE.bytes);
  }

  /** The message. */
  finish(): Buffer {
    return this.#bytes.subarray(this.at);
  }

  #varint(value: number): void {
    let size = 1;
    for (let rest = value; rest >= 0x80; rest /= 0x80) size += 1;
    this.at -= size;
    let at = this.at;
    let rest = value;
    for (; rest >= SMALL_MAX; rest = Math.floor(rest / 0x80)) this.#bytes[at++] = (rest % 0x80) | 0x80;
    for (; rest >= 0x80; rest >>>= 7) this.#bytes[at++] = (rest & 0x7f) | 0x80;
    this.#bytes[at] = rest;
  }
}

/** Reads a message field by field. @throws RangeError when it is cut short or no message */
export class ProtoReader {
  readonly #bytes: Buffer;
  #at = 0;
  #end: number;
  #key = 0;

  constructor(message: Buffer) {
    this.#bytes = message;
    this.#end = message.length;
  }

  /** Goes to the next field. Its value must then be read or skipped. */
  next(): boolean {
    if (this.#at === this.#end) return false;
    this.#key = this.varint();
    return true;
  }

  is(field: number, wireType: number): boolean {
    return this.#key === ((field << 3) | wireType);
  }

  varint(): number {
    const bytes = this.#bytes;
    let value = 0;
    let scale = 1;
    for (let count = 0; count < VARINT_BYTES_MAX; count++) {
      if (this.#at >= this.#end) throw new RangeError("The message is cut short.");
      const byte = bytes[this.#at++] as number;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 0x80;
    }
    throw new RangeError("A number has more than 64 bits.");
  }

  /** A view of the field's bytes. */
  bytes(): Buffer {
    const outer = this.enter();
    const bytes = this.#bytes.subarray(this.#at, this.#end);
    this.#at = this.#end;
    this.leave(outer);
    return bytes;
  }

  /** Reads the fields of a nested message from here on. Returns what `leave` needs. */
  enter(): number {
    const end = this.varint() + this.#at;
    const outer = this.#end;
    if (end > outer) throw new RangeError("The message is cut short.");
    this.#end = end;
    return outer;
  }

  /** Goes on behind a nested message that has been read to its end. */
  leave(outer: number): void {
    this.#end = outer;
  }

  /** Passes over a field that is not known. */
  skip(): void {
    const wireType = this.#key & 7;
    if (wireType === WIRE.varint) this.varint();
    else if (wireType === WIRE.fixed64) this.#pass(8);
    else if (wireType === WIRE.bytes) this.bytes();
    else if (wireType === WIRE.fixed32) this.#pass(4);
    else throw new RangeError("The message has a field of an unknown kind.");
  }

  #pass(lengthBytes: number): void {
    this.#at += lengthBytes;
    if (this.#at > this.#end) throw new RangeError("The message is cut short.");
  }
}
