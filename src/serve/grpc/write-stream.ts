/** WriteStream: any amount of data, as chunks that are written side by side. */

import type { ServerReadableStream, sendUnaryData } from "@grpc/grpc-js";
import { EnvolError, toEnvolError } from "../../errors.ts";
import type { WriteStreamRequest__Output as WriteStreamRequest } from "../../gen/envol/v1/WriteStreamRequest.ts";
import type { WriteStreamResponse } from "../../gen/envol/v1/WriteStreamResponse.ts";
import { LIMITS } from "../../limits.ts";
import type { BlockDevice } from "../../volume/block-device.ts";
import { deviceOf, tooLarge } from "./block-request.ts";
import { type GrpcContext, raiseReceiveWindow } from "./call.ts";
import { answerableError, toStatus } from "./status.ts";

/** Chunks that are written at the same time; the client is read on when one of them is done. */
const WRITES_IN_FLIGHT_MAX = 8;

type Call = ServerReadableStream<WriteStreamRequest, WriteStreamResponse>;

/** Writes what the client sends, and answers at the end of it, or at the first error. */
export function serveWriteStream(context: GrpcContext, call: Call, answer: sendUnaryData<WriteStreamResponse>): void {
  const chunks = new ChunkWriter();
  writeAll(context, call, chunks).then(
    () => answer(null, { bytesWritten: chunks.bytesWritten }),
    (thrown) => {
      if (call.cancelled || call.destroyed) return;
      const error = toEnvolError(thrown);
      const text = `${error.message} ${chunks.bytesWritten} bytes of this stream had been written.`;
      const options = error.field === undefined ? { cause: error } : { cause: error, field: error.field };
      const told = new EnvolError(error.code, text, options);
      answer(toStatus(answerableError(told, context.log, call.getPath())));
    },
  );
}

async function writeAll(context: GrpcContext, call: Call, chunks: ChunkWriter): Promise<void> {
  raiseReceiveWindow(call);
  const received = receive(context, call, chunks);
  // A write that fails ends the call at once, also while the client sends nothing.
  await Promise.race([received, chunks.failed]);
}

async function receive(context: GrpcContext, call: Call, chunks: ChunkWriter): Promise<void> {
  let device: BlockDevice | undefined;
  let flush = false;
  // The call outlives this loop: its status is still to be sent.
  for await (const message of call.iterator({ destroyOnReturn: false })) {
    const { volumeId, attachmentId, offsetBytes, data } = message as WriteStreamRequest;
    if (device === undefined) {
      if (volumeId === "") throw firstMessageError("MISSING_ARGUMENT", "the first message names no volume.");
      device = deviceOf(context.volumes, { volumeId, attachmentId });
      flush = message.flush;
    } else if (volumeId !== "" || attachmentId !== "" || message.flush) {
      throw firstMessageError("INVALID_ARGUMENT", "only the first message of a stream names the volume and the rest.");
    }
    if (data.length > LIMITS.streamChunkBytes) throw tooLarge("data", data.length, LIMITS.streamChunkBytes);
    if (data.length > 0) await chunks.write(device, offsetBytes, data);
  }
  if (device === undefined) throw firstMessageError("MISSING_ARGUMENT", "the stream held no message.");
  await chunks.settled();
  if (flush) await device.flush();
}

function firstMessageError(code: "MISSING_ARGUMENT" | "INVALID_ARGUMENT", text: string): EnvolError {
  return new EnvolError(code, `volumeId: ${text}`, { field: "volumeId" });
}

/** Writes chunks side by side, a bounded number at a time; where two overlap, the later one waits for the earlier. */
class ChunkWriter {
  /** Bytes of the chunks that have been written. */
  bytesWritten = 0;
  /** Rejects when a chunk could not be written. */
  readonly failed: Promise<never>;
  readonly #inFlight = new Set<{ startBytes: number; endBytes: number; done: Promise<void> }>();
  #failure: { thrown: unknown } | undefined;
  #fail: (thrown: unknown) => void = () => {};

  constructor() {
    this.failed = new Promise((_, reject) => {
      this.#fail = reject;
    });
    this.failed.catch(() => {});
  }

  /** Begins to write a chunk. Resolves when there is room for another one. */
  async write(device: BlockDevice, offsetBytes: number, data: Uint8Array): Promise<void> {
    const endBytes = offsetBytes + data.length;
    const overlapping = [...this.#inFlight].filter((w) => w.startBytes < endBytes && offsetBytes < w.endBytes);
    await Promise.all(overlapping.map(({ done }) => done));
    if (this.#failure !== undefined) throw this.#failure.thrown;
    const write = { startBytes: offsetBytes, endBytes, done: Promise.resolve() };
    write.done = device.write(offsetBytes, data).then(
      () => {
        this.bytesWritten += data.length;
        this.#inFlight.delete(write);
      },
      (thrown: unknown) => {
        this.#failure ??= { thrown };
        this.#inFlight.delete(write);
        this.#fail(thrown);
      },
    );
    this.#inFlight.add(write);
    if (this.#inFlight.size >= WRITES_IN_FLIGHT_MAX) await Promise.race([...this.#inFlight].map(({ done }) => done));
  }

  /** Resolves when every chunk has been written. */
  async settled(): Promise<void> {
    await Promise.all([...this.#inFlight].map(({ done }) => done));
    if (this.#failure !== undefined) throw this.#failure.thrown;
  }
}
