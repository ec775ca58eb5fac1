import { LIMITS } from "../../../limits.ts";
import { requireKey } from "../authorization.ts";
import { changeKey } from "../key-change.ts";
import { resolveKey } from "../key-identifier.ts";
import { REQUIRED_KEY_ID } from "../request-fields.ts";
import { firstRotation, requireRotatable } from "../rotation.ts";
import { type Nothing, operation } from "./operation.ts";

const FIELDS = {
  keyId: REQUIRED_KEY_ID,
  rotationPeriodInDays: {
    type: "integer",
    range: [LIMITS.kmsRotationPeriodDaysMin, LIMITS.kmsRotationPeriodDaysMax],
  },
} as const;

/** From now on, the material is rotated after each period. Enabled again with the same period, the next date stays. */
export const EnableKeyRotation = operation(FIELDS, async (call, request): Promise<Nothing> => {
  const { kms } = call;
  const keyId = resolveKey(kms, request.keyId);
  await changeKey(kms, keyId, () => {
    const key = requireKey(call, keyId);
    requireRotatable(kms, key, { primaryOnly: true });
    const rotation = firstRotation(kms, request.rotationPeriodInDays);
    return key.rotation?.periodInDays === rotation.periodInDays ? key : { ...key, rotation };
  });
  return {};
});
