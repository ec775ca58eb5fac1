/** One client, from its greeting to its end: negotiation, TLS where it is asked for, and transmission. */

import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Logger } from "pino";
import type { Cancel, Clock } from "../../clock.ts";
import { LIMITS } from "../../limits.ts";
import type { BlockDevice } from "../../volume/block-device.ts";
import { receiveDirectly } from "./direct-socket.ts";
import { FrameReader } from "./frame-reader.ts";
import { type Agreement, afterTls, beginSession, type FindDevice, negotiate, type Session } from "./negotiation.ts";
import type { TlsUpgrade } from "./tls.ts";
import { Transmission } from "./transmission.ts";
import { CLIENT_FLAGS_BYTES, decodeOptionHeader, encodeGreeting, HANDSHAKE_FLAG, OPTION_HEADER_BYTES } from "./wire.ts";

export interface ConnectionContext {
  readonly find: FindDevice;
  readonly clock: Clock;
  readonly log: Logger;
  /** Present where TLS is required. */
  readonly tls?: TlsUpgrade;
  /** Is told when the connection is gone. */
  readonly onClosed: (connection: Connection) => void;
}

export class Connection {
  readonly #context: ConnectionContext;
  /** The client's own socket. */
  readonly #raw: Socket;
  /** What is read and written: the socket, or TLS on top of it. */
  #socket: Duplex;
  #reader: FrameReader;
  #session: Session | undefined;
  #optionsSeen = 0;
  readonly #cancelTimeout: Cancel;
  #transmission: Transmission | undefined;
  #device: BlockDevice | undefined;
  readonly #receive = (received: Buffer) => this.#reader.push(received);
  readonly #finish = () => this.finish();

  constructor(socket: Socket, context: ConnectionContext) {
    this.#context = context;
    const reader = new FrameReader({ pause: () => this.#socket.pause(), resume: () => this.#socket.resume() });
    this.#reader = reader;
    const direct = context.tls === undefined ? receiveDirectly(socket, reader) : undefined;
    this.#raw = direct ?? socket;
    this.#socket = this.#raw;
    const { clock } = context;
    this.#cancelTimeout = clock.at(clock.now() + LIMITS.nbdNegotiationTimeoutMs, () => this.#stalled());
    this.#raw.on("close", () => this.#closed());
    this.#attach();
    this.#reader.expect(CLIENT_FLAGS_BYTES, this.#takeClientFlags);
    this.#raw.write(encodeGreeting(HANDSHAKE_FLAG.fixedNewstyle | HANDSHAKE_FLAG.noZeroes));
  }

  /** Ends the connection: at once while it negotiates, else when the requests in flight have been answered. */
  finish(): void {
    if (this.#transmission === undefined) this.#socket.destroy();
    else this.#transmission.finish();
  }

  /** Ends the connection as it is, and reads nothing that is there already. */
  destroy(): void {
    this.#reader.pause();
    this.#socket.destroy();
    this.#raw.destroy();
  }

  #attach(): void {
    this.#socket.on("data", this.#receive);
    // A client that goes without a word is no news; the "close" that follows is all that matters.
    this.#socket.on("error", () => this.destroy());
  }

  /** The client has not reached transmission in time. There it may be idle for ever, as a mounted file system is. */
  #stalled(): void {
    this.#context.log.info("an NBD client was disconnected: it did not finish its negotiation in time");
    this.destroy();
  }

  #closed(): void {
    this.#cancelTimeout();
    this.#transmission?.drop();
    this.#reader.drop();
    this.#device?.closed.removeEventListener("abort", this.#finish);
    this.#socket.destroy();
    this.#context.onClosed(this);
  }

  readonly #takeClientFlags = (bytes: Buffer, at: number): void => {
    this.#session = beginSession(bytes.readUInt32BE(at), this.#context.tls === undefined ? "off" : "required");
    if (this.#session === undefined) this.destroy();
    this.#reader.expect(OPTION_HEADER_BYTES, this.#takeOptionHeader);
  };

  readonly #takeOptionHeader = (bytes: Buffer, at: number): void => {
    const header = decodeOptionHeader(bytes, at);
    this.#optionsSeen += 1;
    const tooMuch = this.#optionsSeen > LIMITS.nbdOptionsMax || (header?.lengthBytes ?? 0) > LIMITS.nbdOptionBytesMax;
    if (header === undefined || tooMuch) {
      this.destroy();
      return;
    }
    const { option, lengthBytes } = header;
    this.#reader.expect(lengthBytes, (data, from) => this.#takeOption(option, data.subarray(from, from + lengthBytes)));
  };

  #takeOption(option: number, data: Buffer): void {
    const { replies, next } = negotiate(this.#session as Session, { option, data }, this.#context.find);
    this.#reader.expect(OPTION_HEADER_BYTES, this.#takeOptionHeader);
    const reply = Buffer.concat(replies);
    switch (next.phase) {
      case "haggling":
        this.#session = next.session;
        this.#socket.write(reply);
        return;
      case "end":
        this.#reader.pause();
        this.#socket.end(reply, () => this.#raw.destroySoon());
        return;
      case "tls":
        this.#startTls(reply);
        return;
      case "transmission":
        this.#socket.write(reply);
        this.#transmit(next.agreement);
    }
  }

  #transmit(agreement: Agreement): void {
    this.#cancelTimeout();
    const end = () => this.#socket.end(() => this.#raw.destroySoon());
    this.#transmission = new Transmission(this.#socket, this.#reader, agreement, this.#context.log, end);
    this.#device = agreement.device;
    if (agreement.device.closed.aborted) this.finish();
    agreement.device.closed.addEventListener("abort", this.#finish, { once: true });
  }

  /** Goes on over TLS, once the client has been told that it may. */
  #startTls(acknowledgement: Buffer): void {
    const { tls } = this.#context;
    // What came in the clear behind the option must not count as said over TLS.
    if (this.#reader.hasMore || tls === undefined) {
      this.destroy();
      return;
    }
    const raw = this.#raw;
    raw.off("data", this.#receive);
    raw.pause();
    raw.write(acknowledgement, (error) => {
      if (error) return;
      tls(raw, (secured) => {
        this.#socket = secured;
        this.#reader = new FrameReader(secured);
        this.#session = afterTls(this.#session as Session);
        this.#reader.expect(OPTION_HEADER_BYTES, this.#takeOptionHeader);
        this.#attach();
      });
    });
  }
}
