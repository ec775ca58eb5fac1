import { EnvolError } from "../../../errors.ts";
import { LIMITS } from "../../../limits.ts";
import { requireKey } from "../authorization.ts";
import { resolveKey } from "../key-identifier.ts";
import { keyArnOf } from "../kms.ts";
import { REQUIRED_KEY_ID } from "../request-fields.ts";
import { requireRotatable, rotateToImportedMaterial, rotateToNewMaterial } from "../rotation.ts";
import { operation } from "./operation.ts";

/** Rotates now; the schedule of automatic rotation stays. A key with imported material goes on to what was imported last. */
export const RotateKeyOnDemand = operation({ keyId: REQUIRED_KEY_ID }, async (call, request) => {
  const { kms } = call;
  const keyId = resolveKey(kms, request.keyId);
  const keyArn = keyArnOf(kms, keyId);
  await kms.serializer.run(`key ${keyId}`, async () => {
    const key = requireKey(call, keyId);
    requireRotatable(kms, key, { primaryOnly: true });
    const done = key.materials.filter(({ rotationType }) => rotationType === "ON_DEMAND").length;
    if (done >= LIMITS.kmsOnDemandRotationsMax) {
      throw new EnvolError(
        "KMS_LIMIT_EXCEEDED",
        `The on-demand rotations limit has been reached for the given keyId. No more on-demand rotations can be performed for this key: ${keyArn}`,
      );
    }
    if (key.origin === "EXTERNAL") await rotateToImportedMaterial(kms, key);
    else await rotateToNewMaterial(kms, key, "ON_DEMAND");
  });
  return { keyId: keyArn };
});
