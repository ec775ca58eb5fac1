/** NBD_OPT_STARTTLS: from a socket in the clear to TLS on top of it, with X.509 certificates. */

import type { Socket } from "node:net";
import { createServer, type TLSSocket } from "node:tls";
import { EnvolError } from "../../errors.ts";

/** Certificates and keys in PEM. */
export interface TlsCertificates {
  readonly certificate: Buffer;
  readonly privateKey: Buffer;
  /** Where present, a client must show a certificate that one of these authorities has signed. */
  readonly clientAuthority?: Buffer;
}

/** Makes TLS of a socket. A handshake that fails destroys it; one that stalls is for the caller to end. */
export type TlsUpgrade = (socket: Socket, secured: (secured: TLSSocket) => void) => void;

/** @throws CONFIG_INVALID when the certificates cannot be used */
export function createTlsUpgrade({ certificate, privateKey, clientAuthority }: TlsCertificates): TlsUpgrade {
  const create = () =>
    createServer({
      cert: certificate,
      key: privateKey,
      minVersion: "TLSv1.2",
      ...(clientAuthority !== undefined && { ca: clientAuthority, requestCert: true, rejectUnauthorized: true }),
    });
  try {
    create();
  } catch (cause) {
    const message = `nbdTls: the certificate, the key or the client CA cannot be used: ${(cause as Error).message}.`;
    throw new EnvolError("CONFIG_INVALID", message, { field: "nbdTls", cause });
  }
  return (socket, secured) => {
    // A server of its own for each socket, since a server does not say which of its sockets it has secured. It never
    // listens; handing it a connection in this event is what Node's documentation of tls.Server offers.
    const server = create();
    server.once("secureConnection", secured);
    server.once("tlsClientError", () => socket.destroy());
    server.emit("connection", socket);
  };
}
