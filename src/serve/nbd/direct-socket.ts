/**
 * A connection whose bytes the kernel puts where they are needed. Node.js offers that (`onread`) for sockets that connect,
 * and not for those that a server accepts, of which each read takes new memory of 64 KiB: this one takes over an accepted
 * socket's handle.
 */

import { type ConnectOpts, Socket, type SocketConstructorOpts } from "node:net";

/** Takes what arrives. */
export interface Receiver {
  /** Where the next bytes are to be put. */
  room(): Uint8Array;
  /** So many bytes have arrived there. */
  arrived(lengthBytes: number): void;
}

/** What Node.js keeps under a socket, and `useUserBuffer` of it, are not documented: without them, nothing is gained. */
interface Inner {
  _handle?: { useUserBuffer?: unknown } | null;
}

/** Another socket for the same connection, which receives into `receiver`; undefined where the runtime cannot do so. */
export function receiveDirectly(accepted: Socket, receiver: Receiver): Socket | undefined {
  const inner = accepted as Inner;
  const handle = inner._handle;
  if (typeof handle?.useUserBuffer !== "function") return undefined;
  const options: SocketConstructorOpts & ConnectOpts & { handle: unknown } = {
    handle,
    onread: {
      buffer: () => receiver.room(),
      callback: (lengthBytes) => {
        receiver.arrived(lengthBytes);
        return true;
      },
    },
  };
  const socket = new Socket(options);
  // The accepted one has nothing left to close.
  inner._handle = null;
  accepted.destroy();
  return socket;
}
