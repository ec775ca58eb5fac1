/** The end of a key whose deletion is due: its record goes, then its aliases and grants, then the key material itself. */

import { grantPath, grantsOfKey, unindexGrant } from "./grants.ts";
import { destroyMaterial } from "./key-material.ts";
import { dropMaterial, type Kms, keyArnOf } from "./kms.ts";
import type { KeyRecord } from "./records.ts";
import { tellDeleted } from "./service-events.ts";

/**
 * Destroys a key whose deletion is due. The record goes first: from then on nothing can bring the key back, and what a
 * crash leaves behind belongs to no key and is removed at the next start. Runs within the serializer's `key <id>`.
 */
export async function destroyKey(kms: Kms, key: KeyRecord): Promise<void> {
  const { keyId } = key;
  dropMaterial(kms, key);
  await kms.tables.keys.write((writes) => writes.delete(keyId));
  kms.lastUses.delete(keyId);
  await removeAliases(kms, keyId);
  await removeGrants(kms, keyId);
  await destroyMaterial(kms.vault, keyId);
  tellDeleted(kms, key);
}

export function removeAliases(kms: Kms, keyId: string): Promise<void> {
  return kms.serializer.run("aliases", async () => {
    const names = kms.aliasesOf.namesOf(keyId);
    if (names.length === 0) return;
    await kms.tables.aliases.write((writes) => {
      for (const name of names) writes.delete(name);
    });
    for (const aliasName of names) {
      kms.aliasesOf.remove(keyId, aliasName);
      const detail = { operation: "DeleteAlias", aliasName };
      kms.events.publish({ type: "AliasChanged", keyArn: keyArnOf(kms, keyId), detail });
    }
  });
}

export function removeGrants(kms: Kms, keyId: string): Promise<void> {
  return kms.serializer.run(`grants ${keyId}`, async () => {
    const grants = grantsOfKey(kms, keyId);
    if (grants.length === 0) return;
    await kms.tables.grants.write((writes) => {
      for (const { grantId } of grants) writes.delete(grantPath(keyId, grantId));
    });
    for (const grant of grants) unindexGrant(kms, grant);
  });
}
