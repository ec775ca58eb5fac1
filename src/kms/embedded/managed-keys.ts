/** AWS managed keys: an alias such as `alias/aws/ebs` is there by itself, and its key is made when it is first asked for. */

import { makeKey } from "./key-creation.ts";
import { type Kms, keyArnOf } from "./kms.ts";
import { MANAGED_SERVICES, managedDescription } from "./managed-services.ts";
import type { AliasRecord, KeyRecord } from "./records.ts";
import { firstRotation } from "./rotation.ts";

/** Makes the key of a service's alias, and the alias, unless they are there. Does nothing for other aliases. */
export async function ensureManagedKey(kms: Kms, aliasName: string): Promise<void> {
  const service = MANAGED_SERVICES.get(aliasName);
  if (service === undefined || kms.tables.aliases.get(aliasName) !== undefined) return;
  const description = managedDescription(service);
  await kms.serializer.run("aliases", async () => {
    if (kms.tables.aliases.get(aliasName) !== undefined) return;
    // A crash may have come between the key and its alias.
    const key = managedKey(kms, description) ?? (await makeManagedKey(kms, description));
    const nowMs = kms.clock.now();
    const alias: AliasRecord = { aliasName, targetKeyId: key.keyId, creationDateMs: nowMs, lastUpdatedDateMs: nowMs };
    await kms.tables.aliases.write((writes) => writes.put(aliasName, alias));
    kms.aliasesOf.add(key.keyId, aliasName);
    const detail = { operation: "CreateAlias", aliasName };
    kms.events.publish({ type: "AliasChanged", keyArn: keyArnOf(kms, key.keyId), detail });
  });
}

/** KMS rotates the material of AWS managed keys every year, and nobody can change that (KMS API, EnableKeyRotation). */
function makeManagedKey(kms: Kms, description: string): Promise<KeyRecord> {
  return makeKey(kms, {
    keySpec: "SYMMETRIC_DEFAULT",
    keyUsage: "ENCRYPT_DECRYPT",
    origin: "AWS_KMS",
    multiRegion: false,
    keyManager: "AWS",
    description,
    tags: [],
    rotation: firstRotation(kms),
  });
}

function managedKey(kms: Kms, description: string): KeyRecord | undefined {
  for (const [, key] of kms.tables.keys.entries()) {
    if (key.keyManager === "AWS" && key.description === description) return key;
  }
  return undefined;
}
