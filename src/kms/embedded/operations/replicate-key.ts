import { EnvolError } from "../../../errors.ts";
import { authorizeCreation, requireKey } from "../authorization.ts";
import { withoutMaterial } from "../imported-material.ts";
import { addKey } from "../key-creation.ts";
import { resolveKey } from "../key-identifier.ts";
import { type OpenedMaterial, openMaterial } from "../key-material.ts";
import { keyMetadata } from "../key-metadata.ts";
import { policyOf, requireKeyPolicy, requireNoLockout } from "../key-policy.ts";
import { type Kms, keyArnOf } from "../kms.ts";
import type { KeyRecord } from "../records.ts";
import { DESCRIPTION, FLAG, POLICY, REGION, REQUIRED_KEY_ID, TAGS } from "../request-fields.ts";
import { requireMultiRegionPrimary } from "../rotation.ts";
import { tellSynchronized } from "../service-events.ts";
import { requireTags } from "../tags.ts";
import { operation } from "./operation.ts";

const FIELDS = {
  keyId: REQUIRED_KEY_ID,
  replicaRegion: REGION,
  policy: POLICY,
  bypassPolicyLockoutSafetyCheck: FLAG,
  description: DESCRIPTION,
  tags: TAGS,
} as const;

/**
 * Makes a replica of a multi-Region primary key: the same id and material, but a policy, description, tags, aliases and a
 * state of its own. It is there when the call is answered: AWS's transient state Creating does not occur.
 */
export const ReplicateKey = operation(FIELDS, async (call, request) => {
  const { kms } = call;
  const { replicaRegion, policy, bypassPolicyLockoutSafetyCheck = false, description = "", tags = [] } = request;
  requireTags(tags);
  if (policy !== undefined) requireKeyPolicy(policy);
  const keyId = resolveKey(kms, request.keyId);
  return kms.serializer.run(`key ${keyId}`, async () => {
    const primary = requireKey(call, keyId);
    requireMultiRegionPrimary(kms, primary);
    const place = kms.regions.in(replicaRegion);
    authorizeCreation(call, tags, place);
    if (policy !== undefined && !bypassPolicyLockoutSafetyCheck) requireNoLockout(place, call.caller, primary, policy);
    if (place.tables.keys.get(keyId) !== undefined) {
      throw new EnvolError("KEY_EXISTS", `${keyArnOf(place, keyId)} already exists.`, { field: "replicaRegion" });
    }
    const { rotation: _, policy: __, ...shared } = primary;
    const isExternal = primary.origin === "EXTERNAL";
    const replica: KeyRecord = {
      ...shared,
      state: isExternal ? "PendingImport" : "Enabled",
      creationDateMs: kms.clock.now(),
      description,
      tags: tags.map(({ tagKey, tagValue }) => ({ tagKey, tagValue })),
      materials: isExternal ? primary.materials.map(withoutMaterial) : primary.materials,
      ...(policy === undefined ? {} : { policy }),
    };
    await addKey(place, replica, isExternal ? [] : await materialsOf(kms, primary));
    tellSynchronized([{ kms: place, after: replica }]);
    return {
      replicaKeyMetadata: keyMetadata(place, replica),
      replicaPolicy: policyOf(place, replica),
      replicaTags: replica.tags,
    };
  });
});

/** Copies of all materials of a key. @throws ROOT_KEY_INVALID */
async function materialsOf(kms: Kms, key: KeyRecord): Promise<OpenedMaterial[]> {
  const opened: OpenedMaterial[] = [];
  try {
    for (const { materialId } of key.materials) opened.push(await openMaterial(kms.vault, key.keyId, materialId));
    return opened;
  } catch (error) {
    for (const { material } of opened) material.fill(0);
    throw error;
  }
}
