/** The AWS front door: the KMS over HTTP, as AWS SDKs and the AWS CLI call it. */

import { createServer, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { LIMITS } from "../../limits.ts";
import { bindServer, listen } from "../listen.ts";
import { type AwsContext, handle } from "./handle.ts";

export interface AwsOptions extends AwsContext {
  /** `unix:PATH`, or `HOST:PORT` where port 0 takes a free one. */
  readonly address: string;
  /** Clients at a time; what is more is closed at once. LIMITS.awsConnectionsMax, unless a test says less. */
  readonly connectionsMax?: number;
  /** LIMITS.awsHeadersTimeoutMs and awsRequestTimeoutMs, unless a test says less. */
  readonly headersTimeoutMs?: number;
  readonly requestTimeoutMs?: number;
}

export interface AwsDoor {
  /** The address in use: `unix:PATH`, or `HOST:PORT` with the real port. */
  readonly address: string;
  /**
   * Takes no new connections and no new requests, answers those in flight, and disconnects. What has not ended after
   * `timeoutMs` is cut off. Calling it again waits for the same end.
   */
  close(timeoutMs: number): Promise<void>;
}

/** How often connections are looked at whose requests take too long. */
const TIMEOUT_CHECK_MS = 1000;

/** Opens the door. @throws ADDRESS_IN_USE, CONFIG_INVALID */
export async function serveAws(options: AwsOptions): Promise<AwsDoor> {
  const { address, connectionsMax = LIMITS.awsConnectionsMax, ...context } = options;
  const connections = new Set<Socket>();
  const unanswered = new Set<ServerResponse>();
  let stopping = false;
  const server = createHttpServer(options);
  server.on("request", (request, response) => {
    unanswered.add(response);
    response.once("close", () => unanswered.delete(response));
    if (stopping) response.setHeader("connection", "close");
    void handle(context, request, response);
  });
  server.on("connection", (socket) => {
    connections.add(socket);
    socket.once("close", () => connections.delete(socket));
  });
  server.maxConnections = connectionsMax;
  server.on("drop", () =>
    options.log.warn({ connectionsMax }, "an AWS client was turned away: too many are connected"),
  );
  const listener = await listen(address, "awsAddress", (target) => bindServer(server, target));
  let closed: Promise<void> | undefined;
  const close = async (timeoutMs: number) => {
    stopping = true;
    const allGone = new Promise<void>((resolve) => server.close(() => resolve()));
    // What Node leaves open: connections that have not asked anything yet, and those that wait for an answer, after it.
    const waiting = new Set([...unanswered].map(({ socket }) => socket));
    for (const socket of connections) if (!waiting.has(socket)) socket.destroy();
    for (const response of unanswered) if (!response.headersSent) response.setHeader("connection", "close");
    const timer = setTimeout(() => server.closeAllConnections(), timeoutMs);
    await allGone;
    clearTimeout(timer);
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

function createHttpServer({
  headersTimeoutMs = LIMITS.awsHeadersTimeoutMs,
  requestTimeoutMs = LIMITS.awsRequestTimeoutMs,
}: AwsOptions): Server {
  return createServer({
    maxHeaderSize: LIMITS.awsHeaderBytesMax,
    headersTimeout: headersTimeoutMs,
    requestTimeout: requestTimeoutMs,
    connectionsCheckingInterval: Math.min(TIMEOUT_CHECK_MS, headersTimeoutMs),
    keepAliveTimeout: LIMITS.awsKeepAliveTimeoutMs,
    noDelay: true,
  });
}
