/** Frames as a client sends them, written anew from the protocol document: what the door encodes is checked against this. */

export const MAGIC_OPTION_REPLY = 0x3e889045565a9n;

export const OPT = {
  exportName: 1,
  abort: 2,
  list: 3,
  peekExport: 4,
  startTls: 5,
  info: 6,
  go: 7,
  structuredReply: 8,
  listMetaContext: 9,
  setMetaContext: 10,
  extendedHeaders: 11,
} as const;

export const REP = {
  ack: 1,
  server: 2,
  info: 3,
  metaContext: 4,
  errUnsup: 0x80000001,
  errPolicy: 0x80000002,
  errInvalid: 0x80000003,
  errTlsReqd: 0x80000005,
  errUnknown: 0x80000006,
} as const;

export const CMD = { read: 0, write: 1, disc: 2, flush: 3, trim: 4, cache: 5, writeZeroes: 6, blockStatus: 7 } as const;
export const FLAG = { fua: 1, noHole: 2, df: 4, reqOne: 8, fastZero: 16 } as const;
export const ERRNO = { EPERM: 1, EIO: 5, EINVAL: 22, ENOSPC: 28, EOVERFLOW: 75, ENOTSUP: 95, ESHUTDOWN: 108 } as const;

export interface RequestFields {
  readonly magic?: number;
  readonly flags?: number;
  readonly type: number;
  readonly cookie?: bigint;
  readonly offset?: bigint | number;
  readonly length?: number;
}

export function encodeRequest({ magic, flags, type, cookie, offset, length }: RequestFields): Buffer {
  const bytes = Buffer.alloc(28);
  bytes.writeUInt32BE(magic ?? 0x25609513, 0);
  bytes.writeUInt16BE(flags ?? 0, 4);
  bytes.writeUInt16BE(type, 6);
  bytes.writeBigUInt64BE(cookie ?? 1n, 8);
  bytes.writeBigUInt64BE(BigInt(offset ?? 0), 16);
  bytes.writeUInt32BE(length ?? 0, 24);
  return bytes;
}

export function encodeOptionRequest(option: number, data: Uint8Array = Buffer.alloc(0)): Buffer {
  const header = Buffer.alloc(16);
  header.write("IHAVEOPT", "latin1");
  header.writeUInt32BE(option, 8);
  header.writeUInt32BE(data.length, 12);
  return Buffer.concat([header, data]);
}

export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

export function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

/** Data of NBD_OPT_INFO and NBD_OPT_GO. */
export function infoData(name: string, informationTypes: readonly number[] = []): Buffer {
  const types = informationTypes.map(uint16);
  return Buffer.concat([uint32(Buffer.byteLength(name)), Buffer.from(name), uint16(types.length), ...types]);
}

/** Data of NBD_OPT_LIST_META_CONTEXT and NBD_OPT_SET_META_CONTEXT. */
export function metaData(name: string, queries: readonly string[]): Buffer {
  const texts = queries.flatMap((query) => [uint32(Buffer.byteLength(query)), Buffer.from(query)]);
  return Buffer.concat([uint32(Buffer.byteLength(name)), Buffer.from(name), uint32(queries.length), ...texts]);
}
