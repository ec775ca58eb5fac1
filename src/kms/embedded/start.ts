/** From tables and files to a running KMS, whatever a crash left behind; and back. */

import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Clock } from "../../clock.ts";
import { EnvolError } from "../../errors.ts";
import type { EventBus } from "../../events.ts";
import { SECRET_DIRECTORY_MODE, syncDirectory } from "./durable-file.ts";
import { destroyIfDue, removeAliases, removeGrants, scheduleDestruction } from "./key-destruction.ts";
import { destroyMaterial, keysWithMaterial, openMaterial } from "./key-material.ts";
import { isUsable } from "./key-states.ts";
import type { Kms, KmsTables } from "./kms.ts";
import { createOwnerIndex } from "./owner-index.ts";
import type { KeyRecord } from "./records.ts";
import { deriveKey, ROOT_KEY_BYTES } from "./root-key.ts";
import { createSerializer } from "./serializer.ts";

export interface EmbeddedKmsOptions {
  readonly tables: KmsTables;
  /** Directory of the wrapped key material; made when absent, in a directory that exists. */
  readonly materialDirectory: string;
  /** 32 bytes. The KMS keeps what it derives from it, not the key itself. */
  readonly rootKey: Uint8Array;
  readonly clock: Clock;
  readonly events: EventBus;
  readonly region: string;
  readonly accountId: string;
  /** Told of what failed with no caller to tell: a due destruction (tried again at the next start), unreadable material. */
  readonly onFailure?: (error: unknown) => void;
}

/** Key material read at the same time while starting. */
const READS_AT_ONCE = 64;

/** @throws ROOT_KEY_INVALID when there is key material, and none of it opens */
export async function startKms(options: EmbeddedKmsOptions): Promise<Kms> {
  const kms = emptyKms(options);
  await mkdir(kms.vault.directory, { recursive: true, mode: SECRET_DIRECTORY_MODE });
  await syncDirectory(dirname(kms.vault.directory));
  try {
    await holdMaterial(kms);
    await removeOrphans(kms);
    for (const [keyId, key] of [...kms.tables.keys.entries()]) {
      if (key.deletionDateMs === undefined) continue;
      if (key.deletionDateMs <= kms.clock.now()) await destroyIfDue(kms, keyId);
      else scheduleDestruction(kms, key);
    }
  } catch (error) {
    await stopKms(kms);
    throw error;
  }
  return kms;
}

/** Ends what is under way, stops the timers, and zeroes every secret in memory. */
export async function stopKms(kms: Kms): Promise<void> {
  for (const cancel of kms.deletions.values()) cancel();
  kms.deletions.clear();
  await kms.serializer.idle();
  // What was under way may have armed a timer again.
  for (const cancel of kms.deletions.values()) cancel();
  for (const secret of [...kms.held.values(), kms.vault.wrappingKey, kms.blobHeaderKey, kms.textKey]) secret.fill(0);
  kms.held.clear();
  kms.listeners.clear();
}

function emptyKms(options: EmbeddedKmsOptions): Kms {
  if (options.rootKey.length !== ROOT_KEY_BYTES) {
    throw new EnvolError("ROOT_KEY_INVALID", `The root key has ${options.rootKey.length} bytes; it must have 32.`);
  }
  return {
    region: options.region,
    accountId: options.accountId,
    clock: options.clock,
    events: options.events,
    tables: options.tables,
    vault: { directory: options.materialDirectory, wrappingKey: deriveKey(options.rootKey, "material wrapping 1") },
    blobHeaderKey: deriveKey(options.rootKey, "ciphertext blob header 1"),
    textKey: deriveKey(options.rootKey, "markers and grant tokens 1"),
    held: new Map(),
    aliasesOf: createOwnerIndex(),
    grantsOf: createOwnerIndex(),
    serializer: createSerializer(),
    listeners: new Set(),
    deletions: new Map(),
    counters: { keysBeingMade: 0 },
    onFailure: options.onFailure ?? (() => undefined),
  };
}

/**
 * Opens all key material, and holds that of usable keys. If none opens, the root key is wrong. If some does, the root key
 * is right and single files are lost or damaged: their keys are unavailable, and the others go on.
 */
async function holdMaterial(kms: Kms): Promise<void> {
  const due = [...kms.tables.keys.entries()].flatMap(([, key]) =>
    key.materials.map(({ materialId }) => ({ key, materialId })),
  );
  const failures: unknown[] = [];
  let opened = 0;
  const openOne = async ({ key, materialId }: { key: KeyRecord; materialId: string }) => {
    try {
      const { material } = await openMaterial(kms.vault, key.keyId, materialId);
      opened += 1;
      if (isUsable(key.state)) kms.held.set(materialId, material);
      else material.fill(0);
    } catch (error) {
      failures.push(error);
    }
  };
  for (let at = 0; at < due.length; at += READS_AT_ONCE) {
    await Promise.all(due.slice(at, at + READS_AT_ONCE).map(openOne));
  }
  if (opened === 0 && failures.length > 0) throw failures[0];
  for (const failure of failures) kms.onFailure(failure);
}

/** Indexes aliases and grants by key, and removes them, and key material, where the key is gone. */
async function removeOrphans(kms: Kms): Promise<void> {
  for (const [name, alias] of kms.tables.aliases.entries()) kms.aliasesOf.add(alias.targetKeyId, name);
  for (const [, grant] of kms.tables.grants.entries()) kms.grantsOf.add(grant.keyId, grant.grantId);
  const isGone = (keyId: string) => kms.tables.keys.get(keyId) === undefined;
  for (const keyId of kms.aliasesOf.owners().filter(isGone)) await removeAliases(kms, keyId);
  for (const keyId of kms.grantsOf.owners().filter(isGone)) await removeGrants(kms, keyId);
  for (const keyId of await keysWithMaterial(kms.vault)) {
    const materials = kms.tables.keys.get(keyId)?.materials ?? [];
    await destroyMaterial(kms.vault, keyId, new Set(materials.map(({ materialId }) => materialId)));
  }
}
