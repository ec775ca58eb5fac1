/** Bad requests on an Io stream: each is answered with an IoError, and the stream goes on. */

import { status } from "@grpc/grpc-js";
import { GIB, UINT64_MAX } from "./bad-request.ts";
import type { World } from "./world.ts";

const UNARY_BYTES_MAX = 4 * 2 ** 20 - 64 * 2 ** 10;

export type BadIoRequest = readonly [
  condition: string,
  field: string | undefined,
  says: string,
  request: object,
  device: (world: World) => { readonly volumeId: string; readonly attachmentId?: string },
];

const data = (w: World) => ({ volumeId: w.volumes.data });
const readOnly = (w: World) => ({ volumeId: w.volumes.shared, attachmentId: w.volumes.attachments.readOnly });
const revoked = (w: World) => ({ volumeId: w.volumes.revoked });

const NUMBER = "length_bytes is 0, or a number is no whole number";
const TOO_LARGE = "length_bytes or data is above 4,128,768 bytes";
const PAST = "The range ends past the volume";
const byte = Buffer.of(1);

// biome-ignore format: a table reads best with a row on a line.
export const BAD_IO_REQUESTS: readonly BadIoRequest[] = [
  [TOO_LARGE, "lengthBytes", "more than the 4128768", { read: { lengthBytes: UNARY_BYTES_MAX + 1 } }, data],
  [TOO_LARGE, "data", "more than the 4128768", { write: { data: Buffer.alloc(UNARY_BYTES_MAX + 1) } }, data],
  [NUMBER, "lengthBytes", "from 1, got 0", { read: { lengthBytes: 0 } }, data],
  [NUMBER, "data", "at least 1 byte", { write: {} }, data],
  [NUMBER, "lengthBytes", "from 1, got 0", { discard: {} }, data],
  [NUMBER, "lengthBytes", "from 1, got 0", { writeZeroes: {} }, data],
  [NUMBER, "offsetBytes", "a whole number of bytes from 0", { read: { offsetBytes: UINT64_MAX, lengthBytes: 1 } }, data],
  [NUMBER, "offsetBytes", "a whole number of bytes from 0", { write: { offsetBytes: UINT64_MAX, data: byte } }, data],
  [NUMBER, "lengthBytes", "a whole number of bytes from 1", { discard: { lengthBytes: UINT64_MAX } }, data],
  [NUMBER, "lengthBytes", "a whole number of bytes from 1", { writeZeroes: { lengthBytes: UINT64_MAX } }, data],
  [PAST, "offsetBytes", "end past the volume's", { read: { offsetBytes: 2 * GIB, lengthBytes: 1 } }, data],
  [PAST, "offsetBytes", "end past the volume's", { write: { offsetBytes: 2 * GIB - 1, data: Buffer.of(1, 2) } }, data],
  [PAST, "offsetBytes", "end past the volume's", { discard: { lengthBytes: 2 * GIB + 1 } }, data],
  [PAST, "offsetBytes", "end past the volume's", { writeZeroes: { lengthBytes: 2 * GIB + 1, allocate: true } }, data],
  ["The attachment is read-only", undefined, "attached read-only", { write: { data: byte } }, readOnly],
  ["The attachment is read-only", undefined, "attached read-only", { discard: { lengthBytes: 1 } }, readOnly],
  ["The attachment is read-only", undefined, "attached read-only", { writeZeroes: { lengthBytes: 1 } }, readOnly],
  ["The KMS key is unusable", undefined, "is unreadable", { read: { lengthBytes: 1 } }, revoked],
  ["The KMS key is unusable", undefined, "is unreadable", { write: { data: byte } }, revoked],
  ["The KMS key is unusable", undefined, "is unreadable", { discard: { lengthBytes: 1 } }, revoked],
  ["The KMS key is unusable", undefined, "is unreadable", { writeZeroes: { lengthBytes: 1, allocate: true } }, revoked],
];

/** Sends the request between two flushes, and gives its error, by the names of the contract, and the later flush's. */
export async function ioAnswers(world: World, request: object, device: object) {
  const requests = [
    { tag: 1, flush: {} },
    { tag: 2, ...request },
  ];
  const ended = await world.call("Io", { ...device, requests }, { requests: [{ tag: 3, flush: {} }] });
  if (ended.status.code !== status.OK) throw new Error(`The stream has ended: ${ended.status.details}`);
  const answers = ended.responses.flatMap(({ responses }) => responses);
  const answerOf = (tag: number) => answers.find((answer) => answer.tag === tag);
  const { error } = answerOf(2);
  return { bad: { ...error, code: status[error.code] }, good: { error: answerOf(3).error } };
}
