/**
 * The wire format of NBD, with the names and section titles of the protocol document
 * (https://github.com/NetworkBlockDevice/nbd/blob/master/doc/proto.md). All numbers travel in network byte order. Nothing
 * here decides anything.
 */

import type { NbdErrno } from "../../errors.ts";

/** "Newstyle negotiation", "Request message", "Simple reply message" and "Structured reply chunk message". */
const MAGIC = {
  /** ASCII "NBDMAGIC". */
  init: 0x4e42444d41474943n,
  /** ASCII "IHAVEOPT". */
  option: 0x49484156454f5054n,
  optionReply: 0x3e889045565a9n,
  request: 0x25609513,
  simpleReply: 0x67446698,
  structuredReply: 0x668e33ef,
} as const;

/** "Handshake flags". */
export const HANDSHAKE_FLAG = { fixedNewstyle: 1 << 0, noZeroes: 1 << 1 } as const;

/** "Client flags". */
export const CLIENT_FLAG = { fixedNewstyle: 1 << 0, noZeroes: 1 << 1 } as const;

/** "Transmission flags". */
export const TRANSMISSION_FLAG = {
  hasFlags: 1 << 0,
  readOnly: 1 << 1,
  sendFlush: 1 << 2,
  sendFua: 1 << 3,
  sendTrim: 1 << 5,
  sendWriteZeroes: 1 << 6,
  sendDf: 1 << 7,
  canMultiConn: 1 << 8,
  sendCache: 1 << 10,
  sendFastZero: 1 << 11,
} as const;

/** "Option types". */
export const OPTION = {
  exportName: 1,
  abort: 2,
  list: 3,
  startTls: 5,
  info: 6,
  go: 7,
  structuredReply: 8,
  listMetaContext: 9,
  setMetaContext: 10,
} as const;

/** "Option reply types". */
export const OPTION_REPLY = {
  ack: 1,
  info: 3,
  metaContext: 4,
  errUnsup: 2 ** 31 + 1,
  errPolicy: 2 ** 31 + 2,
  errInvalid: 2 ** 31 + 3,
  errTlsReqd: 2 ** 31 + 5,
  errUnknown: 2 ** 31 + 6,
} as const;

/** Information types of NBD_REP_INFO. */
export const INFO = { export: 0, name: 1, blockSize: 3 } as const;

/** "Request types". */
export const COMMAND = {
  read: 0,
  write: 1,
  disc: 2,
  flush: 3,
  trim: 4,
  cache: 5,
  writeZeroes: 6,
  blockStatus: 7,
} as const;

/** "Command flags". */
export const COMMAND_FLAG = { fua: 1 << 0, noHole: 1 << 1, df: 1 << 2, reqOne: 1 << 3, fastZero: 1 << 4 } as const;

/** "Structured reply flags". */
const REPLY_FLAG = { done: 1 << 0 } as const;

/** "Structured reply types". */
const REPLY_TYPE = { offsetData: 1, offsetHole: 2, blockStatus: 5, error: 2 ** 15 + 1 } as const;

/** "`base:allocation` metadata context". */
export const BASE_ALLOCATION = "base:allocation";
export const ALLOCATION_STATE = { hole: 1 << 0, zero: 1 << 1 } as const;

/** "Error values". */
export const ERRNO: Readonly<Record<NbdErrno, number>> = {
  EPERM: 1,
  EIO: 5,
  ENOMEM: 12,
  EINVAL: 22,
  ENOSPC: 28,
  EOVERFLOW: 75,
  ENOTSUP: 95,
  ESHUTDOWN: 108,
};

/** "Size constraints": what NBD_INFO_BLOCK_SIZE announces. The largest payload is the core's largest request. */
export const BLOCK_SIZE_MIN_BYTES = 512;
export const BLOCK_SIZE_PREFERRED_BYTES = 4096;

/** "Conventions": a string is at most 4096 bytes of UTF-8. */
const STRING_BYTES_MAX = 4096;

export const CLIENT_FLAGS_BYTES = 4;
export const OPTION_HEADER_BYTES = 16;
export const REQUEST_HEADER_BYTES = 28;
export const SIMPLE_REPLY_BYTES = 16;
const CHUNK_HEADER_BYTES = 20;
/** A chunk header and the offset that precedes the data of NBD_REPLY_TYPE_OFFSET_DATA. */
export const OFFSET_DATA_HEADER_BYTES = CHUNK_HEADER_BYTES + 8;
export const OFFSET_HOLE_BYTES = CHUNK_HEADER_BYTES + 12;

/** The largest offset that a number holds with room for a length to be added. */
const OFFSET_BYTES_MAX = Number.MAX_SAFE_INTEGER - 2 ** 32;

/** What the server says first. */
export function encodeGreeting(handshakeFlags: number): Buffer {
  const bytes = Buffer.alloc(18);
  bytes.writeBigUInt64BE(MAGIC.init, 0);
  bytes.writeBigUInt64BE(MAGIC.option, 8);
  bytes.writeUInt16BE(handshakeFlags, 16);
  return bytes;
}

export interface OptionHeader {
  readonly option: number;
  readonly lengthBytes: number;
}

/** The header of an option; undefined when its magic is wrong. */
export function decodeOptionHeader(bytes: Buffer, at: number): OptionHeader | undefined {
  if (bytes.readBigUInt64BE(at) !== MAGIC.option) return undefined;
  return { option: bytes.readUInt32BE(at + 8), lengthBytes: bytes.readUInt32BE(at + 12) };
}

/** A reply to an option, for any option but NBD_OPT_EXPORT_NAME. */
export function encodeOptionReply(option: number, type: number, data: Buffer = Buffer.alloc(0)): Buffer {
  const header = Buffer.alloc(20);
  header.writeBigUInt64BE(MAGIC.optionReply, 0);
  header.writeUInt32BE(option, 8);
  header.writeUInt32BE(type, 12);
  header.writeUInt32BE(data.length, 16);
  return Buffer.concat([header, data]);
}

/** The answer to NBD_OPT_EXPORT_NAME; the zeroes go unless NBD_FLAG_C_NO_ZEROES was negotiated. */
export function encodeExport(sizeBytes: number, transmissionFlags: number, noZeroes: boolean): Buffer {
  const bytes = Buffer.alloc(noZeroes ? 10 : 134);
  bytes.writeBigUInt64BE(BigInt(sizeBytes), 0);
  bytes.writeUInt16BE(transmissionFlags, 8);
  return bytes;
}

export function encodeInfoExport(sizeBytes: number, transmissionFlags: number): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt16BE(INFO.export, 0);
  bytes.writeBigUInt64BE(BigInt(sizeBytes), 2);
  bytes.writeUInt16BE(transmissionFlags, 10);
  return bytes;
}

export function encodeInfoName(name: string): Buffer {
  return Buffer.concat([Buffer.of(0, INFO.name), Buffer.from(name)]);
}

export function encodeInfoBlockSize(minBytes: number, preferredBytes: number, maxPayloadBytes: number): Buffer {
  const bytes = Buffer.alloc(14);
  bytes.writeUInt16BE(INFO.blockSize, 0);
  bytes.writeUInt32BE(minBytes, 2);
  bytes.writeUInt32BE(preferredBytes, 6);
  bytes.writeUInt32BE(maxPayloadBytes, 10);
  return bytes;
}

export function encodeMetaContext(contextId: number, name: string): Buffer {
  const id = Buffer.alloc(4);
  id.writeUInt32BE(contextId);
  return Buffer.concat([id, Buffer.from(name)]);
}

/** The data of NBD_OPT_INFO and NBD_OPT_GO. */
export interface InfoRequest {
  readonly name: string;
  readonly informationTypes: readonly number[];
}

/** Undefined when the lengths in the data do not fit the data. */
export function decodeInfoRequest(data: Buffer): InfoRequest | undefined {
  const named = decodeString(data, 0);
  if (named === undefined || data.length < named.end + 2) return undefined;
  const count = data.readUInt16BE(named.end);
  const first = named.end + 2;
  if (data.length !== first + 2 * count) return undefined;
  const informationTypes = Array.from({ length: count }, (_, index) => data.readUInt16BE(first + 2 * index));
  return { name: named.text, informationTypes };
}

/** The data of NBD_OPT_LIST_META_CONTEXT and NBD_OPT_SET_META_CONTEXT. */
export interface MetaContextRequest {
  readonly name: string;
  readonly queries: readonly string[];
}

/** Undefined when the lengths in the data do not fit the data. */
export function decodeMetaContextRequest(data: Buffer): MetaContextRequest | undefined {
  const named = decodeString(data, 0);
  if (named === undefined || data.length < named.end + 4) return undefined;
  const count = data.readUInt32BE(named.end);
  const queries: string[] = [];
  let at = named.end + 4;
  // A count that the data cannot hold ends at the first query that is not there.
  for (let index = 0; index < count; index++) {
    const query = decodeString(data, at);
    if (query === undefined) return undefined;
    queries.push(query.text);
    at = query.end;
  }
  return at === data.length ? { name: named.text, queries } : undefined;
}

/** A string after its length in 32 bits. */
function decodeString(data: Buffer, at: number): { text: string; end: number } | undefined {
  if (data.length < at + 4) return undefined;
  const end = at + 4 + data.readUInt32BE(at);
  if (end > data.length || end - at - 4 > STRING_BYTES_MAX) return undefined;
  return { text: data.toString("utf8", at + 4, end), end };
}

/** The cookie of a request, 64 opaque bits in two halves: numbers, where one BigInt would take memory for each request. */
export interface Cookie {
  readonly cookieHigh: number;
  readonly cookieLow: number;
}

export interface RequestHeader extends Cookie {
  readonly flags: number;
  readonly type: number;
  /** Exact below 2^53, and never more: that is past the end of any volume already. */
  readonly offsetBytes: number;
  readonly lengthBytes: number;
}

/** The header of a request; undefined when its magic is wrong. */
export function decodeRequestHeader(bytes: Buffer, at: number): RequestHeader | undefined {
  if (bytes.readUInt32BE(at) !== MAGIC.request) return undefined;
  return {
    flags: bytes.readUInt16BE(at + 4),
    type: bytes.readUInt16BE(at + 6),
    cookieHigh: bytes.readUInt32BE(at + 8),
    cookieLow: bytes.readUInt32BE(at + 12),
    offsetBytes: readOffset(bytes, at + 16),
    lengthBytes: bytes.readUInt32BE(at + 24),
  };
}

function readOffset(bytes: Buffer, at: number): number {
  const offsetBytes = bytes.readUInt32BE(at) * 2 ** 32 + bytes.readUInt32BE(at + 4);
  return Math.min(offsetBytes, OFFSET_BYTES_MAX);
}

/** Writes SIMPLE_REPLY_BYTES. */
export function writeSimpleReply(into: Buffer, at: number, cookie: Cookie, errno: number): void {
  into.writeUInt32BE(MAGIC.simpleReply, at);
  into.writeUInt32BE(errno, at + 4);
  into.writeUInt32BE(cookie.cookieHigh, at + 8);
  into.writeUInt32BE(cookie.cookieLow, at + 12);
}

/** Writes CHUNK_HEADER_BYTES of the only chunk of a reply. */
function writeChunkHeader(into: Buffer, at: number, cookie: Cookie, type: number, payloadBytes: number): void {
  into.writeUInt32BE(MAGIC.structuredReply, at);
  into.writeUInt16BE(REPLY_FLAG.done, at + 4);
  into.writeUInt16BE(type, at + 6);
  into.writeUInt32BE(cookie.cookieHigh, at + 8);
  into.writeUInt32BE(cookie.cookieLow, at + 12);
  into.writeUInt32BE(payloadBytes, at + 16);
}

function writeOffset(into: Buffer, at: number, offsetBytes: number): void {
  into.writeUInt32BE(Math.floor(offsetBytes / 2 ** 32), at);
  into.writeUInt32BE(offsetBytes % 2 ** 32, at + 4);
}

/** Writes OFFSET_DATA_HEADER_BYTES, which `lengthBytes` of data follow. */
export function writeOffsetDataHeader(into: Buffer, at: number, request: RequestHeader): void {
  writeChunkHeader(into, at, request, REPLY_TYPE.offsetData, request.lengthBytes + 8);
  writeOffset(into, at + CHUNK_HEADER_BYTES, request.offsetBytes);
}

/** Writes OFFSET_HOLE_BYTES: the whole range of a read is zeroes. */
export function writeOffsetHole(into: Buffer, at: number, request: RequestHeader): void {
  writeChunkHeader(into, at, request, REPLY_TYPE.offsetHole, 12);
  writeOffset(into, at + CHUNK_HEADER_BYTES, request.offsetBytes);
  into.writeUInt32BE(request.lengthBytes, at + CHUNK_HEADER_BYTES + 8);
}

/** NBD_REPLY_TYPE_ERROR, with a text for people. */
export function encodeError(cookie: Cookie, errno: number, message: string): Buffer {
  const text = Buffer.from(message).subarray(0, STRING_BYTES_MAX);
  const bytes = Buffer.alloc(CHUNK_HEADER_BYTES + 6 + text.length);
  writeChunkHeader(bytes, 0, cookie, REPLY_TYPE.error, 6 + text.length);
  bytes.writeUInt32BE(errno, CHUNK_HEADER_BYTES);
  bytes.writeUInt16BE(text.length, CHUNK_HEADER_BYTES + 4);
  bytes.set(text, CHUNK_HEADER_BYTES + 6);
  return bytes;
}

export interface StatusDescriptor {
  readonly lengthBytes: number;
  readonly flags: number;
}

/** NBD_REPLY_TYPE_BLOCK_STATUS. */
export function encodeBlockStatus(cookie: Cookie, contextId: number, descriptors: readonly StatusDescriptor[]): Buffer {
  const payloadBytes = 4 + 8 * descriptors.length;
  const bytes = Buffer.alloc(CHUNK_HEADER_BYTES + payloadBytes);
  writeChunkHeader(bytes, 0, cookie, REPLY_TYPE.blockStatus, payloadBytes);
  let at = bytes.writeUInt32BE(contextId, CHUNK_HEADER_BYTES);
  for (const { lengthBytes, flags } of descriptors) {
    at = bytes.writeUInt32BE(lengthBytes, at);
    at = bytes.writeUInt32BE(flags, at);
  }
  return bytes;
}
