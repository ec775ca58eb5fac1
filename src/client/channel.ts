/** The connection to a daemon, and the shapes of call that go over it, with promises in place of callbacks. */

import type { EventEmitter } from "node:events";
import {
  type CallCredentials,
  Client,
  type ClientDuplexStream,
  type ClientReadableStream,
  type ClientWritableStream,
  credentials,
  type CallOptions as GrpcCallOptions,
  type ClientOptions as GrpcClientOptions,
  Metadata,
  type ServiceError,
  type StatusObject,
} from "@grpc/grpc-js";
import type { MethodDefinition } from "@grpc/proto-loader";
import { EnvolError } from "../errors.ts";
import { LIMITS } from "../limits.ts";
import { onAbort } from "./abort.ts";
import { checkRequest } from "./request-check.ts";
import { errorOfStatus } from "./status-error.ts";

/**
 * How much the daemon may send before this client has read it. Node reads nothing from an HTTP/2 connection while a write
 * to it waits (Http2Session::MaybeStopReading in node_http2.cc). So if more were under way in both directions than the
 * kernel holds, each end would wait for ever for the other one to read. The daemon takes much at a time; this end must
 * not, then: what it asks for has to fit the buffer of a Unix socket, 208 KiB on Linux (net.core.wmem_default).
 */
const RECEIVE_WINDOW_BYTES = 128 * 1024;

/**
 * On a connection on which this end sends next to nothing there is no such danger, and a message of LIMITS.streamChunkBytes
 * should fit as a whole: streams of responses have one of their own. It takes so many streams at a time that their
 * requests, of 1 KiB at most, fit the buffer of a Unix socket; what is more goes where all other calls go.
 */
const STREAM_WINDOW_BYTES = LIMITS.streamChunkBytes;
const RESPONSE_STREAMS_MAX = 128;

const GRPC_OPTIONS: GrpcClientOptions = {
  "grpc.max_receive_message_length": LIMITS.grpcMessageBytesMax,
  "grpc.max_send_message_length": LIMITS.grpcMessageBytesMax,
  "grpc-node.flow_control_window": RECEIVE_WINDOW_BYTES,
  // A daemon that is started again is found again soon.
  "grpc.initial_reconnect_backoff_ms": 100,
  "grpc.max_reconnect_backoff_ms": 1000,
  // A connection of its own, which closes with the client.
  "grpc.use_local_subchannel_pool": 1,
  // The daemon is on this machine, or named on purpose: no proxy of the environment stands between.
  "grpc.enable_http_proxy": 0,
  "grpc.enable_channelz": 0,
};

/** How long a call may last, and what ends it early. */
export interface CallOptions {
  /** Ends the call; its promise rejects with the signal's reason. What the daemon has begun, it may still finish. */
  readonly signal?: AbortSignal;
  /** Milliseconds until the call fails with UNAVAILABLE; no limit when absent. */
  readonly timeoutMs?: number;
}

/** A call with one request and one response. Rejects with an EnvolError. */
export type UnaryCall<Request, Response> = (request: Request, options?: CallOptions) => Promise<Response>;

/** A method of the contract, as far as a client needs it. */
export type Method<Request, Response> = MethodDefinition<Request, never, unknown, Response>;

export class Channel {
  readonly address: string;
  readonly #client: Client;
  /** The connection for streams of responses; made with the first of them. */
  #streamClient: Client | undefined;
  #responseStreams = 0;
  readonly #callCredentials: ((path: string) => CallCredentials) | undefined;
  /** What ends each stream that is open. */
  readonly #open = new Set<() => void>();
  #closed = false;

  /**
   * @param address `unix:PATH` or `HOST:PORT`
   * @param callCredentials what signs a call to the method of a path
   */
  constructor(address: string, callCredentials?: (path: string) => CallCredentials) {
    this.address = address;
    this.#callCredentials = callCredentials;
    this.#client = new Client(address, credentials.createInsecure(), GRPC_OPTIONS);
  }

  /** Makes a function of a unary method. */
  unary<Request extends object, Response>(method: Method<Request, Response>): UnaryCall<Request, Response> {
    return (request, options = {}) => this.callOnce(method, request, options);
  }

  /** Calls a unary method. */
  callOnce<Request extends object, Response>(
    method: Method<Request, Response>,
    request: Request,
    options: CallOptions,
    metadata: Metadata = new Metadata(),
  ): Promise<Response> {
    return new Promise((resolve, reject) => {
      options.signal?.throwIfAborted();
      checkRequest(method.requestType, request);
      const call = this.#connection().makeUnaryRequest(
        method.path,
        method.requestSerialize,
        method.responseDeserialize,
        request,
        metadata,
        this.#grpcOptions(method, options),
        this.#settle(options, resolve, reject, () => forget()),
      );
      const forget = onAbort(options.signal, () => call.cancel());
    });
  }

  /** Calls a method that streams its response. */
  readStream<Request extends object, Response>(
    method: Method<Request, Response>,
    request: Request,
    options: CallOptions,
  ): ResponseStream<Response> {
    options.signal?.throwIfAborted();
    checkRequest(method.requestType, request);
    const call = this.#streamConnection().makeServerStreamRequest(
      method.path,
      method.requestSerialize,
      method.responseDeserialize,
      request,
      new Metadata(),
      this.#grpcOptions(method, options),
    );
    this.#track(call, options);
    this.#responseStreams += 1;
    call.on("status", () => {
      this.#responseStreams -= 1;
    });
    return new ResponseStream(call, (status) => this.#errorOf(status, options));
  }

  /** Calls a method that streams its request, with what `messages` yields, as fast as the daemon takes it. */
  async writeStream<Request extends object, Response>(
    method: Method<Request, Response>,
    messages: AsyncIterable<Request> | Iterable<Request>,
    options: CallOptions,
  ): Promise<Response> {
    options.signal?.throwIfAborted();
    let stream: ClientWritableStream<Request> | undefined;
    const answered = new Promise<Response>((resolve, reject) => {
      stream = this.#connection().makeClientStreamRequest(
        method.path,
        method.requestSerialize,
        method.responseDeserialize,
        new Metadata(),
        this.#grpcOptions(method, options),
        this.#settle(options, resolve, reject),
      );
      this.#track(stream, options);
    });
    const sent = sendAll(stream as ClientWritableStream<Request>, method, messages, answered);
    // An answer that comes early, which is an error, does not wait for the next message.
    return await Promise.race([answered, sent.then(() => answered)]);
  }

  /** Opens a bidirectional stream. */
  duplex<Request, Response>(method: Method<Request, Response>): ClientDuplexStream<Request, Response> {
    const call = this.#connection().makeBidiStreamRequest(
      method.path,
      method.requestSerialize,
      method.responseDeserialize,
      new Metadata(),
      this.#grpcOptions(method, {}),
    );
    this.#track(call, {});
    return call;
  }

  /** Ends the streams that are open, and closes the connections when the other calls have ended. */
  close(): void {
    this.#closed = true;
    for (const cancel of [...this.#open]) cancel();
    this.#client.close();
    this.#streamClient?.close();
  }

  /** What calls are made on. */
  #connection(): Client {
    if (this.#closed) throw new EnvolError("UNAVAILABLE", `The client of the daemon at ${this.address} is closed.`);
    return this.#client;
  }

  /** What a stream of responses is called on. */
  #streamConnection(): Client {
    const client = this.#connection();
    if (this.#responseStreams >= RESPONSE_STREAMS_MAX) return client;
    this.#streamClient ??= new Client(this.address, credentials.createInsecure(), {
      ...GRPC_OPTIONS,
      "grpc-node.flow_control_window": STREAM_WINDOW_BYTES,
    });
    return this.#streamClient;
  }

  #grpcOptions({ path }: { path: string }, { timeoutMs }: CallOptions): GrpcCallOptions {
    return {
      ...(timeoutMs !== undefined && { deadline: Date.now() + timeoutMs }),
      ...(this.#callCredentials !== undefined && { credentials: this.#callCredentials(path) }),
    };
  }

  /** Keeps a stream until it ends, which `close` and the signal bring about. */
  #track(call: EventEmitter & { cancel(): void }, { signal }: CallOptions): void {
    const cancel = () => call.cancel();
    const forget = onAbort(signal, cancel);
    this.#open.add(cancel);
    call.on("status", () => {
      forget();
      this.#open.delete(cancel);
    });
  }

  #settle<Response>(
    options: CallOptions,
    resolve: (response: Response) => void,
    reject: (reason: unknown) => void,
    done: () => void = () => {},
  ) {
    return (error: ServiceError | null, response?: Response) => {
      done();
      if (error === null) resolve(response as Response);
      else reject(this.#errorOf(error, options));
    };
  }

  /** What a call that ended with this status rejects with. */
  #errorOf(status: StatusObject, { signal }: CallOptions): unknown {
    return signal?.aborted ? signal.reason : errorOfStatus(status, this.address);
  }
}

/** The messages of a response, once around. */
export class ResponseStream<Message> implements AsyncIterable<Message> {
  /** Resolves when the daemon has sent its headers; rejects when the call has ended before. */
  readonly begun: Promise<void>;
  readonly #call: ClientReadableStream<Message>;
  #failure: { readonly thrown: unknown } | undefined;

  constructor(call: ClientReadableStream<Message>, errorOf: (status: StatusObject) => unknown) {
    this.#call = call;
    this.begun = new Promise((resolve, reject) => {
      call.on("metadata", () => resolve());
      // The first of these events is the status of the call, which comes whether anybody iterates at the time or not.
      call.once("error", (status: Error) => {
        this.#failure = { thrown: errorOf(status as ServiceError) };
        reject(this.#failure.thrown);
      });
    });
    this.begun.catch(() => {});
    // Further ones come from the iterator, when it takes the stream down after an error.
    call.on("error", () => {});
  }

  /** Leaving the loop early ends the call. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Message, void, undefined> {
    try {
      yield* this.#call.iterator({ destroyOnReturn: false });
    } catch (thrown) {
      if (this.#failure === undefined) throw thrown;
    } finally {
      this.#call.cancel();
    }
    if (this.#failure !== undefined) throw this.#failure.thrown;
  }

  cancel(): void {
    this.#call.cancel();
  }
}

/** Sends what `messages` yields, no faster than it is taken, until it ends or the call has. */
async function sendAll<Request extends object>(
  stream: ClientWritableStream<Request>,
  method: Method<Request, unknown>,
  messages: AsyncIterable<Request> | Iterable<Request>,
  answered: Promise<unknown>,
): Promise<void> {
  let over = false;
  const finished = answered
    .catch(() => {})
    .then(() => {
      over = true;
    });
  try {
    for await (const message of messages) {
      if (over) return;
      checkRequest(method.requestType, message);
      if (stream.write(message)) continue;
      await Promise.race([finished, new Promise<void>((resolve) => stream.once("drain", resolve))]);
    }
    stream.end();
  } catch (thrown) {
    stream.cancel();
    throw thrown;
  }
}
