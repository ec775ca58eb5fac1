/** A daemon for the length of a test, or of a file of tests. */

import type { CallOptions } from "../client/channel.ts";
import { type ConnectOptions, connect, type EnvolClient } from "../client/client.ts";
import type { Credentials } from "../client/credentials.ts";
import { EnvolError } from "../errors.ts";
import type { DaemonOptions } from "../options.ts";
import { readRootCredentials } from "../root-credentials.ts";
import { makePlace, type Place } from "./place.ts";
import { diesWithIt, type RunningDaemon, startChild, startHere } from "./running-daemon.ts";

export interface EnvolOptions extends Partial<Omit<DaemonOptions, "harness">> {
  /** Where the daemon runs: in this process, which is the default, or in a child, which can be killed. */
  readonly process?: "this" | "child";
  /** Kept at the end. A temporary directory, which is not, when absent. */
  readonly dataDirectory?: string;
}

/** A client of a daemon of its own. At its end (`close`, `await using`) the daemon ends too, and its directory goes. */
export interface Envol extends EnvolClient {
  readonly dataDirectory: string;
  /** Where it serves NBD; volumes know their URIs. */
  readonly nbdAddress: string;
  /**
   * The URL at which AWS SDKs and the AWS CLI find its KMS: their `endpoint`, or AWS_ENDPOINT_URL. When `awsAddress` is a
   * Unix socket, that address.
   */
  readonly awsEndpoint: string;
  /** Of the daemon that runs now, or ran last. */
  readonly pid: number;
  /**
   * Ends the daemon as a crash or a loss of power would: what was not flushed may be lost.
   * @throws CONFIG_INVALID when it runs in this process
   */
  kill(): Promise<void>;
  /**
   * Starts it again on the same data and addresses, after `kill`, after a fault has killed it, or after stopping it in
   * order. Key and volume handles go on; faults are gone, and so is the answer to every request that was under way.
   */
  restart(): Promise<void>;
  /**
   * A client of the same daemon as the principal of an access key. It ends with this one, if not before.
   * @throws INVALID_ARGUMENT when the credentials are malformed
   */
  as(credentials: Credentials): EnvolClient;
}

/** A restarted daemon has this long to be found again by its client. */
const READY_TIMEOUT_MS = 30_000;

/**
 * Starts a daemon in harness mode and gives a client of it, which is ready. It serves NBD as well.
 * @throws CONFIG_INVALID, and what startDaemon throws; then nothing is left behind
 */
export async function startEnvol(options: EnvolOptions = {}): Promise<Envol> {
  checkOptions(options);
  const place = await makePlace(options);
  const life = new Life(options, place);
  let accountRoot: ConnectOptions;
  try {
    await life.start();
    accountRoot = await accountRootOf(options, place);
  } catch (thrown) {
    // What failed first is what is told.
    await life.end().catch(() => {});
    throw thrown;
  }
  const { addresses } = life.daemon;
  const client = connect(addresses.grpc, accountRoot);
  const others: EnvolClient[] = [];
  const close = async () => {
    await Promise.all([client, ...others].map((one) => one.close()));
    await life.end();
  };
  return {
    ...client,
    dataDirectory: place.dataDirectory,
    nbdAddress: addresses.nbd as string,
    awsEndpoint: endpointOf(addresses.aws as string),
    get pid() {
      return life.daemon.pid;
    },
    inject: async (fault, callOptions?: CallOptions) => {
      if (fault.kill && options.process !== "child") throw diesWithIt("kill");
      return await client.inject(fault, callOptions);
    },
    kill: () => life.kill(),
    async restart() {
      await life.restart();
      await client.ready(READY_TIMEOUT_MS);
    },
    as(credentials) {
      const other = connect(addresses.grpc, { credentials });
      others.push(other);
      return other;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Where signatures are required, the account root has an access key in the data directory. */
async function accountRootOf({ auth }: EnvolOptions, { dataDirectory }: Place): Promise<ConnectOptions> {
  const credentials = auth === "required" ? await readRootCredentials(dataDirectory) : undefined;
  return credentials === undefined ? {} : { credentials };
}

function endpointOf(awsAddress: string): string {
  return awsAddress.startsWith("unix:") ? awsAddress : `http://${awsAddress}`;
}

function checkOptions({ process: where = "this", clock }: EnvolOptions): void {
  if (where !== "this" && where !== "child") {
    throw new EnvolError("CONFIG_INVALID", `process: expected "this" or "child", got ${where}.`, { field: "process" });
  }
  if (where === "child" && clock !== undefined) {
    const text = "clock: a child process cannot share a clock; leave it out, or start the daemon in this process.";
    throw new EnvolError("CONFIG_INVALID", text, { field: "clock" });
  }
}

/** The daemons that run one after the other on one place. What is asked for at one time is done in turn. */
class Life {
  readonly #options: DaemonOptions;
  readonly #place: Place;
  readonly #inChild: boolean;
  #daemon: RunningDaemon | undefined;
  #stopped = false;
  #turn: Promise<void> = Promise.resolve();
  #over = false;

  constructor({ process: where, ...options }: EnvolOptions, place: Place) {
    const { dataDirectory, grpcAddress, nbdAddress, awsAddress } = place;
    // Suites start many daemons: a thread and a silent log each will do, unless the caller wants more.
    this.#options = {
      workers: 1,
      logLevel: "fatal",
      ...options,
      dataDirectory,
      grpcAddress,
      nbdAddress,
      awsAddress,
      harness: true,
    };
    this.#place = place;
    this.#inChild = where === "child";
  }

  get daemon(): RunningDaemon {
    return this.#daemon as RunningDaemon;
  }

  async start(): Promise<void> {
    // From the second time on, on the same ports.
    const { grpc: grpcAddress, nbd: nbdAddress, aws: awsAddress } = this.#daemon?.addresses ?? {};
    const options = {
      ...this.#options,
      ...(grpcAddress !== undefined && { grpcAddress }),
      ...(nbdAddress !== undefined && { nbdAddress }),
      ...(awsAddress !== undefined && { awsAddress }),
    };
    const { temporaryDirectories } = this.#place;
    this.#daemon = this.#inChild ? await startChild({ options, temporaryDirectories }) : await startHere(options);
    this.#stopped = false;
  }

  kill(): Promise<void> {
    return this.#inTurn(() => this.daemon.kill());
  }

  restart(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#over) throw new EnvolError("UNAVAILABLE", "The daemon has been closed; start another one.");
      await this.#stop();
      await this.start();
    });
  }

  end(): Promise<void> {
    return this.#inTurn(async () => {
      this.#over = true;
      try {
        await this.#stop();
      } finally {
        await this.#place.remove();
      }
    });
  }

  /** Stops the daemon, whether it does so well or not; only the first call is told. */
  async #stop(): Promise<void> {
    if (this.#stopped) return;
    this.#stopped = true;
    await this.#daemon?.stop();
  }

  #inTurn(step: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(step);
    this.#turn = done.catch(() => {});
    return done;
  }
}
