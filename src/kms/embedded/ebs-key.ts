/** The AWS managed key of EBS: `alias/aws/ebs` is there by itself, and its key is made when it is first asked for. */

import { makeKey } from "./key-creation.ts";
import { type Kms, keyArnOf } from "./kms.ts";
import type { AliasRecord, KeyRecord } from "./records.ts";

export const EBS_ALIAS = "alias/aws/ebs";
/** As DescribeKey shows it in AWS. */
const DESCRIPTION = "Default key that protects my EBS volumes when no other key is defined";

/** Makes the key and its alias, unless they are there. */
export async function ensureEbsKey(kms: Kms): Promise<void> {
  if (kms.tables.aliases.get(EBS_ALIAS) !== undefined) return;
  await kms.serializer.run("aliases", async () => {
    if (kms.tables.aliases.get(EBS_ALIAS) !== undefined) return;
    // A crash may have come between the key and its alias.
    const key = managedKey(kms) ?? (await makeKey(kms, { description: DESCRIPTION, keyManager: "AWS", tags: [] }));
    const nowMs = kms.clock.now();
    const alias: AliasRecord = {
      aliasName: EBS_ALIAS,
      targetKeyId: key.keyId,
      creationDateMs: nowMs,
      lastUpdatedDateMs: nowMs,
    };
    await kms.tables.aliases.write((writes) => writes.put(EBS_ALIAS, alias));
    kms.aliasesOf.add(key.keyId, EBS_ALIAS);
    kms.events.publish({
      type: "AliasChanged",
      keyArn: keyArnOf(kms, key.keyId),
      detail: { operation: "CreateAlias", aliasName: EBS_ALIAS },
    });
  });
}

function managedKey(kms: Kms): KeyRecord | undefined {
  for (const [, key] of kms.tables.keys.entries()) if (key.keyManager === "AWS") return key;
  return undefined;
}
