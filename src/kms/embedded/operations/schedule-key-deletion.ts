import { LIMITS } from "../../../limits.ts";
import type { KmsCaller } from "../../kms-client.ts";
import { requireKey } from "../authorization.ts";
import { resolveKey } from "../key-identifier.ts";
import { changeKeyState } from "../key-state-change.ts";
import { type Kms, keyArnOf } from "../kms.ts";
import { validate } from "../validation.ts";
import type { RequestOf, ResponseOf } from "./operation.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Makes the key unusable now, and destroys it when the waiting period has passed. */
export async function scheduleKeyDeletion(
  kms: Kms,
  caller: KmsCaller,
  request: RequestOf<"scheduleKeyDeletion">,
): Promise<ResponseOf<"scheduleKeyDeletion">> {
  validate("ScheduleKeyDeletion", request);
  const keyId = resolveKey(kms, request.keyId);
  const pendingWindowInDays = request.pendingWindowInDays ?? LIMITS.kmsPendingWindowDaysDefault;
  const deletionDateMs = kms.clock.now() + pendingWindowInDays * DAY_MS;
  const { state } = await changeKeyState(kms, keyId, () => ({
    ...requireKey(kms, caller, "ScheduleKeyDeletion", keyId),
    state: "PendingDeletion",
    deletionDateMs,
  }));
  return { keyId: keyArnOf(kms, keyId), deletionDateMs, keyState: state, pendingWindowInDays };
}
