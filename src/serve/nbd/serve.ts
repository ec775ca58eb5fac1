/** The NBD front door: each attachment is an export, whose name is the attachment's unguessable id. */

import { createServer, type Server } from "node:net";
import type { Logger } from "pino";
import type { Clock } from "../../clock.ts";
import { EnvolError } from "../../errors.ts";
import { LIMITS } from "../../limits.ts";
import type { VolumeService } from "../../volume/volume-service.ts";
import { bindServer, listen, started } from "../listen.ts";
import { Connection } from "./connection.ts";
import type { FindDevice } from "./negotiation.ts";
import { createTlsUpgrade, type TlsCertificates } from "./tls.ts";
import { nbdUri } from "./uri.ts";

export interface NbdOptions {
  /** `unix:PATH`, `HOST:PORT` where port 0 takes a free one, or `fd:3` for a socket that was handed over listening. */
  readonly address: string;
  readonly volumes: Pick<VolumeService, "deviceOfAttachment">;
  readonly clock: Clock;
  readonly log: Logger;
  /** With it, every client must use TLS. */
  readonly tls?: TlsCertificates;
  /** Clients at a time; what is more is closed at once. LIMITS.nbdConnectionsMax, unless a test says less. */
  readonly connectionsMax?: number;
}

export interface NbdDoor {
  /** The address in use: `unix:PATH`, or `HOST:PORT` with the real port. */
  readonly address: string;
  /** Clients that are connected. */
  readonly connections: number;
  /** Where clients find an attachment; "" when the door does not know its own address. */
  uri(attachmentId: string): string;
  /**
   * Takes no new clients and no new requests, answers those in flight, and disconnects. What has not ended after
   * `timeoutMs` is cut off. Calling it again waits for the same end.
   */
  close(timeoutMs: number): Promise<void>;
}

/** Opens the door. @throws ADDRESS_IN_USE, CONFIG_INVALID */
export async function serveNbd(options: NbdOptions): Promise<NbdDoor> {
  const { address, volumes, clock, log, tls, connectionsMax = LIMITS.nbdConnectionsMax } = options;
  const upgrade = tls && createTlsUpgrade(tls);
  const connections = new Set<Connection>();
  let onEmpty: () => void = () => {};
  const context = {
    find: finder(volumes),
    clock,
    log,
    ...(upgrade !== undefined && { tls: upgrade }),
    onClosed(connection: Connection) {
      connections.delete(connection);
      if (connections.size === 0) onEmpty();
    },
  };
  const server = createServer({ noDelay: true }, (socket) => {
    if (connections.size < connectionsMax) {
      connections.add(new Connection(socket, context));
      return;
    }
    socket.destroy();
    log.warn({ connectionsMax }, "an NBD client was turned away: too many are connected");
  });
  const listener = await listenAnywhere(server, address);
  let closed: Promise<void> | undefined;
  const close = async (timeoutMs: number) => {
    const unbound = new Promise<void>((resolve) => server.close(() => resolve()));
    const allGone = new Promise<void>((resolve) => {
      onEmpty = resolve;
      if (connections.size === 0) resolve();
    });
    for (const connection of connections) connection.finish();
    const timer = setTimeout(() => {
      for (const connection of connections) connection.destroy();
    }, timeoutMs);
    await Promise.all([unbound, allGone]);
    clearTimeout(timer);
    await listener.cleanUp();
  };
  return {
    address: listener.address,
    get connections() {
      return connections.size;
    },
    uri: (attachmentId) => (listener.address.startsWith("fd:") ? "" : nbdUri(listener.address, attachmentId, !!tls)),
    close(timeoutMs) {
      closed ??= close(timeoutMs);
      return closed;
    },
  };
}

/** Whether or not a name is that of an attachment is all that a client learns of it. */
function finder(volumes: NbdOptions["volumes"]): FindDevice {
  return (name) => {
    try {
      return volumes.deviceOfAttachment(name);
    } catch (thrown) {
      if (thrown instanceof EnvolError && thrown.code === "ATTACHMENT_NOT_FOUND") return undefined;
      throw thrown;
    }
  };
}

async function listenAnywhere(server: Server, address: string): Promise<{ address: string; cleanUp(): Promise<void> }> {
  const handedOver = /^fd:(\d+)$/.exec(address)?.[1];
  if (handedOver === undefined) return listen(address, "nbdAddress", (target) => bindServer(server, target));
  await started(server, () => server.listen({ fd: Number(handedOver) }));
  const bound = server.address();
  const real = bound !== null && typeof bound === "object" ? `${hostText(bound.address)}:${bound.port}` : address;
  return { address: real, cleanUp: async () => {} };
}

function hostText(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}
