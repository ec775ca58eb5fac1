/** What a daemon is started with. The command line, the environment and the configuration file all end up here. */

import type { Clock } from "./clock.ts";

/**
 * When a volume loses its key: `strict` refuses I/O at once, on attached volumes too; `aws` keeps attached volumes
 * working until they are detached and refuses the next attach, as EBS does.
 */
export type RevocationMode = "strict" | "aws";

/** Volumes under keys of AWS KMS. The daemon's credentials are found as the AWS SDK for JavaScript finds them. */
export interface AwsKmsOptions {
  readonly provider: "aws";
  /** URL of the KMS; that of AWS in the daemon's Region when absent. */
  readonly endpoint?: string;
  /**
   * ARN of the IAM user or role that the daemon is. With it, each attachment unwraps its data key under a grant of its own;
   * without it, with the daemon's own permission.
   */
  readonly granteeArn?: string;
  /** Each key in use is looked at at least this often; 5,000 when absent. */
  readonly pollIntervalMs?: number;
  /**
   * A call to the KMS ends after this time, its retries included; at most `pollIntervalMs`. When absent, 3,000, or
   * `pollIntervalMs` if that is less.
   */
  readonly requestTimeoutMs?: number;
  /**
   * A key of which the KMS has told nothing for this long counts as unusable until it does; at least the sum of the two
   * above. When absent, a KMS that does not answer takes no data key away.
   */
  readonly staleAfterMs?: number;
}
/** Whether calls must be signed: docs/principals.md. */
export type AuthMode = NonNullable<DaemonOptions["auth"]>;

export interface DaemonOptions {
  /** Directory of the store and of the key material; made when absent. */
  readonly dataDirectory: string;
  /** `unix:PATH`, or `HOST:PORT` where port 0 takes a free one. */
  readonly grpcAddress: string;
  /** Where NBD clients connect: `unix:PATH`, `HOST:PORT`, or `fd:3` for a listening socket. Without it, there is no NBD. */
  readonly nbdAddress?: string;
  /** PEM files. With them NBD clients must use TLS, and with a client CA show a certificate that it has signed. */
  readonly nbdTls?: { readonly certFile: string; readonly keyFile: string; readonly clientCaFile?: string };
  /**
   * Where AWS SDKs and the AWS CLI find the KMS over HTTP: `HOST:PORT`, or `unix:PATH`. Without it, there is no such
   * endpoint. A port of this machine can be reached by each of its users, unlike a socket.
   */
  readonly awsAddress?: string;
  /**
   * Who may call. `open`: a request signed with an access key that the daemon knows is verified and acts as that
   * principal; any other is the account root. `required`: every request must carry a valid signature of a known access
   * key. `open` when absent.
   */
  readonly auth?: "open" | "required";
  /**
   * File of the root key, under which the embedded KMS's key material and the secrets of access keys are kept; `root.key` in
   * the data directory when absent. Made with mode 0600 at the first start.
   */
  readonly rootKeyFile?: string;
  /** The root key itself, 32 bytes, in place of a file. */
  readonly rootKey?: Uint8Array;
  /** YAML or JSON file of keys and principals to be there from the start, and again after a reset; `src/seed.ts` has its form. */
  readonly seedFile?: string;
  /** Where the volumes' keys are; in the embedded KMS when absent. A data directory belongs to the one it was made with. */
  readonly kms?: AwsKmsOptions;
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
  readonly addresses: { readonly grpc: string; readonly nbd?: string; readonly aws?: string };
  /** Refuses new requests, ends those in flight, flushes, and closes. Calling it again waits for the same end. */
  close(): Promise<void>;
}
