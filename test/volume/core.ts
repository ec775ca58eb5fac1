/** The core without front doors, for tests: a store, a KMS and volumes on a directory, which can be closed and crashed. */

import { cpSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Logger, pino } from "pino";
import { type Clock, systemClock } from "#envol/clock.ts";
import { createCipherPool } from "#envol/crypto/cipher-pool.ts";
import { createKeySlots } from "#envol/crypto/key-slots.ts";
import { createEventBus, type EnvolEvent } from "#envol/events.ts";
import { createEmbeddedKms } from "#envol/kms/embedded/embedded-kms.ts";
import type { KmsClient } from "#envol/kms/kms-client.ts";
import type { RevocationMode } from "#envol/options.ts";
import { openStore } from "#envol/store/store.ts";
import { openRecordLog } from "#envol/volume/record-log.ts";
import { openVolumes } from "#envol/volume/volumes.ts";

export const ROOT_CALLER = { arn: "arn:aws:iam::000000000000:root", accountId: "000000000000" };

export interface CoreOptions {
  readonly directory?: string;
  readonly mode?: RevocationMode;
  readonly clock?: Clock;
  readonly log?: Logger;
  /** Stands between the volumes and the KMS. */
  readonly wrapKms?: (kms: KmsClient) => KmsClient;
}

export type Core = Awaited<ReturnType<typeof startCore>>;

/** Starts a core; on a directory of its own, which goes with it, unless one is given. */
export async function startCore(options: CoreOptions = {}) {
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), "envol-core-")));
  const clock = options.clock ?? systemClock;
  const log = options.log ?? pino({ level: "silent" });
  const events = createEventBus(clock);
  const seen: EnvolEvent[] = [];
  events.subscribe((event) => void seen.push(event));
  const store = await openStore(directory);
  const kms = await createEmbeddedKms({
    tables: { keys: store.table("keys"), aliases: store.table("aliases"), grants: store.table("grants") },
    materialDirectory: join(directory, "keys"),
    rootKey: Buffer.alloc(32, 7),
    clock,
    events,
    region: "us-east-1",
    accountId: "000000000000",
  });
  const keySlots = createKeySlots(64);
  // Small requests go to the pool too, so that tests need no large ones.
  const either = { encrypt: 65_536, decrypt: 65_536 };
  const pool = createCipherPool({ workers: 2, keySlots, bytesMin: { AES_256_XTS: either, AES_256_GCM: either } });
  const recordLog = await openRecordLog(store, log);
  const client = options.wrapKms?.(kms.client) ?? kms.client;
  const mode = options.mode ?? "strict";
  const volumes = await openVolumes({
    recordLog,
    kms: client,
    keySlots,
    pool,
    events,
    clock,
    log,
    mode,
    region: "us-east-1",
    accountId: "000000000000",
  });
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= (async () => {
      await volumes.close();
      await recordLog.close();
      await pool.close();
      await kms.close();
      await store.close();
      if (options.directory === undefined) await rm(directory, { recursive: true });
    })();
    return closed;
  };
  return {
    directory,
    store,
    call: kms.call,
    keySlots,
    recordLog,
    volumes,
    events: seen,
    close,
    /** What the disk holds at this moment, as a kill -9 would leave it, in a directory of its own. */
    async copyAsCrashed(): Promise<string> {
      const copy = await mkdtemp(join(tmpdir(), "envol-crash-"));
      // LMDB's own thread must be at rest while the file is copied, and no turn of ours may come between.
      await recordLog.committed();
      await store.flush();
      cpSync(directory, copy, { recursive: true });
      return copy;
    },
    [Symbol.asyncDispose]: close,
  };
}

/** A key, and an attached volume under it. */
export async function attachedVolume(core: Core, request: Parameters<Core["volumes"]["createVolume"]>[1] = {}) {
  const { keyMetadata } = await core.call("CreateKey", ROOT_CALLER, {});
  const encrypted = request.encrypted ?? true;
  const volume = await core.volumes.createVolume(ROOT_CALLER, {
    sizeGib: 1,
    encrypted,
    ...(encrypted && { kmsKeyId: keyMetadata.keyId }),
    ...request,
  });
  const attachment = await core.volumes.attachVolume(ROOT_CALLER, { volumeId: volume.volumeId });
  return {
    keyId: keyMetadata.keyId,
    volumeId: volume.volumeId,
    attachment,
    device: core.volumes.device(volume.volumeId),
  };
}
