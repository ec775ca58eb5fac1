/**
 * The Io method, with an encoding of its own for the two messages that carry many small requests and answers. On the wire it
 * is the loader's. But the loader makes two objects of each nested message, one to decode into and one to give out, and
 * copies each field by the options; with small reads that was a good part of what either end did. What is rare is left to it.
 */

import type { MethodDefinition } from "@grpc/proto-loader";
import type { IoDiscard, IoDiscard__Output } from "../../gen/envol/v1/IoDiscard.ts";
import type { IoError, IoError__Output } from "../../gen/envol/v1/IoError.ts";
import type { IoFlush, IoFlush__Output } from "../../gen/envol/v1/IoFlush.ts";
import type { IoRead, IoRead__Output } from "../../gen/envol/v1/IoRead.ts";
import type { IoRequest, IoRequest__Output } from "../../gen/envol/v1/IoRequest.ts";
import type { IoRequestBatch, IoRequestBatch__Output } from "../../gen/envol/v1/IoRequestBatch.ts";
import type { IoResponse, IoResponse__Output } from "../../gen/envol/v1/IoResponse.ts";
import type { IoResponseBatch, IoResponseBatch__Output } from "../../gen/envol/v1/IoResponseBatch.ts";
import type { IoWrite, IoWrite__Output } from "../../gen/envol/v1/IoWrite.ts";
import type { IoWriteZeroes, IoWriteZeroes__Output } from "../../gen/envol/v1/IoWriteZeroes.ts";
import { BLOCK_SERVICE, messageType } from "./load-protos.ts";
import { ProtoReader, ProtoWriter, WIRE } from "./proto-wire.ts";

const IO_FLUSH = messageType<IoFlush, IoFlush__Output>("envol.v1.IoFlush");
const IO_DISCARD = messageType<IoDiscard, IoDiscard__Output>("envol.v1.IoDiscard");
const IO_WRITE_ZEROES = messageType<IoWriteZeroes, IoWriteZeroes__Output>("envol.v1.IoWriteZeroes");
const IO_ERROR = messageType<IoError, IoError__Output>("envol.v1.IoError");

/** The Io method of BlockService, for both ends. */
export const IO: MethodDefinition<IoRequestBatch, IoResponseBatch, IoRequestBatch__Output, IoResponseBatch__Output> = {
  ...BLOCK_SERVICE.Io,
  requestSerialize: encodeRequests,
  requestDeserialize: decodeRequests,
  responseSerialize: encodeResponses,
  responseDeserialize: decodeResponses,
};

/**
 * Payload from which on a message takes no further request or answer. Two such messages fit the window of a client, so
 * that one of them is under way while the other is served, and neither end waits for the other all the time.
 */
export const IO_MESSAGE_BYTES = 64 * 1024;

const NO_BYTES = Buffer.alloc(0);

/** More than the fields of a request or an answer take beside their bytes: three varints, and what names and measures. */
const SMALL_FIELDS_BYTES = 64;

function encodeRequests({ volumeId = "", attachmentId = "", requests = [] }: IoRequestBatch): Buffer {
  let bytesMax = 3 * (volumeId.length + attachmentId.length) + SMALL_FIELDS_BYTES;
  for (const { write } of requests) bytesMax += SMALL_FIELDS_BYTES + (write?.data?.length ?? 0);
  const writer = new ProtoWriter(bytesMax);
  for (let index = requests.length - 1; index >= 0; index--) {
    const end = writer.at;
    encodeRequest(writer, requests[index] as IoRequest);
    writer.nest(3, end);
  }
  if (attachmentId !== "") writer.bytes(2, Buffer.from(attachmentId));
  if (volumeId !== "") writer.bytes(1, Buffer.from(volumeId));
  return writer.finish();
}

function encodeRequest(writer: ProtoWriter, { tag, read, write, flush, discard, writeZeroes }: IoRequest): void {
  const end = writer.at;
  if (read) {
    encodeRead(writer, read);
    writer.nest(2, end);
  } else if (write) {
    encodeWrite(writer, write);
    writer.nest(3, end);
  } else if (flush) {
    writer.bytes(4, IO_FLUSH.serialize(flush));
  } else if (discard) {
    writer.bytes(5, IO_DISCARD.serialize(discard));
  } else if (writeZeroes) {
    writer.bytes(6, IO_WRITE_ZEROES.serialize(writeZeroes));
  }
  writer.number(1, tag as number);
}

function encodeRead(writer: ProtoWriter, { offsetBytes, lengthBytes }: IoRead): void {
  writer.number(2, lengthBytes as number);
  writer.number(1, offsetBytes as number);
}

function encodeWrite(writer: ProtoWriter, { offsetBytes, data, forceUnitAccess }: IoWrite): void {
  if (forceUnitAccess) writer.number(3, 1);
  if (data !== undefined && data.length > 0) writer.bytes(2, data as Uint8Array);
  writer.number(1, offsetBytes as number);
}

function decodeRequests(message: Buffer): IoRequestBatch__Output {
  const reader = new ProtoReader(message);
  const batch: IoRequestBatch__Output = { volumeId: "", attachmentId: "", requests: [] };
  while (reader.next()) {
    if (reader.is(1, WIRE.bytes)) batch.volumeId = reader.bytes().toString();
    else if (reader.is(2, WIRE.bytes)) batch.attachmentId = reader.bytes().toString();
    else if (reader.is(3, WIRE.bytes)) {
      const outer = reader.enter();
      batch.requests.push(decodeRequest(reader));
      reader.leave(outer);
    } else reader.skip();
  }
  return batch;
}

function decodeRequest(reader: ProtoReader): IoRequest__Output {
  const request: IoRequest__Output = { tag: 0, read: null, write: null, flush: null, discard: null, writeZeroes: null };
  while (reader.next()) {
    if (reader.is(1, WIRE.varint)) {
      request.tag = reader.varint();
    } else if (reader.is(2, WIRE.bytes)) {
      request.operation = "read";
      request.read = decodeRead(reader);
    } else if (reader.is(3, WIRE.bytes)) {
      request.operation = "write";
      request.write = decodeWrite(reader);
    } else if (reader.is(4, WIRE.bytes)) {
      request.operation = "flush";
      request.flush = IO_FLUSH.deserialize(reader.bytes());
    } else if (reader.is(5, WIRE.bytes)) {
      request.operation = "discard";
      request.discard = IO_DISCARD.deserialize(reader.bytes());
    } else if (reader.is(6, WIRE.bytes)) {
      request.operation = "writeZeroes";
      request.writeZeroes = IO_WRITE_ZEROES.deserialize(reader.bytes());
    } else {
      reader.skip();
    }
  }
  return request;
}

function decodeRead(reader: ProtoReader): IoRead__Output {
  const read: IoRead__Output = { offsetBytes: 0, lengthBytes: 0 };
  const outer = reader.enter();
  while (reader.next()) {
    if (reader.is(1, WIRE.varint)) read.offsetBytes = reader.varint();
    else if (reader.is(2, WIRE.varint)) read.lengthBytes = reader.varint();
    else reader.skip();
  }
  reader.leave(outer);
  return read;
}

function decodeWrite(reader: ProtoReader): IoWrite__Output {
  const write: IoWrite__Output = { offsetBytes: 0, data: NO_BYTES, forceUnitAccess: false };
  const outer = reader.enter();
  while (reader.next()) {
    if (reader.is(1, WIRE.varint)) write.offsetBytes = reader.varint();
    else if (reader.is(2, WIRE.bytes)) write.data = reader.bytes();
    else if (reader.is(3, WIRE.varint)) write.forceUnitAccess = reader.varint() !== 0;
    else reader.skip();
  }
  reader.leave(outer);
  return write;
}

function encodeResponses({ responses = [] }: IoResponseBatch): Buffer {
  const errors = responses.map(({ error }) => (error ? IO_ERROR.serialize(error) : NO_BYTES));
  let bytesMax = 0;
  for (const [index, { data }] of responses.entries()) {
    bytesMax += SMALL_FIELDS_BYTES + (data?.length ?? 0) + (errors[index] as Buffer).length;
  }
  const writer = new ProtoWriter(bytesMax);
  for (let index = responses.length - 1; index >= 0; index--) {
    const { tag, data, error } = responses[index] as IoResponse;
    const end = writer.at;
    if (error) writer.bytes(3, errors[index] as Buffer);
    if (data !== undefined && data.length > 0) writer.bytes(2, data as Uint8Array);
    writer.number(1, tag as number);
    writer.nest(1, end);
  }
  return writer.finish();
}

function decodeResponses(message: Buffer): IoResponseBatch__Output {
  const reader = new ProtoReader(message);
  const responses: IoResponse__Output[] = [];
  while (reader.next()) {
    if (reader.is(1, WIRE.bytes)) {
      const outer = reader.enter();
      responses.push(decodeResponse(reader));
      reader.leave(outer);
    } else {
      reader.skip();
    }
  }
  return { responses };
}

function decodeResponse(reader: ProtoReader): IoResponse__Output {
  const response: IoResponse__Output = { tag: 0, data: NO_BYTES, error: null };
  while (reader.next()) {
    if (reader.is(1, WIRE.varint)) response.tag = reader.varint();
    else if (reader.is(2, WIRE.bytes)) response.data = reader.bytes();
    else if (reader.is(3, WIRE.bytes)) response.error = IO_ERROR.deserialize(reader.bytes());
    else reader.skip();
  }
  return response;
}
