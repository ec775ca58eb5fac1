/** Bad requests to BlockService and EventService. */

import { type BadRequest, GIB, INEXACT, NO_SUCH_ATTACHMENT, NO_SUCH_VOLUME, UINT64_MAX } from "./bad-request.ts";

const UNARY_BYTES_MAX = 4 * 2 ** 20 - 64 * 2 ** 10;

/** What else each method needs, to be a good request to an attached volume. */
const GOOD: Readonly<Record<string, object>> = {
  Read: { lengthBytes: 1 },
  Write: { data: Buffer.of(1) },
  Flush: {},
  Discard: { lengthBytes: 4096 },
  WriteZeroes: { lengthBytes: 4096 },
  GetAllocation: {},
  ReadStream: { lengthBytes: 1 },
  WriteStream: { data: Buffer.of(1) },
  Io: { requests: [{ tag: 1, flush: {} }] },
};

/** What any of them refuses about the volume and the attachment. */
const OF_A_DEVICE = Object.entries(GOOD).flatMap(([rpc, rest]): BadRequest[] => {
  const nameless: Readonly<Record<string, string>> = {
    WriteStream: "There is no message, or it has no volume_id",
    Io: "The first message has no volume_id",
  };
  const to = (volumeId: string, attachmentId = "") => ({ ...rest, volumeId, attachmentId });
  // biome-ignore format: a table reads best with a row on a line.
  return [
    [rpc, nameless[rpc] ?? "volume_id is absent", "volumeId", "volumeId:", () => rest],
    [rpc, "volume_id is not a volume id", "volumeId", "expected vol- and 17", () => to("vol-xyz")],
    [rpc, "No such volume", "volumeId", "does not exist", () => to(NO_SUCH_VOLUME)],
    [rpc, "No such volume", "volumeId", "does not exist", (w) => to(w.volumes.gone)],
    [rpc, "The volume is not attached", undefined, "is in the 'available' state; it is not attached", (w) => to(w.volumes.idle)],
    [rpc, "attachment_id is malformed", "attachmentId", "expected attach- and 32", (w) => to(w.volumes.data, "attach-1")],
    [rpc, "attachment_id is not one of its", "attachmentId", "has no attachment", (w) => to(w.volumes.data, NO_SUCH_ATTACHMENT)],
    [rpc, "attachment_id is not one of its", "attachmentId", "has no attachment", (w) => to(w.volumes.data, w.volumes.attachments.shared)],
  ];
});

/** What any method refuses about a range. */
const OF_A_RANGE = ["Read", "Discard", "WriteZeroes", "GetAllocation", "ReadStream"].flatMap((rpc): BadRequest[] => {
  const number = "offset_bytes or length_bytes is no whole number";
  const past = "The range ends past the volume";
  const range = (offsetBytes: number | string, lengthBytes: number | string) => {
    return (w: { volumes: { data: string } }) => ({ volumeId: w.volumes.data, offsetBytes, lengthBytes });
  };
  // biome-ignore format: as above.
  return [
    [rpc, number, "offsetBytes", "expected a whole number of bytes from 0", range(UINT64_MAX, 1)],
    [rpc, number, "offsetBytes", "expected a whole number of bytes from 0", range(INEXACT, 1)],
    [rpc, past, "offsetBytes", `end past the volume's ${2 * GIB} bytes`, range(2 * GIB, 1)],
    [rpc, past, "offsetBytes", `end past the volume's ${2 * GIB} bytes`, range(2 * GIB - 1, 2)],
    [rpc, past, "offsetBytes", `end past the volume's ${2 * GIB} bytes`, range(Number.MAX_SAFE_INTEGER, 1)],
    // The length of a Read is a uint32: it cannot be out of JavaScript's bounds.
    ...(rpc === "Read" ? [] : ([[rpc, number, "lengthBytes", "expected a whole number of bytes from 1", range(0, UINT64_MAX)]] as const)),
  ];
});

const CHANGES = ["Write", "Discard", "WriteZeroes", "WriteStream"];
const REVOKED = [...CHANGES, "Read", "ReadStream"].map((rpc): BadRequest => {
  const request = GOOD[rpc] as object;
  return [
    rpc,
    "The KMS key is unusable",
    undefined,
    "is unreadable",
    (w) => ({ ...request, volumeId: w.volumes.revoked }),
  ];
});
const READ_ONLY = CHANGES.map((rpc): BadRequest => {
  const request = GOOD[rpc] as object;
  return [
    ...([rpc, "The attachment is read-only", undefined, "attached read-only"] as const),
    (w) => ({ ...request, volumeId: w.volumes.shared, attachmentId: w.volumes.attachments.readOnly }),
  ];
});

// biome-ignore format: as above.
const ITS_OWN: readonly BadRequest[] = [
  ["Read", "length_bytes is absent", "lengthBytes", "expected a whole number of bytes from 1, got 0", (w) => ({ volumeId: w.volumes.data })],
  ["Read", "length_bytes is above 4,128,768", "lengthBytes", "4128769 bytes are more than the 4128768", (w) => ({ volumeId: w.volumes.data, lengthBytes: UNARY_BYTES_MAX + 1 })],
  ["Read", "length_bytes is above 4,128,768", "lengthBytes", "more than the 4128768", (w) => ({ volumeId: w.volumes.data, lengthBytes: 2 ** 32 - 1 })],
  ["Write", "data is empty", "data", "expected at least 1 byte", (w) => ({ volumeId: w.volumes.data })],
  ["Write", "data is above 4,128,768 bytes", "data", "4128769 bytes are more than the 4128768", (w) => ({ volumeId: w.volumes.data, data: Buffer.alloc(UNARY_BYTES_MAX + 1) })],
  ["Write", "offset_bytes is no whole number", "offsetBytes", "expected a whole number of bytes from 0", (w) => ({ volumeId: w.volumes.data, offsetBytes: UINT64_MAX, data: Buffer.of(1) })],
  ["Write", "The range ends past the volume", "offsetBytes", "end past the volume's", (w) => ({ volumeId: w.volumes.data, offsetBytes: 2 * GIB - 1, data: Buffer.of(1, 2) })],
  ["Discard", "length_bytes is absent", "lengthBytes", "from 1, got 0", (w) => ({ volumeId: w.volumes.data })],
  ["WriteZeroes", "length_bytes is absent", "lengthBytes", "from 1, got 0", (w) => ({ volumeId: w.volumes.data, allocate: true })],
  ["GetAllocation", "The range ends past the volume", "offsetBytes", "end past the volume's", (w) => ({ volumeId: w.volumes.data, offsetBytes: 2 * GIB })],
  ["ReadStream", "The range ends past the volume", "offsetBytes", "end past the volume's", (w) => ({ volumeId: w.volumes.data, offsetBytes: 2 * GIB })],
  ["PeekSector", "volume_id is absent", "volumeId", "expected a volume id", () => ({})],
  ["PeekSector", "volume_id is not a volume id", "volumeId", "expected vol- and 17", () => ({ volumeId: "vol-" })],
  ["PeekSector", "No such volume", "volumeId", "does not exist", () => ({ volumeId: NO_SUCH_VOLUME })],
  ["PeekSector", "sector is no whole number below 2^53", "sector", "expected a whole number from 0", (w) => ({ volumeId: w.volumes.data, sector: UINT64_MAX })],
  ["PeekSector", "sector is past the end of the volume", "sector", "the volume has 524288 sectors, got 524288", (w) => ({ volumeId: w.volumes.data, sector: 2 * GIB / 4096 })],
  ["WriteStream", "There is no message, or it has no volume_id", "volumeId", "the stream held no message", () => []],
  ["WriteStream", "A later message names a volume or attachment", "volumeId", "only the first message", (w) => [{ volumeId: w.volumes.data }, { volumeId: w.volumes.data, data: Buffer.of(1) }]],
  ["WriteStream", "A later message names a volume or attachment", "volumeId", "only the first message", (w) => [{ volumeId: w.volumes.data }, { attachmentId: w.volumes.attachments.data, data: Buffer.of(1) }]],
  ["WriteStream", "A later message names a volume or attachment", "volumeId", "only the first message", (w) => [{ volumeId: w.volumes.data }, { flush: true, data: Buffer.of(1) }]],
  ["WriteStream", "A chunk is above 1 MiB", "data", "1048577 bytes are more than the 1048576", (w) => ({ volumeId: w.volumes.data, data: Buffer.alloc(2 ** 20 + 1) })],
  ["WriteStream", "offset_bytes is no whole number", "offsetBytes", "expected a whole number of bytes from 0", (w) => ({ volumeId: w.volumes.data, offsetBytes: UINT64_MAX, data: Buffer.of(1) })],
  ["WriteStream", "A chunk ends past the volume", "offsetBytes", "0 bytes of this stream had been written", (w) => [{ volumeId: w.volumes.data }, { offsetBytes: 2 * GIB, data: Buffer.of(1) }]],
  ["Io", "A later message names a volume or attachment", "volumeId", "only the first message", (w) => [{ volumeId: w.volumes.data }, { volumeId: w.volumes.data }]],
  ["Io", "A later message names a volume or attachment", "volumeId", "only the first message", (w) => [{ volumeId: w.volumes.data }, { attachmentId: w.volumes.attachments.data }]],
  ["Io", "A tag is in flight already, or not below 2^53", "tag", "7 is that of a request in flight", (w) => ({ volumeId: w.volumes.data, requests: [{ tag: 7, read: { lengthBytes: 1 } }, { tag: 7, read: { lengthBytes: 1 } }] })],
  ["Io", "A tag is in flight already, or not below 2^53", "tag", "expected a whole number below 2^53", (w) => ({ volumeId: w.volumes.data, requests: [{ tag: UINT64_MAX, flush: {} }] })],
  ["Io", "A request has no operation", "operation", "request 7 has none that this daemon knows", (w) => ({ volumeId: w.volumes.data, requests: [{ tag: 7 }] })],
  ["Watch", "types holds an unknown type", "types", '"VolumeExploded" is not a type of event', () => ({ types: ["VolumeStateChanged", "VolumeExploded"] })],
  ["Watch", "types holds an unknown type", "types", '"constructor" is not a type of event', () => ({ types: ["constructor"] })],
  ["LookupEvents", 'access is not "", "read" or "write"', "filter.access", 'expected "read" or "write"', () => ({ filter: { access: "all" } })],
  ["LookupEvents", "max_results is above 1,000", "maxResults", "expected a whole number up to 1000", () => ({ maxResults: 1001 })],
  ["LookupEvents", "The end lies before the start", "filter.startTimeMs", "it lies behind endTimeMs", () => ({ filter: { startTimeMs: 2, endTimeMs: 1 } })],
  ["LookupEvents", "next_token is of another call", "nextToken", "was not made by this call", () => ({ nextToken: "abc" })],
  ["WatchRecords", 'access is not "", "read" or "write"', "filter.access", 'expected "read" or "write"', () => ({ filter: { access: "READ" } })],
  ["WatchRecords", "The end lies before the start", "filter.startTimeMs", "it lies behind endTimeMs", () => ({ filter: { startTimeMs: 2, endTimeMs: 1 } })],
  ["WatchRecords", "after_sequence is not below 2^53", "afterSequence", "expected a whole number below 2^53", () => ({ afterSequence: UINT64_MAX })],
  ["GetUsage", "month is not YYYY-MM, or not begun", "month", "expected YYYY-MM", () => ({ month: "2026-13" })],
  ["GetUsage", "month is not YYYY-MM, or not begun", "month", "has not begun", () => ({ month: "9999-12" })],
  ["Watch", "after_sequence is not below 2^53", "afterSequence", "expected a whole number below 2^53", () => ({ afterSequence: UINT64_MAX })],
];

export const BAD_BLOCK_REQUESTS: readonly BadRequest[] = [
  ...OF_A_DEVICE,
  ...OF_A_RANGE,
  ...REVOKED,
  ...READ_ONLY,
  ...ITS_OWN,
];
