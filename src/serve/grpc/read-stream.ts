/** ReadStream: a range of any length, as chunks in order. */

import type { ServerWritableStream } from "@grpc/grpc-js";
import type { ReadStreamRequest__Output as ReadStreamRequest } from "../../gen/envol/v1/ReadStreamRequest.ts";
import type { ReadStreamResponse } from "../../gen/envol/v1/ReadStreamResponse.ts";
import { LIMITS } from "../../limits.ts";
import { type BlockDevice, checkRequest } from "../../volume/block-device.ts";
import { deviceOf, restOf } from "./block-request.ts";
import { type GrpcContext, handOver } from "./call.ts";

/** Chunks that are read, decrypted or sent at the same time: enough to keep the workers and the socket busy together. */
const CHUNKS_IN_FLIGHT_MAX = 4;

interface Chunk {
  readonly offsetBytes: number;
  readonly lengthBytes: number;
}

/** Sends the chunks of the range. Reads run ahead of one another; the chunks go out in order. */
export async function readStream(
  context: GrpcContext,
  call: ServerWritableStream<ReadStreamRequest, ReadStreamResponse>,
): Promise<void> {
  const { offsetBytes, skipUnallocated } = call.request;
  const device = deviceOf(context.volumes, call.request);
  const lengthBytes = call.request.lengthBytes || restOf(device, offsetBytes);
  checkRequest(device, "read", offsetBytes, lengthBytes, Number.MAX_SAFE_INTEGER);

  const reads: Promise<Buffer>[] = [];
  let turn: Promise<void> = Promise.resolve();
  try {
    for await (const chunk of chunksOf(device, offsetBytes, offsetBytes + lengthBytes, skipUnallocated)) {
      const { read, passed } = readChunk(device, call, chunk, turn);
      turn = passed;
      reads.push(read);
      if (reads.length >= CHUNKS_IN_FLIGHT_MAX) await reads.shift();
    }
    await Promise.all(reads);
  } finally {
    // When one read has failed, the others end too, in their own time: each waits for its turn, which never comes.
    await Promise.allSettled(reads);
  }
}

/**
 * Reads one chunk and sends it once `turn` has come. `passed` is the turn of the chunk after it: it comes when this
 * one is on its way, and never does, but rejects, when this one fails.
 */
function readChunk(
  device: BlockDevice,
  call: ServerWritableStream<ReadStreamRequest, ReadStreamResponse>,
  { offsetBytes, lengthBytes }: Chunk,
  turn: Promise<void>,
): { read: Promise<Buffer>; passed: Promise<void> } {
  let pass: () => void = () => {};
  let fail: (reason: unknown) => void = () => {};
  const passed = new Promise<void>((resolve, reject) => {
    pass = resolve;
    fail = reject;
  });
  passed.catch(() => {});
  const read = device.read(offsetBytes, lengthBytes, async (data, cutOff) => {
    await turn;
    const handedOver = handOver(call, { offsetBytes, data }, cutOff);
    pass();
    await handedOver;
  });
  read.catch(fail);
  return { read, passed };
}

/** The range in chunks that end at multiples of the chunk size; without the unallocated runs where they are skipped. */
async function* chunksOf(
  device: BlockDevice,
  startBytes: number,
  endBytes: number,
  skipUnallocated: boolean,
): AsyncGenerator<Chunk> {
  if (!skipUnallocated) return yield* split(startBytes, endBytes);
  for (let offsetBytes = startBytes; offsetBytes < endBytes; ) {
    const extents = await device.allocation(offsetBytes, endBytes - offsetBytes, LIMITS.extentsPerAnswerMax);
    for (const extent of extents) {
      offsetBytes = extent.offsetBytes + extent.lengthBytes;
      if (extent.allocated) yield* split(extent.offsetBytes, offsetBytes);
    }
  }
}

function* split(startBytes: number, endBytes: number): Generator<Chunk> {
  for (let offsetBytes = startBytes; offsetBytes < endBytes; ) {
    const boundary = (Math.floor(offsetBytes / LIMITS.streamChunkBytes) + 1) * LIMITS.streamChunkBytes;
    const lengthBytes = Math.min(boundary, endBytes) - offsetBytes;
    yield { offsetBytes, lengthBytes };
    offsetBytes += lengthBytes;
  }
}
