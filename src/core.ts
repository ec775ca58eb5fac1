/** The core: keys, log and volumes, put together over one store. A reset drops it, and opens another one in its place. */

import { join } from "node:path";
import type { Logger } from "pino";
import type { Clock } from "./clock.ts";
import { createClosers } from "./closers.ts";
import type { CipherPool } from "./crypto/cipher-pool.ts";
import type { KeySlots } from "./crypto/key-slots.ts";
import { toEnvolError } from "./errors.ts";
import type { EventBus } from "./events.ts";
import { volumesWithFaults } from "./faults/device-layer.ts";
import type { Faults } from "./faults/faults.ts";
import { kmsWithFaults } from "./faults/kms-layer.ts";
import { recordsWithFaults } from "./faults/store-layer.ts";
import type { Identities } from "./iam/identities.ts";
import { openPrincipals, type Principals } from "./iam/principals.ts";
import { openAwsKms } from "./kms/aws/aws-kms.ts";
import { type CallKms, createEmbeddedKms } from "./kms/embedded/embedded-kms.ts";
import { keepProvider } from "./kms/provider.ts";
import type { AuthMode, AwsKmsOptions, RevocationMode } from "./options.ts";
import { ensureRootCredentials } from "./root-credentials.ts";
import type { Seed } from "./seed.ts";
import type { Store } from "./store/store.ts";
import { type Meter, openMeter } from "./trail/meter.ts";
import { openTrail, type Trail } from "./trail/trail.ts";
import { CHECKPOINT_KEY, openRecordLog } from "./volume/record-log.ts";
import type { VolumeService } from "./volume/volume-service.ts";
import { openVolumes, type Volumes } from "./volume/volumes.ts";

/** What a core stands on, and what outlives it. */
export interface Foundation {
  readonly store: Store;
  readonly keySlots: KeySlots;
  readonly pool: CipherPool;
  readonly events: EventBus;
  readonly clock: Clock;
  readonly log: Logger;
  readonly mode: RevocationMode;
  readonly region: string;
  readonly accountId: string;
  /** `open` when absent. */
  readonly auth?: AuthMode;
  /** Keys and principals that are there from the start, unless they are there already. */
  readonly seed?: Seed;
  /** Without it, the volumes are under the embedded KMS. */
  readonly kms?: AwsKmsOptions;
  /** How many records of KMS calls are kept; LIMITS.auditRecordsMax when absent. */
  readonly auditRecordsMax?: number;
  /** With them, a layer stands at each of their sites; without them, none does. */
  readonly faults?: Faults;
}

export interface Core {
  readonly volumes: VolumeService;
  readonly principals: Principals;
  /** Every operation of the KMS. */
  readonly call: CallKms;
  /** The record of what was asked of the KMS. */
  readonly trail: Trail;
  /** What that would cost at AWS. */
  readonly meter: Meter;
  /** Ends what is under way, and makes everything safe that was acknowledged. */
  close(): Promise<void>;
  /** Ends what is under way, and keeps nothing of what has not been committed: for a store that is to be emptied. */
  abandon(): Promise<void>;
}

/**
 * Opens the core of a store. The root key is zeroed here.
 * @throws CONFIG_INVALID, ROOT_KEY_INVALID, INTEGRITY_ERROR, STORE_FULL, STORE_FAILED
 */
export async function openCore(foundation: Foundation, rootKey: Uint8Array): Promise<Core> {
  const { store, faults, log } = foundation;
  const closers = createClosers();
  try {
    const { trail, meter } = openRecords(foundation);
    closers.add(() => trail.close());
    closers.add(() => meter.close());
    const { principals, addSeeded } = await openPrincipalsOf(foundation, rootKey);
    closers.add(() => principals.close());
    const kms = await openKms(foundation, rootKey, { principals, trail, meter });
    closers.add(() => kms.close());
    await addSeeded();
    await keepProvider(store, foundation.kms?.provider ?? "embedded");
    if (foundation.auth === "required") await giveRootAccess(foundation, principals);
    const layeredStore = faults ? { ...store, records: recordsWithFaults(store.records, faults) } : store;
    const recordLog = await openRecordLog(layeredStore, log, store.records);
    closers.add(() => recordLog.close());
    let volumes: Volumes | undefined;
    const keyArnOf = (volumeId: string) => volumes?.describeVolumes({ volumeIds: [volumeId] }).volumes[0]?.kmsKeyArn;
    const client = faults ? kmsWithFaults(kms.client, faults, keyArnOf) : kms.client;
    const opened = await openVolumes({ ...foundation, recordLog, kms: client });
    volumes = opened;
    closers.add(() => opened.close());
    return {
      volumes: faults ? volumesWithFaults(opened, faults) : opened,
      principals,
      call: kms.call,
      trail,
      meter,
      close: closers.closeAll,
      async abandon() {
        await opened.close({ flush: false });
        await recordLog.abandon();
        await kms.close();
        await principals.close();
        await Promise.all([trail.abandon(), meter.abandon()]);
      },
    };
  } catch (error) {
    await closers.closeAll();
    throw error;
  } finally {
    rootKey.fill(0);
  }
}

/** The principals of the seed are checked here, and made when its keys are: a seed with a fault makes nothing. */
async function openPrincipalsOf({ store, clock, accountId, seed }: Foundation, rootKey: Uint8Array) {
  const principals = await openPrincipals({ table: store.table("principals"), rootKey, clock, accountId });
  const fault = (at: number, error: unknown) => {
    const { code, message } = toEnvolError(error);
    if (code === "INTERNAL" || seed === undefined) return error as Error;
    return seed.fault(`principals[${at}]`, `is refused: ${message.replace(/\.$/, "")}`);
  };
  return { principals, addSeeded: principals.plan(seed?.principals ?? [], fault) };
}

async function giveRootAccess({ store, log }: Foundation, principals: Principals): Promise<void> {
  const made = await ensureRootCredentials(store.directory, principals);
  if (made !== undefined) log.info(made, "the account root has the access key in this file");
}

type Records = Pick<Core, "trail" | "meter">;

function openRecords({ store, clock, region, accountId, auditRecordsMax, log }: Foundation): Records {
  const shared = { clock, accountId };
  return {
    trail: openTrail({
      ...shared,
      table: store.table("trail"),
      ...(auditRecordsMax !== undefined && { recordsMax: auditRecordsMax }),
      onFailure: (error) => log.error({ err: error }, "records of KMS calls could not be kept; they are tried again"),
      onLoss: (lost) => log.warn({ lost }, "records of KMS calls are lost, because the store cannot take them"),
    }),
    meter: openMeter({
      ...shared,
      region,
      table: store.table("meter"),
      keys: store.table("keys"),
      onFailure: (error) => log.error({ err: error }, "the meter could not be kept; it is tried again"),
    }),
  };
}

function openKms(
  foundation: Foundation,
  rootKey: Uint8Array,
  { principals, trail, meter }: Records & { principals: Identities },
) {
  const { store, clock, events, region, accountId, log, seed, kms } = foundation;
  if (kms !== undefined) {
    if (seed !== undefined && seed.keys.length > 0) throw seed.fault("keys", "cannot be made in AWS KMS");
    return openAwsKms({ options: kms, region, clock, events, log });
  }
  return createEmbeddedKms({
    tables: { keys: store.table("keys"), aliases: store.table("aliases"), grants: store.table("grants") },
    materialDirectory: join(store.directory, "keys"),
    rootKey,
    clock,
    events,
    region,
    accountId,
    identities: principals,
    ...(seed !== undefined && { seed }),
    record(call) {
      trail.record(call);
      meter.count(call);
    },
    recordServiceEvent(event) {
      trail.recordServiceEvent(event);
      meter.countServiceEvent(event);
    },
    onFailure: (error) => log.error({ err: error }, "the embedded KMS met a failure"),
  });
}

/**
/**
 * Empties the store of an abandoned core: the next one finds no volumes, keys, principals and records, but those of its
 * seed, and destroys key material that belongs to none. Sequence numbers and the numbers of layers go on, so that none is
 * used a second time.
 */
export function clearCore({ store }: Foundation): Promise<void> {
  return store.clear(["volumes", "keys", "aliases", "grants", "principals", "trail", "meter"], [CHECKPOINT_KEY]);
}
