/** BlockService over gRPC. The three streams have files of their own. */

import type { handleServerStreamingCall } from "@grpc/grpc-js";
import type { BlockServiceHandlers } from "../../gen/envol/v1/BlockService.ts";
import type { ReadRequest__Output as ReadRequest } from "../../gen/envol/v1/ReadRequest.ts";
import type { ReadResponse } from "../../gen/envol/v1/ReadResponse.ts";
import { LIMITS } from "../../limits.ts";
import { checkReadLength, checkWriteData, deviceOf, restOf } from "./block-request.ts";
import { type GrpcContext, handOver, runStreaming, unary } from "./call.ts";
import { serveIo } from "./io-stream.ts";
import { readStream } from "./read-stream.ts";
import { toCipherMessage } from "./volume-handlers.ts";
import { serveWriteStream } from "./write-stream.ts";

type UnaryMethods = "Write" | "Flush" | "Discard" | "WriteZeroes" | "GetAllocation" | "PeekSector";
type StreamMethods = "ReadStream" | "WriteStream" | "Io";

/** Read is unary on the wire, and served as a stream of one message: see `serve.ts`. */
export interface BlockHandlers extends Pick<BlockServiceHandlers, UnaryMethods | StreamMethods> {
  Read: handleServerStreamingCall<ReadRequest, ReadResponse>;
}

export function blockHandlers(context: GrpcContext): BlockHandlers {
  const { volumes } = context;
  return {
    ...changeHandlers(context),
    Read: (call) =>
      runStreaming(context, call, async () => {
        const { offsetBytes, lengthBytes } = call.request;
        const device = deviceOf(volumes, call.request);
        checkReadLength(lengthBytes);
        await device.read(offsetBytes, lengthBytes, (data, cutOff) => handOver(call, { data }, cutOff));
      }),
    GetAllocation: unary(context, async (request) => {
      const device = deviceOf(volumes, request);
      const lengthBytes = request.lengthBytes || restOf(device, request.offsetBytes);
      return { extents: await device.allocation(request.offsetBytes, lengthBytes, LIMITS.extentsPerAnswerMax) };
    }),
    PeekSector: unary(context, (request) => {
      const stored = volumes.peekSector(request);
      return { ...stored, cipher: toCipherMessage(stored.cipher) };
    }),
    ReadStream: (call) => runStreaming(context, call, () => readStream(context, call)),
    WriteStream: (call, callback) => serveWriteStream(context, call, callback),
    Io: (call) => serveIo(context, call),
  };
}

function changeHandlers(
  context: GrpcContext,
): Pick<BlockServiceHandlers, "Write" | "Flush" | "Discard" | "WriteZeroes"> {
  const { volumes } = context;
  return {
    Write: unary(context, async (request) => {
      const { offsetBytes, data, forceUnitAccess } = request;
      const device = deviceOf(volumes, request);
      checkWriteData(data);
      await device.write(offsetBytes, data, { forceUnitAccess });
      return {};
    }),
    Flush: unary(context, async (request) => {
      await deviceOf(volumes, request).flush();
      return {};
    }),
    Discard: unary(context, async (request) => {
      await deviceOf(volumes, request).discard(request.offsetBytes, request.lengthBytes);
      return {};
    }),
    WriteZeroes: unary(context, async (request) => {
      const { offsetBytes, lengthBytes, allocate, forceUnitAccess } = request;
      await deviceOf(volumes, request).writeZeroes(offsetBytes, lengthBytes, { allocate, forceUnitAccess });
      return {};
    }),
  };
}
