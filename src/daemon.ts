/** The one place where everything is put together, started and stopped. */

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type Logger, pino } from "pino";
import { type Clock, systemClock } from "./clock.ts";
import { type Closers, createClosers } from "./closers.ts";
import { type Core, type Foundation, openCore } from "./core.ts";
import { createCipherPool } from "./crypto/cipher-pool.ts";
import { createKeySlots } from "./crypto/key-slots.ts";
import { EnvolError } from "./errors.ts";
import { createEventBus } from "./events.ts";
import { createFaults } from "./faults/faults.ts";
import { createHarness, type Harness } from "./faults/harness.ts";
import { loadRootKey, rootKeyCheckValue } from "./kms/embedded/root-key.ts";
import { accountRoot, type KmsCaller } from "./kms/kms-client.ts";
import { checkProvider } from "./kms/provider.ts";
import { LIMITS } from "./limits.ts";
import type { Daemon, DaemonOptions } from "./options.ts";
import { openResettableCore } from "./reset.ts";
import { parseSeed, type Seed } from "./seed.ts";
import { CLOUDTRAIL_SHAPE, cloudTrailService } from "./serve/aws/cloudtrail-service.ts";
import { kmsService } from "./serve/aws/kms-service.ts";
import { type AwsDoor, serveAws } from "./serve/aws/serve.ts";
import { serveGrpc } from "./serve/grpc/serve.ts";
import { type NbdDoor, serveNbd } from "./serve/nbd/serve.ts";
import type { TlsCertificates } from "./serve/nbd/tls.ts";
import { openStore, type Store } from "./store/store.ts";
import type { VolumeService } from "./volume/volume-service.ts";

/** EC2's and KMS's examples are in this region; the account is the one that AWS gives to nobody. */
const DEFAULT_REGION = "us-east-1";
const DEFAULT_ACCOUNT_ID = "000000000000";

/**
 * Starts a daemon; it accepts requests when the promise resolves.
 * @throws CONFIG_INVALID, DATA_DIRECTORY_IN_USE, DATA_DIRECTORY_TOO_NEW, ROOT_KEY_INVALID, ADDRESS_IN_USE, STORE_FAILED
 */
export async function startDaemon(options: DaemonOptions): Promise<Daemon> {
  const closers = createClosers();
  try {
    const addresses = await start(options, closers);
    let closed: Promise<void> | undefined;
    const close = () => {
      closed ??= closers.closeAll();
      return closed;
    };
    return { addresses, close, [Symbol.asyncDispose]: close };
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}

async function start(options: DaemonOptions, closers: Closers): Promise<Daemon["addresses"]> {
  const log = createLogger(options);
  const clock = options.clock ?? systemClock;
  const events = createEventBus(clock);
  const region = options.region ?? DEFAULT_REGION;
  const accountId = options.accountId ?? DEFAULT_ACCOUNT_ID;

  const seed = await readSeed(options.seedFile);
  const store = await openStore(options.dataDirectory);
  closers.add(() => store.close());
  checkProvider(store, options.kms?.provider ?? "embedded");
  const loadRootKey = () => openRootKey(options, store);
  const rootKey = await loadRootKey();
  const keySlots = createKeySlots();
  const pool = createCipherPool({ workers: options.workers ?? availableParallelism(), keySlots });
  closers.add(() => pool.close());
  const mode = options.mode ?? "strict";
  const auth = options.auth ?? "open";
  const { auditRecordsMax } = options;
  const foundation = {
    ...{ store, keySlots, pool, events, clock, log, mode, region, accountId, auth },
    ...(seed !== undefined && { seed }),
    ...(options.kms !== undefined && { kms: options.kms }),
    ...(auditRecordsMax !== undefined && { auditRecordsMax }),
  };
  const caller = accountRoot(accountId);
  const served: Served = options.harness
    ? await openForTests(foundation, rootKey, loadRootKey, caller)
    : await openCore(foundation, rootKey);
  closers.add(() => served.close());
  const { volumes, call, principals, trail, meter, harness } = served;
  const aws = await startAws(options, served, foundation);
  if (aws !== undefined) closers.add(() => aws.close(LIMITS.shutdownTimeoutMs));
  const nbd = await startNbd(options, volumes, { clock, log });
  if (nbd !== undefined) closers.add(() => nbd.close(LIMITS.shutdownTimeoutMs));
  const [grpc] = await Promise.all([
    serveGrpc({
      address: options.grpcAddress,
      volumes,
      call,
      principals,
      trail,
      meter,
      events,
      log,
      accountId,
      auth,
      ...(harness !== undefined && { harness }),
      ...(nbd !== undefined && { nbdUri: nbd.uri }),
    }),
    pool.warm(),
  ]);
  closers.add(() => grpc.close(LIMITS.shutdownTimeoutMs));
  // What a fault holds up would hold up the doors.
  if (harness !== undefined) closers.add(() => harness.close());
  const addresses = {
    grpc: grpc.address,
    ...(nbd !== undefined && { nbd: nbd.address }),
    ...(aws !== undefined && { aws: aws.address }),
  };
  log.info(
    { ...addresses, dataDirectory: options.dataDirectory, mode, kms: options.kms?.provider ?? "embedded" },
    "ready",
  );
  closers.add(() => log.info("stopping"));
  return addresses;
}

/** Read once: a reset brings back the world that the daemon was started with. */
async function readSeed(file: string | undefined): Promise<Seed | undefined> {
  if (file === undefined) return undefined;
  const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    const message = `seedFile: cannot read ${file} (${cause.code}).`;
    throw new EnvolError("CONFIG_INVALID", message, { field: "seedFile", cause });
  });
  return parseSeed(text);
}

/** What the doors serve. */
interface Served extends Pick<Core, "volumes" | "call" | "principals" | "trail" | "meter" | "close"> {
  readonly harness?: Harness;
}

/** A core that can be broken on purpose, and emptied. */
async function openForTests(
  foundation: Foundation,
  rootKey: Uint8Array,
  loadRootKey: () => Promise<Uint8Array>,
  caller: KmsCaller,
): Promise<Served> {
  const disableKey = (keyId: string) => core.call("DisableKey", caller, { keyId }).then(() => {});
  const faults = createFaults({ clock: foundation.clock, events: foundation.events, disableKey });
  const core = await openResettableCore({ ...foundation, faults }, rootKey, loadRootKey);
  const { volumes, call, principals, trail, meter, close } = core;
  const harness = createHarness({ volumes, call, core, faults, caller });
  return { volumes, call, principals, trail, meter, close, harness };
}

async function startNbd(
  options: DaemonOptions,
  volumes: VolumeService,
  shared: { clock: Clock; log: Logger },
): Promise<NbdDoor | undefined> {
  const { nbdAddress: address, nbdTls } = options;
  if (address === undefined) return undefined;
  return serveNbd({
    address,
    volumes,
    ...shared,
    ...(nbdTls !== undefined && { tls: await readCertificates(nbdTls) }),
  });
}

async function startAws(
  { awsAddress: address }: DaemonOptions,
  { call, principals, trail }: Served,
  { region, accountId, auth = "open", clock, log }: Foundation,
): Promise<AwsDoor | undefined> {
  if (address === undefined) return undefined;
  const identity = { auth, findAccessKey: principals.findAccessKey, accountId, homeRegion: region };
  const services = {
    TrentService: kmsService(call),
    [CLOUDTRAIL_SHAPE]: cloudTrailService(trail, principals, region),
  };
  return serveAws({ address, services, identity, clock, log });
}

async function readCertificates(files: NonNullable<DaemonOptions["nbdTls"]>): Promise<TlsCertificates> {
  const read = (file: string) =>
    readFile(file).catch((cause) => {
      throw new EnvolError("CONFIG_INVALID", `nbdTls: cannot read ${file} (${cause.code}).`, {
        field: "nbdTls",
        cause,
      });
    });
  return {
    certificate: await read(files.certFile),
    privateKey: await read(files.keyFile),
    ...(files.clientCaFile !== undefined && { clientAuthority: await read(files.clientCaFile) }),
  };
}

/** Opens the root key, and makes sure that it is the one that the store was made with. */
async function openRootKey(options: DaemonOptions, store: Store): Promise<Uint8Array> {
  const file = options.rootKeyFile ?? join(options.dataDirectory, "root.key");
  const checkValue = store.meta.get("rootKeyCheckValue");
  const where = options.rootKey === undefined ? file : "ENVOL_ROOT_KEY";
  if (checkValue !== undefined && options.rootKey === undefined && !existsSync(file)) {
    const message = `The root key file ${file} is missing, and the data directory ${options.dataDirectory} needs it.`;
    throw new EnvolError("ROOT_KEY_INVALID", message);
  }
  const rootKey = await loadRootKey(options.rootKey === undefined ? { file } : { bytes: options.rootKey });
  const found = rootKeyCheckValue(rootKey);
  if (checkValue === undefined) await store.meta.write((writes) => writes.put("rootKeyCheckValue", found));
  else if (checkValue !== found) {
    rootKey.fill(0);
    const message = `The root key in ${where} is not the one that the data directory ${options.dataDirectory} was made with.`;
    throw new EnvolError("ROOT_KEY_INVALID", message);
  }
  return rootKey;
}

/** Logs go to standard error as JSON lines. Whatever might hold a secret is never logged; the redaction is a second net. */
function createLogger(options: DaemonOptions): Logger {
  const secrets = ["plaintext", "dataKey", "rootKey", "secretAccessKey", "ciphertextBlob", "data"];
  const redact = { paths: [...secrets, ...secrets.map((name) => `*.${name}`)], censor: "[secret]" };
  return pino({ level: options.logLevel ?? "info", base: null, redact }, pino.destination({ dest: 2, sync: true }));
}
