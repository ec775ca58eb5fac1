import { LIMITS } from "../../../limits.ts";
import { requireKey } from "../authorization.ts";
import { resolveKey } from "../key-identifier.ts";
import { isPrimary, relatedKeys } from "../key-metadata.ts";
import { changeKeyState, withState } from "../key-state-change.ts";
import { keyArnOf } from "../kms.ts";
import { REQUIRED_KEY_ID } from "../request-fields.ts";
import { operation } from "./operation.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

const FIELDS = {
  keyId: REQUIRED_KEY_ID,
  pendingWindowInDays: {
    type: "integer",
    range: [LIMITS.kmsPendingWindowDaysMin, LIMITS.kmsPendingWindowDaysMax],
  },
} as const;

/**
 * Makes the key unusable now, and destroys it when the waiting period has passed. The waiting period of a primary key
 * with replicas begins when the last of them is gone (KMS API, ScheduleKeyDeletion).
 */
export const ScheduleKeyDeletion = operation(FIELDS, async (call, request) => {
  const { kms } = call;
  const keyId = resolveKey(kms, request.keyId);
  const pendingWindowInDays = request.pendingWindowInDays ?? LIMITS.kmsPendingWindowDaysDefault;
  const { state, deletionDateMs } = await changeKeyState(kms, keyId, () => {
    const key = requireKey(call, keyId);
    if (key.multiRegion && isPrimary(kms, key) && relatedKeys(kms, keyId).length > 0) {
      return {
        ...withState(key, "PendingReplicaDeletion"),
        pendingDeletionWindowInDays: pendingWindowInDays,
      };
    }
    return {
      ...withState(key, "PendingDeletion"),
      deletionDateMs: kms.clock.now() + pendingWindowInDays * DAY_MS,
    };
  });
  return {
    keyId: keyArnOf(kms, keyId),
    ...(deletionDateMs === undefined ? {} : { deletionDateMs }),
    keyState: state,
    pendingWindowInDays,
  };
});
