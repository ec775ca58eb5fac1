/** What the handlers of all services have in common: how a call is answered, fed, ended and cut off. */

import { constants, type Http2Session, type ServerHttp2Stream } from "node:http2";
import type { Socket } from "node:net";
import type { handleUnaryCall } from "@grpc/grpc-js";
import type { Logger } from "pino";
import { EnvolError } from "../../errors.ts";
import type { EventBus } from "../../events.ts";
import type { Harness } from "../../faults/harness.ts";
import type { Principals } from "../../iam/principals.ts";
import type { CallKms } from "../../kms/embedded/embedded-kms.ts";
import type { KmsCaller } from "../../kms/kms-client.ts";
import { LIMITS } from "../../limits.ts";
import type { Meter } from "../../trail/meter.ts";
import type { Trail } from "../../trail/trail.ts";
import type { VolumeService } from "../../volume/volume-service.ts";
import { answerableError, toStatus } from "./status.ts";

/** What the handlers serve. */
export interface GrpcContext {
  readonly volumes: VolumeService;
  /** The KMS, for KeyService. */
  readonly call: CallKms;
  readonly principals: Principals;
  /** Records of KMS calls, and what they would cost. */
  readonly trail: Trail;
  readonly meter: Meter;
  readonly events: EventBus;
  /** Present in a daemon that was started for tests. */
  readonly harness?: Harness;
  /** The daemon's own account. */
  readonly accountId: string;
  readonly log: Logger;
  /** Where clients of another protocol find an attachment, where there is such a door. */
  readonly nbdUri?: (attachmentId: string) => string;
  /** Aborts when the door closes: calls without an end of their own then come to one. */
  readonly stopping: AbortSignal;
}

/** What the handlers of a call serve for which it matters who calls. */
export interface CalledContext extends GrpcContext {
  readonly caller: KmsCaller;
}

/** A call whose response is a stream, server-streaming or bidirectional, as far as answering it goes. */
export interface StreamingCall<Response = unknown> {
  readonly destroyed: boolean;
  readonly writableEnded: boolean;
  getPath(): string;
  write(message: Response, taken: (error?: Error | null) => void): boolean;
  end(): unknown;
  emit(event: "error", status: Error): boolean;
  on(event: "close", listener: () => void): unknown;
  off(event: "close", listener: () => void): unknown;
}

/** A stream that was reset gets this long to be gone; then its whole connection is taken to be stuck. */
const RESET_TIMEOUT_MS = 100;

/** What a promise of a call rejects with when the call has ended first. Nobody is left to be told of it. */
export class CallEnded extends Error {
  override readonly name = "CallEnded";
}

/** A handler of a unary call, made of a function from the request to the response. */
export function unary<Request, Response>(
  context: GrpcContext,
  answer: (request: Request) => Response | Promise<Response>,
): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    const failed = (thrown: unknown) => callback(toStatus(answerableError(thrown, context.log, call.getPath())));
    new Promise<Response>((resolve) => resolve(answer(call.request))).then((value) => callback(null, value), failed);
  };
}

/** Runs a handler whose response is a stream; its end, or what it throws, ends the call. */
export function runStreaming(context: GrpcContext, call: StreamingCall, run: () => Promise<void>): void {
  run().then(
    () => call.end(),
    (thrown) => endWithError(context, call, thrown),
  );
}

/** Ends a call with a status, after what was written before it. A call that has ended is left alone. */
export function endWithError(context: Pick<GrpcContext, "log">, call: StreamingCall, thrown: unknown): void {
  if (call.destroyed || thrown instanceof CallEnded) return;
  // This is how a streaming handler of grpc-js sets a status: an "error" event that holds one.
  call.emit("error", toStatus(answerableError(thrown, context.log, call.getPath())) as unknown as Error);
}

/** The daemon is going: said to calls that could otherwise go on for ever. */
export function stoppingError(): EnvolError {
  return new EnvolError("UNAVAILABLE", "The daemon is stopping.");
}

/**
 * Gives a message to the transport. Resolves when HTTP/2 has taken all of it, which waits for the client to make room.
 * When `cutOff` aborts meanwhile, the call is reset, and what was not yet sent is dropped.
 * @throws CallEnded when the call has ended first; UNAVAILABLE when `cutOff` had aborted before
 */
export function handOver<Response>(
  call: StreamingCall<Response>,
  message: Response,
  cutOff?: AbortSignal,
): Promise<void> {
  const reset = () => resetCall(call);
  return new Promise<void>((resolve, reject) => {
    refuseIfCutOff(cutOff);
    // Asked for before anything is written: plaintext that could not be called back must not be sent.
    transportOf(call);
    if (call.destroyed || call.writableEnded) throw new CallEnded("The call has ended.");
    const closed = () => settle(new CallEnded("The call ended before its message was sent."));
    const settle = (error?: Error | null) => {
      call.off("close", closed);
      cutOff?.removeEventListener("abort", reset);
      if (error) reject(error instanceof CallEnded ? error : new CallEnded(error.message));
      else resolve();
    };
    call.on("close", closed);
    call.write(message, settle);
    cutOff?.addEventListener("abort", reset, { once: true });
  });
}

/**
 * Refuses to send plaintext that comes after its cut-off. Asked again, the device says what was the matter.
 * @throws UNAVAILABLE
 */
export function refuseIfCutOff(cutOff: AbortSignal | undefined): void {
  if (!cutOff?.aborted) return;
  const why = "the volume was detached, or its key became unusable, before the data was ready";
  throw new EnvolError("UNAVAILABLE", `The data is not sent: ${why}. Ask again to see which.`);
}

/**
 * Resets the HTTP/2 stream of a call, which drops what was written to it and not yet sent. HTTP/2 sends the reset
 * only after what it had begun to write, so a connection whose client reads nothing would keep that in memory, and send
 * it later: such a connection is closed as a whole.
 */
export function resetCall(call: StreamingCall): void {
  const stream = transportOf(call);
  if (stream.destroyed || stream.closed) return;
  const { session } = stream;
  const stuck = setTimeout(() => session && closeConnection(session), RESET_TIMEOUT_MS);
  stream.once("close", () => clearTimeout(stuck));
  stream.close(constants.NGHTTP2_CANCEL);
}

/**
 * Closes a connection at once, as if its client had gone, and drops what was being written to it. Destroying the session
 * would not: that waits for the write under way (Http2Session::Close in node_http2.cc), which a client that reads nothing
 * holds up for ever. The way to the socket is a field that node:http2 keeps to itself, because `session.socket` does not
 * let it be destroyed.
 */
export function closeConnection(session: Http2Session): void {
  const key = Object.getOwnPropertySymbols(session).find(({ description }) => description === "socket");
  const socket = key && (session as unknown as Record<symbol, Socket | undefined>)[key];
  if (socket === undefined) session.destroy();
  else socket.destroy();
}

/** Connections whose window for what clients send has been raised. */
const raised = new WeakSet<Http2Session>();

/**
 * Raises the flow-control window of a call's connection for what the client sends, once. HTTP/2 begins with 64 KiB, so a
 * bulk chunk would take 16 round trips; grpc-js offers an option for this to clients only. Measured with 1 MiB
 * messages over a Unix socket: 0.8 GB/s without, 1.6 GB/s with it.
 */
export function raiseReceiveWindow(call: object): void {
  const { session } = transportOf(call);
  if (session === undefined || raised.has(session)) return;
  raised.add(session);
  session.setLocalWindowSize(LIMITS.grpcMessageBytesMax);
  session.settings({ initialWindowSize: LIMITS.grpcMessageBytesMax });
}

/**
 * The HTTP/2 stream under a call. grpc-js has no public way to it, nor any other to drop what is buffered for one call,
 * so this reads two fields that it declares private, and refuses to serve where they are not there.
 */
function transportOf(call: object): ServerHttp2Stream {
  const stream = (call as { call?: { stream?: ServerHttp2Stream } }).call?.stream;
  if (typeof stream?.close !== "function") {
    throw new EnvolError("INTERNAL", "This release of grpc-js does not let a call be cut off, so no data is sent.");
  }
  return stream;
}

/** Whether proto3 can tell the value of a field from an absent one: not "", 0, false, an empty list, an empty map. */
export function isGiven(value: unknown): boolean {
  if (value instanceof Uint8Array) return value.length > 0;
  return typeof value === "object" && value !== null ? Object.keys(value).length > 0 : Boolean(value);
}

/** Leaves out what proto3 cannot tell from an absent field. */
export function givenFields<Fields extends object>(fields: Fields): Partial<Fields> {
  const given = Object.entries(fields).filter(([, value]) => isGiven(value));
  return Object.fromEntries(given) as Partial<Fields>;
}
