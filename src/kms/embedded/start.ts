/** From tables and files to a running KMS, whatever a crash left behind; and back. */

import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Clock } from "../../clock.ts";
import { EnvolError } from "../../errors.ts";
import type { EventBus } from "../../events.ts";
import { type Identities, NO_IDENTITIES } from "../../iam/identities.ts";
import type { Seed } from "../../seed.ts";
import type { KeyUsabilityListener } from "../kms-client.ts";
import type { Authorizer, Recorder, ServiceEventRecorder } from "./call.ts";
import { authorizeByPolicies } from "./decision.ts";
import { SECRET_DIRECTORY_MODE, syncDirectory } from "./durable-file.ts";
import { indexGrant } from "./grants.ts";
import { removeAliases, removeGrants } from "./key-destruction.ts";
import { destroyMaterial, keysWithMaterial, openMaterial } from "./key-material.ts";
import { isUsable } from "./key-states.ts";
import { armTimer, nextDueMs } from "./key-timers.ts";
import type { Kms, KmsTables } from "./kms.ts";
import { createOwnerIndex } from "./owner-index.ts";
import { createRegions, foreignRegions, type Regions } from "./regions.ts";
import { deriveKey, ROOT_KEY_BYTES } from "./root-key.ts";
import { applySeed } from "./seeding.ts";
import { createSerializer } from "./serializer.ts";
import { settleDue } from "./settling.ts";

export interface EmbeddedKmsOptions {
  readonly tables: KmsTables;
  /** Directory of the wrapped key material; made when absent, in a directory that exists. */
  readonly materialDirectory: string;
  /** 32 bytes. The KMS keeps what it derives from it, not the key itself. */
  readonly rootKey: Uint8Array;
  readonly clock: Clock;
  readonly events: EventBus;
  /** The home Region: the one that is meant when a caller names none. Others are served beside it. */
  readonly region: string;
  readonly accountId: string;
  /** Keys to be there from the start. */
  readonly seed?: Seed;
  /** The users and roles of accounts; without it, none is known. */
  readonly identities?: Identities;
  /** Who may do what; without it, key policies, identity policies and grants decide. */
  readonly authorize?: Authorizer;
  /** Told of every call. */
  readonly record?: Recorder;
  /** Told of what the KMS does by itself. */
  readonly recordServiceEvent?: ServiceEventRecorder;
  /** Told of what failed with no caller to tell: a due destruction (tried again at the next start), unreadable material. */
  readonly onFailure?: (error: unknown) => void;
}

/** Key material read at the same time while starting. */
const READS_AT_ONCE = 64;

/**
 * @returns the KMS in its home Region
 * @throws ROOT_KEY_INVALID when there is key material, and none of it opens; CONFIG_INVALID when the seed has a fault
 */
export async function startKms(options: EmbeddedKmsOptions): Promise<Kms> {
  if (options.rootKey.length !== ROOT_KEY_BYTES) {
    throw new EnvolError("ROOT_KEY_INVALID", `The root key has ${options.rootKey.length} bytes; it must have 32.`);
  }
  const shared = sharedParts(options);
  const regions = createRegions(options.region, options.tables, (region, tables, all) =>
    openRegion(options, shared, region, tables, all),
  );
  const home = regions.in(options.region);
  for (const region of foreignRegions(options.tables)) regions.in(region);
  await mkdir(home.vault.directory, { recursive: true, mode: SECRET_DIRECTORY_MODE });
  await syncDirectory(dirname(home.vault.directory));
  try {
    await holdMaterial(regions.all());
    for (const kms of regions.all()) await removeOrphans(kms);
    if (options.seed !== undefined) await applySeed(home, options.seed);
    for (const kms of regions.all()) {
      for (const [keyId, key] of [...kms.tables.keys.entries()]) {
        if ((nextDueMs(key) ?? Number.POSITIVE_INFINITY) <= kms.clock.now()) await settleDue(kms, keyId);
        else armTimer(kms, key);
      }
    }
  } catch (error) {
    await stopKms(home);
    throw error;
  }
  return home;
}

/** Ends what is under way in every Region, stops the timers, and zeroes every secret in memory. */
export async function stopKms(kms: Kms): Promise<void> {
  const all = kms.regions.all();
  const disarm = () => {
    for (const { timers } of all) {
      for (const cancel of timers.values()) cancel();
      timers.clear();
    }
  };
  disarm();
  await kms.serializer.idle();
  // What was under way may have armed a timer again.
  disarm();
  for (const { held, vault, blobHeaderKey, textKey, importTokenKey } of all) {
    const secrets = [...held.values(), vault.wrappingKey, blobHeaderKey, textKey, importTokenKey];
    for (const secret of secrets) secret.fill(0);
    held.clear();
  }
  kms.listeners.clear();
}

type SharedParts = ReturnType<typeof sharedParts>;

/** What the Regions have in common. One serializer: a key and its replicas, which have one id, change one after another. */
function sharedParts({ rootKey, clock }: EmbeddedKmsOptions) {
  return {
    wrappingKey: deriveKey(rootKey, "material wrapping 1"),
    blobHeaderKey: deriveKey(rootKey, "ciphertext blob header 1"),
    textKey: deriveKey(rootKey, "markers and grant tokens 1"),
    importTokenKey: deriveKey(rootKey, "import tokens 1"),
    serializer: createSerializer(),
    listeners: new Set<KeyUsabilityListener>(),
    startedAtMs: clock.now(),
  };
}

function openRegion(
  options: EmbeddedKmsOptions,
  { wrappingKey, ...shared }: SharedParts,
  region: string,
  tables: KmsTables,
  regions: Regions,
): Kms {
  const { materialDirectory } = options;
  const directory = region === options.region ? materialDirectory : join(materialDirectory, region);
  const kms: Kms = {
    region,
    accountId: options.accountId,
    clock: options.clock,
    events: options.events,
    tables,
    vault: { directory, wrappingKey },
    ...shared,
    held: new Map(),
    aliasesOf: createOwnerIndex(),
    grantsOf: createOwnerIndex(),
    grantsTo: new Map(),
    identities: options.identities ?? NO_IDENTITIES,
    timers: new Map(),
    settleDue: (keyId) => settleDue(kms, keyId),
    counters: { keysBeingMade: 0 },
    lastUses: new Map(),
    authorize: options.authorize ?? authorizeByPolicies,
    record: options.record ?? (() => undefined),
    recordServiceEvent: options.recordServiceEvent ?? (() => undefined),
    regions,
    onFailure: options.onFailure ?? (() => undefined),
  };
  return kms;
}

/**
 * Opens all key material, and holds that of usable keys. If none opens, the root key is wrong. If some does, the root key
 * is right and single files are lost or damaged: their keys are unavailable, and the others go on.
 */
async function holdMaterial(regions: readonly Kms[]): Promise<void> {
  const due = regions.flatMap((kms) =>
    [...kms.tables.keys.entries()].flatMap(([, key]) =>
      key.materials.flatMap(({ materialId, imported }) =>
        imported?.state === "PENDING_IMPORT" ? [] : [{ kms, key, materialId }],
      ),
    ),
  );
  const failures: { kms: Kms; error: unknown }[] = [];
  let opened = 0;
  const openOne = async ({ kms, key, materialId }: (typeof due)[number]) => {
    try {
      const { material } = await openMaterial(kms.vault, key.keyId, materialId);
      opened += 1;
      if (isUsable(key.state)) kms.held.set(materialId, material);
      else material.fill(0);
    } catch (error) {
      failures.push({ kms, error });
    }
  };
  for (let at = 0; at < due.length; at += READS_AT_ONCE) {
    await Promise.all(due.slice(at, at + READS_AT_ONCE).map(openOne));
  }
  const [first] = failures;
  if (opened === 0 && first !== undefined) throw first.error;
  for (const { kms, error } of failures) kms.onFailure(error);
}

/** Indexes aliases and grants by key, and removes them, and key material, where the key or the material is gone. */
async function removeOrphans(kms: Kms): Promise<void> {
  for (const [name, alias] of kms.tables.aliases.entries()) kms.aliasesOf.add(alias.targetKeyId, name);
  for (const [, grant] of kms.tables.grants.entries()) indexGrant(kms, grant);
  const isGone = (keyId: string) => kms.tables.keys.get(keyId) === undefined;
  for (const keyId of kms.aliasesOf.owners().filter(isGone)) await removeAliases(kms, keyId);
  for (const keyId of kms.grantsOf.owners().filter(isGone)) await removeGrants(kms, keyId);
  for (const keyId of await keysWithMaterial(kms.vault)) {
    const materials = kms.tables.keys.get(keyId)?.materials ?? [];
    const present = materials.filter(({ imported }) => imported?.state !== "PENDING_IMPORT");
    await destroyMaterial(kms.vault, keyId, new Set(present.map(({ materialId }) => materialId)));
  }
}
