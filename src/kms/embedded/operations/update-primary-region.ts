import { requireKey } from "../authorization.ts";
import { resolveKey } from "../key-identifier.ts";
import { relatedKeys } from "../key-metadata.ts";
import { commitKeys } from "../key-state-change.ts";
import type { KeyRecord } from "../records.ts";
import { REGION, REQUIRED_KEY_ID } from "../request-fields.ts";
import { requireMultiRegionPrimary } from "../rotation.ts";
import { type Nothing, operation } from "./operation.ts";

const FIELDS = { keyId: REQUIRED_KEY_ID, primaryRegion: REGION } as const;

/**
 * Makes the replica in another Region the primary key, and the primary key a replica. Automatic rotation goes along. It is
 * done when the call is answered: AWS's transient state Updating does not occur.
 */
export const UpdatePrimaryRegion = operation(FIELDS, async (call, request): Promise<Nothing> => {
  const { kms } = call;
  const { primaryRegion } = request;
  const keyId = resolveKey(kms, request.keyId);
  await kms.serializer.run(`key ${keyId}`, async () => {
    const primary = requireKey(call, keyId);
    requireMultiRegionPrimary(kms, primary);
    requireKey(call, keyId, { kms: kms.regions.in(primaryRegion) });
    const { rotation } = primary;
    await commitKeys(
      [{ kms, key: primary }, ...relatedKeys(kms, keyId)].map(({ kms: place, key }) => {
        const { rotation: _, ...rest } = key;
        const isNext = place.region === primaryRegion;
        const after: KeyRecord = { ...rest, primaryRegion, ...(isNext && rotation !== undefined ? { rotation } : {}) };
        return { kms: place, before: key, after };
      }),
    );
  });
  return {};
});
