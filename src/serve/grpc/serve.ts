/** The gRPC front door: the six services of Envol, health and reflection. */

import { setMaxListeners } from "node:events";
import type { Http2Session } from "node:http2";
import {
  Server,
  ServerCredentials,
  type ServerOptions,
  type ServerWritableStream,
  type ServiceDefinition,
  type UntypedHandleCall,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { ReflectionService } from "@grpc/reflection";
import { HealthImplementation, type ServingStatus } from "grpc-health-check";
import type { KmsCaller } from "../../kms/kms-client.ts";
import { LIMITS } from "../../limits.ts";
import type { AuthMode } from "../../options.ts";
import { type Listener, listen } from "../listen.ts";
import { blockHandlers } from "./block-handlers.ts";
import { closeConnection, type GrpcContext } from "./call.ts";
import { type AnyCall, type Authentication, clientOf, type GuardOptions, guarded } from "./callers.ts";
import { eventHandlers } from "./event-handlers.ts";
import { harnessHandlers } from "./harness-handlers.ts";
import { IO } from "./io-codec.ts";
import { keyHandlers } from "./key-handlers.ts";
import {
  BLOCK_SERVICE,
  EVENT_SERVICE,
  HARNESS_SERVICE,
  KEY_SERVICE,
  PRINCIPAL_SERVICE,
  SERVICE_NAMES,
  VOLUME_SERVICE,
} from "./load-protos.ts";
import { principalHandlers } from "./principal-handlers.ts";
import { reflectedDefinition } from "./reflection.ts";
import { volumeHandlers } from "./volume-handlers.ts";

/** Connections that are closed at a shutdown get this long to be gone before grpc-js destroys their sessions. */
const DRAIN_MARGIN_MS = 100;

const SERVER_OPTIONS: ServerOptions = {
  "grpc.max_receive_message_length": LIMITS.grpcMessageBytesMax,
  "grpc.max_send_message_length": LIMITS.grpcMessageBytesMax,
  // Tells a client that has vanished from one that is quiet, so that what it held open is freed.
  "grpc.keepalive_time_ms": 60_000,
  "grpc.keepalive_timeout_ms": 20_000,
  // Channelz counts every message, for nobody.
  "grpc.enable_channelz": 0,
};

export interface GrpcOptions extends Omit<GrpcContext, "stopping"> {
  readonly auth: AuthMode;
  /** `unix:PATH`, or `HOST:PORT` where port 0 takes a free one. */
  readonly address: string;
}

export interface GrpcDoor {
  /** The address in use: `unix:PATH`, or `HOST:PORT` with the real port. */
  readonly address: string;
  /**
   * Takes no new calls and lets those under way end; streams without an end of their own get one. What has not ended
   * after `timeoutMs` is cut off. Calling it again waits for the same end.
   */
  close(timeoutMs: number): Promise<void>;
}

/** Opens the door. @throws ADDRESS_IN_USE, CONFIG_INVALID */
export async function serveGrpc(options: GrpcOptions): Promise<GrpcDoor> {
  const { address, ...served } = options;
  const stopping = new AbortController();
  // Each stream without an end of its own listens.
  setMaxListeners(0, stopping.signal);
  const context: GrpcContext = { ...served, stopping: stopping.signal };
  const server = new Server(SERVER_OPTIONS);
  addEnvolServices(server, options, context);
  const health = addCommonServices(server, stopping.signal);
  const listener = await listen(address, "grpcAddress", (target) => bind(server, target));
  setHealth(health, "SERVING");
  let closed: Promise<void> | undefined;
  const close = async (timeoutMs: number) => {
    setHealth(health, "NOT_SERVING");
    stopping.abort();
    await shutDown(server, listener, timeoutMs);
    await listener.cleanUp();
  };
  return {
    address: listener.address,
    close(timeoutMs) {
      closed ??= close(timeoutMs);
      return closed;
    },
  };
}

function bind(server: Server, target: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(target, ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) resolve(port);
      else reject(error);
    });
  });
}

function addEnvolServices(server: Server, authentication: Authentication, context: GrpcContext): void {
  const add = (service: ServiceDefinition, handlersFor: Parameters<typeof guarded>[2], options?: GuardOptions) =>
    server.addService(service, guarded(authentication, service, handlersFor, options));
  // Handlers of services for which it matters who calls are made for each call: that is a few closures.
  const calledBy = (caller: KmsCaller, call: AnyCall) => ({ ...context, caller: { ...caller, ...clientOf(call) } });
  // A unary call is, on the wire, a stream of one message. Served as a stream, Read learns when its message has been
  // sent, and until then counts as a read in flight: what revocation waits for.
  const blockService = { ...BLOCK_SERVICE, Read: { ...BLOCK_SERVICE.Read, responseStream: true }, Io: IO };
  const block = { ...blockHandlers(context) };
  const harness = harnessHandlers(context);
  add(VOLUME_SERVICE, (caller, call) => volumeHandlers(calledBy(caller, call)));
  add(blockService, () => block);
  add(KEY_SERVICE, (caller, call) => keyHandlers(calledBy(caller, call)), { otherAccounts: true });
  add(EVENT_SERVICE, (caller, call) => eventHandlers(calledBy(caller, call)));
  add(HARNESS_SERVICE, () => harness);
  add(PRINCIPAL_SERVICE, (caller, call) => principalHandlers(calledBy(caller, call)), { otherAccounts: true });
}

/** Health and reflection. Their streams last as long as the client likes, so they are ended when the door closes. */
function addCommonServices(server: Server, stopping: AbortSignal): HealthImplementation {
  const open = new Set<ServerWritableStream<unknown, unknown>>();
  stopping.addEventListener("abort", () => {
    for (const call of open) call.end();
  });
  const tracked = (handler: UntypedHandleCall) => (call: ServerWritableStream<unknown, unknown>, answer: unknown) => {
    if (answer === undefined) {
      open.add(call);
      call.on("close", () => open.delete(call));
    }
    (handler as (call: unknown, answer: unknown) => void)(call, answer);
  };
  const registrar = {
    addService(definition: ServiceDefinition, handlers: UntypedServiceImplementation) {
      const entries = Object.entries(handlers).map(([name, handler]) => [name, tracked(handler)]);
      server.addService(definition, Object.fromEntries(entries));
    },
  };
  const health = new HealthImplementation();
  health.addToServer(registrar);
  new ReflectionService(reflectedDefinition()).addToServer(registrar);
  return health;
}

/** Sets the status of the daemon as a whole, which goes by the name "", and that of each service. */
function setHealth(health: HealthImplementation, status: ServingStatus): void {
  for (const name of ["", ...SERVICE_NAMES]) health.setStatus(name, status);
}

/** Waits for the calls under way, and closes the connections that are left after their time. */
async function shutDown(server: Server, { target }: Listener, timeoutMs: number): Promise<void> {
  // Asked for now: draining takes them out. Where grpc-js has them elsewhere, what `drain` does has to be enough.
  const { http2Servers } = server as unknown as { http2Servers?: Map<unknown, { sessions: Set<Http2Session> }> };
  const connections = [...(http2Servers?.values() ?? [])].map(({ sessions }) => sessions);
  const timer = setTimeout(() => {
    for (const session of connections.flatMap((open) => [...open])) closeConnection(session);
  }, timeoutMs);
  // forceShutdown would be the usual way, but without Channelz it finds no connections (grpc-js 1.14). And `drain` does
  // not get rid of one whose client reads nothing, so it comes second.
  server.drain(target, timeoutMs + DRAIN_MARGIN_MS);
  await new Promise<void>((resolve) => server.tryShutdown(() => resolve()));
  clearTimeout(timer);
}
