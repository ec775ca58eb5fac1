/** What a daemon is started with. The command line, the environment and the configuration file all end up here. */

import type { Clock } from "./clock.ts";

/**
 * When a volume loses its key: `strict` refuses I/O at once, on attached volumes too; `aws` keeps attached volumes
 * working until they are detached and refuses the next attach, as EBS does.
 */
export type RevocationMode = "strict" | "aws";

export interface DaemonOptions {
  /** Directory of the store and of the key material; made when absent. */
  readonly dataDirectory: string;
  /** `unix:PATH`, or `HOST:PORT` where port 0 takes a free one. */
  readonly grpcAddress: string;
  /** Where NBD clients connect: `unix:PATH`, `HOST:PORT`, or `fd:3` for a listening socket. Without it, there is no NBD. */
  readonly nbdAddress?: string;
  /** PEM files. With them NBD clients must use TLS, and with a client CA show a certificate that it has signed. */
  readonly nbdTls?: { readonly certFile: string; readonly keyFile: string; readonly clientCaFile?: string };
  /** File of the embedded KMS's root key; `root.key` in the data directory when absent. Made with mode 0600 at the first start. */
  readonly rootKeyFile?: string;
  /** The root key itself, 32 bytes, in place of a file. */
  readonly rootKey?: Uint8Array;
  readonly mode?: RevocationMode;
  /** Region and account of the ARNs; us-east-1 and 000000000000 when absent. */
  readonly region?: string;
  readonly accountId?: string;
  /** How many records of KMS calls are kept, the newest ones; 100,000 when absent. None is kept for more than 90 days. */
  readonly auditRecordsMax?: number;
  /** Serves HarnessService, with which tests add faults and empty the daemon. Without it nothing of that kind is there. */
  readonly harness?: boolean;
  /** Threads of the cipher pool; one for each core when absent. */
  readonly workers?: number;
  readonly logLevel?: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  /** Time, for tests. */
  readonly clock?: Clock;
}

/** A running daemon. */
export interface Daemon extends AsyncDisposable {
  /** The addresses in use, with real ports. */
  readonly addresses: { readonly grpc: string; readonly nbd?: string };
  /** Refuses new requests, ends those in flight, flushes, and closes. Calling it again waits for the same end. */
  close(): Promise<void>;
}
