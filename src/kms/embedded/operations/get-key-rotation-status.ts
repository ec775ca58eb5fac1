import { requireKey } from "../authorization.ts";
import { resolveKey } from "../key-identifier.ts";
import { keyArnOf } from "../kms.ts";
import { REQUIRED_KEY_ID } from "../request-fields.ts";
import { requireRotatable, rotationOf } from "../rotation.ts";
import { operation } from "./operation.ts";

/** Rotation on demand is over before it is answered, so none is ever under way. */
export const GetKeyRotationStatus = operation({ keyId: REQUIRED_KEY_ID }, async (call, request) => {
  const { kms } = call;
  const keyId = resolveKey(kms, request.keyId);
  const key = requireKey(call, keyId);
  requireRotatable(kms, key, { primaryOnly: false });
  const isPendingDeletion = key.state === "PendingDeletion" || key.state === "PendingReplicaDeletion";
  // While a key is pending deletion, its status is false (KMS API, GetKeyRotationStatus).
  const rotation = isPendingDeletion ? undefined : rotationOf(kms, key);
  return {
    keyRotationEnabled: rotation !== undefined,
    keyId: keyArnOf(kms, keyId),
    ...(rotation === undefined
      ? {}
      : { rotationPeriodInDays: rotation.periodInDays, nextRotationDateMs: rotation.nextRotationDateMs }),
  };
});
