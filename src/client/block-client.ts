/** BlockService, as a client calls it. */

import type { DiscardRequest } from "../gen/envol/v1/DiscardRequest.ts";
import type { DiscardResponse__Output as DiscardResponse } from "../gen/envol/v1/DiscardResponse.ts";
import type { FlushRequest } from "../gen/envol/v1/FlushRequest.ts";
import type { FlushResponse__Output as FlushResponse } from "../gen/envol/v1/FlushResponse.ts";
import type { GetAllocationRequest } from "../gen/envol/v1/GetAllocationRequest.ts";
import type { GetAllocationResponse__Output as GetAllocationResponse } from "../gen/envol/v1/GetAllocationResponse.ts";
import type { PeekSectorRequest } from "../gen/envol/v1/PeekSectorRequest.ts";
import type { PeekSectorResponse__Output as PeekSectorResponse } from "../gen/envol/v1/PeekSectorResponse.ts";
import type { ReadRequest } from "../gen/envol/v1/ReadRequest.ts";
import type { ReadResponse__Output as ReadResponse } from "../gen/envol/v1/ReadResponse.ts";
import type { ReadStreamRequest } from "../gen/envol/v1/ReadStreamRequest.ts";
import type { ReadStreamResponse__Output as ReadStreamResponse } from "../gen/envol/v1/ReadStreamResponse.ts";
import type { WriteRequest } from "../gen/envol/v1/WriteRequest.ts";
import type { WriteResponse__Output as WriteResponse } from "../gen/envol/v1/WriteResponse.ts";
import type { WriteStreamRequest } from "../gen/envol/v1/WriteStreamRequest.ts";
import type { WriteStreamResponse__Output as WriteStreamResponse } from "../gen/envol/v1/WriteStreamResponse.ts";
import type { WriteZeroesRequest } from "../gen/envol/v1/WriteZeroesRequest.ts";
import type { WriteZeroesResponse__Output as WriteZeroesResponse } from "../gen/envol/v1/WriteZeroesResponse.ts";
import { BLOCK_SERVICE } from "../serve/grpc/load-protos.ts";
import type { CallOptions, Channel, UnaryCall } from "./channel.ts";

/** What each call does and refuses is said in proto/envol/v1/block_service.proto. */
export interface BlockClient {
  readonly read: UnaryCall<ReadRequest, ReadResponse>;
  readonly write: UnaryCall<WriteRequest, WriteResponse>;
  readonly flush: UnaryCall<FlushRequest, FlushResponse>;
  readonly discard: UnaryCall<DiscardRequest, DiscardResponse>;
  readonly writeZeroes: UnaryCall<WriteZeroesRequest, WriteZeroesResponse>;
  readonly getAllocation: UnaryCall<GetAllocationRequest, GetAllocationResponse>;
  readonly peekSector: UnaryCall<PeekSectorRequest, PeekSectorResponse>;
  /** The call begins with the iteration; leaving the loop early ends it. */
  readStream(request: ReadStreamRequest, options?: CallOptions): AsyncIterable<ReadStreamResponse>;
  /** Takes messages from `messages` as fast as the daemon writes them. */
  writeStream(
    messages: AsyncIterable<WriteStreamRequest> | Iterable<WriteStreamRequest>,
    options?: CallOptions,
  ): Promise<WriteStreamResponse>;
}

export function blockClient(channel: Channel): BlockClient {
  return {
    read: channel.unary(BLOCK_SERVICE.Read),
    write: channel.unary(BLOCK_SERVICE.Write),
    flush: channel.unary(BLOCK_SERVICE.Flush),
    discard: channel.unary(BLOCK_SERVICE.Discard),
    writeZeroes: channel.unary(BLOCK_SERVICE.WriteZeroes),
    getAllocation: channel.unary(BLOCK_SERVICE.GetAllocation),
    peekSector: channel.unary(BLOCK_SERVICE.PeekSector),
    async *readStream(request, options = {}) {
      yield* channel.readStream(BLOCK_SERVICE.ReadStream, request, options);
    },
    writeStream: (messages, options = {}) => channel.writeStream(BLOCK_SERVICE.WriteStream, messages, options),
  };
}
